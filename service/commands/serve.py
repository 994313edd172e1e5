"""`citers serve`: the HTTP service in this process, from its first line on the terminal to its graceful end."""

from __future__ import annotations

import errno
import json
import signal
import socket
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from types import FrameType
from typing import TYPE_CHECKING

import click

from service.commands.exits import UNAVAILABLE, refuse
from service.commands.session import Session, everywhere, pass_session

if TYPE_CHECKING:
    from service.engine import Engine

    Run = Callable[[Engine, socket.socket, Callable[[], None]], None]

DEMO = "arxiv:2306.02707"  # the bundled hub, of which it is known what its citers speak of
WAITING = 2048  # connections held while the models are loading


@click.command()
@click.option("--host", help="Address to listen on (default: CITERS_HOST, else 127.0.0.1).")
@click.option("--port", type=click.IntRange(0, 65535), help="0 takes a free one (default: CITERS_PORT, else 8000).")
@click.option("--demo", is_flag=True, help="Load the bundled hub first.")
@click.option("--read", is_flag=True, help="Only read, beside the service that writes to the folder.")
@everywhere
@pass_session
def serve(session: Session, host: str | None, port: int | None, demo: bool, read: bool) -> None:
    """Answer over HTTP until stopped; prints the address when ready."""
    from service.settings import set_up_logging

    if read and demo:
        raise click.UsageError("--demo writes to the folder, which a service with --read does not; give one of them")

    signal.signal(signal.SIGTERM, _leave)
    settings = session.settings(host=host, port=port)
    set_up_logging(settings)
    with closing(listening_socket(settings.host, settings.port)) as listener:
        try:
            _serve(session, listener, demo=demo, read=read)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)


def _serve(session: Session, listener: socket.socket, *, demo: bool, read: bool) -> None:
    address = address_of(listener)
    with session.progress() as progress:
        opening = session.reading if read else session.writing
        opened = opening(serving=True, progress=progress)
    with opened as engine:
        if demo:
            with session.progress() as progress:
                engine.load_demo(progress)
        with ThreadPoolExecutor(1) as beside:
            server = beside.submit(_server)
            engine.warm()
            engine.view().rehearse()

            def ready() -> None:
                announce(session, engine, address)
                beside.submit(engine.view().load_answering)

            server.result()(engine, listener, ready)


def _server() -> Run:
    """Takes as long to import as the models to load, which needs little of Python."""
    from service.server import run_server

    return run_server


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def listening_socket(host: str, port: int) -> socket.socket:
    """Bound before anything slow happens, so that a taken port is found out at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once only over sockets that name TCP; others wait 40 ms for the acknowledgement of a reply's head
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(WAITING)
    except OSError as error:
        listener.close()
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        advice = "choose another with --port (0 takes a free one), or stop what is using it"
        refuse(
            f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}\n"
            f"{advice if taken else 'name an address of this machine with --host or CITERS_HOST'}",
            UNAVAILABLE,
        )
    return listener


def address_of(listener: socket.socket) -> str:
    """Where to reach it from this machine."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # shown, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def announce(session: Session, engine: Engine, address: str) -> None:
    hubs = engine.view().hubs()
    hub = hubs[0].id if hubs else None
    if session.json:
        click.echo(json.dumps({"url": address, "hub": hub}))
    else:
        click.echo(f"citers is ready at {address}  (the API is described at {address}/docs)")
        click.echo("\n".join(examples(address, hub)))
    sys.stdout.flush()


def examples(address: str, hub: str | None) -> list[str]:
    """Three commands that work as they stand."""
    if hub is None:
        return [
            "nothing is imported yet; try:",
            f"  curl -F file=@FILE '{address}/v1/imports'",
            f"  curl '{address}/v1/hubs'",
            f"  curl '{address}/readyz'",
        ]
    bundled = hub == DEMO
    asked = "When does synthetic data help a model?" if bundled else "What do the citing papers say?"
    question = json.dumps({"question": asked, "hub": hub})
    return [
        "try:",
        f"  curl '{address}/v1/hubs/{hub}'",
        f"  curl '{address}/v1/hubs/{hub}/citers?{'q=distillation' if bundled else 'limit=3'}'",
        f"  curl '{address}/v1/ask' -H 'Content-Type: application/json' -d '{question}'",
    ]
