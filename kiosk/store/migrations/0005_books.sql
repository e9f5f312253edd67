-- What a guest is to get back stands beside the session, so that staff's list reads no journals.
ALTER TABLE sessions ADD COLUMN change_due INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sessions_change_due ON sessions (change_due) WHERE change_due > 0;

-- The audit log's newest entry when the drawer was counted.
ALTER TABLE shifts ADD COLUMN anchor_seq INTEGER;
ALTER TABLE shifts ADD COLUMN anchor_hash TEXT;

CREATE INDEX cash_out_at ON cash_out (at);
CREATE INDEX payments_refunding ON payments (refund_status) WHERE refund_status = 'pending';
