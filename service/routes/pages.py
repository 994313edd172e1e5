"""Pages for people: what is held, a hub and what its citers say, a search, an answer, a paper."""

from typing import TypeVar

from fastapi import APIRouter, Depends
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from service.asked import Asked, CitersQuery, Name, SearchQuery
from service.asked_question import AskBody
from service.asking import put, told, unless_left
from service.etag import Tagged
from service.pages.headers import HEADERS
from service.paging import search_page
from service.parts import EngineDep, NoParameters, Turn, ViewDep
from service.routing import IdRoute
from service.schemas import AnswerOut, HeldPaperOut, HubLineOut, RelatedOut
from service.schemas_hub import HubPageOut


async def closed(response: Response) -> None:
    """Put on the routes of pages, has browsers load nothing but their own style."""
    response.headers.update(HEADERS)


router = APIRouter(
    route_class=IdRoute,
    include_in_schema=False,
    default_response_class=HTMLResponse,
    dependencies=[Depends(closed)],
)
GONE = 499  # for the log: nobody reads the page of a client that has left
RELATED = 5  # papers shown beside one

Query = TypeVar("Query", bound=Asked)


class Question(Asked):
    question: str = ""
    hub: Name | None = None


@router.get("/style.css", dependencies=[NoParameters])
def style_sheet() -> Response:
    from service.pages.page import style

    return Response(style(), headers={"Cache-Control": "max-age=300"}, media_type="text/css")


@router.get("/", dependencies=[Tagged, NoParameters])
def home(view: ViewDep) -> str:
    from service.pages.page import page

    return page("home.html", hubs=[HubLineOut.of(hub) for hub in view.hubs()])


@router.get("/search", dependencies=[Tagged, Turn])
def search(request: Request, view: ViewDep, engine: EngineDep) -> str:
    from service.pages.page import page

    query = asked(SearchQuery, request)
    found = search_page(engine, view, query, query.hub)
    return page("search.html", query=request.query_params, wanted=query, found=found)


@router.get("/hubs/{hub:path}", dependencies=[Tagged, Turn])
def hub(hub: str, request: Request, view: ViewDep, engine: EngineDep) -> str:
    """The hub as a whole where nothing is asked, else its citers found."""
    from service.pages.page import page

    query = asked(CitersQuery, request)
    about = view.hub_page(hub)
    found = search_page(engine, view, query, (hub,)) if request.query_params else None
    shown = HubPageOut.of(about, view.index_id)
    return page("hub.html", query=request.query_params, wanted=query, about=about, hub=shown, found=found)


@router.get("/ask", response_model=None)
async def answer(request: Request, view: ViewDep) -> str | Response:
    from service.pages.page import page

    query = asked(Question, request)
    body = valid(AskBody, {"question": query.question, "hub": query.hub})
    found = await unless_left(request, told(request, view, await put(request, view, body)))
    if found is None:
        return Response(status_code=GONE)
    hub = None if query.hub is None else view.paper(query.hub).paper
    return page("answer.html", hub=hub, answer=AnswerOut.of(found, view.index_id))


@router.get("/papers/{paper:path}", dependencies=[Tagged, NoParameters, Turn])
def paper(paper: str, view: ViewDep) -> str:
    from service.pages.page import page

    held = HeldPaperOut.held(view.paper(paper), view.index_id)
    related = RelatedOut.of(view.related((paper,), hub=None, limit=RELATED), view.index_id)
    return page("paper.html", paper=held, related=related)


def asked(kind: type[Query], request: Request) -> Query:
    from service.pages.links import filled

    return valid(kind, filled(request.query_params))


def valid(kind: type[Query], given: dict[str, object]) -> Query:
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        raise RequestValidationError([{**one, "loc": ("query", *one["loc"])} for one in error.errors()]) from error
