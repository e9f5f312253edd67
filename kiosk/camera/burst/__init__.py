"""The best frame around the shutter."""
