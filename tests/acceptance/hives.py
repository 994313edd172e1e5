"""A small invented hub that these tests import: as JSONL, and as a page of the kind that people save."""

import json

HUB, TITLE = "arxiv:2001.00001", "A Natural History of Bees"
NAMES = ("id", "title", "year", "role", "polarity", "abstract")
PAPERS = (
    ("b01", "Hives on Rooftops", 2021, "method", "support", "City bees make as much honey as country bees do."),
    (
        "b02",
        "Mites and Their Treatment",
        2022,
        "background",
        "neutral",
        "Oxalic acid in winter kills most varroa mites.",
    ),
    ("b03", "The Waggle Dance Revisited", 2023, "background", None, "A dance tells how far away a meadow lies."),
    ("b04", "Counting Bees with Cameras", 2023, None, None, "A camera at the gate counts bees with an error of 3%."),
    ("b05", "Queens Are Not Chosen by Size", 2024, "result", "contrast", "Larvae become queens by what they are fed."),
)
LINES = tuple(json.dumps(dict(zip(NAMES, paper, strict=True))).encode() for paper in PAPERS)
JSONL = b"\n".join(LINES) + b"\n"
ABSTRACT = "We describe how honey bees live, what they do in winter, and what keepers owe to them."


def page(insect: str) -> str:
    """A saved page of a hub on another insect: 75 % of its citing papers cite it as background."""
    summaries = [str(paper[-1]).replace("bees", insect) for paper in PAPERS]
    listed = "\n-\n".join(f"{paper[1]}, for {insect}\n{told}" for paper, told in zip(PAPERS, summaries, strict=True))
    shown = "\n".join(summaries[1:3])
    return (
        f"hub Canonical reference\nA Natural History of {insect.capitalize()}\n"
        "Canonical reference. 75% of citing Pith papers cite this work as background.\n"
        f"abstract\n{ABSTRACT}\nhub tools\ncitation-role summary\ncitation-polarity summary\n"
        f"roles\nbackground 3representative citing papers\n{shown}\n"
        f"citing papers explorer\n-\n{listed}\n"
    )
