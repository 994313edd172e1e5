"""What a paper may do with another that it cites."""

from typing import Literal

Relation = Literal["build-on", "extend", "compare", "dispute"]
