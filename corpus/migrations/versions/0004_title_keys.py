"""Titles with letters that are capitals only when taken apart, as those of ™ are, get the key of their small ones."""

import sqlalchemy as sa
from alembic import op

from corpus.titles import title_key

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    connection = op.get_bind()
    titled = connection.execute(sa.text("SELECT id, title, title_key FROM papers WHERE title != id"))
    keys = ((name, title_key(title), held) for name, title, held in titled if not title.isascii())
    changed = [{"name": name, "key": key} for name, key, held in keys if key != held]
    if changed:
        connection.execute(sa.text("UPDATE papers SET title_key = :key WHERE id = :name"), changed)


def downgrade() -> None:
    """Other keys than these were never needed."""
