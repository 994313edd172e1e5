"""Whether an answer states a fact and cites the paper it is from: in words of its own, but with every number."""

from answers.text.wording import amounts
from answers.values import Answer
from eval.cases import Fact, own_ids
from index.text.tokens import query_stems

STATED = 0.7  # the least share of a fact's content words that the claims citing its paper hold


def stated_and_cited(fact: Fact, answer: Answer, known: frozenset[str]) -> bool:
    """Numbers must all be there; of the words, by stem, as many as STATED says."""
    named = {source.n for source in answer.sources if fact.paper_id in own_ids(source.paper, known)}
    said = " ".join(claim.text for claim in answer.claims if named & set(claim.sources))
    wanted, held = set(query_stems(fact.text)), set(query_stems(said))
    return amounts(fact.text) <= amounts(said) and len(wanted & held) >= STATED * len(wanted)
