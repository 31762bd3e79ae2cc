-- What each run made of the incidents, small, so that two runs can be told apart: compressed JSON.
CREATE TABLE sketches (
  run TEXT PRIMARY KEY,
  incidents BLOB NOT NULL
);

-- Ids that are gone, each with the one that took its place.
CREATE TABLE successions (
  was TEXT PRIMARY KEY,
  now TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX successions_by_now ON successions (now);
