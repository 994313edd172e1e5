"""Which release of the program this is."""

from importlib.metadata import PackageNotFoundError, version


def release() -> str:
    """As installed; a plain checkout that was not installed has no number."""
    try:
        return version("citers")
    except PackageNotFoundError:
        return "0+checkout"
