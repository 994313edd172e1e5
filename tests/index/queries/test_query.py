"""What the query syntax means, and that what it cannot read is searched as plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.queries.framing import unframed
from index.queries.query import Clause, Query, read_query


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("small models", Query("small models")),
        ('"exact phrase" rest', Query("exact phrase rest", (Clause("exact phrase", exact=True),))),
        ("\u201ccurly quotes\u201d", Query("curly quotes", (Clause("curly quotes", exact=True),))),
        ("models -survey", Query("models", (Clause("survey", excluded=True),))),
        ('-"in context"', Query("", (Clause("in context", exact=True, excluded=True),))),
        ("title:survey", Query("survey", (Clause("survey", where="title"),))),
        ("Title:Survey -title:old", Query("Survey", (Clause("Survey", "title"), Clause("old", "title", False, True)))),
        ('author:"van Dyk" search', Query("search", (Clause("van Dyk", where="author", exact=True),))),
        ("fine-tuning - Phi-4 -- end", Query("fine-tuning - Phi-4 -- end")),
        ("Orca: learning from C++", Query("Orca: learning from C++")),
        ("I'm looking for recent papers on  model distillation", Query("model distillation")),
        (
            "could you please find me articles about -survey",
            Query("could you please find me articles about", (Clause("survey", excluded=True),)),
        ),
        ("find me papers on reward models", Query("reward models")),
        ("What is known about reward models?", Query("reward models?")),
        ("papers about", Query("papers about")),
        ("papers on the", Query("papers on the")),
        ("finding papers", Query("finding papers")),
        ("paper recommendation", Query("paper recommendation")),
        ("  ", Query("")),
    ],
)
def test_a_query_reads_as(written: str, read: Query) -> None:
    assert read_query(written) == read


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        ("year:2019 parsing", "'year:' is no part of the syntax and was searched as words; filter by year instead"),
        ("parsing OR tagging", 'OR was searched as a word; the syntax has "exact phrases", -exclusion, '),
        ("parsing or tagging", None),
        ("Orca: learning", None),
    ],
)
def test_syntax_of_other_engines_is_searched_as_words_with_a_warning(written: str, warning: str | None) -> None:
    found = read_query(written).warnings
    assert (found[0].startswith(warning), len(found)) == (True, 1) if warning else found == ()


@pytest.mark.parametrize(
    ("written", "text", "reason"),
    [
        ('"open phrase', "open phrase", "expected every quotation mark to open or close a phrase"),
        ('a 5" disk', "a 5 disk", "expected every quotation mark to open or close a phrase"),
        ("title: survey", "title: survey", "expected a word after 'title:', without a blank"),
        ('"" x', "x", "expected words in '\"\"'"),
        ("author:--", "author:--", "expected words in 'author:--'"),
    ],
)
def test_what_cannot_be_parsed_is_plain_words_with_a_warning(written: str, text: str, reason: str) -> None:
    read = read_query(written)
    assert (read.text, read.clauses) == (text, ())
    assert reason in read.warnings[0]
    assert read.warnings[0].endswith("; searched as plain words")


@given(st.text(alphabet='ab"-: \u201ctitle:author', max_size=30))
def test_every_text_can_be_read(written: str) -> None:
    read = read_query(written)
    assert '"' not in read.text


@pytest.mark.parametrize(
    "topic",
    [
        "Show Us the Way: Learning to herd geese",
        "We Need to Consider Disagreement",
        "Tell Me Why You Feel That Way",
        "Information on demand retrieval",
        "Literature on demand",
        "give me 5",
    ],
)
def test_a_topic_that_begins_as_a_request_does_stays_whole(topic: str) -> None:
    assert unframed(topic) == topic


@pytest.mark.parametrize(
    "frame",
    [
        "I am looking for papers about",
        "find me articles on",
        "papers about",
        "I need literature on",
        "what is known about",
        "tell me about",
    ],
)
def test_who_seeks_papers_about_what_is_no_topic(frame: str) -> None:
    assert unframed(f"{frame} geese") == "geese"
