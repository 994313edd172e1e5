"""How a share is written."""


def percentage(share: float) -> str:
    """Never says 0 % or 100 % of what is neither."""
    if 0 < share < 0.01:
        return "under 1%"
    if 0.99 < share < 1:
        return "over 99%"
    return f"{share:.0%}"
