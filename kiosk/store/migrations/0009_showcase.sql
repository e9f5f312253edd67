-- Prints that their guests let be shown on the attract screen; gone with the photo.
CREATE TABLE showcase (
  photo_id TEXT PRIMARY KEY REFERENCES photos(id) ON DELETE CASCADE,
  shown_at DATETIME NOT NULL
);
