-- The little films of a session; kind is boomerang or timelapse.
CREATE TABLE films (
  id TEXT PRIMARY KEY,
  photo_id TEXT NOT NULL REFERENCES photos(id),
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  created_at DATETIME NOT NULL,
  UNIQUE (photo_id, kind)
);
