"""A data folder as one file: taken while a service runs on it, read with every file checked, restored elsewhere."""
