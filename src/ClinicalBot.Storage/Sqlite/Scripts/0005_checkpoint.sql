-- Where each record ends, and up to which line the checkpoint below covers it.
CREATE TABLE record (
  name TEXT NOT NULL PRIMARY KEY,
  length INTEGER NOT NULL,
  head TEXT NOT NULL,
  sealed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX record_unsealed ON record (name) WHERE sealed < length;
-- SQLite takes the hash from the line with the highest number.
INSERT INTO record (name, length, head, sealed) SELECT reference, max(number), hash, 0 FROM case_event GROUP BY reference;

-- One chain over all records: what a record was at a time. A record taken away whole leaves its lines here. at: care clock.
CREATE TABLE checkpoint (
  number INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  record TEXT NOT NULL,
  length INTEGER NOT NULL,
  head TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'A checkpoint is never changed.'); END;
CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'A checkpoint is never changed.'); END;
