"""Papers by their words: BM25 over papers and citing sentences, each sentence's words, and spellings."""
