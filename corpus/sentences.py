"""Where the sentences of a text begin and end.

A library cuts, and two rules mend what papers need: it cuts behind "Ref." and "Figs.", and nowhere behind a unit or in
what follows a bullet, a number in brackets or a "<", which it takes for a list or a quotation. What it knows to stand
with a name, as "Gen." does, stays there.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache

from sentencex import get_sentence_boundaries

Span = tuple[int, int]

# Short for a word that is never the last of a sentence: what it points at or names follows.
_LEADING = """
    approx ca cf dr e.g eds eq eqs fig figs i.e mr mrs ms prof ref refs viz vs
"""
# And those that are words or units as well, in this spelling.
_LEADING_AS_WRITTEN = """
    Ch No Nos Sec Secs Sect Tab Vol
"""
# What a sentence begins with and a surname, which an initial may stand before, is not.
_OPENERS = """
    a after all also although an and as at based because both but by compared during each finally following for from
    here however if in it moreover no on our since such that the their then there these they this those thus to under
    using we when where while with
"""

LEADING = frozenset(_LEADING.split())
LEADING_AS_WRITTEN = frozenset(_LEADING_AS_WRITTEN.split())
OPENERS = frozenset(_OPENERS.split())
ALWAYS = frozenset({"cf", "e.g", "i.e", "vs"})  # of these, those that a name may follow
ALWAYS_ENDS = tuple(f"{word}." for word in sorted(ALWAYS))
WHOLE = frozenset({"Art", "May", "Ok", "Yahoo"})  # words that the library takes for short ones
AUTHORS = "al"  # "et al." may end a sentence, but not before the number of what they wrote
SHORT = LEADING | {word.lower() for word in LEADING_AS_WRITTEN} | {AUTHORS, "ed", "pp", "st", "resp"}

LAST_WORD = re.compile(r"(?<![^\W_])((?:[^\W_]+\.)*[^\W_]+)\.$")
POINTED_AT = re.compile(r"\. ?[\[(][^\[\]()]{1,20}[\])]$")
NUMBERED = re.compile(r"[\d\[(]|[^\W\d_]{1,4}\d|[IVX]+\b")
STOP = re.compile(r"[.!?][\"'”’)\]]*(?:\s\"(?=\s))?\s+(?=[A-Z•(]|[“\"]\S)")
# What lies between quotes that stand as they should, which is a title more often than a speech: no longer than one is.
QUOTED = re.compile(r"(?<!\w)\"(?=[^\W_])[^\"]{1,200}(?<!\s)\"(?!\w)|“[^“”]{1,200}”")
BRACKET = re.compile(r"[()\[\]]")
NEXT_WORD = re.compile(r"\W*((?:[^\W_]+(?![^\W_]|\.))?)")  # an initial is none
MEASURED = re.compile(r"(?<!\b(?:19|20)\d)\d\s?$|/$")  # what a unit of one letter stands behind; a year is none
FINELY_MEASURED = re.compile(r"\d\.\d{1,9}\s?$|/$")  # and one in capitals, which "group 1 A. Smith" has as well
REACH = 40  # characters before a stop in which its word is looked for


def sentence_spans(text: str) -> list[Span]:
    """(start, end) of each sentence in code points, in order, without the white space around it."""
    return [span for start, end in _joined(text) for span in _cut(text, start, end)]


def _pieces(text: str) -> Iterator[Span]:
    at = 0
    for boundary in get_sentence_boundaries("en", text):
        # The library's own indexes drift after some white space, so each piece is looked for where the last one ended.
        piece = boundary["text"].strip()
        start = text.find(piece, at) if piece else -1
        if start >= 0:
            at = start + len(piece)
            yield start, at


def _joined(text: str) -> list[Span]:
    """The library's pieces, those cut behind an abbreviation or inside a number put together again."""
    found: list[Span] = []
    for start, end in _pieces(text):
        first, last = found[-1] if found else (0, 0)
        parted = start == last and text[last - 2 : last - 1].isdigit() and text[start].isdigit()  # ۰.۵
        if found and (parted or _goes_on(text[max(first, last - REACH) : last], text[start : start + REACH])):
            found[-1] = first, end
        else:
            found.append((start, end))
    return found


def _goes_on(before: str, after: str) -> bool:
    """Whether what comes `after` belongs to the sentence whose end stands `before`: "in Ref." and "[3]", or "and"."""
    runs_on = after[:1].islower() or after[:1] in {",", ";", ":"}
    numbered = NUMBERED.match(after) is not None
    if not runs_on and not numbered and not before.lower().endswith(ALWAYS_ENDS):
        return False  # nearly always so, and told without a search
    pointed = POINTED_AT.search(before)
    last = LAST_WORD.search(before[: pointed.start() + 1] if pointed else before)
    if last is None:
        return False
    word = last[1]
    leads = word.lower() in LEADING or word in LEADING_AS_WRITTEN or word == AUTHORS
    if pointed or runs_on:
        return leads and runs_on
    always = word.lower() in ALWAYS and not word.isupper()
    return always or (leads and numbered)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of one piece, which is several where the library saw a list or a quotation."""
    stops = list(STOP.finditer(text, start, end))
    brackets = _brackets(text, start, end) if stops else []
    quoted = [quote.span() for quote in QUOTED.finditer(text, start, end)] if stops else []
    for stop in stops:
        held = _within(brackets, stop.end()) or _between(quoted, stop.end())
        if not held and _ends(text, start, stop):
            yield start, stop.start() + len(stop.group().rstrip())
            start = stop.end()
    yield start, end


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here: not behind an abbreviation, nor behind an initial with a surname to follow."""
    following = NEXT_WORD.match(text, stop.end())
    opens = following is not None and following[1].lower() in OPENERS
    if stop.group().rstrip() == "!":
        return opens  # Yahoo! Answers
    before = text[max(start, stop.start() - REACH) : stop.start() + 1]
    last = LAST_WORD.search(before)
    if last is None:
        return True
    word = last[1]
    if word.lower() in SHORT:
        return len(word) > 1 and word.isupper()  # ED and CF are short for something else
    if len(word) == 1 or "." in word:
        unit = MEASURED if word.islower() else FINELY_MEASURED
        return opens or bool(unit.search(before[: last.start()]))
    return opens or not _names(word)


@lru_cache(maxsize=1024)
def _names(word: str) -> bool:
    """Whether the word with a capital is short for what stands with a name, by the library: Gen., Univ., Inc."""
    if not word.istitle() or word in WHOLE:
        return False
    return len(list(get_sentence_boundaries("en", f"It is {word}. Smith came."))) == 1


def _brackets(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Where brackets stand, and whether each closes one that was opened."""
    found, depth = [], 0
    for bracket in BRACKET.finditer(text, start, end):
        closes = bracket.group() in ")]" and depth > 0
        depth += 1 if bracket.group() in "([" else -closes
        found.append((bracket.start(), closes))
    return found


def _within(brackets: list[tuple[int, bool]], at: int) -> bool:
    """Whether the next bracket closes one that was opened before: of one that is never closed the text may be full."""
    following = bisect(brackets, (at, False))
    return following < len(brackets) and brackets[following][1]


def _between(quoted: list[Span], at: int) -> bool:
    """Whether this place lies between two quotes that belong together."""
    last = bisect(quoted, (at, at)) - 1
    return last >= 0 and at < quoted[last][1]
