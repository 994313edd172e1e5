"""What a text holds: words and stems, terms, phrases, the passages that have a vector, and sentences by role."""
