"""How snapshots and the checks of a data folder look."""

from rich.console import Console

from service.render import count, paragraph
from service.schemas_snapshot import SnapshotOut, VerifiedOut


def draw_snapshot(out: Console, snapshot: SnapshotOut) -> None:
    done = f"restored into {snapshot.data}" if snapshot.data else f"{snapshot.file}, {snapshot.bytes / 1e6:,.1f} MB"
    paragraph(out, done, style="bold")
    paragraph(out, f"{count(snapshot.papers, 'paper')} in {count(snapshot.hubs, 'hub')}", indent=2)
    paragraph(out, f"index {snapshot.index_id}, vectors by {snapshot.model}", indent=2)
    files = f"{count(snapshot.files, 'file')}, {snapshot.unpacked_bytes / 1e6:,.1f} MB unpacked"
    paragraph(out, f"{files}, written by citers {snapshot.release} on {snapshot.created_at}", indent=2)


def draw_verified(out: Console, found: VerifiedOut) -> None:
    for check in found.checks:
        said = "ok" if check.ok else f"wrong ({check.name})"
        paragraph(out, f"{said}: {check.detail}", style="" if check.ok else "red")
