"""The edge: settings, the engine that chooses the parts, HTTP, command line and jobs."""
