"""On the PYTHONPATH of every process these tests start: says so and fails when one tries to leave this machine."""

import sys
from typing import Any

LOCAL = {"localhost", "::1", "0.0.0.0", "::", "", None}
CALLS = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0}


def is_local(address: Any) -> bool:
    if isinstance(address, bytes):
        address = address.decode()
    host = address[0] if isinstance(address, tuple) else address
    return host in LOCAL or str(host).startswith(("127.", "/"))


def refuse(event: str, args: tuple[Any, ...]) -> None:
    if event in CALLS and not is_local(args[CALLS[event]]):
        sys.stderr.write(f"left this machine: {event} {args[CALLS[event]]!r}\n")
        raise OSError(f"there is no network here: {event} {args[CALLS[event]]!r}")


sys.addaudithook(refuse)
