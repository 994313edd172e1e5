"""Files of entries that begin on a line of their own, cut into these entries, never more than one in memory."""

import re
from collections.abc import Iterable, Iterator

from corpus.importers.lines import LONGEST_LINE, Line, not_utf8
from corpus.values import Problem


def blocks(
    lines: Iterable[Line], begins: re.Pattern[bytes], unit: str, shown: str
) -> Iterator[tuple[int, str] | Problem]:
    """The number of the first line and the text of each entry; what stands before the first is passed over.

    `unit` is what the format calls an entry, and `shown` how one begins. One that cannot be read is a problem in its
    place, and so is a file without any.
    """
    block: list[Line] = []
    for line in lines:
        if begins.match(line.text):
            yield from _block(block, unit)
            block = [line]
        elif block:
            block.append(line)
    yield from _block(block, unit)
    if not block:
        yield Problem(
            1, f"expected {shown!r} at the start of a line, found it nowhere; check what the file was exported as"
        )


def _block(lines: list[Line], unit: str) -> Iterator[tuple[int, str] | Problem]:
    if not lines:
        return
    text = b"\n".join(line.text for line in lines)
    fault = next((line.fault for line in lines if line.fault), None)
    if len(text) > LONGEST_LINE:
        fault = f"longer than {LONGEST_LINE:,} bytes ({len(text):,})"
    try:
        told = text.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = fault or not_utf8(error)
    if fault:
        yield Problem(lines[0].number, f"{fault}; this {unit} is left out")
    else:
        yield lines[0].number, told
