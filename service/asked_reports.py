"""What callers may ask of a report and of a table, its limits, and a refusal of anything else."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from answers.reports.report_values import SECTIONS, SectionName
from corpus.text import clean
from service.asked import LIMITS, Asked, AskedFilters, Page, nearest


def _known(value: Any) -> Any:
    names = [value] if isinstance(value, str) else value
    for name in names if isinstance(names, list | tuple) else ():
        if name not in SECTIONS:
            message = nearest(str(name), list(SECTIONS))
            raise PydanticCustomError("unknown_section", "{message}", {"message": message})
    return names


def _asks(question: str) -> str:
    if not clean(question):
        raise PydanticCustomError("blank", "should ask something but is blank; leave it out")
    return question


Question = Annotated[str, Field(max_length=LIMITS["question_characters"]), AfterValidator(_asks)]


class ReportQuery(Asked):
    """The sections wanted, in any order; without one, the whole report."""

    section: Annotated[tuple[SectionName, ...], BeforeValidator(_known)] = ()
    format: Literal["json", "markdown"] = "json"


class TableBody(Page):
    """A column for each question, in the order given; the filters choose rows."""

    questions: Annotated[list[Question], Field(min_length=1, max_length=LIMITS["table_questions"])]
    filters: AskedFilters = AskedFilters()

    def key(self) -> str:
        """Everything that shapes the walk: two bodies with one key have the same pages."""
        return self.model_dump_json(exclude={"limit", "cursor"})
