"""Text of papers inside Markdown: shown as it is, whatever it looks like."""

import re

# CommonMark takes a backslash before any ASCII punctuation for that sign itself. These are the signs that make code,
# emphasis, links, images, HTML, entities, tables, strikes and formulas, and the addresses that some readers link.
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~$@]|(?<=http):|(?<=https):|(?<=ftp):|(?<=mailto):|(?<=www)\.", re.IGNORECASE)
_OPENING = re.compile(r"^(?:[#+=-]|:|\d+(?=[.)]))")  # headings, lists, rules


def escaped(text: str) -> str:
    """One line of Markdown that shows `text`, white space collapsed: no heading, list, link, image or HTML."""
    line = _SIGNS.sub(lambda found: "\\" + found.group(), " ".join(text.split()))
    opening = _OPENING.match(line)
    if opening is None:
        return line
    sign = opening.group()
    rest = line[opening.end() :]
    return f"{sign}\\{rest}" if sign.isdigit() else f"\\{sign}{rest}"
