"""Brings a database to the newest form of the tables."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from corpus.store_errors import NewerSchema, NotAStore


def migrate(connection: Connection) -> None:
    """Creates the tables, or brings older ones up to date. Raises NewerSchema and NotAStore."""
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
