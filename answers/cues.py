"""The words by which a sentence tells what its paper makes of other work: builds on it, extends it, and so on.

Closed lists of English phrases, read one sentence at a time. They tell what is said, not of whom: a citing sentence may
name several papers, and a sentence of an abstract need not speak of the cited paper at all.
"""

import re
from typing import Literal

Relation = Literal["build-on", "extend", "compare", "dispute"]

_US = r"(?:we|our(?: \w+){1,4}|this (?:paper|work|study|article)|the (?:present|current) (?:paper|work|study))"
_DOING = r"(?: (?:also|then|therefore|first|here|simply|closely|directly|further|instead|have|has|can|will|would))*"
_DONE = r"(?: (?:is|are|was|were|has been|have been)(?: also| then| first| all)?)"
_MADE = (
    r"(?:obtained|computed|extracted|tagged|parsed|annotated|generated|produced|performed|created|trained|built|derived"
    r"|done|carried out|processed|labell?ed|lemmati[sz]ed)"
)
_ITSELF = (
    r"(?:we|it|(?:our|the|this) (?:\w+ ){0,2}(?:method|model|approach|system|framework|pipeline|study|paper|algorithm"
    r"|parser|tagger|work|survey))"
)

_CITED = r"(?-i:[A-Z])[\w-]+(?: et al\.?| and [\w-]+)? ?[(\[]"

# Of any sentence: words by which it finds fault.
_FAULTS = (
    r"\boverly reli\w+|\bover-?reli\w+|\bcounter-?examples?\b|\bneither necessary nor sufficient\b"
    r"|\binconsistent(?:ly)?\b|\b(?:do|does|did)(?: not|n['’]t) (?:necessarily |always |well )?"
    r"(?:correlate|reflect|imply)\b"
    r"|\bneither\b[^.;]{1,120}\bnor\b[^.;]{1,60}\b(?:is|are|was|were) (?:\w+ )?(?:predictive|valid|reliable|sufficient)"
    r"|\bcall(?:s|ed|ing)? into question\b|\b(?:poor|weak)(?:ly)? correlat\w+|\bcontroversial\b|\bunreliabl[ey]\b"
)

# Of a citing sentence, where others are spoken of too: whoever does it must be the one who writes.
_CITING: dict[Relation, str] = {
    "build-on": (
        rf"\b{_US}{_DOING} (?:use[sd]?|using|employ(?:s|ed)?|adopt(?:s|ed)?|appl(?:y|ies|ied)|utili[sz]e[sd]?"
        r"|follow(?:s|ed)?|builds? (?:up)?on|built (?:up)?on|rel(?:y|ies|ied) (?:up)?on|borrow(?:s|ed)?"
        r"|dr[ae]ws? (?:up)?on|make use of|made use of|start(?:s|ed)? (?:with|from)|implement(?:s|ed)?)\b"
        rf"|\b{_US}{_DONE}? (?:based|built|trained|evaluated|inspired|motivated|modelled) (?:up)?(?:on|by|after)\b"
        rf"|{_DONE} (?:\w+ )?{_MADE} (?:using|with|by (?:means of )?the)\b"
        r"|^(?:following|using|based on|as in|inspired by|motivated by|similar(?:ly)? to)\b[^.;]{0,200}\b(?:we|our)\b"
        r"|\b(?:is|are|was|were) used (?:here|in (?:this|our))\b"
    ),
    "extend": (
        rf"\b{_US}{_DOING} (?:extend(?:s|ed)?|generali[sz]e[sd]?|improve[sd]? (?:up)?on|modif(?:y|ies|ied)"
        r"|adapt(?:s|ed)?|augment(?:s|ed)?|enhance[sd]?|refine[sd]?|expand(?:s|ed)? (?:up)?on|go(?:es)? beyond)\b"
        rf"|\b{_US}[^.;]{{0,200}}? (?:an?|the) (?:\w+ )?(?:extension|generali[sz]ation|variant|modification|adaptation"
        r"|(?:extended|modified|improved|adapted) version) (?:of|to)\b"
    ),
    "compare": (
        rf"\b{_US}{_DOING} (?:compare[sd]?|outperform(?:s|ed)?|beats?|surpass(?:es|ed)?|exceed(?:s|ed)?"
        r"|improve[sd]? over|achieve[sd]? (?:\w+ ){0,4}than|perform(?:s|ed)? (?:\w+ ){0,3}than)\b"
        r"|\b(?:our|we)\b[^.;]{0,200}\b(?:compar(?:ed|able|ison)|better|worse|higher|lower|baselines?|outperform\w*)\b"
        r"|\b(?:as|the|a|our) (?:\w+ )?baselines?\b|\bfor comparison\b|\b(?:compared|in comparison) (?:to|with)\b"
        # Nobody else has been cited yet, so that whoever does better is the one who writes.
        rf"|^[^.;(\[\d]{{0,200}}\b(?:outperform(?:s|ed)?|beats?|surpass(?:es|ed)?|exceed(?:s|ed)?) {_CITED}"
    ),
    "dispute": (
        rf"{_FAULTS}|\bcontrary to\b|\bcontradict\w*|\bdisagree\w*|\bdisput\w+|\brefut\w+|\bcritici[sz]\w+"
        r"|\bin contrast (?:to|with)\b|\b(?:differ|depart)s? from\b|\bcast(?:s|ing)? doubt"
        r"|\bquestion(?:s|ed)? (?:the|whether)|\bchalleng(?:es|ed) (?:the|this)\b|\b(?:inconsistent|at odds) with\b"
        r"|\boverestimat\w+|\bmisleading|\bflaw(?:s|ed)?\b|\bfalls? short\b|\bshortcomings?\b|\bdrawbacks?\b"
        r"|\blimitations?\b|\bfail(?:s|ed)? to\b|\bsuffer(?:s|ed)? from\b|\bno evidence\b"
        r"|\b(?:problem|issue|trouble) (?:with|of) (?:this|these|such)\b"
        r"|\b(?:do|does|did|could|can)(?: not|n['’]t) (?:\w+ ){0,2}(?:hold|generali[sz]e|scale|account|capture"
        r"|consider|handle|take|address|work|support|confirm|find|replicate|reproduce)\b"
    ),
}

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
_CITING_PATTERNS = {relation: re.compile(words, re.IGNORECASE) for relation, words in _CITING.items()}
_OWN_PATTERNS = {relation: re.compile(words, re.IGNORECASE) for relation, words in _OWN.items()}


def citing_says(relation: Relation, text: str) -> bool:
    """Whether a citing sentence has words by which its authors do this to what they cite."""
    return bool(_CITING_PATTERNS[relation].search(text))


def paper_says(relation: Relation, text: str) -> bool:
    """Whether a sentence of a summary or an abstract has words by which the paper does this to other work."""
    return bool(_OWN_PATTERNS[relation].search(text))


def leaves_open(text: str) -> bool:
    """Whether a sentence names something that is not known or not done yet."""
    return bool(_OPEN.search(text))
