"""Papers: one with every hub it cites, and those related to it."""

from typing import Annotated

from fastapi import APIRouter, Query

from service.asked import RelatedBody, RelatedQuery
from service.etag import UNCHANGED, Tagged
from service.parts import JsonBody, NoParameters, Turn, ViewDep
from service.routing import IdRoute
from service.schemas import HeldPaperOut, RelatedOut

router = APIRouter(prefix="/v1", tags=["papers"], route_class=IdRoute)


@router.get("/papers/{paper:path}/related", dependencies=[Tagged, Turn], responses=UNCHANGED)
def related_to(paper: str, query: Annotated[RelatedQuery, Query()], view: ViewDep) -> RelatedOut:
    """The citers most like this paper, each with reasons that can be checked."""
    found = view.related((paper,), hub=query.hub, facet=query.facet, limit=query.limit)
    return RelatedOut.of(found, view.index_id)


@router.get("/papers/{paper:path}", dependencies=[Tagged, NoParameters], responses=UNCHANGED)
def paper(paper: str, view: ViewDep) -> HeldPaperOut:
    """The paper, with every hub it cites."""
    return HeldPaperOut.held(view.paper(paper), view.index_id)


@router.post("/related", dependencies=[JsonBody, NoParameters, Turn])
def related(body: RelatedBody, view: ViewDep) -> RelatedOut:
    """The citers most like some papers and unlike others, or most like a paragraph."""
    like, unlike = tuple(body.like), tuple(body.unlike)
    found = view.related(like, unlike, body.text, hub=body.hub, facet=body.facet, limit=body.limit)
    return RelatedOut.of(found, view.index_id)
