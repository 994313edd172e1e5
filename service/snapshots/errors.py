"""What taking, reading and restoring a snapshot raise, apart from these: who only names them loads no database."""


class SnapshotExists(FileExistsError):
    """There is a file already where a snapshot is to be."""


class SnapshotUnwritable(OSError):
    """A snapshot cannot be written where it is to be."""


class NotASnapshot(ValueError):
    """The file is not one that `citers snapshot` writes."""


class SnapshotNewer(ValueError):
    """The snapshot was written by a later release, with something in it that this one does not know."""


class SnapshotDamaged(OSError):
    """The snapshot is not whole, or not what was written."""


class FolderNotEmpty(FileExistsError):
    """There is something already in the folder that a snapshot is to be restored into."""
