"""What `POST /v1/imports` may be sent: a file with its fields, or the name of a source to ask."""

from collections import Counter
from collections.abc import AsyncIterator

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from corpus.ids import parse_id
from service.asked import ImportForm, SourceBody
from service.spool import Upload

NO_FILE = "should be a file, sent as a part of the form that has a file name"
TWICE = "was given more than once; give it once"
MULTIPART, JSON = "multipart/form-data", "application/json"


class UnknownContent(ValueError):
    """The body is of a kind that is not taken here."""


async def asked_of(request: Request) -> AsyncIterator[Upload | SourceBody]:
    """The upload, readable until the request has been answered, or what is to be fetched."""
    match content_type(request):
        case "multipart/form-data":
            async with request.form(max_files=1, max_fields=10) as form:
                yield from_form(form)
        case "application/json":
            yield source_of(await request.body())
        case other:
            raise UnknownContent(f"expected a body of {MULTIPART} or {JSON}, found {other or 'no content type'}")


def content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def from_form(form: FormData) -> Upload:
    """Raises UnknownId besides."""
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise RequestValidationError([{"type": "missing", "loc": ("body", "file"), "msg": NO_FILE}])
    given = Counter(name for name, _ in form.multi_items())
    twice = [name for name, count in given.items() if count > 1]
    if twice:
        raise RequestValidationError([{"type": "repeated", "loc": ("body", name), "msg": TWICE} for name in twice])
    try:
        fields = ImportForm.model_validate({name: value for name, value in form.items() if name != "file"})
    except ValidationError as error:
        raise at_fault_in_body(error) from error
    if fields.hub is not None:
        parse_id(fields.hub)  # what names no paper is refused now, not by the job
    return Upload(file.file, file.filename or "", fields.format, fields.hub, fields.hub_title)


def source_of(body: bytes) -> SourceBody:
    try:
        return SourceBody.model_validate_json(body)
    except ValidationError as error:
        raise at_fault_in_body(error) from error


def at_fault_in_body(error: ValidationError) -> RequestValidationError:
    return RequestValidationError([{**found, "loc": ("body", *found["loc"])} for found in error.errors()])
