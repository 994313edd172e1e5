"""Papers written for other programs: one file for each format, records in and pieces of text out."""
