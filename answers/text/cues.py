"""The words by which a sentence tells what its paper makes of other work: builds on it, extends it, and so on.

Closed lists of English phrases, read one sentence at a time. They tell what is said, not of whom: a citing sentence may
name several papers, and a sentence of an abstract need not speak of the cited paper at all.
"""

import re

from answers.text.citing_cues import PATTERNS, referring
from answers.text.headings import unheaded
from answers.text.relation import Relation
from corpus.sentences import sentence_spans

_ITSELF = (
    r"(?:we|it|(?:our|the|this) (?:\w+ ){0,2}(?:method|model|approach|system|framework|pipeline|study|paper|algorithm"
    r"|parser|tagger|work|survey))"
)

# Of any sentence: words by which it finds fault.
_FAULTS = (
    r"\boverly reli\w+|\bover-?reli\w+|\bcounter-?examples?\b|\bneither necessary nor sufficient\b"
    r"|\binconsistent(?:ly)?\b|\b(?:do|does|did)(?: not|n['’]t) (?:necessarily |always |well )?"
    r"(?:correlate|reflect|imply)\b"
    r"|\bneither\b[^.;]{1,120}\bnor\b[^.;]{1,60}\b(?:is|are|was|were) (?:\w+ )?(?:predictive|valid|reliable|sufficient)"
    r"|\bcall(?:s|ed|ing)? into question\b|\b(?:poor|weak)(?:ly)? correlat\w+|\bcontroversial\b|\bunreliabl[ey]\b"
)

# Of a paper's own summary and abstract, where the paper speaks of itself.
_OWN: dict[Relation, str] = {
    "build-on": (
        r"\b(?:builds?|building|built) (?:up)?on\b|\b(?:inspired|motivated) by\b|\bmak(?:e|es|ing) use of\b"
        rf"|\bdistill?s\b|\b{_ITSELF}[^.;]{{0,200}}\bbased (?:up)?on\b"
        r"|\b(?:is|are|was|were) (?:\w+ )?(?:based (?:up)?on|used to)\b"
        rf"|\b{_ITSELF} (?:also )?(?:uses?|employs?|adopts?|appl(?:y|ies)|utili[sz]es?|follows?|(?:rely|relies|draws?)"
        r" (?:up)?on)\b|\b(?:fine-tuned|instruction-tuned|pre-?trained)(?: \w+)? on\b"
    ),
    "extend": (
        r"\bextend(?:s|ed|ing)?\b|\bextensions? (?:of|to)\b|\bgenerali[sz]ations? of\b|\bimprov(?:es?|ed|ing) upon\b"
        r"|\bimprov(?:es?|ed|ing) on (?:the|this|previous|prior|existing|earlier|current)\b|\bgo(?:es)? beyond\b"
        r"|\badapt(?:s|ed|ing)? (?:the|this|an|existing|\w+ to)\b"
        r"|\b(?:propos|present|introduc|develop|train|us)(?:es?|ed|ing)? an? (?:\w+ ){0,2}variant of\b"
        r"|\b(?:modif(?:y|ies|ied)|augment(?:s|ed|ing)?|enhanc(?:es?|ed|ing)) (?:the|an|existing)\b"
        r"|\b(?:is|are) (?:applied|carried|transferred) (?:in)?to\b"
    ),
    "compare": (
        r"\bcompar(?:es?|ed|ing|isons?)\b|\boutperform\w*|\bbeat(?:s|ing)?\b|\bsurpass\w*|\bexceed(?:s|ed)?\b"
        r"|\bahead of\b|\b(?:better|worse|higher|lower|faster|more accurate|as good as)\b[^.;]{0,200}\bthan\b"
        r"|\bimprov\w+ over\b|\bbaselines?\b|\bversus\b|\babove (?:that|those) of\b"
    ),
    "dispute": (
        rf"{_FAULTS}|\bcontrary to\b|\bcontradict(?:s|ed|ing)? (?:the|this|previous|earlier|prior|common)\b|\bdisput\w+"
        r"|\brefut\w+|\bcritici[sz]\w+|\bchalleng(?:es?|ed|ing) (?:the|this|previous|prior|common|existing|widely)\b"
        r"|\bquestion(?:s|ed|ing) (?:the|whether|previous|prior)\b|\bcast(?:s|ing)? doubt|\boverestimat\w+"
        r"|\bmisleading\b|\bflaw(?:s|ed)\b|\bfalls? short\b|\bshortcomings?\b|\bdrawbacks?\b|\bauthors argue\b"
        r"|\b(?:existing|previous|prior|current|earlier|most|many)(?: \w+){1,5} (?:fail|ignore|neglect|overlook|suffer"
        r"|lack)\b|\bre-?evaluat\w+|\brethink\w*|\bno evidence\b"
    ),
}

