"""A data folder as one file, and whether either is whole: snapshot, restore, verify."""

from __future__ import annotations

from pathlib import Path

import click

from service.commands.exits import UNAVAILABLE, refuse
from service.commands.session import Session, everywhere, pass_session

ENDINGS = (".tar.gz", ".tgz", ".tar")
THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


def snapshot_path(_context: click.Context, _argument: click.Parameter, path: Path) -> Path:
    if path.is_dir():
        raise click.BadParameter(f"expected a new file, found the folder {path}; name a file in it")
    if not path.name.endswith(ENDINGS):
        raise click.BadParameter(f"expected a name that ends in .tar.gz or .tar, found {path.name}; add one of them")
    return path.expanduser().absolute()


@click.command(short_help="Write all that is held as one file.")
@click.argument("file", type=click.Path(path_type=Path), callback=snapshot_path)
@everywhere
@pass_session
def snapshot(session: Session, file: Path) -> None:
    """Write all that is held as one new FILE, compressed if it ends in .tar.gz. A service may be at work meanwhile."""
    from service.render_snapshot import draw_snapshot
    from service.schemas_snapshot import SnapshotOut
    from service.snapshots.taking import take

    with session.progress() as progress:
        contents = take(session.settings(), file, progress)
    session.reply(SnapshotOut.of(file, contents), draw_snapshot)


@click.command(short_help="Restore a snapshot into an empty folder.")
@click.argument("file", type=THERE)
@everywhere
@pass_session
def restore(session: Session, file: Path) -> None:
    """Restore the snapshot FILE into the data folder, which has to be empty or not there."""
    from service.render_snapshot import draw_snapshot
    from service.schemas_snapshot import SnapshotOut
    from service.snapshots.restoring import restore as unpack

    data = session.settings().data
    with session.progress() as progress:
        contents = unpack(file, data, progress)
    session.reply(SnapshotOut.of(file, contents, data), draw_snapshot)
    if contents.older:
        click.echo("it is of an earlier release: run `citers index rebuild` once, which brings it up to date", err=True)


@click.command(short_help="Check all that is held, or a snapshot.")
@click.argument("file", type=THERE, required=False)
@everywhere
@pass_session
def verify(session: Session, file: Path | None) -> None:
    """Check all that the data folder holds, or the snapshot FILE. Nothing is changed."""
    from service.render_snapshot import draw_verified
    from service.schemas_snapshot import VerifiedOut
    from service.verifying.verify import verify as look
    from service.verifying.verify import verify_snapshot

    with session.progress() as progress:
        found = VerifiedOut.of(verify_snapshot(file) if file else look(session.settings(), progress))
    session.reply(found, draw_verified)
    wrong = [check.name for check in found.checks if not check.ok]
    if wrong:
        refuse(f"something is wrong with: {', '.join(wrong)}; what to do is said above", UNAVAILABLE)
