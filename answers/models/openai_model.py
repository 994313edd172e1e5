"""Any server that speaks OpenAI's chat completions: Ollama, vLLM, llama.cpp, `transformers serve`, or a hosted one."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import anyio
import httpx2
from openai import AsyncOpenAI, BadRequestError, OpenAIError, UnprocessableEntityError

from answers.models.model import Abandoned, ModelDown, Prompt, Reply
from answers.models.prompt import SCHEMA

log = logging.getLogger("answers.models.openai_model")

LONGEST = 40_000  # characters of a reply; what comes after them is not waited for
MOST_BYTES = 4_000_000  # of one response, whatever it holds
LOOK = 0.1  # seconds between two looks at whether the caller is still there
RETRIES = 2
FORMAT = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA}}
# Of the client, of the way to the server, and of a reply that is no JSON, or is nested too deeply to be read.
FAILURES = (OpenAIError, httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError, RecursionError)
USAGE = ("prompt_tokens", "completion_tokens", "total_tokens")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`url` is the server's base, such as http://127.0.0.1:11434/v1; `timeout` is in seconds, for the whole reply."""

    url: str
    model: str
    key: str | None
    timeout: float
    max_tokens: int


class OpenAIModel:
    """Temperature 0, and a fixed seed beside the form of a reply, which is read as it comes: neither its length nor its
    pace matters."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.name = endpoint.model
        self._endpoint = endpoint
        self._plain = False  # whether the server replied once it was not told the form of a reply, and refused before

    def reply(self, prompt: Prompt, left: Callable[[], bool]) -> Reply:
        found = anyio.run(self._reply, prompt, left)
        if isinstance(found, Reply) and found.text.strip():
            return found
        if left():
            raise Abandoned("whoever asked has left")
        where = f"{self.name} at {self._endpoint.url}"
        if isinstance(found, Reply):
            most = self._endpoint.max_tokens
            raise ModelDown(f"{where} gave an empty reply; expected text, streamed as events, within {most:,} tokens")
        if found is None:
            raise ModelDown(f"{where} gave no whole reply in {self._endpoint.timeout:g} s")
        raise ModelDown(f"{where}: {type(found).__name__}: {found}") from found

    async def _reply(self, prompt: Prompt, left: Callable[[], bool]) -> Reply | Exception | None:
        """The reply or why there is none; None where the time is up or the caller has left."""
        found: list[Reply | Exception] = []
        with anyio.move_on_after(self._endpoint.timeout):
            async with anyio.create_task_group() as tasks:

                async def ask() -> None:
                    try:
                        found.append(await self._asked(prompt))
                    except FAILURES as error:
                        found.append(error)
                    tasks.cancel_scope.cancel()

                tasks.start_soon(ask)
                while not left():
                    await anyio.sleep(LOOK)
                tasks.cancel_scope.cancel()
        return found[0] if found else None

    async def _asked(self, prompt: Prompt) -> Reply:
        client = AsyncOpenAI(
            base_url=self._endpoint.url,
            api_key=self._endpoint.key or "none",
            max_retries=RETRIES,
            timeout=self._endpoint.timeout,
            http_client=httpx2.AsyncClient(transport=Bounded(), timeout=self._endpoint.timeout),
        )
        async with client:
            if self._plain:
                return await self._read(client, prompt)
            try:
                return await self._read(client, prompt, response_format=FORMAT, seed=0)
            except (BadRequestError, UnprocessableEntityError) as error:
                log.info("%s is asked without a form of reply: %s", self.name, error)
            reply = await self._read(client, prompt)
            self._plain = True  # and not where both are refused, as for too long a prompt
            return reply

    async def _read(self, client: AsyncOpenAI, prompt: Prompt, **more: Any) -> Reply:
        stream: Any = await client.chat.completions.create(
            model=self.name,
            messages=[{"role": "system", "content": prompt.rules}, {"role": "user", "content": prompt.request}],
            max_tokens=self._endpoint.max_tokens,
            temperature=0,
            stream=True,
            stream_options={"include_usage": True},
            **more,
        )
        pieces: list[str] = []
        usage: dict[str, int] = {}
        model, length = self.name, 0
        async with stream:
            async for chunk in stream:
                piece = said(chunk)
                pieces.append(piece)
                usage = counted(chunk) or usage
                named = getattr(chunk, "model", None)
                model = named if isinstance(named, str) and named else model
                length += len(piece)
                if length > LONGEST:
                    break
        return Reply("".join(pieces)[:LONGEST], model[:200], usage)


def said(chunk: Any) -> str:
    """The text of one piece of a reply; empty where it is not made as it should be."""
    choices = getattr(chunk, "choices", None)
    first = choices[0] if isinstance(choices, list) and choices else None
    content = getattr(getattr(first, "delta", None), "content", None)
    return content if isinstance(content, str) else ""


def counted(chunk: Any) -> dict[str, int]:
    usage = getattr(chunk, "usage", None)
    counts = {name: getattr(usage, name, None) for name in USAGE}
    return {name: count for name, count in counts.items() if isinstance(count, int) and count >= 0}


class Bounded(httpx2.AsyncHTTPTransport):
    """Ends a response that goes on for ever: a line without an end would be kept in memory whole."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        response.stream = _BoundedStream(response.stream)
        return response


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        taken = 0
        async for chunk in self._stream:
            taken += len(chunk)
            if taken > MOST_BYTES:
                raise httpx2.ReadError(f"more than {MOST_BYTES:,} bytes in one response")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()
