"""Unit vectors and words in, nearest papers out: exact and FAISS search, words, fusion, filters, versions on disk."""
