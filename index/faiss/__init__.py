"""All that FAISS does: products of vectors, a search of all rows, short codes, and when these are used."""
