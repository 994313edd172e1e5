"""Claims with the paper that each cites, supported by it or not; and how many of each kind a gate lets through."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.text import clean
from corpus.values import Paper
from eval.cases import ALL
from eval.figures import Figure, Report, Section
from eval.folders import BadFolder, known_paper, lines_of, papers_of, text_of, truth_of

CLAIMS = "claims.jsonl"
STOPPED, FALSE_ALARMS = "stopped", "false alarms"

LetsThrough = Callable[[str, Paper], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that cites a paper; `supported` says whether the paper says so."""

    cid: str
    kind: str
    text: str
    paper_id: str
    supported: bool


@dataclass(frozen=True, slots=True)
class ClaimSet:
    name: str
    papers: dict[str, Paper]
    claims: tuple[Claim, ...]


def holds_claims(folder: Path) -> bool:
    return any((folder / name).is_file() for name in (CLAIMS, f"{CLAIMS}.gz"))


def load_claims(folder: Path) -> ClaimSet:
    """papers.jsonl and claims.jsonl; raises BadFolder at the first thing that would make a figure meaningless."""
    papers = {line.id: _paper(line.id, line.line) for line in papers_of(folder)}
    known = frozenset(papers)
    claims = []
    for place, cid, content in lines_of(folder, CLAIMS, "cid"):
        kind = text_of(place, content, "kind")
        if kind == ALL:
            raise BadFolder(f"{place}: kind {ALL!r} stands for every kind in the report; give the kind another name")
        paper_id = known_paper(place, content.get("paper_id"), known)
        supported = truth_of(place, content, "supported", default=True)
        claims.append(Claim(cid, kind, text_of(place, content, "text"), paper_id, supported))
    return ClaimSet(folder.resolve().name, papers, tuple(claims))


def _paper(paper_id: str, line: str) -> Paper:
    content = json.loads(line)
    title, tldr, abstract = (clean(content.get(field) or "") for field in ("title", "tldr", "abstract"))
    return Paper(paper_id, title, abstract=abstract or None, tldr=tldr or None)


def judge_claims(claims: ClaimSet, lets_through: LetsThrough, *, checker: str) -> Report:
    """By kind: the share of unsupported claims that are stopped, and of supported ones that are as well."""
    stopped = {claim.cid: float(not lets_through(claim.text, claims.papers[claim.paper_id])) for claim in claims.claims}
    sections = tuple(_section(claims, kind, stopped) for kind in dict.fromkeys(one.kind for one in claims.claims))
    return Report(claims.name, len(claims.papers), len(claims.claims), checker, sections)


def _section(claims: ClaimSet, kind: str, stopped: dict[str, float]) -> Section:
    own = [claim for claim in claims.claims if claim.kind == kind]
    return Section(kind, len(own), tuple(_figures(own, stopped)))


def _figures(own: list[Claim], stopped: dict[str, float]) -> Iterator[Figure]:
    for name, supported in ((STOPPED, False), (FALSE_ALARMS, True)):
        rows = {claim.cid: (stopped[claim.cid],) for claim in own if claim.supported is supported}
        if rows:
            yield Figure(name, "mean", rows)
