"""Shots that come from elsewhere than the live picture."""
