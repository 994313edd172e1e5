"""Text in, unit vectors out: model runtimes behind one protocol, and the vector cache."""
