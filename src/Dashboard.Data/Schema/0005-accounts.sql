-- Who may change the data. Readers have no account. Accounts are no part of the evidence, so they have no revisions.

CREATE TABLE account (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  role TEXT NOT NULL CHECK (role IN ('editor', 'admin')),
  -- Hashed, with the salt and the work factor in it.
  password TEXT NOT NULL,
  is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
  -- Wrong passwords in a row, and until when no more are heard.
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until_ms INTEGER,
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  number INTEGER PRIMARY KEY,
  -- SHA-256 of what the browser holds: who reads this file cannot sign in with it.
  token BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account,
  begun_ms INTEGER NOT NULL,
  used_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX session_of_account ON session (account);

-- SHA-256 of what the terminal showed, for the first account.
CREATE TABLE set_up (
  token BLOB NOT NULL
) STRICT;

-- The name of the account that made the change; null where nobody signed in for it.
ALTER TABLE revision ADD COLUMN who TEXT;
