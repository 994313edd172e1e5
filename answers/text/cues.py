"""The words by which a sentence tells what its paper makes of other work: builds on it, extends it, and so on.

Closed lists of English phrases, read one sentence at a time. They tell what is said, not of whom: a citing sentence may
name several papers, and a sentence of an abstract need not speak of the cited paper at all.
"""

import re

from answers.text import own_cues
from answers.text.cited_hub import Cited, marked, said_of_hub
from answers.text.citing_cues import PATTERNS
from answers.text.headings import unheaded
from answers.text.relation import Relation
from corpus.sentences import sentence_spans

_NOT_DONE = r"(?:studied|explored|investigated|addressed|examined|understood|solved|established|exploited)"
_OPEN = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|still|is|are) (?:an? |largely |mostly |relatively |as yet |very )*"
    r"(?:open (?:question|problem|challenge|issue)s?|unclear|unexplored|under-?studied|under-?explored|unsolved"
    r"|unresolved|poorly understood|unknown (?:how|why|what|which|whether)|not (?:yet )?(?:well |fully )?understood)\b"
    r"|\bremain(?:s|ed)? (?:\w+ )?(?:open|unknown|challenging|elusive|an? (?:\w+ ){0,2}challenge)\b"
    r"|\bremains? to be (?!done)\w+|\blittle (?:is|was) known\b"
    r"|\b(?:is|was) not (?:yet )?(?:clear|known) (?:how|why|what|which|whether)\b"
    r"|\bopen (?:question|problem|challenge|issue)s? (?:is|are|remains?|include|concern|whether|of)\b"
    r"|\bfuture (?:work|research|studies|efforts?) (?:\w+ )?(?:should|will|could|needs?|may|might|must"
    r"|(?:is|are) (?!(?:\w+ )?(?:discuss|describ|outlin|present|given|suggest|propos|identif|highlight)))"
    r"|\b(?:left?|leav(?:e|es|ing)) (?:\w+ ){0,6}(?:to|for|as) (?:future|further|later)\b"
    r"|\b(?:in (?:the |our )?(?:near )?future|future work),? (?:we|researchers|it (?:would|will|should))\b"
    r"|\b(?:more|further|additional|future) (?:\w+ )?(?:research|work|stud(?:y|ies)|investigations?)\b"
    r"[^.;]{0,40}\b(?:needed|required|necessary|warranted)\b"
    r"|\bcall(?:s|ed|ing)? for (?:more|further|future|additional) (?:\w+ )?(?:research|work|stud|efforts?)"
    rf"|(?<!\bthat )(?<!\bwhich )\b(?:has|have) (?:(?:not (?:yet )?|never |rarely )been"
    rf"|yet to be) (?:\w+ ){{0,2}}{_NOT_DONE}\b",
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


def citing_says(relation: Relation, text: str, cited: Cited | None = None) -> bool:
    """Whether a citing text has a sentence by which its authors do this to what they cite, and not in times to come;
    to the hub, where it is known how that is `cited` and can be told."""
    return any(_says(relation, unheaded(text[start:end]), cited) for start, end in sentence_spans(text))


def _says(relation: Relation, sentence: str, cited: Cited | None) -> bool:
    if leaves_open(sentence) or _FUTURE.search(sentence):
        return False
    read = marked(sentence, cited)
    if read.elsewhere:
        return False
    faulty = relation == "dispute" and bool(own_cues.FAULTS.search(sentence))
    return faulty or any(said_of_hub(relation, read, found) for found in PATTERNS[relation].finditer(read.text))


def paper_says(relation: Relation, text: str) -> bool:
    """Whether a sentence of a summary or an abstract has words by which the paper does this to other work."""
    return bool(own_cues.PATTERNS[relation].search(text))


def leaves_open(text: str) -> bool:
    """Whether a sentence names something that is not known or not done yet."""
    return bool(_OPEN.search(text))
