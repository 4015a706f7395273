-- Short links. They are no part of the evidence, so they have no revisions.

CREATE TABLE link (
  number INTEGER PRIMARY KEY,
  -- SHA-256 of what opens it: who reads this file can open no link.
  token BLOB NOT NULL UNIQUE,
  -- The canonical query of the view.
  query TEXT NOT NULL,
  -- 1 for one that anybody made of a view as everybody sees it.
  is_plain INTEGER NOT NULL CHECK (is_plain IN (0, 1)),
  -- The revision that it shows; null where it shows the present.
  frozen INTEGER REFERENCES revision,
  -- What it keeps back; null for nothing.
  redaction TEXT CHECK (json_type(redaction) = 'object'),
  title TEXT,
  note TEXT,
  who TEXT,
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER,
  revoked_ms INTEGER,
  opens INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX link_by_editor ON link (number) WHERE is_plain = 0;

-- From it come the tokens of plain links, and the names that stand for others in what a link shows.
CREATE TABLE link_secret (
  secret BLOB NOT NULL
) STRICT;

INSERT INTO link_secret (secret) VALUES (randomblob(32));
