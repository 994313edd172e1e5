"""What a version of the index says about itself: contents, model, settings, and the size and checksum of every file."""

import hashlib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import orjson

from index.files.tuned import Step, Tuned

# Grows whenever the same papers would be written differently, be it the layout, the words kept or where sentences end.
FORMAT = 9
MANIFEST = "manifest.json"
CHUNK = 1 << 20
# The settings of a part whose papers no model has read yet; they have vectors of zeros.
WORDS_ONLY = {"vectors": "kept"}
# The settings of a version whose papers were read in bfloat16; without them, in fp32.
BFLOAT16 = {"precision": "bf16"}
REMEDY = "run `citers index rebuild` to make the index again from the stored papers"


class IndexDamaged(OSError):
    """A file of the index is missing, or is not what was written."""


class IndexNewer(ValueError):
    """The index was written by a later release, in a format this one does not know."""


class IndexOlder(ValueError):
    """The index was written by an earlier release, in a format this one no longer reads."""


@dataclass(frozen=True, slots=True)
class FileSum:
    """The size in bytes and the sha256 of one file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """`index_id` is made from all but the time, the files and what was measured.

    So the same contents, model and settings share it.
    `contents` are the checksums of what went in: papers, citations, hubs and the texts behind the vectors. `base` is
    the index_id of the whole version that this part is laid upon; None: it is whole itself. `tuned` is what was
    measured of one that is searched by codes; None: every vector is read.
    """

    index_id: str
    model: str
    dim: int
    counts: dict[str, int]
    contents: dict[str, str]
    settings: dict[str, str]
    base: str | None = None
    created_at: str = ""
    files: dict[str, FileSum] = field(default_factory=dict)
    tuned: Tuned | None = None
    format: int = FORMAT


def identify(manifest: Manifest) -> str:
    """The index_id this manifest ought to have: 12 hexadecimal digits."""
    identity = {
        name: value
        for name, value in asdict(manifest).items()
        if name not in ("index_id", "created_at", "files", "tuned")
    }
    return hashlib.sha256(orjson.dumps(identity, option=orjson.OPT_SORT_KEYS)).hexdigest()[:12]


def file_sum(path: Path) -> FileSum:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return FileSum(size, digest.hexdigest())


def read_manifest(folder: Path) -> Manifest:
    try:
        fields = orjson.loads((folder / MANIFEST).read_bytes())
        written_as = fields.pop("format")
        _check_format(written_as, folder)
        sums = {name: FileSum(**entry) for name, entry in fields.pop("files").items()}
        measured = _tuned(fields.pop("tuned", None))
        return Manifest(**fields, files=sums, tuned=measured, format=written_as)
    except (FileNotFoundError, KeyError, TypeError, AttributeError, orjson.JSONDecodeError) as error:
        raise IndexDamaged(f"expected a manifest in {folder}, found none that can be read; {REMEDY}") from error


def papers_and_precision(folder: Path) -> tuple[int, bool]:
    """How many papers a version holds, and whether they were read in bfloat16; of any format. 0 papers where it says
    neither."""
    try:
        fields = orjson.loads((folder / MANIFEST).read_bytes())
        return int(fields["counts"]["papers"]), fields["settings"].items() >= BFLOAT16.items()
    except (OSError, KeyError, TypeError, AttributeError, orjson.JSONDecodeError):
        return 0, False


def _tuned(fields: dict[str, Any] | None) -> Tuned | None:
    if fields is None:
        return None
    return Tuned(fields["candidates"], fields["recall"], tuple(Step(**step) for step in fields["steps"]))


def _check_format(found: int, folder: Path) -> None:
    if found > FORMAT:
        raise IndexNewer(
            f"expected an index of format {FORMAT}, found the newer format {found} in {folder}; "
            "use the release of citers that wrote it, or run `citers index rebuild`"
        )
    if found < FORMAT:
        raise IndexOlder(f"expected an index of format {FORMAT}, found the older format {found} in {folder}; {REMEDY}")


def check_sizes(folder: Path, manifest: Manifest) -> None:
    """Every file is there and has its size: quick, whatever the size of the index."""
    for name, expected in manifest.files.items():
        path = folder / name
        found = path.stat().st_size if path.is_file() else None
        if found != expected.size:
            raise IndexDamaged(f"expected {expected.size} bytes in {path}, found {_bytes(found)}; {REMEDY}")


def check_sums(folder: Path, manifest: Manifest) -> None:
    """Every file has its checksum, and the manifest its own name: reads everything once."""
    check_sizes(folder, manifest)
    for name, expected in manifest.files.items():
        found = file_sum(folder / name)
        if found != expected:
            raise IndexDamaged(f"expected sha256 {expected.sha256} of {folder / name}, found {found.sha256}; {REMEDY}")
    if identify(manifest) != manifest.index_id:
        raise IndexDamaged(
            f"expected a manifest of index {identify(manifest)} in {folder}, found {manifest.index_id}; {REMEDY}"
        )


def _bytes(size: int | None) -> str:
    return "no file" if size is None else f"{size} bytes"
