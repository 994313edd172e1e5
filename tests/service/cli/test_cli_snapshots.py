"""snapshot, restore and verify on the command line: what they print, and the codes that they end with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.service.cli.conftest import HUB, run_in

Cli = Callable[..., Result]


def printed(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [line.strip() for line in result.stdout.splitlines()]


def test_a_snapshot_is_taken_checked_and_restored(cli: Cli, tmp_path: Path) -> None:
    file, there = tmp_path / "a.tar.gz", tmp_path / "there"
    index_id = json.loads(cli("index", "status", "--json").stdout)["index_id"]
    told = printed(cli("snapshot", file))
    assert told[0].startswith(f"{file}, 0.")
    assert told[1:3] == ["5 papers in 1 hub", f"index {index_id}, vectors by words"]
    [checked] = printed(cli("verify", file))
    assert checked.startswith("ok: 6")
    assert checked.endswith(" have their sha256")
    assert printed(run_in(there, "restore", file))[:2] == [f"restored into {there}", "5 papers in 1 hub"]
    for command in (("hubs",), ("search", HUB, "wax"), ("ask", HUB, "What does distillation of wax give?")):
        assert run_in(there, *command, "--json").stdout == cli(*command, "--json").stdout
    assert all(line.startswith("ok: ") for line in printed(run_in(there, "verify")))


def test_replies_as_json(cli: Cli, tmp_path: Path) -> None:
    file, there = tmp_path / "a.tar", tmp_path / "there"
    taken = json.loads(cli("snapshot", file, "--json").stdout)
    assert (taken["file"], taken["bytes"], taken["papers"]) == (str(file), file.stat().st_size, 5)
    assert (taken["hubs"], taken["citations"], taken["data"]) == (1, 4, None)
    assert json.loads(run_in(there, "restore", file, "--json").stdout) == {**taken, "data": str(there)}
    verified = json.loads(cli("verify", "--json").stdout)
    assert (verified["ok"], verified["index_id"]) == (True, taken["index_id"])
    names = [check["name"] for check in verified["checks"]]
    assert names == ["store", "index", "vectors", "agreement", "cache", "uploads"]
    assert [check["name"] for check in json.loads(cli("verify", file, "--json").stdout)["checks"]] == ["snapshot"]


def test_what_is_wrong_is_named_and_ends_with_six(folder: Path) -> None:
    (folder / "vectors" / "data.mdb").write_bytes(b"\xa5" * 100)
    result = run_in(folder, "verify")
    assert result.exit_code == 6
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == ["ok"] * 4 + ["wrong (cache)", "ok"]
    assert result.stderr.endswith("citers: something is wrong with: cache; what to do is said above\n")
    told = run_in(folder, "verify", "--json")
    assert (told.exit_code, json.loads(told.stdout)["ok"]) == (6, False)


def test_refusals_have_their_exit_codes(cli: Cli, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.tar"
    assert cli("snapshot", file).exit_code == 0
    refused = {
        cli("snapshot", file): (4, "found one, which is left as it is; give another name"),
        cli("snapshot", tmp_path / "absent" / "a.tar"): (6, "No such file or directory; give a folder that is there"),
        run_in(folder, "restore", file): (5, "expected an empty folder, or none, to restore into, found index, "),
        cli("verify", folder / "store.sqlite"): (4, "expected a snapshot of citers"),
        run_in(tmp_path / "none", "snapshot", tmp_path / "b.tar"): (3, "import a file first"),
        run_in(tmp_path / "none", "verify"): (3, "import a file first"),
    }
    for result, (code, said) in refused.items():
        assert (result.exit_code, result.stdout) == (code, "")
        assert said in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.zip", "a name that ends in .tar.gz or .tar, found a.zip"), ("", "found the folder")],
)
def test_a_name_that_will_not_do_is_a_usage_error(cli: Cli, tmp_path: Path, name: str, said: str) -> None:
    result = cli("snapshot", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_a_damaged_snapshot_is_told_and_leaves_nothing(cli: Cli, tmp_path: Path) -> None:
    file, there = tmp_path / "a.tar.gz", tmp_path / "there"
    cli("snapshot", file)
    file.write_bytes(file.read_bytes()[:-100])
    for result in (run_in(there, "restore", file), cli("verify", file)):
        assert (result.exit_code, result.stdout) == (6, "")
        assert "expected the snapshot" in result.stderr
    assert not there.exists()
