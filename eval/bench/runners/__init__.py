"""What runs in the peers' environment: `serve.py`, and one `with_….py` for each service."""
