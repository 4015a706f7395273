-- Incidents and what they refer to, each as one document with the revisions between which it held: from_revision is the one
-- that brought it, to_revision the one that replaced or removed it, null while it holds. Nothing is ever deleted, so that
-- what was known at a revision is a predicate, and undoing a revision is a new one. Times are milliseconds since 1970 in UTC.
--
-- Before this script a file could only hold the starter dataset, which the program brings along and reads again.

DROP TABLE IF EXISTS incident_text;
DROP TABLE IF EXISTS note;
DROP TABLE IF EXISTS conflict;
DROP TABLE IF EXISTS relation;
DROP TABLE IF EXISTS claim;
DROP TABLE IF EXISTS weapon;
DROP TABLE IF EXISTS involvement;
DROP TABLE IF EXISTS incident_place;
DROP TABLE IF EXISTS incident;
DROP TABLE IF EXISTS place_alias;
DROP TABLE IF EXISTS place;
DROP TABLE IF EXISTS actor_alias;
DROP TABLE IF EXISTS actor;
DROP TABLE IF EXISTS basis;
DROP TABLE IF EXISTS evidence;
DROP TABLE IF EXISTS source;
DROP TABLE IF EXISTS dataset;
DROP TABLE IF EXISTS revision;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  -- Eight random hexadecimal digits: another store that is as old has other addresses for its data.
  stamp TEXT NOT NULL,
  committed_ms INTEGER NOT NULL,
  what TEXT NOT NULL,
  undoes INTEGER REFERENCES revision,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL
) STRICT;

-- A number for good; title, licence and the rest are a part of their own, with a history.
CREATE TABLE dataset (
  number INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE
) STRICT;

-- Everything of a dataset but its incidents: few and small.
CREATE TABLE part (
  number INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset,
  nature TEXT NOT NULL CHECK (nature IN ('description', 'actor', 'place', 'source', 'relation', 'conflict', 'note')),
  id TEXT NOT NULL,
  from_revision INTEGER NOT NULL REFERENCES revision,
  to_revision INTEGER REFERENCES revision,
  document TEXT NOT NULL CHECK (json_type(document) = 'object')
) STRICT;

CREATE UNIQUE INDEX part_that_holds ON part (dataset, nature, id) WHERE to_revision IS NULL;

-- What was named at an earlier revision is still called something.
CREATE INDEX part_by_id ON part (dataset, nature, id, number);

CREATE INDEX part_of_revision ON part (from_revision);

CREATE INDEX part_until_revision ON part (to_revision) WHERE to_revision IS NOT NULL;

CREATE INDEX relation_from ON part (dataset, document ->> 'fromId') WHERE nature = 'relation' AND to_revision IS NULL;

CREATE INDEX relation_to ON part (dataset, document ->> 'toId') WHERE nature = 'relation' AND to_revision IS NULL;

-- The columns are what lists and differences ask for; the document has everything, claims included.
CREATE TABLE incident (
  number INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  from_revision INTEGER NOT NULL REFERENCES revision,
  to_revision INTEGER REFERENCES revision,
  is_lead INTEGER NOT NULL CHECK (is_lead IN (0, 1)),
  -- Of the document: equal documents have equal ones.
  fingerprint INTEGER NOT NULL,
  title TEXT NOT NULL,
  start_ms INTEGER,
  -- Its first point that the map draws.
  latitude REAL,
  longitude REAL,
  document TEXT NOT NULL,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE UNIQUE INDEX incident_that_holds ON incident (dataset, id) WHERE to_revision IS NULL;

CREATE UNIQUE INDEX incident_by_slug ON incident (slug) WHERE to_revision IS NULL;

CREATE INDEX incident_that_held ON incident (dataset, id) WHERE to_revision IS NOT NULL;

CREATE INDEX lead_that_holds ON incident (dataset) WHERE to_revision IS NULL AND is_lead = 1;

CREATE INDEX incident_by_start ON incident (start_ms) WHERE to_revision IS NULL;

CREATE INDEX incident_of_revision ON incident (from_revision);

CREATE INDEX incident_until_revision ON incident (to_revision) WHERE to_revision IS NOT NULL;

-- Names of upstream columns, once for all the incidents that have them. The number comes from the names alone
-- (Documents/ColumnNames.cs), so that documents written elsewhere fit in: insert what is not there yet.
CREATE TABLE column_names (
  number INTEGER PRIMARY KEY,
  names TEXT NOT NULL UNIQUE CHECK (json_type(names) = 'array')
) STRICT;

-- One row for each row of incident (rowid = its number), in the spelling of Spelling.cs: "prose" is title, summary and the
-- words of attributes, "names" is every spelling of its places and actors. The text itself is in the documents, and nobody
-- ranks matches, so neither texts nor their lengths are kept here.
CREATE VIRTUAL TABLE incident_text USING fts5 (
  prose,
  names,
  content = '',
  columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- What a person said that the columns of a table mean, under a name.
CREATE TABLE mapping (
  name TEXT PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_type(document) = 'object')
) STRICT, WITHOUT ROWID;
