"""Words and pairs of words that a text uses and another may share."""

from collections.abc import Iterator

from index.tokens import STOP_WORDS, stem, words

# Words that papers of every topic say about themselves.
ACADEMIC_LIST = (
    "approach approaches based method methods model models paper propose proposed novel new result results show "
    "study work task tasks data using use used towards toward improve improved improving performance framework "
    "via large different better problem problems present system systems analysis learning evaluation experiments"
)
ACADEMIC = frozenset(ACADEMIC_LIST.split())


def terms(*texts: str) -> Iterator[tuple[str, str]]:
    """Telling words and pairs of words: the stems to count by, and the spelling, in lower case unless it is a name."""
    for text in texts:
        before: tuple[str, str, int] | None = None
        for word in words(text):
            written = text[word.start : word.end]
            plain = written if any(char.isupper() for char in written[1:]) else written.lower()
            if plain.lower() in STOP_WORDS or len(plain) < 2 or plain.isdigit():
                before = None
                continue
            key = stem(word.forms[0])
            if before and text[before[2] : word.start] == " ":
                yield f"{before[0]} {key}", f"{before[1]} {plain}"
            if plain.lower() not in ACADEMIC:
                yield key, plain
            before = (key, plain, word.end)
