"""The use cases: running a session's effects, preflight, recovery, health."""
