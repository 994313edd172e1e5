"""A service that only reads takes up what the one that writes makes current."""

import logging

import anyio
from fastapi.concurrency import run_in_threadpool

from service.engine import UNREADABLE, Engine

log = logging.getLogger("service.following")
EVERY = 1.0  # seconds between two looks at which version is current, which reads one small file


async def following(engine: Engine) -> None:
    """Goes on until it is cancelled. What cannot be read is said once, and replies come from what was held before."""
    said = ""
    while True:
        await anyio.sleep(EVERY)
        try:
            await run_in_threadpool(engine.follow)
            said = ""
        except UNREADABLE as error:
            if str(error) != said:
                said = str(error)
                log.warning("what was made current cannot be read: %s", said)
