"""A paper answers where it is likely to or search finds it relevant, and never where search all but rules it out."""

import pytest

from answers.evidence import Evidence
from answers.refusal import ANSWERS, answering, chance


@pytest.mark.parametrize(
    ("cosine", "probability", "answers"),
    [
        (0.9, 0.1, True),
        (0.9, 0.0999, False),
        (0.0, 0.3999, False),
        (0.0, 0.4, True),
    ],
)
def test_what_search_reports_decides_where_the_sentences_do_not(
    cosine: float, probability: float, answers: bool
) -> None:
    one = Evidence(0, cosine, cosine, (), whole=cosine, probability=probability)
    assert (chance(one, 3_000) >= ANSWERS) is (cosine > 0)
    assert answering([one], 3_000) == ([one] if answers else [])
