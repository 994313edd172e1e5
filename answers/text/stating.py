"""Whether a sentence states what a question wants: a date, a share, a place, a duration, a count of things."""

from answers.text.wording_patterns import (
    DATE,
    DURATION,
    FIGURE,
    FRACTION,
    ITEM,
    MARGIN,
    MONEY,
    OF_THAT_YEAR,
    RANK,
    SAMPLE_SIZE,
    SHARE,
    SPREAD,
    TOKEN,
    YEAR,
)
from answers.text.wordlists import CASES, FUNCTION_WORDS, NUMBER_WORDS, PEOPLE, PEOPLE_ASKED
from answers.text.words import WORD
from index.text.tokens import stem

COUNTING_WORDS = NUMBER_WORDS - {"one"}  # "one" is as often a pronoun
REACH = 5  # words after a number within which the thing that it counts is named


def states_date(text: str) -> bool:
    return bool(DATE.search(OF_THAT_YEAR.sub("", text)))


def states_duration(text: str) -> bool:
    """Says for how long, in a unit of time."""
    return bool(DURATION.search(text))


def states_share(text: str) -> bool:
    return bool(SHARE.search(SPREAD.sub("", text)) or FRACTION.search(text))


def states_money(text: str) -> bool:
    return bool(MONEY.search(text))


def states_cost(text: str) -> bool:
    """Says what is spent: money, time, or a share of something."""
    return states_money(text) or states_duration(text) or states_share(text)


def states_rank(text: str) -> bool:
    """Says in which place somebody came."""
    return bool(RANK.search(text))


def states_margin(text: str) -> bool:
    """Says by how much or by how many times: a share, "by" or "from" an amount, points or another gain or loss."""
    return bool(MARGIN.search(text)) or states_share(text)


def states_amount(text: str) -> bool:
    return bool(FIGURE.search(text) or FRACTION.search(text)) or any(
        word.lower() in NUMBER_WORDS for word in WORD.findall(text)
    )


def states_count(text: str, counted: tuple[str, ...]) -> bool:
    """Whether a number in the text is followed closely by what is counted: "250 participants" for people."""
    of_people = bool(PEOPLE_ASKED & set(counted))
    if of_people and SAMPLE_SIZE.search(text):
        return True
    told = PEOPLE if of_people else {*counted, *(CASES if CASES & set(counted) else ())}
    wanted = set(map(stem, told))
    tokens = [token.lower() for token in TOKEN.findall(ITEM.sub(" ", text))]
    return any(wanted & set(map(stem, _counted_by(tokens, at))) for at in range(len(tokens)) if _counts(tokens[at]))


def _counts(token: str) -> bool:
    return token in COUNTING_WORDS or (token[0].isdigit() and not YEAR.fullmatch(token.rstrip(".,")))


def _counted_by(tokens: list[str], at: int) -> list[str]:
    """The words after a number up to the end of what it can count: "of the 30 patients with …" ends at "with"."""
    following = tokens[at + 1 :][:REACH]
    ends = (
        place for place, token in enumerate(following) if token in FUNCTION_WORDS - {"of", "the", "one"}
    )  # "thirty-one"
    return following[: next(ends, REACH)]
