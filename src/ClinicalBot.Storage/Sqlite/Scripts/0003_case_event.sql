-- The record of each case: hash-chained, only ever added to. at: care clock.
CREATE TABLE case_event (
  reference TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  event BLOB NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (reference, number)
) WITHOUT ROWID;

CREATE TRIGGER case_event_update BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'The record of a case is never changed.'); END;
CREATE TRIGGER case_event_delete BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'The record of a case is never changed.'); END;
