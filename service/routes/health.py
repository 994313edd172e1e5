"""Whether it is alive and ready, what it counts, and what it is."""

from typing import Any

from fastapi import APIRouter, Response
from starlette.requests import Request

from service.etag import UNCHANGED, tagged_by_content
from service.metrics import CONTENT_TYPE
from service.parts import EngineDep, MetricsDep, NoParameters, ViewDep
from service.readiness import passed
from service.schemas_work import AboutOut, AliveOut, ReadyOut

router = APIRouter(tags=["health"])
EXPOSED: dict[int | str, dict[str, Any]] = {200: {"content": {"text/plain": {"schema": {"type": "string"}}}}}


@router.get("/livez")
async def livez() -> AliveOut:
    """Answers as long as the process does; looks at nothing else, and needs no thread."""
    return AliveOut()


@router.get("/readyz")
def readyz(engine: EngineDep) -> ReadyOut:
    """200 when the index and the model are loaded and each search leg finds its canary, else a 503 problem."""
    return ReadyOut.of(passed(engine.ready()))


@router.get("/metrics", response_class=Response, responses=EXPOSED)
def metrics(view: ViewDep, metrics: MetricsDep) -> Response:
    """Counters in the format of Prometheus."""
    text = metrics.exposition(papers=view.paper_count, hubs=view.hub_count)
    return Response(text, media_type=CONTENT_TYPE)


@router.get("/v1/about", dependencies=[NoParameters], response_model=AboutOut, responses=UNCHANGED)
def about(engine: EngineDep, request: Request) -> Response:
    """The release, the index, the models and the limits."""
    return tagged_by_content(request, AboutOut.of(engine.about()))
