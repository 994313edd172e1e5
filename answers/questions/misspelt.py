"""Words by which a question asks, written with a slip: "Wich papers …?", "What is the diference …?"."""

import re
from collections.abc import Callable

from answers.text.wordlists import FUNCTION_WORDS
from index.queries.likely import likely_slip

# Those whose slips are no words of their own, as "dose" for "does" would be.
_ASKING = """
    which what how when where why whose paper papers article articles study studies publication publications author
    authors researcher researchers difference differences compare compared address addresses discuss discusses propose
    proposes describe describes mention mentions
"""
ASKING = tuple(_ASKING.split())
_PLAIN = re.compile(r"(?<![\w’'-])[^\W\d_][a-z]{2,}(?![\w’'-])")


def spelt_right(text: str, spoken: Callable[[str], bool]) -> str:
    """The question with such words as they were probably meant, where no paper has `spoken` of what is written. Words
    with a capital inside a sentence are names, which may be spelt in any way."""

    def meant(found: re.Match[str]) -> str:
        word = found.group()
        if (found.start() and not word.islower()) or word.lower() in {*FUNCTION_WORDS, *ASKING} or spoken(word):
            return word
        right = next((each for each in ASKING if likely_slip(word.lower(), each)), word)
        return right.capitalize() if word[0].isupper() else right

    return _PLAIN.sub(meant, text)
