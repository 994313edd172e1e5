"""What can be set from outside, by environment variable or command line; nothing else reads the environment."""

import logging
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PRECISIONS = ("auto", "fp32")
LOG_LEVELS = ("debug", "info", "warning", "error")
SECRET = ("CITERS_LLM_KEY", "CITERS_S2_KEY")  # which no message shows


class BadSetting(ValueError):
    """An environment variable holds a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`data` is the folder that holds everything; `log` is the least level shown.

    With `precision` "auto" many papers are read in bfloat16 where the processor computes that natively.
    `reranker` None leaves the order to words and meaning alone; `codes_mb` None takes the memory that is best;
    `checker` None has rules alone check claims. `llm_url` and `llm_model` name a language model together; without them
    answers are extractive. `s2_url` and `openalex_url` are where papers are fetched from; `openalex_mailto` is whom
    OpenAlex may write to.
    """

    data: Path
    model: str = "all-MiniLM-L6-v2"
    device: str = "cpu"
    precision: str = "auto"
    reranker: str | None = None
    host: str = "127.0.0.1"
    port: int = 8000
    max_upload_mb: int = 512
    recall: float = 0.99
    codes_mb: int | None = None
    log: str = "info"
    checker: str | None = None
    llm_url: str | None = None
    llm_model: str | None = None
    llm_key: str | None = field(default=None, repr=False)
    llm_timeout: int = 60
    llm_tokens: int = 1200
    s2_url: str = "https://api.semanticscholar.org"
    s2_key: str | None = field(default=None, repr=False)
    openalex_url: str = "https://api.openalex.org"
    openalex_mailto: str | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: the setting it fills, what it means, and how its text becomes a value."""

    name: str
    setting: str
    meaning: str
    parse: Callable[[str], Any]


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("some text")
    return value.strip()


def _secret(value: str) -> str:
    if not re.fullmatch(r"[!-~]{1,500}", value.strip()):
        raise ValueError("a key of printable ASCII characters without blanks")
    return value.strip()


def _folder(value: str) -> Path:
    return Path(_text(value)).expanduser().absolute()


def _port(value: str) -> int:
    return _whole_number(value, 0, 65535)


def _megabytes(value: str) -> int:
    return _whole_number(value, 1, 1_000_000)


def _address(value: str) -> str:
    address = value.strip().rstrip("/")
    if not re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", address):
        raise ValueError("an address that begins with http:// or https://")
    try:
        urlsplit(address).port  # noqa: B018  # raises ValueError where it is none
    except ValueError:
        raise ValueError("an address with a port from 0 to 65535, such as http://127.0.0.1:11434/v1") from None
    return address


def _seconds(value: str) -> int:
    return _whole_number(value, 1, 3600)


def _tokens(value: str) -> int:
    return _whole_number(value, 16, 100_000)


def _share(value: str) -> float:
    wanted = "a number from 0.5 to 1"
    try:
        share = float(value)
    except ValueError:
        raise ValueError(wanted) from None
    if not 0.5 <= share <= 1:
        raise ValueError(wanted)
    return share


def _whole_number(value: str, low: int, high: int) -> int:
    wanted = f"a whole number from {low} to {high}"
    if not value.strip().isdecimal():
        raise ValueError(wanted)
    number = int(value)
    if not low <= number <= high:
        raise ValueError(wanted)
    return number


def _level(value: str) -> str:
    return _one_of(value, LOG_LEVELS)


def _precision(value: str) -> str:
    return _one_of(value, PRECISIONS)


def _one_of(value: str, known: Sequence[str]) -> str:
    if value.strip().lower() not in known:
        raise ValueError(f"one of {', '.join(known)}")
    return value.strip().lower()


VARIABLES = (
    Variable("CITERS_DATA", "data", "folder of the store, the index and the uploads", _folder),
    Variable("CITERS_MODEL", "model", "embedding model, any sentence-transformers name or folder", _text),
    Variable("CITERS_DEVICE", "device", "where the models run, such as cpu, cuda or mps", _text),
    Variable(
        "CITERS_PRECISION", "precision", "how texts are read: auto, or fp32 for the same on every machine", _precision
    ),
    Variable("CITERS_RERANKER", "reranker", "what reads the best hits again: overlap or cross-encoder:MODEL", _text),
    Variable("CITERS_HOST", "host", "address that `citers serve` listens on", _text),
    Variable("CITERS_PORT", "port", "port that `citers serve` listens on; 0 takes a free one", _port),
    Variable("CITERS_MAX_UPLOAD_MB", "max_upload_mb", "largest accepted upload in megabytes", _megabytes),
    Variable("CITERS_CHECKER", "checker", "what checks claims beside the built-in rules: cross-encoder:MODEL", _text),
    Variable("CITERS_LLM_URL", "llm_url", "base address of an OpenAI-compatible server", _address),
    Variable("CITERS_LLM_MODEL", "llm_model", "the language model's name on that server", _text),
    Variable("CITERS_LLM_KEY", "llm_key", "key that the server asks for", _text),
    Variable("CITERS_LLM_TIMEOUT", "llm_timeout", "seconds that a reply may take", _seconds),
    Variable("CITERS_LLM_TOKENS", "llm_tokens", "most tokens of a reply", _tokens),
    Variable("CITERS_S2_URL", "s2_url", "base address of Semantic Scholar, or of a mirror", _address),
    Variable("CITERS_S2_KEY", "s2_key", "key that Semantic Scholar gave you", _secret),
    Variable("CITERS_OPENALEX_URL", "openalex_url", "base address of OpenAlex, or of a mirror", _address),
    Variable("CITERS_OPENALEX_MAILTO", "openalex_mailto", "whom OpenAlex may write to about requests", _text),
    Variable("CITERS_RECALL", "recall", "share of the ten nearest papers that a large index is to find", _share),
    Variable("CITERS_CODES_MB", "codes_mb", "most memory for the codes of a large index, in megabytes", _megabytes),
    Variable("CITERS_LOG", "log", "least level logged: debug, info, warning or error", _level),
)


def read_settings(environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
    """Settings from the environment; a keyword that is not None wins over its variable."""
    settings = Settings(data=_default_folder(environ))
    for variable in VARIABLES:
        value = environ.get(variable.name)
        if value is not None:
            settings = replace(settings, **{variable.setting: _parsed(variable, value)})
    settings = replace(settings, **{name: value for name, value in given.items() if value is not None})
    _check_pair(settings)
    return settings


def _check_pair(settings: Settings) -> None:
    if (settings.llm_url is None) != (settings.llm_model is None):
        missing = "CITERS_LLM_MODEL" if settings.llm_model is None else "CITERS_LLM_URL"
        raise BadSetting(
            f"a language model is named by CITERS_LLM_URL and CITERS_LLM_MODEL; set {missing} too, or neither"
        )


def _parsed(variable: Variable, value: str) -> Any:
    try:
        return variable.parse(value)
    except ValueError as error:
        shown = "not" if variable.name in SECRET else repr(value)
        raise BadSetting(
            f"{variable.name} should be {error} but is {shown}; change or unset it ({variable.meaning})"
        ) from error


def _default_folder(environ: Mapping[str, str]) -> Path:
    home = environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "citers"


def set_up_logging(settings: Settings) -> None:
    """One line per event on stderr; called by commands only, never on import."""
    logging.basicConfig(level=settings.log.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # at `info` faiss tells, with an exception, of each of its builds that it did not find before the one it loads
    logging.getLogger("faiss.loader").setLevel("WARNING")
