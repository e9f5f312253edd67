"""Little films of a session, made by a process in the background."""
