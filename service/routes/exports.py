"""The citers of a hub as a file for other programs, sent while it is being written."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse
from starlette.requests import Request

from corpus.exporters.formats import KINDS, Kind, written
from service.asked import ExportQuery
from service.etag import UNCHANGED, Tagged
from service.parts import Turn, ViewDep
from service.routing import IdRoute

router = APIRouter(prefix="/v1/hubs", tags=["hubs"], route_class=IdRoute)


def schema_of(kind: Kind) -> dict[str, Any]:
    """A file of JSON is what it holds, any other is its text."""
    if kind.media_type.endswith("+json"):
        return {"type": "array", "items": {"type": "object", "additionalProperties": True}}
    return {"type": "string"}


FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The papers in the format asked for.",
        "content": {kind.media_type.partition(";")[0]: {"schema": schema_of(kind)} for kind in KINDS.values()},
        "headers": {"X-Index-Id": {"schema": {"type": "string"}, "description": "Which data and models made it."}},
    },
    **UNCHANGED,
}
A_BODY = b"\n"  # has a HEAD told what a GET is; none of it is sent


@router.get("/{hub:path}/export", dependencies=[Tagged, Turn], response_class=StreamingResponse, responses=FILES)
def export(
    hub: str, query: Annotated[ExportQuery, Query()], view: ViewDep, request: Request, response: Response
) -> StreamingResponse:
    """Every citing paper that `citers` would list for the same parameters, in its order, as one file."""
    kind = KINDS[query.format]
    records = view.records(hub, query.request(()))
    body: Iterator[bytes] = iter([A_BODY]) if request.state.method == "HEAD" else written(records, query.format)
    named = f'attachment; filename="{file_name(view.hub_id(hub), kind.suffix)}"'
    headers = {**response.headers, "Content-Disposition": named, "X-Index-Id": view.index_id}
    return StreamingResponse(body, headers=headers, media_type=kind.media_type)


def file_name(hub_id: str, suffix: str) -> str:
    """Of letters, digits, dots and hyphens alone, whatever the id: fit for a header and for any file system."""
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", hub_id).strip("-.")[:80]
    return f"citers-of-{plain}.{suffix}"
