-- An address that shows a day keeps showing it, whatever became of the incident since: who had its name then.

CREATE INDEX incident_that_had_slug ON incident (slug) WHERE to_revision IS NOT NULL;
