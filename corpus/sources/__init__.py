"""Catalogues that papers are fetched from: which papers cite a hub, page by page."""
