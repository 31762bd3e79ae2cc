-- What each article is compared by, and the pairs that were compared, so that a later run compares only what is new.
CREATE TABLE imprints (
  article TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  outlet TEXT NOT NULL,
  date TEXT NOT NULL,
  words INTEGER NOT NULL,
  embedded_in TEXT,
  prints BLOB NOT NULL,
  shingles BLOB NOT NULL
);

CREATE TABLE compared (
  key TEXT PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  copy TEXT,
  tie TEXT
) WITHOUT ROWID;
