"""Words that are spelt one way in Britain and another in America, met by their stems: randomised, tumour, anaemia."""

from collections.abc import Callable

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
_ENDINGS = """
    logu:log centr:center fibr:fiber litr:liter metr:meter theatr:theater calibr:caliber defenc:defens offenc:offens
    licenc:licens programm:program fulfil:fulfill enrol:enroll
"""
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


def american(word: str, stemmed: Callable[[str], str]) -> str:
    """The American one of the stems of a word; the stem itself where it has no other spelling. `stemmed` makes stems of
    American words."""
    for british, there in WITHIN:
        word = word.replace(british, there)
    for british, there in ENDINGS:
        if word.endswith(british) and not word.endswith(there):
            return word.removesuffix(british) + there
    for british, there in VERBS:
        if word.endswith(british) and len(word) >= SHORTEST + len(british) and word not in ALWAYS_IS:
            return stemmed(word.removesuffix(british) + there)
    return word
