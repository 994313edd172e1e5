"""What runs in a peer's own environment: `handover.py`, and one `with_….py` for each peer."""
