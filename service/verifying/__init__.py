"""Whether a data folder is as it was written, and its parts agree; nothing of it is changed."""
