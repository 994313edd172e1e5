"""Runs the HTTP service on a socket in this process, and says so when it is ready."""

import socket
from collections.abc import Callable

import uvicorn

from service.app import create_app
from service.engine import Engine


class Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


def run_server(engine: Engine, listener: socket.socket, announce: Callable[[], None]) -> None:
    """Returns when told to stop (SIGINT, SIGTERM) and every reply under way is sent."""
    config = uvicorn.Config(create_app(engine), log_config=None, access_log=False, timeout_graceful_shutdown=10)
    Server(config, announce).run(sockets=[listener])
