-- One session may have several payments: a voucher and a QRIS code for the rest, or bill by bill.
ALTER TABLE payments ADD COLUMN voucher_id TEXT;
ALTER TABLE payments ADD COLUMN taken_by TEXT;
ALTER TABLE payments ADD COLUMN refund_status TEXT;
CREATE INDEX payments_session ON payments (session_id);
CREATE INDEX payments_voucher ON payments (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX payments_paid_at ON payments (paid_at);

-- Each entry's hash is over the one before it. Entries from before have none.
ALTER TABLE audit_log ADD COLUMN seq INTEGER;
ALTER TABLE audit_log ADD COLUMN hash TEXT;
CREATE UNIQUE INDEX audit_log_seq ON audit_log (seq) WHERE seq IS NOT NULL;

CREATE TABLE shifts (
  id TEXT PRIMARY KEY,
  opened_at DATETIME NOT NULL,
  opened_by TEXT NOT NULL,
  float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
  closed_at DATETIME,
  closed_by TEXT,
  counted INTEGER CHECK (counted >= 0),
  expected INTEGER,
  note TEXT
);
-- One drawer, one open shift.
CREATE UNIQUE INDEX shifts_open ON shifts (closed_at IS NULL) WHERE closed_at IS NULL;

CREATE TABLE cash_out (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id),
  at DATETIME NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  by TEXT NOT NULL,
  why TEXT NOT NULL
);

CREATE TABLE voucher_uses (
  voucher_id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL,
  used_at DATETIME NOT NULL,
  uses INTEGER NOT NULL
);

CREATE TABLE prices (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers(id),
  package TEXT NOT NULL,
  event TEXT NOT NULL DEFAULT '',
  price INTEGER NOT NULL CHECK (price >= 0),
  extra_copy INTEGER NOT NULL DEFAULT 0 CHECK (extra_copy >= 0),
  valid_from DATETIME,
  valid_to DATETIME,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  created_at DATETIME NOT NULL
);
