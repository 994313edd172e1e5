"""Every command that a message tells people to run is one that there is."""

import re
from pathlib import Path

import click
import pytest

from service.cli import citers

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("corpus", "embeddings", "index", "answers", "eval", "service")
ADVICE = re.compile(r"[`(]citers ([a-z]+(?: [a-z]+)?)")


def advised() -> list[str]:
    texts = (path.read_text("utf-8") for room in ROOMS for path in (ROOT / room).rglob("*.py"))
    return sorted({words for text in texts for words in ADVICE.findall(text)})


@pytest.mark.parametrize("words", advised())
def test_a_command_that_messages_name_exists(words: str) -> None:
    command: click.Command | None = citers
    for word in words.split():
        if isinstance(command, click.Group):
            command = command.get_command(click.Context(command), word)
    assert isinstance(command, click.Command)
    assert not isinstance(command, click.Group)
