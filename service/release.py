"""Which release of the program this is, and what runs in a process of it."""


def release() -> str:
    """As pyproject.toml has it; written here too, because to look it up takes as long as the command line to start."""
    return "0.1.0"
