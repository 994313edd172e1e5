"""What goes wrong on the command line: each mistake has an exit code and says what to do, and nothing is lost."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.acceptance import hives
from tests.acceptance.bad_files import BAD_FILES, BadFile
from tests.acceptance.conftest import Citers
from tests.acceptance.product import Ended

OTHER = "arxiv:2003.00001"
FILES = tuple(bad for bad in BAD_FILES if bad.name not in ("blank.txt", "prose.txt"))


Case = tuple[BadFile, Ended]


@pytest.fixture(scope="module")
def chains(bees: Path, citers: Citers, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[Case], Ended]]:
    """The bad files imported one after another, and then a search for what was held before: in two folders at once."""

    def chain(files: tuple[BadFile, ...]) -> tuple[list[Case], Ended]:
        folder = tmp_path_factory.mktemp("bad")
        data = Path(shutil.copytree(bees, folder / "data"))
        cases = []
        for bad in files:
            (folder / bad.name).write_bytes(bad.content)
            cases.append((bad, citers("import", folder / bad.name, "--hub", OTHER, "--data", data, "--json")))
        return cases, citers("search", hives.HUB, "how much honey do city bees make", "--data", data, "--json")

    with ThreadPoolExecutor(2) as both:
        return list(both.map(chain, (FILES[::2], FILES[1::2])))


@pytest.mark.slow
@pytest.mark.parametrize("name", [bad.name for bad in FILES])
def test_importing_a_bad_file(chains: list[tuple[list[Case], Ended]], name: str) -> None:
    bad, ended = next(case for cases, _ in chains for case in cases if case[0].name == name)
    assert "Traceback" not in ended.err
    if bad.used:
        assert (ended.code, ended.json()["added"]) == (0, bad.used)
        assert bad.says in ended.json()["errors"][0]["msg"]
    else:
        assert (ended.code, ended.out) == (4, "")
        assert bad.says in ended.err


@pytest.mark.slow
def test_nothing_was_lost_to_bad_imports(chains: list[tuple[list[Case], Ended]]) -> None:
    for _, ended in chains:
        assert ended.json()["hits"][0]["paper"]["title"] == "Hives on Rooftops"
        assert ended.json()["total"] == 5


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("search", hives.HUB, "honey", "--limitt", "3"), "No such option '--limitt'"),
        (("serch", hives.HUB, "honey"), "No such command 'serch'"),
        (("search", hives.HUB, ""), "QUERY should say something but is blank"),
        (("search", hives.HUB, "  "), "QUERY should say something but is blank"),
        (("ask", hives.HUB, ""), "QUESTION should say something but is blank"),
        (("search", hives.HUB, "bees " * 2000), "QUERY should have at most 2,000 characters but has 10,000"),
        (("ask", hives.HUB, "bees " * 2000), "QUESTION should have at most 4,000 characters but has 10,000"),
        (("search",), "name a hub"),
        (("import", "no-such-file.jsonl"), "there is no file no-such-file.jsonl"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else None,
)
def test_a_line_that_cannot_be_understood(citers: Citers, tmp_path: Path, args: tuple[str, ...], says: str) -> None:
    ended = citers(*args, "--data", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert says in " ".join(ended.err.split())


@pytest.mark.slow
def test_a_hub_that_is_not_held(bees: Path, citers: Citers) -> None:
    commands = (("search", "arxiv:9901.00001", "honey"), ("ask", "https://arxiv.org/abs/9901.00001", "Why?"))
    with ThreadPoolExecutor(2) as both:
        for ended in both.map(lambda command: citers(*command, "--data", bees), commands):
            assert (ended.code, ended.out) == (3, "")
            assert "9901.00001" in ended.err


def test_an_empty_folder_says_what_to_do_first(citers: Citers, tmp_path: Path) -> None:
    ended = citers("search", hives.HUB, "honey", "--data", tmp_path / "nothing")
    assert (ended.code, ended.out) == (3, "")
    assert "citers demo" in ended.err
    assert not (tmp_path / "nothing").exists()
