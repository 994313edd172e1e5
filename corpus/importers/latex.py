"""Texts as LaTeX shows them, from fields of BibTeX."""

import logging
import re
from functools import cache

from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from pylatexenc.latexwalker import LatexWalkerParseError

_LATEX = re.compile(r"[\\{}$~]|--|``|''")
# Formulas as pandoc knows them, so that "$5 and $6" is none; and signs that are commands, but stand for themselves in
# the abstracts that publishers paste.
_BARE = re.compile(r"\\.|(\$(?=\S)(?:[^$\\]|\\.)*+(?<=\S)\$(?!\d))|([$%&#])", re.DOTALL)
# One letter with what stands on it, in braces of its own or not.
_ACCENTED = r"\\(?:[`'^\"~=.]\s?(?:\{\\?[a-zA-Z]\}|\\?[a-zA-Z])|[uvHtcdbkr]\s?\{\\?[a-zA-Z]{1,2}\})"
_LETTER = rf"{_ACCENTED}|\\(?:aa|AA|ae|AE|oe|OE|ss|o|O|l|L|i|j)(?![a-zA-Z])(?:\{{\}}|\s+)?"
_LETTERS = re.compile(rf"\{{(?:{_LETTER})\}}|{_LETTER}")
_BRACES = re.compile(r"[{}]")
_PERCENT = re.compile(r"(?<!\\)%")
_ESCAPED = re.compile(r"\\([_%&#~{}$])")


def plain(text: str) -> str:
    """What a reader of the typeset text would see; commands that are not known are passed over, not their arguments."""
    if not _LATEX.search(text):
        return text
    try:
        return str(_decoder().latex_to_text(_BARE.sub(_meant, text)))
    except (LatexWalkerParseError, LookupError, RecursionError):  # the library stumbles over commands that are cut off
        return _BRACES.sub("", text)


def with_letters(text: str) -> str:
    """With letters for their commands, and all else as it stands: braces still hold together what is in them."""
    return _LETTERS.sub(lambda found: plain(found[0]).strip(), text)


def verbatim(text: str) -> str:
    """An address or an id, in which TeX's own signs may stand with or without a backslash."""
    return _ESCAPED.sub(r"\1", text.removeprefix(r"\url{").removesuffix("}") if text.startswith(r"\url{") else text)


def _meant(found: re.Match[str]) -> str:
    if found[1]:
        return _PERCENT.sub(r"\\%", found[1])
    return f"\\{found[2]}" if found[2] else found[0]


@cache
def _decoder() -> LatexNodes2Text:
    logging.getLogger("pylatexenc").setLevel(logging.ERROR)  # else a warning for each command without its arguments
    known = get_default_latex_context_db()
    macros = [
        MacroTextSpec("url", discard=False),  # else in angle brackets
        MacroTextSpec("textasciicircum", simplify_repl="^"),  # else another letter that looks like it
        *(MacroTextSpec(cite, simplify_repl="") for cite in ("cite", "citep", "citet")),
    ]
    known.add_context_category("fields of BibTeX", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=known, math_mode="text")
