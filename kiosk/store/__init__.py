"""The SQLite mirror: what happened, on disk before anything follows from it."""
