"""What is asked for: the words and clauses of a query, filters, and words that were probably misspelt."""
