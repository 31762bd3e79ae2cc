-- "HDWR"
PRAGMA application_id = 1212438354;

-- Numbers are never used twice, so that what an index still says of a replaced page leads nowhere.
CREATE TABLE pages (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  status TEXT NOT NULL,
  stage TEXT,
  reason TEXT,
  detail TEXT,
  signature TEXT NOT NULL,
  digest TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX pages_by_status ON pages (status, id);

-- Each value compressed by zlib; apart from pages, so that a list of pages does not walk over them.
CREATE TABLE contents (
  page INTEGER PRIMARY KEY,
  text BLOB,
  sentences BLOB,
  data BLOB
);

-- All records of one kind on one page, as one compressed JSON list in the order of start and id.
CREATE TABLE bundles (
  page INTEGER NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  records BLOB NOT NULL,
  PRIMARY KEY (page, kind)
);
CREATE INDEX bundles_by_kind ON bundles (kind, count);

-- Which page has the record with an id: an inverted index of ids, which grows by merging, where a B-tree of random keys
-- costs the more to write the larger it is.
CREATE VIRTUAL TABLE ids USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

CREATE TABLE articles (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  page INTEGER NOT NULL,
  page_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  title TEXT,
  outlet TEXT,
  published TEXT,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX articles_by_page ON articles (page_id, start, id);
CREATE INDEX articles_by_number ON articles (page);
CREATE INDEX articles_by_date ON articles (published IS NULL, published, page_id, start, id);

CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE gathered (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX gathered_by_kind ON gathered (kind, id);

CREATE TABLE members (
  article TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (article, kind, id)
) WITHOUT ROWID;
CREATE INDEX members_by_kind ON members (kind);

CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  record TEXT NOT NULL
);
CREATE INDEX judgements_by_target ON judgements (target);

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  started TEXT NOT NULL,
  record TEXT NOT NULL
);

CREATE TABLE shards (
  signature TEXT NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (signature, key)
) WITHOUT ROWID;
