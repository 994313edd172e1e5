"""Each paper and citation says in which revision it last changed, and what is removed is remembered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    now = str(op.get_bind().execute(sa.text("SELECT number FROM revisions")).scalar_one())
    for table in ("papers", "citations"):
        # As a default, the number reaches the rows that are there without rewriting any of them.
        op.add_column(table, sa.Column("changed", sa.Integer, nullable=False, server_default=now))
        op.create_index(f"ix_{table}_changed", table, ["changed"])
    op.add_column("revisions", sa.Column("removals_from", sa.Integer, nullable=False, server_default=now))
    op.create_table(
        "removed_papers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("removed", sa.Integer, nullable=False),
    )
    op.create_table(
        "removed_citations",
        sa.Column("hub", sa.Text, primary_key=True),
        sa.Column("citing", sa.Text, primary_key=True),
        sa.Column("removed", sa.Integer, nullable=False),
    )
    for table in ("removed_papers", "removed_citations"):
        op.create_index(f"ix_{table}_removed", table, ["removed"])


def downgrade() -> None:
    for table in ("removed_papers", "removed_citations"):
        op.drop_table(table)
    op.drop_column("revisions", "removals_from")
    for table in ("papers", "citations"):
        op.drop_index(f"ix_{table}_changed", table)
        op.drop_column(table, "changed")
