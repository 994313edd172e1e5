"""Steps from one form of the store's tables to the next, run in process by `corpus.schema.migrate`."""
