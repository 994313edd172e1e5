"""Text of papers inside Markdown is shown as it is, and makes nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from service.markdown import escaped

READER = MarkdownIt("gfm-like", {"linkify": False})
HOSTILE = (
    "# A heading",
    "- a list",
    "+ a list",
    "1. a list",
    "2024) a list",
    "--- ",
    "===",
    "> a quotation",
    "| a | table |",
    "`code` and ```fences```",
    "~~struck~~ and ~~~",
    "*stressed* and __strong__ and snake_case",
    "[a link](http://evil.example) and ![an image](x.png)",
    "[7]: http://evil.example",
    "<script>alert(1)</script> and <http://evil.example>",
    "&lt;b&gt; and &#91;7&#93; and AT&T",
    "a backslash \\ and \\[one\\] before a bracket",
    "line\nbreak\u2028and\x85others\t.",
    "    indented code",
    "![x][y] [y]",
    ": a definition",
    "[ ] a task",
)


def shown(markdown: str) -> tuple[list[str], str]:
    """The kinds of blocks and signs that a reader of the Markdown sees within one list item, and their text."""
    tokens = READER.parse(f"- {markdown} end")
    inline = [child for token in tokens for child in token.children or ()]
    kinds = [token.type for token in tokens] + [child.type for child in inline if child.type != "text"]
    return kinds, "".join(child.content for child in inline)


PLAIN = shown("plain")[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_and_makes_nothing(text: str) -> None:
    kinds, seen = shown(escaped(text))
    assert [kind for kind in kinds if kind != "text_special"] == PLAIN
    assert seen == f"{' '.join(text.split())} end"


@given(st.text(alphabet="ab1 #*_-+=>`~[]()!<>&;|\\.:@$\n", max_size=40))
def test_no_text_makes_anything(text: str) -> None:
    kinds, seen = shown(escaped(f"{text}x"))
    assert [kind for kind in kinds if kind != "text_special"] == PLAIN
    assert seen == f"{' '.join(f'{text}x'.split())} end"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://evil.example", r"see https\://evil.example"),
        ("see HTTP://evil.example", r"see HTTP\://evil.example"),
        ("see www.evil.example", r"see www\.evil.example"),
        ("a@evil.example", r"a\@evil.example"),
    ],
)
def test_addresses_that_readers_would_link_are_broken(text: str, address: str) -> None:
    assert escaped(text) == address


def test_plain_text_stays_as_it_is() -> None:
    assert (
        escaped("Wax of bees (2.5 g) is dear: 40% more, isn't it?")
        == "Wax of bees (2.5 g) is dear: 40% more, isn't it?"
    )
