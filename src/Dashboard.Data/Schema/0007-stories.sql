-- Views in an order, with words. They are no part of the evidence, so they have no revisions.

CREATE TABLE story (
  number INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  intro TEXT NOT NULL,
  -- How often it was saved: who edits an older version is told.
  version INTEGER NOT NULL,
  -- Who saved it last; null where nobody signed in for it.
  who TEXT,
  created_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE story_step (
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- The query string of the view, as it was written.
  query TEXT NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;
