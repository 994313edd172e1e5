"""Reports on a hub, and tables of its citers beside a caller's questions."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from service.asked_reports import ReportQuery, TableBody
from service.etag import UNCHANGED, Tagged
from service.paging import table_page
from service.parts import EngineDep, JsonBody, NoParameters, Turn, ViewDep
from service.render_report import report_markdown
from service.routing import IdRoute
from service.schemas_report import ReportOut, TableOut

router = APIRouter(prefix="/v1/hubs", tags=["reports"], route_class=IdRoute)
MARKDOWN = "text/markdown; charset=utf-8"
FORMS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report; with `format=markdown`, as a document.",
        "content": {"text/markdown": {"schema": {"type": "string"}}},
    },
    **UNCHANGED,
}


@router.get("/{hub:path}/report", dependencies=[Tagged, Turn], response_model=ReportOut, responses=FORMS)
def report(hub: str, query: Annotated[ReportQuery, Query()], view: ViewDep, response: Response) -> ReportOut | Response:
    """What the citing papers make of the hub: sections of their own sentences, each cited, each whole by itself."""
    made = view.report(hub, query.section)
    if query.format == "json":
        return ReportOut.of(made, view.index_id)
    text = report_markdown(made, whole=not query.section)
    return Response(text, headers={**response.headers, "X-Index-Id": view.index_id}, media_type=MARKDOWN)


@router.post("/{hub:path}/table", dependencies=[JsonBody, NoParameters, Turn])
def table(hub: str, body: TableBody, view: ViewDep, engine: EngineDep) -> TableOut:
    """What each citing paper says to each question: a quote from it, or null where it does not say."""
    return table_page(engine, view, hub, body)
