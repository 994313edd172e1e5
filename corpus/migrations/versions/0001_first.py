"""The first tables: papers, their names, hubs, citations, jobs and the revision counter."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    papers = op.create_table(
        "papers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("title_key", sa.Text, nullable=False),
        sa.Column("abstract", sa.Text),
        sa.Column("tldr", sa.Text),
        sa.Column("tldr_source", sa.Text),
        sa.Column("authors", sa.Text, nullable=False),
        sa.Column("year", sa.Integer),
        sa.Column("venue", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("free", sa.Boolean, nullable=False),
    )
    op.create_index("ix_papers_title_key", papers.name, ["title_key"])
    op.create_table(
        "names",
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("paper_id", sa.Text, sa.ForeignKey("papers.id"), nullable=False),
    )
    op.create_index("ix_names_paper_id", "names", ["paper_id"])
    op.create_table(
        "hubs",
        sa.Column("id", sa.Text, sa.ForeignKey("papers.id"), primary_key=True),
        sa.Column("known_total", sa.Integer),
        sa.Column("as_of", sa.Text),
        sa.Column("stated", sa.Text),
    )
    _create_citations()
    _create_jobs()
    revisions = op.create_table(
        "revisions",
        sa.Column("only", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.bulk_insert(revisions, [{"only": 1, "number": 0}])


def _create_citations() -> None:
    op.create_table(
        "citations",
        sa.Column("hub", sa.Text, sa.ForeignKey("hubs.id"), primary_key=True),
        sa.Column("citing", sa.Text, sa.ForeignKey("papers.id"), primary_key=True),
        sa.Column("role", sa.Text),
        sa.Column("polarity", sa.Text),
        sa.Column("role_confidence", sa.Float),
        sa.Column("polarity_confidence", sa.Float),
        sa.Column("label_source", sa.Text),
        sa.Column("influential", sa.Boolean),
        sa.Column("self_citation", sa.Boolean),
        sa.Column("contexts", sa.Text, nullable=False),
    )
    op.create_index("ix_citations_citing", "citations", ["citing"])


def _create_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("idempotency_key", sa.Text, unique=True),
        sa.Column("created", sa.Text, nullable=False),
        sa.Column("updated", sa.Text, nullable=False),
    )
    op.create_index("ix_jobs_state", "jobs", ["state"])


def downgrade() -> None:
    for table in ("revisions", "jobs", "citations", "hubs", "names", "papers"):
        op.drop_table(table)
