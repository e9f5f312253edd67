-- What the booth needs beyond RFC-007: additive columns and its own tables.
ALTER TABLE payments ADD COLUMN method TEXT NOT NULL DEFAULT 'qris';
ALTER TABLE payments ADD COLUMN session_id TEXT;
ALTER TABLE payments ADD COLUMN qr_string TEXT;
ALTER TABLE payments ADD COLUMN expires_at DATETIME;

ALTER TABLE photos ADD COLUMN session_id TEXT;
ALTER TABLE photos ADD COLUMN payment_id TEXT;
ALTER TABLE photos ADD COLUMN path TEXT;
ALTER TABLE photos ADD COLUMN sha256 TEXT;
ALTER TABLE photos ADD COLUMN code TEXT;
ALTER TABLE photos ADD COLUMN uploaded_at DATETIME;
ALTER TABLE photos ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX photos_code ON photos (code);

ALTER TABLE printers ADD COLUMN queue TEXT;
ALTER TABLE printers ADD COLUMN uri TEXT;
ALTER TABLE printers ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX printers_queue ON printers (queue);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id),
  booth_id TEXT NOT NULL,
  state TEXT NOT NULL,
  package TEXT,
  payment_id TEXT REFERENCES payments(id),
  created_at DATETIME NOT NULL,
  updated_at DATETIME NOT NULL
);
CREATE INDEX sessions_state ON sessions (state);
CREATE INDEX sessions_created_at ON sessions (created_at);

CREATE TABLE session_events (
  session_id TEXT NOT NULL REFERENCES sessions(id),
  seq INTEGER NOT NULL,
  at DATETIME NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (session_id, seq)
) WITHOUT ROWID;

CREATE TABLE shots (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  seq INTEGER NOT NULL,
  path TEXT NOT NULL,
  taken_at DATETIME NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  UNIQUE (session_id, seq)
);

CREATE TABLE print_jobs (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  photo_id TEXT NOT NULL REFERENCES photos(id),
  printer_id TEXT NOT NULL REFERENCES printers(id),
  copies INTEGER NOT NULL,
  cups_job_id INTEGER,
  state TEXT NOT NULL DEFAULT 'pending',
  sheets INTEGER,
  submitted_at DATETIME,
  completed_at DATETIME,
  error TEXT
);
CREATE INDEX print_jobs_session ON print_jobs (session_id);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  row_id TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at DATETIME NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at DATETIME NOT NULL,
  delivered_at DATETIME,
  last_error TEXT
);
CREATE INDEX outbox_waiting ON outbox (next_attempt_at) WHERE delivered_at IS NULL;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  pin_hash TEXT NOT NULL,
  created_at DATETIME NOT NULL
);

CREATE TABLE audit_log (
  id TEXT PRIMARY KEY,
  at DATETIME NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  data TEXT NOT NULL
);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
