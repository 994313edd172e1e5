"""The bundled demo hub: the papers that cite Orca, described in our own words."""
