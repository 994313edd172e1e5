"""The names by which a sentence calls languages, countries, data sets and measures: those that can be counted."""

import re
from collections.abc import Iterable, Iterator

from answers.reports.named_things import MEASURES, NAME, NAMED_DATA, NAMED_LEXICON, Kind
from answers.text.naming import distinct
from answers.text.world_names import COUNTRY, LANGUAGE, PAIR, PLACE

SIGNED = " Sign Language"
_RUN = re.compile(rf"{NAME}(?: {NAME})*(?: (?:19|20)\d\d[A-Z]?(?!\w))?")
_MADE_OF_A_NAME = re.compile(r".*-[a-z]+")  # "GDPR-compliant"
_WHENCE = re.compile(r"\b(?:from|by|of) (?:the )?\Z")  # "data from GPT-4" has no name, or another
# What short letters stand for is said where they are in brackets: of data if such a noun stands before them.
_SHORT = re.compile(r"(\w+)[”\"’']? \(([A-Z][\w-]*?)s?[);,]")
_DATA_NOUNS = re.compile(
    r".*(?:corpus|corpora|data|sets?|bank|base|benchmarks?|collections?|lexicon|net|ontology|suite|challenge|test)",
    re.IGNORECASE,
)
SHORTEST = 3  # letters: fewer are mostly of fields and of learners' languages (MT, L2)


def names_told(kind: Kind, text: str) -> list[str]:
    """The things of this kind that the sentence names, as it calls them; none of a kind known by words alone."""
    match kind:
        case "language":
            return [found.group() + _signed(text, found.end()) for found in LANGUAGE.finditer(text)]
        case "pair":
            return [found.group() for found in PAIR.finditer(text)]
        case "country":
            return [named.group() for found in PLACE.finditer(text) if (named := COUNTRY.search(found.group()))]
        case "data" | "lexicon":
            return list(_called(NAMED_DATA if kind == "data" else NAMED_LEXICON, text))
        case "measure":
            return [found.group() for found in MEASURES.finditer(text)]
        case _:
            return []


def key_of(name: str) -> str:
    """What is the same in the spellings of one name: CoNLL-2005 and CoNLL 2005."""
    return re.sub(r"[\s-]+", " ", name).casefold().removesuffix("s")


def of_something_else(texts: Iterable[str]) -> frozenset[str]:
    """The keys of the short forms that the texts spell out as what is no data: SRL, where it is a task."""
    found = (each for text in texts for each in _SHORT.finditer(text))
    return frozenset(key_of(each[2]) for each in found if not _DATA_NOUNS.fullmatch(each[1]))


def _signed(text: str, end: int) -> str:
    return SIGNED if text.startswith(SIGNED, end) else ""


def _called(named: re.Pattern[str], text: str) -> Iterator[str]:
    """Several words, or one that looks like a name wherever it stands: any word may open a sentence."""
    for found in named.finditer(text):
        run = _RUN.search(found.group())
        if run is None or run.group().startswith(SIGNED.strip()) or _MADE_OF_A_NAME.fullmatch(run.group()):
            continue
        if _WHENCE.search(found.group(), 0, run.start()):
            continue
        if (" " in run.group() or distinct(run.group())) and len(run.group()) >= SHORTEST:
            yield run.group()
