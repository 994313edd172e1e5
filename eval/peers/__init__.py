"""How other retrieval libraries do on the same sets, given the same vectors: installed, run and set beside ours."""
