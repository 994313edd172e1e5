"""Many searches in one request, each standing or falling by itself."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from service.asked import SearchQuery
from service.engine import Engine
from service.errors import DELIBERATE
from service.paging import search_page
from service.problems import Problem, of_error, of_validation
from service.schemas import SearchOut
from service.view import View

NO_SEARCH = "should be an object with the parameters of a search"


class FailedOut(BaseModel):
    error: Problem


class BatchOut(BaseModel):
    results: list[SearchOut | FailedOut]
    index_id: str


def search_batch(engine: Engine, view: View, queries: Sequence[Any], request_id: str) -> BatchOut:
    results = [search_one(engine, view, query, request_id) for query in queries]
    return BatchOut(results=results, index_id=view.index_id)


def search_one(engine: Engine, view: View, given: Any, request_id: str) -> SearchOut | FailedOut:
    if not isinstance(given, dict):
        return FailedOut(error=of_validation(request_id, [{"type": "dict_type", "loc": (), "msg": NO_SEARCH}]))
    try:
        query = SearchQuery.model_validate(given)
        return search_page(engine, view, query, query.hub)
    except ValidationError as error:
        return FailedOut(error=of_validation(request_id, error.errors()))
    except DELIBERATE as error:
        return FailedOut(error=of_error(request_id, error))
