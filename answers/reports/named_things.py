"""Whether a sentence names a thing of the kind that a question asks for: which language, which corpus, which country.

A sentence that only speaks of languages or of corpora names none.
"""

import re
from collections.abc import Sequence
from typing import Literal

from answers.text.naming import distinct
from answers.text.wordlists import FUNCTION_WORDS, GENERAL_WORDS
from answers.text.words import WORD
from answers.text.world_names import LANGUAGE, PAIR, PLACE
from index.text.phrase_words import ACADEMIC
from index.text.tokens import stem

Kind = Literal["language", "pair", "country", "data", "lexicon", "measure", "method"]

_NOUNS: dict[Kind, str] = {
    "pair": r"language pairs?|translation directions?",
    "language": r"(?:natural |human |spoken |sign )?languages?(?! models?)",
    "country": r"countr(?:y|ies)",
    "data": r"data|data ?sets?|corpus|corpora|benchmarks?|treebanks?|databases?|test sets?|test ?beds?",
    "lexicon": r"lexicons?|lexica|dictionar(?:y|ies)|ontolog(?:y|ies)|thesaur(?:us|i)|knowledge bases?",
    "measure": r"(?:(?:automatic |standard )?(?:evaluation )?)metrics?|(?:evaluation |performance )measures?",
    "method": (
        r"(?:[\w-]+ ){0,2}?(?:models?|algorithms?|methods?|architectures?|toolkits?|classifiers?|parsers?|taggers?"
        r"|techniques?|optimi[sz]ers?|tools?|encoders?)"
    ),
}
# What follows must be a verb: "Which model size …?" asks for a size.
_VERB = r"(?= (?:is|are|was|were|does|do|did|has|have|can|it|they|the|this)\b| ?\?|$)"
_ASKED: dict[Kind, re.Pattern[str]] = {
    kind: re.compile(
        rf"^\s*(?:(?:in|on|for|from|with|at|by|to|of) )?(?:which|what) (?P<thing>{noun}){_VERB}", re.IGNORECASE
    )
    for kind, noun in _NOUNS.items()
}
_WHERE = re.compile(
    r"^\s*where (?:was|were|is|are) (?:it|this|the (?:\w+ )?(?:study|trial|survey|patients|participants|data))\b"
    r"[^?]{0,30}\b(?:done|conducted|carried out|performed|recruited|based|set|place)\b",
    re.IGNORECASE,
)
NAME = rf"(?!{LANGUAGE.pattern}|Our |We |The |This )[A-Z][\w&.’'-]*[A-Za-z0-9]"
_DATA = r"(?:corpus|corpora|data ?sets?|data|benchmarks?|treebanks?|databases?|test ?(?:sets?|beds?)|collections?)"
_LEXICON = rf"(?:{_NOUNS['lexicon']})"


def _called(nouns: str) -> re.Pattern[str]:
    """Such a noun with a name before it, behind it, or of which it is said what it is."""
    return re.compile(
        rf"(?<=[a-z0-9,(] )(?:{NAME}(?: 20\d\d| 19\d\d)? ){{1,5}}(?:[\w-]+ ){{0,2}}?{nouns}\b"
        rf"|(?:^|(?<=[a-z,(] )){NAME}(?: \([^()]{{1,40}}\))?(?:,| is| are) (?:an?|the) [^.,;]{{0,60}}?\b{nouns}\b"
        rf"|\b{nouns}(?: \(|,? (?:called |named |of |from |by )?)(?:the )?{NAME}"
    )


