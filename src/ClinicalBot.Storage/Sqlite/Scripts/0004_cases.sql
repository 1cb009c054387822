-- Cases as they stand, one row each. body: the whole case (JSON); the other columns are worked out from it, for looking it up.
-- due_at and opened_at: care clock. urgency: higher is more urgent.
CREATE TABLE cases (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  tenant TEXT NOT NULL,
  reference TEXT NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  urgency INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  due_at INTEGER NULL,
  requester TEXT NOT NULL,
  conversation TEXT NOT NULL,
  place TEXT NULL,
  at INTEGER NOT NULL,
  body BLOB NOT NULL
);
CREATE INDEX cases_open ON cases (tenant, urgency DESC, opened_at, id) WHERE is_open;
CREATE INDEX cases_due ON cases (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX cases_conversation ON cases (conversation, opened_at DESC);
CREATE INDEX cases_requester ON cases (tenant, requester, opened_at DESC);
CREATE INDEX cases_reference ON cases (tenant, reference);

-- Nothing that runs every second, every minute or at a start may read a whole table.
CREATE INDEX state_at ON state (scope, at);
CREATE INDEX due_work_unsent ON due_work (not_before, id) WHERE kind <> 0;
CREATE INDEX due_work_oldest ON due_work (id) WHERE kind <> 0;

-- The highest version that may have been given to a document: they are taken in blocks.
INSERT INTO setting (name, value) SELECT 'versions', coalesce(max(version), 0) FROM state;

-- The list of open cases that every case's turn used to write.
DELETE FROM state WHERE scope = 'cases';
