-- A shot that was taken again has a row for each take; the last one counts.
ALTER TABLE shots RENAME TO shots_before_takes;
CREATE TABLE shots (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  seq INTEGER NOT NULL,
  path TEXT NOT NULL,
  taken_at DATETIME NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  take INTEGER NOT NULL DEFAULT 1,
  UNIQUE (session_id, seq, take)
);
INSERT INTO shots (id, session_id, seq, path, taken_at, width, height)
SELECT id, session_id, seq, path, taken_at, width, height FROM shots_before_takes;
DROP TABLE shots_before_takes;
