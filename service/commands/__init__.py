"""What each command of the command line does: parse, ask the engine, print the reply."""
