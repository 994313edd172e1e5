"""Claims with their evidence: sentences chosen from the citing papers, quoted by offset, or a refusal."""
