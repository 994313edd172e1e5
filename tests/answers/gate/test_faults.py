"""All rules together: what the closest quote says counts, and two reversals make none."""

import pytest

from answers.gate.faults import faults
from answers.gate.nearest import nearest

FED = "Keepers with heated hives reported feeding more syrup than those without heated hives."


@pytest.mark.parametrize(
    ("claim", "quotes", "found"),
    [
        ("Keepers without heated hives fed less syrup.", (FED,), ()),
        ("Keepers without heated hives fed more syrup.", (FED,), ("turned without",)),
        ("Hives that the keepers had not seen were counted.", ("Keepers counted unseen hives.",), ()),
        ("The queen lays in the lower box.", ("The queen lays in the upper box.",), ("turned lower",)),
        ("The method removes frames from the hive.", ("The method adds frames to the hive.",), ("turned remov",)),
        ("The scale is unreliable.", ("The scale was found not to be reliable.",), ()),
        ("The scale is unreliable.", ("The scale was found to be reliable.",), ("turned unreli",)),
        ("Less than half of the keepers agreed.", ("Only 41% of the keepers agreed.",), ()),
        ("Less than half of the keepers agreed.", ("59% of the keepers agreed.",), ("amount half",)),
        ("It took less than a minute.", ("It took 45 seconds.",), ()),
        ("It took less syrup.", ("It took more syrup.",), ("turned less",)),
        ("Less than 5% of hives are rotten.", ("3.2% of hives are rotten.",), ()),
        ("Less than 5% of hives are rotten.", ("1% of hives are rotten.",), ("amount 5%",)),
        ("Less than 5% of hives are rotten.", ("7% of hives are rotten.",), ("amount 5%",)),
        ("More than 20 hives were lost.", ("28 hives were lost.",), ()),
        ("The score was 0.92.", ("The score was 92%.",), ()),
        ("The score was 92%.", ("The count reaches a score of 0.92.",), ()),
        ("The score was 0.93.", ("The score was 92%.",), ("amount 0.93",)),
        ("The corpus has 10 million words.", ("The corpus has 10 m words.",), ()),
        ("The corpus has 10 words.", ("The corpus has 10 m words.",), ("amount 10",)),
        ("Scouts lag behind foragers in range.", ("Scouts outperform foragers in range.",), ("turned behind",)),
        ("Scouts lag behind foragers in range.", ("Scouts fall short of foragers in range.",), ()),
        ("The count relies on painted queens.", ("The count does not need painted queens.",), ("turned need",)),
        (
            "The keepers cannot build their own extractor.",
            ("The keepers do not have the tools needed to build their own extractor.",),
            (),
        ),
        ("Notices discourage smoking hives.", ("Notices also encourage smoking of hives.",), ("turned discourag",)),
        (
            "The skep needs no side frames.",
            ("In a skep, the side frames that older hives required to hold their combs are thus avoided.",),
            (),
        ),
        ("The skep needs no side frames.", ("The skep needs strong side frames.",), ("turned side",)),
        ("Skeps are less warm than box hives.", ("Skeps do not reach the warmth that warm box hives have.",), ()),
        (
            "Skeps are less warm than box hives.",
            ("Skeps reach the warmth that warm box hives have.",),
            ("turned less",),
        ),
        (
            "Warm walls alone will not end losses.",
            ("To end losses will require more than just warm walls, because losses end not of cold alone.",),
            (),
        ),
        (
            "A colony built on straw outperforms one built on mud.",
            ("We show that a colony built on mud outperforms a colony built on straw.",),
            ("swapped outperforms",),
        ),
        ("Nearly all keepers agreed.", ("98% of the keepers agreed.",), ()),
        ("Nearly all keepers agreed.", ("78% of the keepers agreed.",), ("overclaimed all",)),
        ("All keepers agreed.", ("98% of the keepers agreed.",), ("overclaimed all",)),
        (
            "The keepers are given an exact list of old frames.",
            ("Unlike most others, we do not provide an exact list of old frames.",),
            ("turned provid",),
        ),
        (
            "Previous keepers do not rely on any form of syrup.",
            ("Our keepers do not rely on any form of syrup, in contrast with previous keepers.",),
            ("turned reli",),
        ),
        (
            "Carniolan swarms reduce winter losses compared with Buckfast.",
            ("Comparing Buckfast with Carniolan swarms, we find that they reduce winter losses.",),
            ("swapped compared",),
        ),
    ],
)
def test_reversals_are_counted(claim: str, quotes: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert faults(claim, quotes) == found


def test_the_closest_quote_is_the_one_with_most_of_the_claim() -> None:
    assert nearest("Straw hives stay warm.", ("Wood hives rot.", "Straw hives stay warm and dry.")) == (
        "Straw hives stay warm and dry.",
    )
    assert nearest("Straw hives stay warm.", ("Wood hives rot.", "Bees swarm.")) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Traps caught 4.30, 4.84 and 9.01% of wasps at dawn, noon and dusk",
        "Loss rate (LR), causes (direct and indirect) and remedies were recorded.",
        "Its coverage of hives is still limited.",
    ],
)
def test_a_sentence_of_a_quote_has_no_fault(said: str) -> None:
    assert faults(said, [said]) == ()
    assert faults(f" {said} ", [f"Hives were present and not limited. {said.rstrip('.')}. Bees dance at 4.84."]) == ()


HEATED = (
    "The main causes (direct and indirect) of winter losses are mites and damp. Keepers fed 12 (4.5%), 9 (3.1%) and 30 "
    "hives in 2003,\n2004 and 2005. No hives in the lower orchard swarmed."
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("The main causes (direct and indirect) of winter losses are mites and damp.", ()),
        ("Keepers fed 12 (4.5%), 9 (3.1%) and 30 hives in 2003, 2004 and 2005", ()),
        ("Keepers fed 12 (4.5%), 9 (3.1%) and 31 hives in 2003, 2004 and 2005.", ("amount 31",)),
        ("hives in the lower orchard swarmed.", ("turned hive",)),
    ],
)
def test_whole_sentences_of_a_quote_are_what_it_says_and_a_part_of_one_may_not_be(
    claim: str, found: tuple[str, ...]
) -> None:
    assert faults(claim, (HEATED,)) == found


def test_the_same_amount_again_and_again_is_compared_once() -> None:
    text = "10 " * 666
    assert faults(text, (f"{text}x",)) == ()
