"""The tables of the store, and whether a database has their newest form."""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    inspect,
    text,
)

metadata = MetaData()

papers = Table(
    "papers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("title_key", Text, nullable=False, index=True),
    Column("abstract", Text),
    Column("tldr", Text),
    Column("tldr_source", Text),
    Column("authors", Text, nullable=False),  # JSON list
    Column("year", Integer),
    Column("venue", Text),
    Column("url", Text),
    Column("free", Boolean, nullable=False),  # imported for its own sake, so it outlives every hub
    Column("changed", Integer, nullable=False, index=True),  # revision in which its text or names last changed
)

names = Table(
    "names",
    metadata,
    Column("slug", Text, primary_key=True),
    Column("paper_id", Text, ForeignKey("papers.id"), nullable=False, index=True),
)

hubs = Table(
    "hubs",
    metadata,
    Column("id", Text, ForeignKey("papers.id"), primary_key=True),
    Column("known_total", Integer),
    Column("as_of", Text),
    Column("stated", Text),  # JSON object
)

citations = Table(
    "citations",
    metadata,
    Column("hub", Text, ForeignKey("hubs.id"), primary_key=True),
    Column("citing", Text, ForeignKey("papers.id"), primary_key=True),
    Column("role", Text),
    Column("polarity", Text),
    Column("role_confidence", Float),
    Column("polarity_confidence", Float),
    Column("label_source", Text),
    Column("influential", Boolean),
    Column("self_citation", Boolean),
    Column("contexts", Text, nullable=False),  # JSON list
    Column("changed", Integer, nullable=False, index=True),  # revision in which it last changed
    Index("ix_citations_citing", "citing"),
)

# What is held again after a removal still stands here: whoever reads these leaves out what is held.
removed_papers = Table(
    "removed_papers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("removed", Integer, nullable=False, index=True),  # revision of the last removal
)

removed_citations = Table(
    "removed_citations",
    metadata,
    Column("hub", Text, primary_key=True),
    Column("citing", Text, primary_key=True),
    Column("removed", Integer, nullable=False, index=True),
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("stage", Text, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer),
    Column("report", Text, nullable=False),  # JSON object
    Column("payload", Text, nullable=False),  # JSON object
    Column("idempotency_key", Text, unique=True),
    Column("created", Text, nullable=False),
    Column("updated", Text, nullable=False),
)

taken_files = Table(
    "taken_files",
    metadata,
    Column("key", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("day", Text),
    Column("report", Text, nullable=False),  # JSON object
)

revisions = Table(
    "revisions",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("removals_from", Integer, nullable=False),  # removals later than this revision are all remembered
)


NEWEST = "0004"  # the last of the migrations


def bring_up_to_date(connection: Connection) -> None:
    """Creates the tables, or brings older ones up to date; a database that is up to date is not written to."""
    if schema_of(connection) != NEWEST:
        from corpus.schema_migration import migrate  # Alembic takes long to import and is seldom needed

        migrate(connection)


def schema_of(connection: Connection) -> str | None:
    """The migration that the database stands at, as Alembic notes it down; None where it has noted nothing."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
