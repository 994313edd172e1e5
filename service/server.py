"""Runs the HTTP service on a socket in this process, and says so when it is ready."""

import socket
from collections.abc import Callable
from types import FrameType

import uvicorn

from service.app import create_app
from service.engine import Engine
from service.protocol import Protocol


class Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None], leave: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce, self._leave = announce, leave

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Whoever waits for a job is told at once that it goes on at the next start."""
        self._leave()
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


def run_server(engine: Engine, listener: socket.socket, announce: Callable[[], None]) -> None:
    """Returns when told to stop (SIGINT, SIGTERM) and every reply under way is sent."""
    app = create_app(engine)
    config = uvicorn.Config(app, http=Protocol, log_config=None, access_log=False, timeout_graceful_shutdown=10)
    Server(config, announce, app.state.jobs.leave).run(sockets=[listener])
