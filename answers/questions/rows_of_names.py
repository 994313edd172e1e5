"""Names that stand in a row, such as "HiveCorp, WaxBank and BeeSet": what is asked is asked about each."""

import re
from collections.abc import Iterator

from answers.questions.question import Question

JOINT = r"(?:,|,? (?:and|or|nor|versus|vs\.?))(?: the)?"


def rows_of_names(question: Question) -> Iterator[tuple[str, ...]]:
    """Every name of the question, once, with those that it stands in a row with."""
    names = sorted(question.names, key=lambda name: (-len(name), name))
    if not names:
        return
    name = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
    for row in re.finditer(rf"{name}(?:{JOINT} {name})*", question.text):
        yield tuple(dict.fromkeys(re.findall(name, row.group())))
