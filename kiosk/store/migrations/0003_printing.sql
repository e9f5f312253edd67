-- What the booth knows of each printer. One without a queue is known to the cloud and not set up
-- here. Calibration is in millimetres and a factor; pixel_sizes is JSON: sheet → [width, height].
ALTER TABLE printers ADD COLUMN media TEXT NOT NULL DEFAULT '4x6';
ALTER TABLE printers ADD COLUMN pixel_sizes TEXT NOT NULL DEFAULT '{}';
ALTER TABLE printers ADD COLUMN right_mm REAL NOT NULL DEFAULT 0;
ALTER TABLE printers ADD COLUMN down_mm REAL NOT NULL DEFAULT 0;
ALTER TABLE printers ADD COLUMN scale REAL NOT NULL DEFAULT 1;
ALTER TABLE printers ADD COLUMN profile TEXT;
ALTER TABLE printers ADD COLUMN sheets_left INTEGER;
ALTER TABLE printers ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
ALTER TABLE printers ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE printers ADD COLUMN seconds_per_sheet REAL NOT NULL DEFAULT 20;
UPDATE printers SET rank =
  (SELECT COUNT(*) FROM printers AS earlier WHERE earlier.created_at < printers.created_at);

-- What the printer said was left in it when CUPS took the job.
ALTER TABLE print_jobs ADD COLUMN prints_left INTEGER;

-- Jobs that are not over: for sheets waiting at each printer, and for jobs to be withdrawn.
CREATE INDEX print_jobs_state ON print_jobs (state);

-- Two members with one PIN could not be told apart; two with one name neither.
CREATE UNIQUE INDEX staff_name ON staff (name);
