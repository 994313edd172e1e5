"""Topics of papers: groups of their vectors, their names, the papers that stand for them, and a map."""
