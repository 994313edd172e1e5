"""The one table from deliberate errors to what they mean outside: a status, a type and a title.

An error is found by its own class or the nearest one above it in the table.
"""

import errno
from dataclasses import dataclass

from answers.gate.entailed import UnknownChecker
from answers.models.model import Abandoned, GeneratorUnavailable, ModelDown
from corpus.ids import UnknownId
from corpus.importers.files import UnsupportedFormat
from corpus.importers.lines import EmptyImport, NotText
from corpus.sources.source import NotAtSource, SourceUnavailable
from corpus.store_errors import HubNotHeld, NewerSchema, NotAStore, OlderSchema, StoreBusy, StoreUnwritable
from embeddings.cache import CacheUnusable
from embeddings.models import DeviceUnavailable, ModelUnavailable, WeightsDiffer
from eval.bench.processes import BenchFailed
from eval.figures import NothingInCommon
from eval.folders import BadFolder
from eval.report import BadReport
from eval.run import RelatedMissing
from index.comparison import SameHub
from index.files.manifest import IndexDamaged, IndexNewer, IndexOlder
from index.files.snapshot_files import Disorder
from index.related.related import Contrary, NothingAsked, PaperNotFound
from index.reranker import UnknownReranker
from index.scope import HubNotFound
from index.version import IndexMismatch
from service.beside import MakingEnded
from service.cursor import BadCursor
from service.engine import NothingImported
from service.intake import Stopped
from service.jobs import JobNotFound, KeyReused
from service.lock import DataFolderInUse, DataFolderMoved, DataFolderReadOnly
from service.readiness import NotReady
from service.settings import BadSetting
from service.snapshots.errors import (
    FolderNotEmpty,
    NotASnapshot,
    SnapshotDamaged,
    SnapshotExists,
    SnapshotNewer,
    SnapshotUnwritable,
)
from service.spool import NotKept
from service.standing import StoreMissing
from service.uploads import UnknownContent
from service.views import VersionGone
from service.written import NotAWriter


@dataclass(frozen=True, slots=True)
class Meaning:
    """How an error is answered over HTTP; the command line derives its exit code from the status."""

    status: int
    slug: str
    title: str


MEANINGS: dict[type[Exception], Meaning] = {
    HubNotFound: Meaning(404, "hub_not_found", "Hub not found"),
    HubNotHeld: Meaning(404, "hub_not_found", "Hub not found"),
    PaperNotFound: Meaning(404, "paper_not_found", "Paper not found"),
    JobNotFound: Meaning(404, "job_not_found", "Job not found"),
    NothingImported: Meaning(404, "nothing_imported", "Nothing imported yet"),
    NotAtSource: Meaning(404, "not_at_source", "Not at the source"),
    UnknownId: Meaning(422, "unknown_id", "Not the id of a paper"),
    NothingAsked: Meaning(422, "nothing_asked", "Nothing asked"),
    Contrary: Meaning(422, "contrary", "Asked for and against"),
    SameHub: Meaning(422, "same_hub", "A hub compared with itself"),
    EmptyImport: Meaning(422, "empty_import", "Nothing in the file"),
    NotText: Meaning(422, "not_text", "Not a text file"),
    UnsupportedFormat: Meaning(422, "unsupported_format", "Format not supported"),
    BadCursor: Meaning(422, "bad_cursor", "Cursor not understood"),
    KeyReused: Meaning(422, "idempotency_key_reused", "Idempotency key used before"),
    BadSetting: Meaning(422, "bad_setting", "Setting not understood"),
    UnknownChecker: Meaning(422, "unknown_checker", "Checker not known"),
    UnknownReranker: Meaning(422, "unknown_reranker", "Reranker not known"),
    VersionGone: Meaning(410, "index_version_gone", "Index version no longer held"),
    UnknownContent: Meaning(415, "unsupported_media_type", "Unsupported media type"),
    IndexMismatch: Meaning(409, "index_mismatch", "Index built with another model"),
    StoreMissing: Meaning(409, "store_missing", "The store that the index was made from is missing"),
    IndexNewer: Meaning(409, "index_newer", "Index written by a later release"),
    NewerSchema: Meaning(409, "newer_schema", "Store written by a later release"),
    OlderSchema: Meaning(409, "older_schema", "Store written by an earlier release"),
    NotAStore: Meaning(409, "not_a_store", "Not a store"),
    IndexOlder: Meaning(409, "index_older", "Index written by an earlier release"),
    DataFolderInUse: Meaning(409, "data_folder_in_use", "Data folder in use"),
    Stopped: Meaning(409, "stopped", "Stopped"),
    GeneratorUnavailable: Meaning(501, "generator_unavailable", "Generator not available"),
    ModelDown: Meaning(503, "language_model_down", "Language model not available"),
    Abandoned: Meaning(503, "abandoned", "Caller gone"),
    SourceUnavailable: Meaning(503, "source_unavailable", "Source not available"),
    NotReady: Meaning(503, "not_ready", "Not ready"),
    NotAWriter: Meaning(503, "not_a_writer", "This process only reads"),
    StoreBusy: Meaning(503, "store_busy", "Store busy"),
    StoreUnwritable: Meaning(503, "store_unwritable", "Store not writable"),
    NotKept: Meaning(503, "upload_not_kept", "Upload not kept"),
    DataFolderMoved: Meaning(503, "data_folder_moved", "Data folder moved"),
    DataFolderReadOnly: Meaning(503, "data_folder_read_only", "Data folder not writable"),
    IndexDamaged: Meaning(503, "index_damaged", "Index damaged"),
    Disorder: Meaning(500, "index_disorder", "Index given papers out of order"),
    MakingEnded: Meaning(503, "index_not_made", "Index not made"),
    CacheUnusable: Meaning(503, "vector_cache_unusable", "Vector cache not usable"),
    ModelUnavailable: Meaning(503, "model_unavailable", "Model not available"),
    WeightsDiffer: Meaning(503, "weights_differ", "Model weights are not the expected ones"),
    DeviceUnavailable: Meaning(503, "device_unavailable", "Device not available"),
    BadFolder: Meaning(422, "bad_evaluation_folder", "Evaluation data not understood"),
    BadReport: Meaning(422, "bad_evaluation_report", "Evaluation report not understood"),
    BenchFailed: Meaning(503, "bench_failed", "Measurement not possible"),
    NotASnapshot: Meaning(422, "not_a_snapshot", "Not a snapshot"),
    SnapshotExists: Meaning(422, "snapshot_exists", "Snapshot already there"),
    SnapshotNewer: Meaning(409, "snapshot_newer", "Snapshot written by a later release"),
    FolderNotEmpty: Meaning(409, "folder_not_empty", "Folder not empty"),
    SnapshotUnwritable: Meaning(503, "snapshot_unwritable", "Snapshot not writable"),
    SnapshotDamaged: Meaning(503, "snapshot_damaged", "Snapshot damaged"),
    NothingInCommon: Meaning(422, "evaluations_not_comparable", "Evaluations have nothing in common"),
    RelatedMissing: Meaning(422, "related_missing", "Evaluation needs related papers"),
}
DELIBERATE = tuple(MEANINGS)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def meaning(error: Exception) -> Meaning:
    return next(MEANINGS[kind] for kind in type(error).__mro__ if kind in MEANINGS)


def explained(error: BaseException) -> str | None:
    """What to tell people about a deliberate error, or one of the disk; None for one that nobody foresaw."""
    if isinstance(error, DELIBERATE):
        return str(error)
    if isinstance(error, OSError) and error.errno in NO_ROOM:
        return f"expected room to write to, found: {error.strerror}; free some, and start the import again"
    return None
