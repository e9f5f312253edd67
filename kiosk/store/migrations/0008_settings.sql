-- What staff have set on the touchscreen: value is JSON. A row that nobody set is the booth's own.
ALTER TABLE settings ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE settings ADD COLUMN changed_at DATETIME;
ALTER TABLE settings ADD COLUMN changed_by TEXT;

-- Whether a session's pictures are on this disk: kept, going (being deleted) or gone.
ALTER TABLE sessions ADD COLUMN pictures TEXT NOT NULL DEFAULT 'kept';
