"""How good and how fast it is: cases, metrics and reports over the same engine that serves."""
