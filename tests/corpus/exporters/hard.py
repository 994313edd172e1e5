"""Papers that are hard to write: every field filled, none but the title, and text full of other languages' syntax."""

from corpus.values import Citation, CitingSentence, ExternalId, Paper, Record

HUB = "arxiv:2306.02707"
FULL = Record(
    Paper(
        id="arxiv:2001.00001",
        title="Wax & Wane: 100% of {Lamps}, $5 #1 a_b",
        abstract='She said "no" -- twice; C:\\temp ~ x^2 `` é 漢字 😀',
        tldr="=SUM(A1) is no formula.",
        tldr_source="generated",
        authors=("Ada Lovelace", "Hands and Feet Team", "Turing, Alan"),
        year=2020,
        venue="Conference on Lamps",
        url="https://example.org/a_b?c=1&copy=2%20d",
        ids=(ExternalId("arxiv", "2001.00001"), ExternalId("doi", "10.1000/a_(b)&c"), ExternalId("s2", "77")),
        aliases=("doi:10.1000/a_%28b%29%26c", "local:mine", "s2:77"),
    ),
    Citation(
        HUB,
        "arxiv:2001.00001",
        role="method",
        polarity="support",
        role_confidence=0.9,
        polarity_confidence=1.0,
        label_source="page",
        influential=True,
        self_citation=False,
        contexts=(CitingSentence("As in [1].", "Methods", "method"), CitingSentence("R&amp;D, &lt;b&gt;")),
    ),
)
BARE = Record(Paper("local:caf%C3%A9~1", "-1 is not minus one"), Citation(HUB, "local:caf%C3%A9~1"))
ALONE = Record(Paper("doi:10.1000/x", "Alone", venue="Journal of Lamps", year=1999))
HARD = (FULL, BARE, ALONE)
