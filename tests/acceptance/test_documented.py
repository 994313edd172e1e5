"""What the pages show of the bundled hub is what the commands print, wherever the page breaks its lines."""

import re
import shlex
from pathlib import Path

import pytest

from tests.acceptance.conftest import Citers
from tests.acceptance.product import Service

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "docs" / "report.md"]
SHOWN = re.compile(r"^```(?:console)?\n\$ (?:\.venv/bin/)?citers (.+)\n((?:(?!```).*\n)+)```$", re.MULTILINE)
EXAMPLES = [example for page in PAGES for example in SHOWN.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_is_printed_as_the_page_shows_it(citers: Citers, demo: Service, command: str, shown: str) -> None:
    args = shlex.split(command.replace("--data .citers", ""))
    printed = " ".join(citers(*args, "--data", demo.data).out.split())
    begins, dots, rest = " ".join(shown.split()).partition(" ...")
    assert rest == ""
    assert printed.startswith(begins) if dots else printed == begins


def test_the_examples_that_show_what_is_printed_are_found() -> None:
    assert [shlex.split(command)[0] for command, _ in EXAMPLES] == ["ask", "search", "ask", "table"]
