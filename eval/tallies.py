"""What a tally is judged by: the papers it counts against those judged, and whether its interval holds."""

from answers.values import Tally
from eval.metrics import Grades


def tally_figures(tally: Tally, grades: Grades, squarely: int) -> dict[str, float]:
    """Of a question about a topic for which every paper was judged; the recall is of those squarely about it.

    A paper that touches the topic is neither right nor wrong.
    """
    wanted = {paper_id for paper_id, grade in grades.items() if grade >= squarely}
    counted = set(tally.paper_ids)
    if not wanted:
        return {"nothing counted when nothing matches": float(not counted)}
    recall = len(counted & wanted) / len(wanted)
    decided = [paper_id for paper_id in counted if grades.get(paper_id, 0) != 1]
    low, high = tally.interval
    return {
        "tally precision": len(counted & wanted) / (len(decided) or 1),
        "tally recall": recall,
        "tally recall, undecided included": len((counted | set(tally.undecided_ids)) & wanted) / len(wanted),
        "estimated recall": tally.estimated_recall,
        "recall within its interval": float(low <= recall <= high),
    }
