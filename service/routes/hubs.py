"""Hubs: the list, two side by side, a hub's page and its parts, the citing papers, and removal."""

from typing import Annotated

from fastapi import APIRouter, Query

from index.topics.projection import METHOD
from service.asked import CitersQuery, CompareQuery, Page
from service.comparing import comparison_page
from service.etag import UNCHANGED, Tagged
from service.paging import page_of, search_page, start
from service.parts import EngineDep, JobsDep, NoParameters, Turn, ViewDep
from service.routing import IdRoute
from service.schemas import DeletedOut, HubLineOut, ItemsOut, SearchOut
from service.schemas_comparison import ComparisonOut
from service.schemas_hub import HubPageOut, MapOut, PointOut, TopicOut, YearOut

router = APIRouter(prefix="/v1/hubs", tags=["hubs"], route_class=IdRoute)


@router.get("", dependencies=[Tagged], responses=UNCHANGED)
def hubs(page: Annotated[Page, Query()], view: ViewDep, engine: EngineDep) -> ItemsOut[HubLineOut]:
    """Every hub, in order of id."""
    view, offset = start(engine, view, page, "hubs")
    lines, cursor = page_of(view.hubs(), view, page, offset, "hubs")
    items = [HubLineOut.of(line) for line in lines]
    return ItemsOut(items=items, total=view.hub_count, next_cursor=cursor, index_id=view.index_id)


# Before the routes of one hub, of which the last would take this for a hub's id.
@router.get("/compare", dependencies=[Tagged, Turn], responses=UNCHANGED)
def comparison(query: Annotated[CompareQuery, Query()], view: ViewDep, engine: EngineDep) -> ComparisonOut:
    """Two hubs side by side: who cites both of them, and how, and who cites one alone. The beginning of each part, or
    of the `part` asked for; the `next_cursor` of a part goes on in it."""
    return comparison_page(engine, view, query)


@router.get("/{hub:path}/citers", dependencies=[Tagged, Turn], responses=UNCHANGED)
def citers(hub: str, query: Annotated[CitersQuery, Query()], view: ViewDep, engine: EngineDep) -> SearchOut:
    """List or search the papers that cite the hub. Filters act before ranking; facets count the whole filtered set."""
    return search_page(engine, view, query, (hub,))


@router.get("/{hub:path}/topics", dependencies=[Tagged, NoParameters, Turn], responses=UNCHANGED)
def topics(hub: str, view: ViewDep) -> ItemsOut[TopicOut]:
    """What the citing papers are about: clusters with names, the largest first."""
    items = [TopicOut.model_validate(topic) for topic in view.hub_page(hub).topics]
    return ItemsOut(items=items, total=len(items), next_cursor=None, index_id=view.index_id)


@router.get("/{hub:path}/timeline", dependencies=[Tagged, NoParameters, Turn], responses=UNCHANGED)
def timeline(hub: str, view: ViewDep) -> ItemsOut[YearOut]:
    """Citing papers by year, role and topic."""
    items = [YearOut.model_validate(year) for year in view.timeline(hub)]
    return ItemsOut(items=items, total=len(items), next_cursor=None, index_id=view.index_id)


@router.get("/{hub:path}/map", dependencies=[Tagged, NoParameters, Turn], responses=UNCHANGED)
def citers_map(hub: str, view: ViewDep) -> MapOut:
    """Two coordinates and a topic for every citing paper."""
    points = [PointOut.model_validate(point) for point in view.map(hub)]
    return MapOut(hub=view.hub_id(hub), points=points, total=len(points), method=METHOD, index_id=view.index_id)


@router.get("/{hub:path}", dependencies=[Tagged, NoParameters, Turn], responses=UNCHANGED)
def hub_page(hub: str, view: ViewDep) -> HubPageOut:
    """The hub page; every count says what it is out of."""
    return HubPageOut.of(view.hub_page(hub), view.index_id)


@router.delete("/{hub:path}", dependencies=[NoParameters])
def delete(hub: str, engine: EngineDep, jobs: JobsDep) -> DeletedOut:
    """Removes the hub and the papers that no other hub holds. An import that is under way, and has read its file, is
    left for it and goes on after it."""
    held, removed = engine.delete_hub(hub)
    jobs.bring_up()
    return DeletedOut(hub=held, papers_removed=removed)
