-- One row for each incident (rowid = its number), in the spelling of Spelling.cs: "prose" is title and summary, "names" is
-- every spelling of its places and actors. What is left of diacritics after that, the tokenizer removes.

CREATE VIRTUAL TABLE incident_text USING fts5 (
  prose,
  names,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3 4'
);
