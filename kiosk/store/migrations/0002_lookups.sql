-- What the audit and a late payment look up, in stores with many thousands of sessions.
CREATE INDEX photos_session ON photos (session_id);
CREATE INDEX outbox_row ON outbox (row_id);
CREATE INDEX sessions_payment ON sessions (payment_id);
