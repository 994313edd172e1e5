"""A whole export at once."""

from collections.abc import Callable, Sequence

import pytest

from corpus.exporters.formats import Format, written
from corpus.values import Record
from tests.corpus.exporters.hard import HARD


@pytest.fixture
def write() -> Callable[..., str]:
    """The whole text of a format."""

    def whole(named: Format, records: Sequence[Record] = HARD) -> str:
        return b"".join(written(records, named)).decode()

    return whole