NAMED_DATA, NAMED_LEXICON = _called(_DATA), _called(_LEXICON)
MEASURES = re.compile(
    r"\b(?:[A-Z]?BLEU|ROUGE\S*|METEOR|H?TER|chrF\S*|NIST|BERTScore|COMET|BLEURT|F-?(?:1|scores?|measures?)\b"
    r"|F1\S*|accuracy|precision|recall|perplexity|AUC|AUROC|MRR|n?DCG|NDCG|MAP|WER|CER|AER|UAS|LAS|PARSEVAL|RMSE|MAE|MSE"
    r"|word error rate|alignment error rate|labell?ed attachment|Pearson|Spearman|Kendall|Cohen|kappa|Dice|IoU"
    r"|sensitivity|specificity|odds ratios?|hazard ratios?|adequacy|fluency|post-editing (?:time|effort)|error rates?"
    r"|success rates?|V-?measure|\w+-score)(?!\w)"
)
_MEASURED = re.compile(r"\d|\b(?:evaluat|measur|metric|scor|terms of|correlat|report|achiev|improv)", re.IGNORECASE)
# A method is named by a name before such a noun, or by words before a noun that few methods have.
_METHOD = re.compile(
    r"\b(?P<before>(?:[\w’'/.-]+ ){1,4})(?:(?P<any>(?:models?|algorithms?|methods?|architectures?|toolkits?"
    r"|classifiers?|parsers?|taggers?|techniques?|learners?|encoders?|optimi[sz]ers?|tools?))|networks?|machines|fields|regression"
    r"|forests?|trees)\b"
)
_INTRODUCED = re.compile(
    r"\b(?:propose|present|introduce|develop|describe)[sd]? (?!(?:an?|the|our|to|how|that)\b)(?:[\w-]+ ){0,3}"
    r"[\w-]+(?: \([^()]{1,20}\))?, (?:an?|the|our) [^,.;]{0,80}?\b(?:model|algorithm|method|architecture|toolkit"
    r"|classifier|parser|tagger|technique|framework|learner|encoder|tool|system|approach|network)\b"
)
_USED = re.compile(
    r"\b(?:we|our|ours|i|this (?:paper|work|study|article)|(?:is|are|was|were) (?:\w+ )?(?:used|proposed|presented"
    r"|introduced|employed|applied|adopted|implemented|developed|trained))\b",
    re.IGNORECASE,
)
# What says which method it is not: that it is new, ours, or good.
_UNTELLING_LIST = """
    based baseline best classification competitive deep different entire evaluation existing final first four individual
    known language learning machine main modular natural neural new novel other our own prediction present presented
    previous proposed ranking same second several simple single social state-of-the-art such supervised that these this
    three trained translation two unsupervised various well
"""
# What names a field, and no method in it.
_FIELDS_LIST = "AI CL CV DL DNN DRL IE IL IR ML MARL MT NER NLG NLP NLU NMT NN NNs QA QE RL SMT WSD"
_FIELDS = frozenset(_FIELDS_LIST.split())
_UNTELLING = frozenset(_UNTELLING_LIST.split())


def kind_asked(text: str) -> tuple[Kind, str] | None:
    """The kind of thing that the question wants named, and the words by which it calls it."""
    if _WHERE.search(text):
        return "country", ""
    found = ((kind, asked.search(text)) for kind, asked in _ASKED.items())
    return next(((kind, match["thing"]) for kind, match in found if match), None)


def names_one(kind: Kind, text: str) -> bool:
    """Whether the sentence names a thing of this kind."""
    match kind:
        case "language":
            return bool(LANGUAGE.search(text))
        case "pair":
            return bool(PAIR.search(text))
        case "country":
            return bool(PLACE.search(text))
        case "data":
            return bool(NAMED_DATA.search(text))
        case "lexicon":
            return bool(NAMED_LEXICON.search(text))
        case "measure":
            return bool(MEASURES.search(text) and _MEASURED.search(text))
        case _:
            found = _METHOD.finditer(text) if _USED.search(text) else ()
            return bool(_INTRODUCED.search(text)) or any(
                _says_which(match["before"].split(), by_name=bool(match["any"])) for match in found
            )


def _says_which(before: Sequence[str], by_name: bool) -> bool:
    """Whether the words before a noun say which one it is, which plain words do not where it must be `by_name`."""
    left = next((place for place in range(len(before), 0, -1) if before[place - 1].lower() in FUNCTION_WORDS), 0)
    beside = [word for word in before[left:] if WORD.search(word)]
    return any((distinct(word) and word not in _FIELDS) or not (by_name or _untelling(word.lower())) for word in beside)


def _untelling(word: str) -> bool:
    return word in _UNTELLING or word in GENERAL_WORDS or stem(word) in ACADEMIC or word.endswith("ly")
