"""Readers of foreign formats: each turns one kind of file into records and problems."""
