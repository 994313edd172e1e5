"""Papers related to papers or to a text, and the reasons: terms, sentences, topics and hubs that they share."""
