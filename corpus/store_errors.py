"""What a store raises, apart from it: who only names these need not load a database library."""


class HubNotHeld(LookupError):
    """No hub is held under that name."""


class NewerSchema(RuntimeError):
    """The database was written by a newer version of this program."""


class OlderSchema(RuntimeError):
    """The database was written by an earlier version of this program, and has not been opened by this one yet."""


class NotAStore(ValueError):
    """The file is not a database that this program made."""


class StoreUnwritable(OSError):
    """The database cannot be created or written where it is."""


class StoreBusy(RuntimeError):
    """Another process kept the database locked for too long."""
