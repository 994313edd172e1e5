"""One module per step; its revision is its number."""
