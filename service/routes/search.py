"""Search across hubs: one query, or many at once."""

from typing import Annotated

from fastapi import APIRouter, Query

from service.asked import BatchBody, SearchQuery
from service.batch import BatchOut, search_batch
from service.etag import UNCHANGED, Tagged
from service.paging import search_page
from service.parts import EngineDep, JsonBody, LongTurn, NoParameters, RequestId, Turn, ViewDep
from service.schemas import SearchOut

router = APIRouter(prefix="/v1/search", tags=["search"])


@router.get("", dependencies=[Tagged, Turn], responses=UNCHANGED)
def search(query: Annotated[SearchQuery, Query()], view: ViewDep, engine: EngineDep) -> SearchOut:
    """Search every paper held, or the citers of the hubs that `hub` names."""
    return search_page(engine, view, query, query.hub)


@router.post("/batch", dependencies=[JsonBody, NoParameters, LongTurn])
def batch(body: BatchBody, view: ViewDep, engine: EngineDep, request_id: RequestId) -> BatchOut:
    """Many searches at once, answered in order; one that fails has an error in its place and spoils no other."""
    return search_batch(engine, view, body.queries, request_id)
