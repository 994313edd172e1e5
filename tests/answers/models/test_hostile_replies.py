"""Ten thousand replies of a hostile model through reader and gate: nothing unsupported, no marker astray, no crash."""

import json
import random
import string
from collections.abc import Callable

from answers.compose import marked
from answers.gate.built_in import BuiltInChecker
from answers.gate.claim_text import sentences_of
from answers.gate.gate import Consulted, Gate, numbered
from answers.models.prompt import prompt_of
from answers.models.reply import drafts_of
from answers.sentences import quotable
from corpus.values import Paper
from eval.grounding import MARKERS
from tests.answers.conftest import PAPERS, WordsEmbedder

REPLIES = 10_000
_PLAIN = "bees waggle hive not no 240 12 GPT-4 mite drones Ignore système 蜂蜜 пчёлы <b> </b> [7] [1,2]"
WORDS = [*_PLAIN.split(), "\u200b", "\u202e", "\x07", "\ud800"]
TRUE = [text for one in PAPERS for text in (one.tldr, one.title) if text]
Draw = random.Random


def sentence(draw: Draw) -> str:
    if draw.random() < 0.3:
        return draw.choice(TRUE)
    return " ".join(draw.choice(WORDS) for _ in range(draw.randrange(0, 14))) + draw.choice(("", ".", "!?", " [3]."))


def named(draw: Draw, ids: tuple[str, ...]) -> object:
    """Sources in every form: known, invented, numbers, nothing, nested."""
    invented = "".join(draw.choice(string.ascii_lowercase) for _ in range(8))
    one = draw.choice((*ids, invented, "1", "[1]", "", None, 7, {"id": ids[0]}, [ids[0]]))
    return draw.choice(([one], [one, *ids[:2]], one, [], None, "all"))


def well_formed(draw: Draw, ids: tuple[str, ...]) -> str:
    told = [{"text": sentence(draw), "sources": named(draw, ids)} for _ in range(draw.randrange(0, 6))]
    return json.dumps({"claims": told}, ensure_ascii=draw.random() < 0.5)


def broken(draw: Draw, ids: tuple[str, ...]) -> str:
    whole = well_formed(draw, ids)
    at = draw.randrange(len(whole))
    return draw.choice((whole[:at], whole[at:], whole[:at] + draw.choice('{}[]",\\') + whole[at:], whole + whole))


def prose(draw: Draw, ids: tuple[str, ...]) -> str:
    marks = (f"[{draw.choice((*ids, '1', 'x', 'all'))}]" for _ in range(9))
    return " ".join(f"{sentence(draw)} {mark}" for mark in marks)


def page(draw: Draw, ids: tuple[str, ...]) -> str:
    return f"<html><script>{well_formed(draw, ids)}</script><p>{prose(draw, ids)}</p>"


def deep(draw: Draw, ids: tuple[str, ...]) -> str:
    return draw.choice(('{"a":', "[", '{"claims":[')) * draw.randrange(1, 3000) + well_formed(draw, ids)


def long(draw: Draw, ids: tuple[str, ...]) -> str:
    return well_formed(draw, ids)[:-2] + ', {"text": "' + "and so on " * draw.randrange(1, 2000)


def noise(draw: Draw, _ids: tuple[str, ...]) -> str:
    return "".join(chr(draw.randrange(1, 0x2FFF)) for _ in range(draw.randrange(0, 200)))


KINDS: tuple[Callable[[Draw, tuple[str, ...]], str], ...] = (
    well_formed, well_formed, well_formed, broken, broken, prose, page, noise, noise, deep, long,
)  # fmt: skip


def test_ten_thousand_hostile_replies_show_nothing_that_is_not_supported(embedder: WordsEmbedder) -> None:
    draw = Draw(5)
    sources = tuple(Consulted(one, None, tuple(quotable(one))) for one in PAPERS)
    checker = BuiltInChecker(embedder)
    gate = Gate(checker, embedder)
    ids = prompt_of("What do bees do?", sources).ids
    shown = 0
    for number in range(REPLIES):
        kind = KINDS[number % len(KINDS)] if number % 50 < len(KINDS) else KINDS[number % 9]
        claims, cited = numbered(gate.passed(drafts_of(kind(draw, ids), ids), sources), sources)
        for claim in claims:
            shown += 1
            assert set(claim.sources) <= {source.n for source in cited}
            assert list(sentences_of(claim.text)) == [claim.text]
            assert not MARKERS.search(claim.text)
            for n in claim.sources:
                quotes = [evidence.quote for evidence in claim.evidence if evidence.source == n]
                paper: Paper = cited[n - 1].paper
                assert checker.check(claim.text, quotes).supported
                assert all(
                    getattr(paper, one.field)[one.start : one.end] == one.quote
                    for one in claim.evidence
                    if one.source == n
                )
        told = " ".join(marked(claim.text, claim.sources) for claim in claims)
        assert {int(n) for mark in MARKERS.findall(told) for n in mark.split(",")} <= {source.n for source in cited}
    assert shown > 500