_NOT_DONE = r"(?:studied|explored|investigated|addressed|examined|understood|solved|established|exploited)"
_OPEN = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|still|is|are) (?:an? |largely |mostly |relatively |as yet |very )*"
    r"(?:open (?:question|problem|challenge|issue)s?|unclear|unexplored|under-?studied|under-?explored|unsolved"
    r"|unresolved|poorly understood|unknown (?:how|why|what|which|whether)|not (?:yet )?(?:well |fully )?understood)\b"
    r"|\bremain(?:s|ed)? (?:\w+ )?(?:open|unknown|challenging|elusive|an? (?:\w+ ){0,2}challenge)\b"
    r"|\bremains? to be (?!done)\w+|\blittle (?:is|was) known\b"
    r"|\b(?:is|was) not (?:yet )?(?:clear|known) (?:how|why|what|which|whether)\b"
    r"|\bopen (?:question|problem|challenge|issue)s? (?:is|are|remains?|include|concern|whether|of)\b"
    r"|\bfuture (?:work|research|studies|efforts?) (?:\w+ )?(?:should|will|could|needs?|may|might|must|is|are)\b"
    r"|\b(?:left?|leav(?:e|es|ing)) (?:\w+ ){0,6}(?:to|for|as) (?:future|further|later)\b|\bin (?:the |our )?future,"
    r"|\b(?:more|further|additional|future) (?:\w+ )?(?:research|work|stud(?:y|ies)|investigations?)\b"
    r"[^.;]{0,40}\b(?:needed|required|necessary|warranted)\b|\bcall(?:s|ed|ing)? for (?:more|further|new|future)\b"
    rf"|\b(?:has|have) (?:not (?:yet )?been|yet to be|never been|rarely been) (?:\w+ ){{0,2}}{_NOT_DONE}\b",
    re.IGNORECASE,
)
# What is to be done, and no more than thought of.
_FUTURE = re.compile(
    r"\b(?:future (?:work|research|studies|directions?|improvements?)|in (?:the |our )?(?:near )?future"
    r"|(?:we|authors) (?:also |then |further )?(?:plan|intend|hope|aim|wish|need to|might|may|could|would like)\b"
    r"|(?:we|are) (?:also )?(?:planning|interested)"
    r"|(?:would|could|might|may) (?:also )?be (?:interesting|useful|extended|combined|improved|applied|possible|worth)"
    r"|(?:can|will) be extended|next step|further work|work in progress|it remains to)\b",
    re.IGNORECASE,
)
_FAULTS_FOUND = re.compile(_FAULTS, re.IGNORECASE)
_OWN_PATTERNS = {relation: re.compile(words, re.IGNORECASE) for relation, words in _OWN.items()}


def citing_says(relation: Relation, text: str) -> bool:
    """Whether a citing text has a sentence by which its authors do this to what they cite, and not in times to come."""
    return any(_says(relation, unheaded(text[start:end])) for start, end in sentence_spans(text))


def _says(relation: Relation, sentence: str) -> bool:
    if leaves_open(sentence) or _FUTURE.search(sentence):
        return False
    faulty = relation == "dispute" and _FAULTS_FOUND.search(sentence)
    return bool(faulty or PATTERNS[relation].search(referring(sentence)))


def paper_says(relation: Relation, text: str) -> bool:
    """Whether a sentence of a summary or an abstract has words by which the paper does this to other work."""
    return bool(_OWN_PATTERNS[relation].search(text))


def leaves_open(text: str) -> bool:
    """Whether a sentence names something that is not known or not done yet."""
    return bool(_OPEN.search(text))
