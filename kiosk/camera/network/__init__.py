"""Cameras that send MJPEG over HTTP."""
