"""An index version on disk: columns, lines and names, papers and citations, and what it says about itself."""
