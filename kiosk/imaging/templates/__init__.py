"""Template folders: read, checked, shown."""
