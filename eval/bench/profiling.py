"""Where the time of some work goes: the share of each function of ours, with what it calls of others' inside it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INTERVAL = 0.001  # seconds between two looks at the stack
SHOWN = 12

# What a search cannot go without, and so is in the limit (`eval.bench.limit`); of an import, the model's own work, for
# which the main thread waits.
UNAVOIDABLE = frozenset(
    {
        "embeddings/crew.py: end",
        "embeddings/onnx_runtime.py: run",
        "embeddings/openvino_runtime.py: run",
        "index/faiss/products.py: score",
        "index/words/bm25.py: weigh",
    }
)


@dataclass(frozen=True, slots=True)
class Share:
    """`function` is `room/file.py: name`, `share` what it took of all, from 0 to 1, other functions of ours apart."""

    function: str
    share: float

    @property
    def unavoidable(self) -> bool:
        return self.function in UNAVOIDABLE


def profiled(work: Callable[[], object]) -> tuple[Share, ...]:
    """The largest shares of this thread's time, largest first, equal ones by name; of pyinstrument's samples."""
    from pyinstrument import Profiler

    profiler = Profiler(interval=INTERVAL)
    with profiler:
        work()
    session = profiler.last_session
    spent: defaultdict[str, float] = defaultdict(float)
    for stack, seconds in session.frame_records if session else ():
        spent[_own(stack)] += seconds
    return largest(spent)


def largest(spent: Mapping[str, float]) -> tuple[Share, ...]:
    """Of seconds by function."""
    whole = sum(spent.values())
    order = sorted(spent, key=lambda function: (-spent[function], function))
    return tuple(Share(function, round(spent[function] / whole, 4)) for function in order[:SHOWN])


def _own(stack: list[str]) -> str:
    """The innermost function of ours in a stack of "name, file, line and more", outermost first."""
    for frame in reversed(stack):
        name, file, *_ = frame.split("\x00")
        path = Path(file)
        if path.is_relative_to(ROOT) and ".venv" not in path.parts:
            return f"{path.relative_to(ROOT).as_posix()}: {name}"
    return "elsewhere"
