"""How a question says in what way, or in what spirit, papers should cite the hub: as a baseline, to dispute it."""

import re
from collections.abc import Collection

_OBJECT = (
    r"(?:it|this|that|them|(?:this|the)(?: \w+)? (?:paper|work|study|article|model|method|approach|hub|system|dataset"
    r"|corpus|benchmark)|the (?:cited|original) \w+)(?:['’]s)?(?! \w+ing\b)"
)
_ENDS = r"(?=\W*$)"  # nothing follows that would make something else the object: "extend it to vision"
_CLAIMS = r"(?: (?:its|the) (?:claims?|findings?|results?|conclusions?)(?: of)?)? ?"
_USES = r"(?:use[sd]?|using|appl(?:y|ies|ied)|adopt(?:s|ed)?)"

_WORDS: tuple[tuple[str, str], ...] = (
    (
        "baseline",
        rf"(?:use[sd]?|using|take[ns]?|took|treat(?:s|ed)?|includ\w+) {_OBJECT} as "
        r"(?:an?|their|its|the) (?:\w+ )?(?:baselines?|point of comparison)",
    ),
    ("baseline", rf"compar(?:e[sd]?|ing)(?: themselves| their \w+)? (?:with|to|against) {_OBJECT}{_ENDS}"),
    (
        "dataset",
        rf"(?:{_USES}|(?:train|evaluat|test)\w* on) (?:its|their|{_OBJECT}) "
        r"(?:data(?:set)?|corpus|benchmark|test set)s?",
    ),
    (
        "extension",
        rf"(?:extend(?:s|ed|ing)?|buil(?:d|ds|ding|t) (?:up)?on|improv(?:e[sd]?|ing) (?:up)?on) {_OBJECT}{_ENDS}",
    ),
    ("motivation", rf"(?:(?:are|is|were|was) )?(?:motivated|inspired) by {_OBJECT}{_ENDS}"),
    ("method", rf"{_USES} (?:{_OBJECT}|its (?:methods?|approach|model|technique)){_ENDS}"),
    ("background", rf"(?:cite[sd]?|mention(?:s|ed)?|use[sd]?) {_OBJECT} (?:only |merely )?(?:as|for) background"),
    (
        "contrast",
        r"(?:(?:disput|criticiz|criticis|challeng|refut)(?:es?|ed|ing)|disagree[sd]? with"
        r"|(?:contradict|question|reject|doubt|oppos|contest)(?:s|e|es|ed|ing)?)"
        rf"{_CLAIMS}(?:{_OBJECT})?{_ENDS}",
    ),
    (
        "support",
        r"(?:(?:support|confirm)(?:s|ed|ing)?|agree[sd]? with|(?:replicat|endors)(?:es?|ed|ing)|back(?:s|ed)? up)"
        rf"{_CLAIMS}(?:{_OBJECT})?{_ENDS}",
    ),
)
_BEFORE = r"(?:\b(?:that|who|which|and) )?(?:\b(?:have|has|also|explicitly|directly) )*\b"
PATTERNS = tuple((label, re.compile(_BEFORE + words, re.IGNORECASE)) for label, words in _WORDS)


def cited_so(text: str, labels: Collection[str]) -> tuple[str, re.Match[str]] | None:
    """The label that the question asks for, of those given, and the words that ask for it."""
    for label, pattern in PATTERNS:
        match = pattern.search(text)
        if match and label in labels:
            return label, match
    return None
