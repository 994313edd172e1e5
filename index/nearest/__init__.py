"""Vectors and those nearest to a query: one by one, in groups, in parts, or among more than can be read."""
