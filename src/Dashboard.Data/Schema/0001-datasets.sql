-- Times are milliseconds since 1970 in UTC. Lists keep their order in "position". Ids are unique within a dataset;
-- an incident's id and slug are unique in the whole file, because addresses and queries name incidents by them.

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  committed_ms INTEGER NOT NULL,
  what TEXT NOT NULL
) STRICT;

CREATE TABLE dataset (
  number INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  covers_from_ms INTEGER,
  covers_to_ms INTEGER,
  revision INTEGER NOT NULL REFERENCES revision
) STRICT;

CREATE TABLE source (
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  publisher TEXT NOT NULL,
  date TEXT,
  nature TEXT NOT NULL,
  address TEXT,
  quotes_primary_statement INTEGER NOT NULL CHECK (quotes_primary_statement IN (0, 1)),
  note TEXT,
  PRIMARY KEY (dataset, id)
) STRICT;

-- What a fact rests on. Facts that rest on the same share one row.
CREATE TABLE evidence (
  dataset INTEGER NOT NULL REFERENCES dataset,
  number INTEGER NOT NULL,
  confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
  PRIMARY KEY (dataset, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE basis (
  dataset INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('source', 'general-knowledge', 'derived')),
  source TEXT CHECK ((source IS NOT NULL) = (kind = 'source')),
  PRIMARY KEY (dataset, evidence, position),
  FOREIGN KEY (dataset, evidence) REFERENCES evidence,
  FOREIGN KEY (dataset, source) REFERENCES source
) STRICT, WITHOUT ROWID;

CREATE INDEX basis_of_source ON basis (dataset, source) WHERE source IS NOT NULL;

CREATE TABLE actor (
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  nature TEXT NOT NULL,
  parent TEXT,
  affiliations TEXT NOT NULL CHECK (json_type(affiliations) = 'array'),
  evidence INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, parent) REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT;

CREATE TABLE actor_alias (
  dataset INTEGER NOT NULL,
  actor TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (dataset, actor, position),
  FOREIGN KEY (dataset, actor) REFERENCES actor
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  nature TEXT NOT NULL,
  country TEXT,
  province TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  precision_metres REAL CHECK (precision_metres >= 0),
  evidence INTEGER NOT NULL,
  geonames_id TEXT,
  note TEXT,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, evidence) REFERENCES evidence,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;

CREATE TABLE place_alias (
  dataset INTEGER NOT NULL,
  place TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (dataset, place, position),
  FOREIGN KEY (dataset, place) REFERENCES place
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
  number INTEGER PRIMARY KEY,
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,

  start_ms INTEGER,
  end_ms INTEGER CHECK (end_ms >= start_ms),
  local_offset_minutes INTEGER,
  time_precision TEXT CHECK (time_precision IN ('minute', 'hour', 'part-of-day', 'day', 'week', 'month', 'year')),
  uncertainty_ms INTEGER CHECK (uncertainty_ms >= 0),
  is_ongoing INTEGER NOT NULL CHECK (is_ongoing IN (0, 1)),
  occurrence_evidence INTEGER NOT NULL,
  occurrence_note TEXT,

  geometry TEXT CHECK (json_type(geometry) = 'object'),
  precision_metres REAL CHECK (precision_metres >= 0),
  geometry_evidence INTEGER NOT NULL,
  geometry_note TEXT,

  killed_low INTEGER CHECK (killed_low >= 0),
  killed_best INTEGER,
  killed_high INTEGER,
  killed_note TEXT,
  killed_evidence INTEGER NOT NULL,
  injured_low INTEGER CHECK (injured_low >= 0),
  injured_best INTEGER,
  injured_high INTEGER,
  injured_note TEXT,
  injured_evidence INTEGER NOT NULL,

  targets TEXT,
  caveats TEXT NOT NULL CHECK (json_type(caveats) = 'array'),
  tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
  evidence INTEGER NOT NULL,

  UNIQUE (dataset, id),
  FOREIGN KEY (dataset, occurrence_evidence) REFERENCES evidence,
  FOREIGN KEY (dataset, geometry_evidence) REFERENCES evidence,
  FOREIGN KEY (dataset, killed_evidence) REFERENCES evidence,
  FOREIGN KEY (dataset, injured_evidence) REFERENCES evidence,
  FOREIGN KEY (dataset, evidence) REFERENCES evidence,
  CHECK ((start_ms IS NULL) = (time_precision IS NULL) AND (start_ms IS NULL) = (local_offset_minutes IS NULL)),
  CHECK (start_ms IS NOT NULL OR (end_ms IS NULL AND uncertainty_ms IS NULL AND is_ongoing = 0)),
  CHECK (NOT (is_ongoing AND end_ms IS NOT NULL)),
  CHECK (killed_low <= killed_best AND killed_best <= killed_high AND killed_low <= killed_high),
  CHECK (injured_low <= injured_best AND injured_best <= injured_high AND injured_low <= injured_high)
) STRICT;

CREATE TABLE incident_place (
  dataset INTEGER NOT NULL,
  incident TEXT NOT NULL,
  position INTEGER NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (dataset, incident, position),
  FOREIGN KEY (dataset, incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, place) REFERENCES place
) STRICT, WITHOUT ROWID;

CREATE INDEX incident_place_of_place ON incident_place (dataset, place);

CREATE TABLE involvement (
  dataset INTEGER NOT NULL,
  incident TEXT NOT NULL,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  qualifier TEXT,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (dataset, incident, position),
  FOREIGN KEY (dataset, incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, actor) REFERENCES actor,
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT, WITHOUT ROWID;

CREATE INDEX involvement_of_actor ON involvement (dataset, actor);

CREATE TABLE weapon (
  dataset INTEGER NOT NULL,
  incident TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (dataset, incident, position),
  FOREIGN KEY (dataset, incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  dataset INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  incident TEXT NOT NULL,
  predicate TEXT NOT NULL,
  actor TEXT,
  claimant TEXT NOT NULL,
  value TEXT NOT NULL,
  number_low INTEGER CHECK (number_low >= 0),
  number_high INTEGER CHECK (number_high >= number_low),
  number_scope TEXT,
  number_unit TEXT,
  source TEXT NOT NULL,
  date TEXT,
  status TEXT NOT NULL CHECK (status IN ('asserted', 'supported', 'disputed', 'contradicted', 'retracted', 'superseded', 'incomplete', 'unsupported', 'unverified')),
  evidence INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, actor) REFERENCES actor,
  FOREIGN KEY (dataset, source) REFERENCES source,
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT;

CREATE INDEX claim_of_incident ON claim (dataset, incident, position);

CREATE TABLE relation (
  dataset INTEGER NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_incident TEXT NOT NULL,
  kind TEXT NOT NULL,
  to_incident TEXT NOT NULL CHECK (to_incident <> from_incident),
  asserting_actor TEXT,
  asserted_by TEXT,
  evidence INTEGER NOT NULL,
  note TEXT,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, from_incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, to_incident) REFERENCES incident (dataset, id),
  FOREIGN KEY (dataset, asserting_actor) REFERENCES actor,
  FOREIGN KEY (dataset, evidence) REFERENCES evidence,
  CHECK (asserted_by IS NOT NULL OR asserting_actor IS NULL)
) STRICT;

CREATE INDEX relation_from ON relation (dataset, from_incident);

CREATE INDEX relation_to ON relation (dataset, to_incident);

CREATE TABLE conflict (
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  sources TEXT NOT NULL CHECK (json_type(sources) = 'array'),
  sources_say TEXT NOT NULL,
  record_says TEXT NOT NULL,
  handling TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('low', 'medium', 'high')),
  incidents TEXT NOT NULL CHECK (json_type(incidents) = 'array'),
  evidence INTEGER NOT NULL,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT;

CREATE TABLE note (
  dataset INTEGER NOT NULL REFERENCES dataset,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  examples TEXT NOT NULL CHECK (json_type(examples) = 'array'),
  advice TEXT NOT NULL,
  evidence INTEGER NOT NULL,
  PRIMARY KEY (dataset, id),
  FOREIGN KEY (dataset, evidence) REFERENCES evidence
) STRICT;
