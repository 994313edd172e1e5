"""Folders of claims are read, altered by rule from known sets, and judged: what is stopped, by kind."""

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from answers.gate.gate import checked_by
from corpus.values import Paper
from eval.altered import another_name, another_number, flipped
from eval.claims import Claim, holds_claims, judge_claims, load_claims
from eval.convert_claims import CLAIM_SETS
from eval.figures import Report, estimate_of
from eval.folders import BadFolder
from service.claims import lets_through
from service.cli import citers
from service.commands.session import Session
from tests.answers.conftest import WordsEmbedder

PAPERS = [{"id": "a", "title": "Rivers", "abstract": "Rivers carry 3 tons of sediment."}, {"id": "b", "title": "Seas"}]
TRUE = {"cid": "1", "kind": "true", "text": "Rivers carry 3 tons.", "paper_id": "a"}
FALSE = {"cid": "2", "kind": "number", "text": "Rivers carry 4 tons.", "paper_id": "a", "supported": False}


def written(folder: Path, *claims: dict[str, object]) -> Path:
    for name, lines in (("papers.jsonl", PAPERS), ("claims.jsonl", claims)):
        (folder / name).write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return folder


def shares(report: Report) -> dict[str, float]:
    return {
        f"{section.kind}: {figure.name}": estimate_of(figure).value
        for section in report.sections
        for figure in section.figures
    }


def test_a_folder_of_claims_is_read(tmp_path: Path) -> None:
    claims = load_claims(written(tmp_path, TRUE, FALSE))
    assert claims.claims == (
        Claim("1", "true", "Rivers carry 3 tons.", "local:a", True),
        Claim("2", "number", "Rivers carry 4 tons.", "local:a", False),
    )
    assert claims.papers["local:a"].abstract == "Rivers carry 3 tons of sediment."


@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        ({**TRUE, "paper_id": "z"}, "claims.jsonl line 1: no paper has the id 'z'"),
        ({**TRUE, "supported": "yes"}, "claims.jsonl line 1: supported should be true or false but is 'yes'"),
        ({**TRUE, "kind": "all"}, "claims.jsonl line 1: kind 'all' stands for every kind"),
    ],
)
def test_what_is_wrong_with_a_claim_is_said(tmp_path: Path, claim: dict[str, object], wanted: str) -> None:
    with pytest.raises(BadFolder, match=wanted):
        load_claims(written(tmp_path, claim))


def test_what_is_stopped_is_counted_by_kind(tmp_path: Path) -> None:
    claims = load_claims(written(tmp_path, TRUE, FALSE, {**FALSE, "cid": "3"}))
    report = judge_claims(claims, lambda text, _paper: "3" in text, checker="threes")
    assert shares(report) == {"true: false alarms": 0.0, "number: stopped": 1.0}


def test_the_command_judges_a_folder_of_claims(tmp_path: Path) -> None:
    folder = written(tmp_path, TRUE, FALSE)
    done = CliRunner().invoke(citers, ["eval", str(folder), "--data", str(tmp_path / "held")], obj=Session())
    assert done.exit_code == 0, done.output
    assert f"{tmp_path.name}: 2 papers, 2 claims, checked by built-in" in done.output
    assert holds_claims(folder)


def test_a_claim_passes_whole_or_not_at_all() -> None:
    passes = lets_through(checked_by(WordsEmbedder()))
    paper = Paper("local:a", "Rivers", abstract="Rivers carry 3 tons of sediment.")
    assert passes("Rivers carry 3 tons of sediment.", paper)
    assert not passes("Rivers carry 3 tons of sediment. Rivers carry 4 tons of sediment.", paper)


def test_every_sentence_of_a_summary_is_a_claim(tmp_path: Path) -> None:
    papers = [
        {
            "id": one,
            "title": one,
            "abstract": "It has 12 layers. It is fast.",
            "tldrs": ["It is deep. It has 12 layers."],
        }
        for one in "ab"
    ]
    (tmp_path / "scitldr").mkdir()
    (tmp_path / "scitldr" / "dev.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in papers), "utf-8")
    CLAIM_SETS["claims_scitldr_dev"](tmp_path, tmp_path / "out")
    claims = [one for one in load_claims(tmp_path / "out").claims if one.cid.startswith("a-")]
    assert [(one.cid, one.kind, one.supported) for one in claims] == [
        ("a-0-true", "true", True),
        ("a-0-flipped negation", "flipped negation", False),
        ("a-0-unrelated", "unrelated source", False),
        ("a-1-true", "true", True),
        ("a-1-changed number", "changed number", False),
        ("a-1-flipped negation", "flipped negation", False),
        ("a-1-unrelated", "unrelated source", False),
        ("a-own-0", "changed number, else word for word", False),
    ]


@pytest.mark.shared
def test_claims_written_by_hand_are_of_papers_that_are_held(shared_data: Path, tmp_path: Path) -> None:
    CLAIM_SETS["claims_written"](shared_data, tmp_path)
    held = load_claims(tmp_path)
    assert len({claim.text for claim in held.claims}) == len(held.claims) == 177
    assert {claim.paper_id for claim in held.claims} == held.papers.keys()
    assert Counter(claim.kind for claim in held.claims) == {"written by hand: true": 92, "written by hand: false": 85}


def test_claims_are_altered_by_rule() -> None:
    draw = random.Random(1)
    assert another_number("It trains 12 layers on CIFAR-10.", draw) == "It trains 25 layers on CIFAR-10."
    assert another_number("It trains on CIFAR-10.", draw) is None
    assert flipped("Bees do not dance.", draw) == "Bees do dance."
    assert flipped("Bees are small.", draw) == "Bees are not small."
    assert another_name("BERT reads.", ["BERT", "GPT"], draw) == "GPT reads."
    assert another_name("Bees read.", ["BERT", "GPT"], draw) is None


def test_an_entailment_model_may_judge_beside_the_rules(tmp_path: Path, tiny_model: Callable[..., Path]) -> None:
    (tmp_path / "claims").mkdir()
    folder, model = written(tmp_path / "claims", TRUE, FALSE), tiny_model()
    options = ["--checker", f"cross-encoder:{model}", "--data", str(tmp_path / "held")]
    done = CliRunner().invoke(citers, ["eval", str(folder), *options], obj=Session())
    assert done.exit_code == 0, done.output
    assert f"checked by built-in+cross-encoder:{model.name}@" in done.output


def test_a_checker_that_is_not_known_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, TRUE)
    options = ["--checker", "oracle", "--data", str(tmp_path / "held")]
    done = CliRunner().invoke(citers, ["eval", str(folder), *options], obj=Session())
    assert "unknown checker 'oracle'; choose cross-encoder:MODEL" in done.output
    assert done.exit_code == 4
