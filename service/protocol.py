"""HTTP as uvicorn reads it; what it cannot read is refused in the form of every other refusal."""

from http import HTTPStatus
from uuid import uuid4

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from service.problems import problem

SEND = (
    "send a request line and headers of fewer than 64 KB in all, as HTTP/1.1 has them; in its address, "
    "percent-encode whatever is no ASCII, as é as %C3%A9, and blanks as %20"
)


class Protocol(HttpToolsProtocol):
    """Nothing of such a request is known, also not what it asks for: there is no route and no id that it came with."""

    def send_400_response(self, msg: str) -> None:
        request_id = uuid4().hex
        detail = f"{msg.rstrip('.')}; {SEND}"
        found = problem(request_id, HTTPStatus.BAD_REQUEST, "malformed", "Malformed request", detail)
        body = found.model_dump_json().encode()
        headers = {
            "content-type": "application/problem+json",
            "content-length": str(len(body)),
            "x-request-id": request_id,
            "connection": "close",
        }
        told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.transport.write(STATUS_LINE[400] + told.encode() + b"\r\n" + body)
        self.transport.close()
