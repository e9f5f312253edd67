"""Looks: ``.cube`` files, applied to pictures."""
