"""Every refusal and failure as application/problem+json."""

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from service.errors import DELIBERATE, Meaning, meaning
from service.etag import NotModified
from service.pages.headers import HEADERS

log = logging.getLogger("service.problems")
TYPE = "urn:citers:problem:"
UNREAD = "There was an error parsing the body"  # FastAPI's words
BY_STATUS = {
    400: ("bad_request", "Bad request"),
    404: ("not_found", "Not found"),
    405: ("method_not_allowed", "Method not allowed"),
    413: ("body_too_large", "Request body too large"),
    415: ("unsupported_media_type", "Unsupported media type"),
    500: ("internal_error", "Internal error"),
}


class FieldError(BaseModel):
    loc: list[str | int]
    msg: str


class Problem(BaseModel):
    """An error by RFC 9457. `errors` says which fields are at fault, where any are."""

    type: str
    title: str
    status: int
    detail: str
    request_id: str
    errors: list[FieldError] = []


def problem(
    request_id: str, status: int, slug: str, title: str, detail: str, errors: Sequence[FieldError] = ()
) -> Problem:
    return Problem(
        type=TYPE + slug, title=title, status=status, detail=detail, request_id=request_id, errors=list(errors)
    )


def of_error(request_id: str, error: Exception) -> Problem:
    """The problem that a deliberate error means, by the one table."""
    known: Meaning = meaning(error)
    return problem(request_id, known.status, known.slug, known.title, str(error))


def of_validation(request_id: str, found: Sequence[Any]) -> Problem:
    errors = [FieldError(loc=location(error), msg=error["msg"]) for error in found]
    told = (f"{'.'.join(map(str, error.loc))}: {error.msg}" if error.loc else error.msg for error in errors[:5])
    detail = "; ".join(told)
    return problem(request_id, 422, "invalid_request", "Request not understood", detail, errors)


def location(error: Any) -> list[str | int]:
    at = list(error["loc"])
    return [*at, error["ctx"]["name"]] if error["type"] == "unknown_field" else at


def install(app: FastAPI) -> None:
    """Has every error of the application answered as a problem."""
    for kind in DELIBERATE:
        app.add_exception_handler(kind, answer_deliberate)
    app.add_exception_handler(RequestValidationError, answer_validation)
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(NotModified, answer_not_modified)
    app.add_exception_handler(ClientDisconnect, answer_gone)
    app.add_exception_handler(Exception, answer_unforeseen)


def request_id_of(request: Request) -> str:
    return str(request.state.request_id)


def reply(request: Request, found: Problem, headers: dict[str, str] | None = None) -> Response:
    """As a page to a browser that is not at the API."""
    headers = {**(headers or {}), "X-Request-Id": found.request_id}
    at_the_api = f"{request.url.path}/".startswith("/v1/")
    if not at_the_api and "text/html" in request.headers.get("accept", ""):
        from service.pages.page import page

        return HTMLResponse(page("problem.html", problem=found), found.status, {**HEADERS, **headers})
    return Response(found.model_dump_json(), found.status, headers, "application/problem+json")


def answer_deliberate(request: Request, error: Exception) -> Response:
    found = of_error(request_id_of(request), error)
    if found.status >= 500:
        log.error("%s id=%s", error, found.request_id)
    return reply(request, found)


def answer_gone(request: Request, _error: Exception) -> Response:
    """Read by nobody: the client left before it had sent the whole body, which is no failure of ours."""
    told = "expected the whole body, found the connection closed before its end; send it again"
    return reply(request, problem(request_id_of(request), 400, "body_incomplete", "Request body incomplete", told))


def answer_validation(request: Request, error: Exception) -> Response:
    found = error.errors() if isinstance(error, (RequestValidationError, ValidationError)) else []
    return reply(request, of_validation(request_id_of(request), found))


def answer_http(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    slug, title = BY_STATUS.get(status, ("http_error", "Request failed"))
    where = {"method": request.method, "path": request.url.path}
    detail = DETAILS[status].format(**where) if status in DETAILS else str(getattr(error, "detail", title))
    if status == 400 and detail == UNREAD:
        detail = (
            "expected a body of JSON in UTF-8, found one that cannot be read as that; "
            "check its encoding, its nesting and the length of its numbers"
        )
    headers = {"Allow": taken_at(request)} if status == 405 else getattr(error, "headers", None)
    return reply(request, problem(request_id_of(request), status, slug, title, detail), headers)


def taken_at(request: Request) -> str:
    """Every method that is taken at a path: a route knows its own alone, and another may stand at the same path."""
    found = [route.original_route for route in iter_route_contexts(request.app.routes)]
    routes = [route for route in found if isinstance(route, Route)]
    # Pages that describe the service are no routes of its own, and the scope does not name them.
    at = request.scope["route"].path if "route" in request.scope else request.url.path
    methods = {method for route in routes if route.path == at for method in route.methods or ()}
    return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


DETAILS = {
    404: "there is no {path} here; GET /v1/openapi.json lists what there is",
    405: "{path} does not take {method}; the Allow header says what it takes",
}


def answer_not_modified(_request: Request, error: Exception) -> Response:
    return Response(status_code=304, headers={"ETag": str(error)})


def answer_unforeseen(request: Request, _error: Exception) -> Response:
    """The traceback goes to the log, under the same request id."""
    detail = "something went wrong here that should not have; the log has it under this request_id"
    return reply(request, problem(request_id_of(request), 500, *BY_STATUS[500], detail))


PROBLEM_RESPONSE: dict[str, Any] = {
    "description": "A problem, whatever went wrong.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
