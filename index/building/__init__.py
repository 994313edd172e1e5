"""How a version comes to be: built whole, laid upon another, sealed, made the current one, or tuned anew."""
