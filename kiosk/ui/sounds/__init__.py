"""The booth's four sounds: when they are played, and by what. Each has a twin that is seen."""
