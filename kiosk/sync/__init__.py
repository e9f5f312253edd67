"""The booth's side of the cloud: the API, the uploads, and the engine that drains the outbox."""
