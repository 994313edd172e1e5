"""The tables of the store, and how a database is brought to their newest form."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Column, Connection, Float, ForeignKey, Index, Integer, MetaData, Table, Text, inspect

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

revisions = Table(
    "revisions",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("removals_from", Integer, nullable=False),  # removals later than this revision are all remembered
)


class NewerSchema(RuntimeError):
    """The database was written by a newer version of this program."""


class NotAStore(ValueError):
    """The file is not a database that this program made."""


def migrate(connection: Connection) -> None:
    """Creates the tables, or brings older ones up to date; a database that is up to date is not written to."""
    config = Config()
    config.set_main_option("script_location", "corpus:migrations")
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    newest = script.get_current_head()
    found = MigrationContext.configure(connection).get_current_revision()
    if found == newest:
        return
    if found is None:
        _check_empty(connection)
    elif found not in {revision.revision for revision in script.walk_revisions()}:
        raise NewerSchema(
            f"expected a database of schema {newest} or older, found schema {found}; "
            "it was written by a newer citers: upgrade this program, or use another data folder"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_empty(connection: Connection) -> None:
    strangers = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
    if strangers:
        raise NotAStore(
            f"expected a database made by citers, or none, found one with the tables {', '.join(strangers[:5])}; "
            "give the path of another file"
        )
