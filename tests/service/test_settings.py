"""Settings come from the environment, are overruled by what is given, and name themselves when they are wrong."""

from pathlib import Path

import pytest

from embeddings.models import DEFAULT_MODEL
from service.settings import VARIABLES, BadSetting, read_settings

ROOT = Path(__file__).resolve().parents[2]


def test_every_variable_fills_its_setting() -> None:
    settings = read_settings(
        {
            "CITERS_DATA": "/srv/papers",
            "CITERS_MODEL": "tiny",
            "CITERS_DEVICE": "cpu",
            "CITERS_RERANKER": "overlap",
            "CITERS_CHECKER": "cross-encoder:nli",
            "CITERS_LLM_URL": "http://127.0.0.1:11434/v1/",
            "CITERS_LLM_MODEL": "small",
            "CITERS_LLM_KEY": "secret",
            "CITERS_LLM_TIMEOUT": "30",
            "CITERS_LLM_TOKENS": "400",
            "CITERS_HOST": "0.0.0.0",
            "CITERS_PORT": "81",
            "CITERS_MAX_UPLOAD_MB": "7",
            "CITERS_RECALL": "0.95",
            "CITERS_CODES_MB": "64",
            "CITERS_LOG": "DEBUG",
        }
    )
    assert settings.data == Path("/srv/papers")
    assert (settings.model, settings.device, settings.host) == ("tiny", "cpu", "0.0.0.0")
    assert (settings.port, settings.max_upload_mb, settings.log) == (81, 7, "debug")
    assert (settings.reranker, settings.checker) == ("overlap", "cross-encoder:nli")
    assert (settings.llm_url, settings.llm_model) == ("http://127.0.0.1:11434/v1", "small")
    assert (settings.llm_key, settings.llm_timeout, settings.llm_tokens) == ("secret", 30, 400)
    assert "secret" not in repr(settings)
    assert (settings.recall, settings.codes_mb) == (0.95, 64)


def test_without_variables_the_defaults_hold() -> None:
    settings = read_settings({"XDG_DATA_HOME": "/home/ann/data"})
    assert settings.data == Path("/home/ann/data/citers")
    assert (settings.model, settings.device, settings.port) == (DEFAULT_MODEL, "cpu", 8000)
    assert (settings.reranker, settings.checker, settings.llm_url) == (None, None, None)
    assert (settings.recall, settings.codes_mb) == (0.99, None)


def test_what_is_given_wins_and_none_is_not_given() -> None:
    settings = read_settings({"CITERS_PORT": "81", "CITERS_HOST": "h"}, port=82, host=None)
    assert (settings.port, settings.host) == (82, "h")


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("CITERS_PORT", "eighty", "a whole number from 0 to 65535"),
        ("CITERS_PORT", "70000", "a whole number from 0 to 65535"),
        ("CITERS_MAX_UPLOAD_MB", "0", "a whole number from 1 to 1000000"),
        ("CITERS_LLM_URL", "localhost:11434", "an address that begins with http:// or https://"),
        (
            "CITERS_LLM_URL",
            "http://host:abc/v1",
            "an address with a port from 0 to 65535, such as http://127.0.0.1:11434/v1",
        ),
        ("CITERS_LLM_TIMEOUT", "0", "a whole number from 1 to 3600"),
        ("CITERS_LLM_TOKENS", "few", "a whole number from 16 to 100000"),
        ("CITERS_RECALL", "most", "a number from 0.5 to 1"),
        ("CITERS_RECALL", "1.5", "a number from 0.5 to 1"),
        ("CITERS_LOG", "loud", "one of debug, info, warning, error"),
        ("CITERS_MODEL", " ", "some text"),
        ("CITERS_DATA", "", "some text"),
    ],
)
def test_a_bad_value_is_named_with_what_was_wanted(name: str, value: str, wanted: str) -> None:
    with pytest.raises(BadSetting, match=f"{name} should be {wanted} but is {value!r}"):
        read_settings({name: value})


@pytest.mark.parametrize("variable", VARIABLES, ids=lambda variable: variable.name)
def test_every_setting_is_documented(variable: object) -> None:
    name = variable.name  # type: ignore[attr-defined]  # pytest hands it over untyped
    assert f"| `{name}` |" in (ROOT / "docs" / "settings.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["CITERS_LLM_URL", "CITERS_LLM_MODEL"])
def test_a_language_model_is_named_by_address_and_name_together(name: str) -> None:
    with pytest.raises(BadSetting, match=r"set CITERS_LLM_(MODEL|URL) too, or neither"):
        read_settings({name: "http://127.0.0.1:1/v1"})


def test_a_key_that_cannot_be_used_is_not_shown() -> None:
    with pytest.raises(BadSetting, match="CITERS_LLM_KEY should be some text but is not;"):
        read_settings({"CITERS_LLM_KEY": " "})
