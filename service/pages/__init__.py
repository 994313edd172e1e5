"""The pages that people read in a browser: plain HTML, without scripts, over the same replies as the HTTP API's."""
