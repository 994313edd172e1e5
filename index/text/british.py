"""Words that are spelt one way in Britain and another in America, met by their stems: randomised, tumour, anaemia."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter

# What stands anywhere in a stem, in British and in American.
_WITHIN = """
    aem:em haem:hem anaes:anes paed:ped gynaec:gynec aetio:etio faec:fec caesar:cesar palaeo:paleo archaeo:archeo
    encyclopae:encyclope mediaev:mediev oestr:estr oedem:edem foet:fet oesoph:esoph rrhoe:rrhe pnoe:pne coeli:celi
    manoeuv:maneuv behaviour:behavior colour:color favour:favor flavour:flavor harbour:harbor honour:honor humour:humor
    labour:labor neighbour:neighbor odour:odor rigour:rigor rumour:rumor tumour:tumor vapour:vapor vigour:vigor
    endeavour:endeavor armour:armor sulph:sulf sceptic:skeptic artefact:artifact alumini:alumin mould:mold plough:plow
    grey:gray
"""
# And what stands at its end.
_ENDINGS = "logu:log defenc:defens offenc:offens licenc:licens programm:program"
# The stems of centre and its like are those of other words too (concentration, calibration, parametric), so these are
# told by what was written.
ENDS_IN_RE = re.compile(r"(?:cent|fib|lit|met|theat|calib)(?=r(?:e[sd]?|ing)$)")
# Stems in "is" of words that are spelt so everywhere.
_ALWAYS_IS = """
    advertis advis aris bruis compris compromis concis cruis demis devis disguis enterpris excis exercis expertis
    franchis improvis incis liais merchandis nois paradis pois precis premis promis revis supervis surpris televis
    treatis
"""


def _pairs(written: str) -> tuple[tuple[str, str], ...]:
    return tuple((british, american) for british, _, american in (pair.partition(":") for pair in written.split()))


WITHIN, ENDINGS = _pairs(_WITHIN), _pairs(_ENDINGS)
ALWAYS_IS = frozenset(_ALWAYS_IS.split())
VERBS = (("is", "ize"), ("ys", "yze"))  # what the stemmer leaves of British verbs, and how American ones end
SHORTEST = 3  # letters of a verb before that


def _any_of(written: Iterable[str]) -> str:
    """An alternation with each first letter once, which is looked through in half the time."""
    by_letter = groupby(sorted(written), key=itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(each[1:] for each in those)})" for first, those in by_letter)


# One look at each tells nearly every stem that has no other spelling.
HELD_WITHIN = re.compile(_any_of(british for british, _ in WITHIN))
AT_THE_END = (*(british for british, _ in (*ENDINGS, *VERBS)), "centr", "fibr", "litr", "metr", "theatr", "calibr")


def american_stem(word: str, stemmed: Callable[[str], str]) -> str:
    """The stem of a word as Americans spell it. `stemmed` makes stems of words as they are written."""
    stem = stemmed(word)
    return _american(word, stem, stemmed) if stem.endswith(AT_THE_END) or HELD_WITHIN.search(stem) else stem


def _american(word: str, stem: str, stemmed: Callable[[str], str]) -> str:
    if found := ENDS_IN_RE.search(word):
        return stemmed(f"{word[: found.end()]}er")
    for british, there in WITHIN:
        stem = stem.replace(british, there)
    for british, there in ENDINGS:
        if stem.endswith(british):
            return stem.removesuffix(british) + there
    for british, there in VERBS:
        if stem.endswith(british) and len(stem) >= SHORTEST + len(british) and stem not in ALWAYS_IS:
            return stemmed(stem.removesuffix(british) + there)
    return stem
