"""Cells that a spreadsheet would take for formulas: marked when written, and the mark taken off again when read."""

import re

# The wide forms are formulas too where the keyboard is Chinese, Japanese or Korean.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_MARKED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def guarded(text: str) -> str:
    """With an apostrophe before what begins like a formula, also where apostrophes stand there already."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    return text[1:] if _MARKED.match(text) else text
