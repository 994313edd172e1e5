"""What callers get about snapshots, and about the checks of a data folder."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel

from service.snapshots.contents import Contents
from service.verifying.verify import Verified


class SnapshotOut(BaseModel):
    """`bytes` is the size of the file, `unpacked_bytes` that of the `files` in it; `release` is the one that wrote it.
    `data` is the folder that it was restored into, if it was."""

    file: str
    bytes: int
    unpacked_bytes: int
    files: int
    index_id: str
    model: str
    papers: int
    hubs: int
    citations: int
    release: str
    created_at: str
    data: str | None = None

    @classmethod
    def of(cls, path: Path, contents: Contents, data: Path | None = None) -> Self:
        return cls(
            file=str(path),
            bytes=path.stat().st_size,
            unpacked_bytes=contents.size,
            files=len(contents.files),
            index_id=contents.index_id,
            model=contents.model,
            papers=contents.held.papers,
            hubs=contents.held.hubs,
            citations=contents.held.citations,
            release=contents.release,
            created_at=contents.created_at,
            data=None if data is None else str(data),
        )


class CheckOut(BaseModel):
    """`detail` says what was looked at, or what is wrong and what to do."""

    name: str
    ok: bool
    detail: str


class VerifiedOut(BaseModel):
    ok: bool
    index_id: str
    checks: list[CheckOut]

    @classmethod
    def of(cls, verified: Verified) -> Self:
        checks = [CheckOut(name=check.name, ok=check.ok, detail=check.detail) for check in verified.checks]
        return cls(ok=verified.ok, index_id=verified.index_id, checks=checks)
