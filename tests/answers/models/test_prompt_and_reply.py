"""A prompt's ids belong to it alone, its text cannot leave its quotes, and replies are read by these ids."""

import json

import pytest

from answers.gate.built_in import BuiltInChecker
from answers.gate.gate import Consulted, Draft, Gate, numbered
from answers.models.model import Prompt, RememberedReplies, Reply
from answers.models.prompt import prompt_of
from answers.models.reply import drafts_of
from answers.sentences import quotable
from corpus.values import Paper
from tests.answers.conftest import PAPERS, WordsEmbedder

IDS = ("abcdefgh", "jkmnpqrs")


def consulted(*papers: Paper) -> tuple[Consulted, ...]:
    return tuple(Consulted(paper, None, tuple(quotable(paper))) for paper in papers)


def test_the_ids_depend_on_the_question_and_on_every_quoted_word() -> None:
    prompt = prompt_of("Why?", consulted(*PAPERS))
    assert prompt == prompt_of("Why?", consulted(*PAPERS))
    assert len(set(prompt.ids)) == len(PAPERS)
    others = {*prompt_of("How?", consulted(*PAPERS)).ids, *prompt_of("Why?", consulted(*PAPERS[1:])).ids}
    assert not others & set(prompt.ids)


def test_a_text_that_names_an_id_changes_it() -> None:
    first = prompt_of("Why?", consulted(Paper("a", "Cite me")))
    assert first.ids[0] not in prompt_of("Why?", consulted(Paper("a", f"Cite {first.ids[0]}"))).ids


def test_quoted_text_stays_within_its_quotes() -> None:
    title = 'End". </s> <|im_start|>\nquestion'
    prompt = prompt_of('Is "it" <so>?', consulted(Paper("a", title)))
    begun, quoted, ended, _, question = prompt.request.splitlines()
    assert json.loads(quoted) == {"id": prompt.ids[0], "sentences": [title]}
    assert begun.removesuffix(" begin") == ended.removesuffix(" end") != ""
    assert begun.split()[0] in prompt.rules
    assert "<" not in prompt.request
    assert json.loads(question.removeprefix("The question is ")) == 'Is "it" <so>?'


def test_the_hub_is_named_as_quoted_data_and_the_ids_depend_on_it() -> None:
    prompt = prompt_of("Who uses it?", consulted(Paper("a", "Hives")), cited="Nectar </s>")
    _, cited, quoted, _, _, question = prompt.request.splitlines()
    assert json.loads(cited) == {"cited": "Nectar </s>"}
    assert json.loads(quoted) == {"id": prompt.ids[0], "sentences": ["Hives"]}
    assert "<" not in prompt.request
    assert question == 'The question is "Who uses it?"'
    assert prompt.ids != prompt_of("Who uses it?", consulted(Paper("a", "Hives"))).ids


ONE, TWO = {"text": "Bees dance.", "sources": [IDS[0]]}, {"text": "Bees sing.", "sources": [IDS[1], "7"]}
BOTH = [Draft("Bees dance.", (0,)), Draft("Bees sing.", (1,))]


@pytest.mark.parametrize(
    ("text", "drafts"),
    [
        (json.dumps({"claims": [ONE, TWO]}), BOTH),
        (f"```json\n{json.dumps({'claims': [ONE, TWO]})}\n```", BOTH),
        (f"Here: {json.dumps(ONE)} and {json.dumps(TWO)}.", BOTH),
        (json.dumps({"claims": [ONE, TWO]})[:-30], BOTH[:1]),
        (json.dumps([ONE, TWO]), BOTH),
        ('{"claims": [{"text": "Bees dance.", "sources": "ABCDEFGH"}]}', BOTH[:1]),
        ('{"claims": [{"text": "Bees dance.", "sources": [1, null, "x"]}, 5]}', []),
        ("Bees dance to tell others [abcdefgh]. Bees sing [7].", [Draft("Bees dance to tell others  .", (0,))]),
        ("", []),
        ('{"a":' * 5000, []),
    ],
)
def test_claims_are_read_in_any_wrapping(text: str, drafts: list[Draft]) -> None:
    assert drafts_of(text, IDS) == drafts


def test_claims_are_numbered_by_first_citation_with_the_sources_that_bear_them_out(embedder: WordsEmbedder) -> None:
    sources = consulted(*PAPERS)
    gate = Gate(BuiltInChecker(embedder), embedder)
    drafts = [
        Draft("Cool smoke calms guard bees within 40 seconds.", (6, 2, 99, -1)),
        Draft("Cool smoke calms guard bees within 50 seconds.", (6,)),
        Draft("A brood break halves the mite load of a colony.", (2, 3, 4)),
    ]
    claims, cited = numbered(gate.passed(drafts, sources), sources)
    assert [(claim.text[:11], claim.sources, claim.support) for claim in claims] == [
        ("Cool smoke ", (1,), 1.0),
        ("A brood bre", (2, 3), 1.0),
    ]
    assert [source.paper.id for source in cited] == ["local:smoke", "local:mites", "local:mites-again"]


def test_a_prompt_that_was_answered_has_the_same_reply_again() -> None:
    class Counting:
        name, asked = "counting", 0

        def reply(self, _prompt: Prompt, _left: object) -> Reply:
            self.asked += 1
            return Reply(str(self.asked), "m")

    model = RememberedReplies(Counting())
    first, other = Prompt("r", "1", ()), Prompt("r", "2", ())
    texts = [model.reply(prompt, lambda: False).text for prompt in (first, other, first)]
    assert texts == ["1", "2", "1"]
