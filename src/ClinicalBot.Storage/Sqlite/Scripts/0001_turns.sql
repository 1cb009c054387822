-- Times are UTC ticks of 100 ns. System clock, but for due_at, which is on the care clock.

-- A turn that happened, and what was answered.
CREATE TABLE claim (
  turn_id TEXT NOT NULL PRIMARY KEY,
  status INTEGER NOT NULL,
  response BLOB NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX claim_at ON claim (at);

-- State documents. A version is never used twice.
CREATE TABLE state (
  scope TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  body BLOB NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (scope, id)
) WITHOUT ROWID;

-- Outbox and timers. kind: 0 timer, 1 send, 2 update, 3 delete. Ids are never used twice.
CREATE TABLE due_work (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  key TEXT NOT NULL,
  target TEXT NULL,
  activity BLOB NOT NULL,
  due_at INTEGER NULL,
  not_before INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  in_doubt INTEGER NOT NULL DEFAULT 0,
  held INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL
);
CREATE UNIQUE INDEX due_work_timer ON due_work (key) WHERE kind = 0;
CREATE INDEX due_work_conversation ON due_work (conversation, id) WHERE kind <> 0;
CREATE INDEX due_work_due ON due_work (due_at) WHERE kind = 0;

-- What became of messages of ours. status 0: we gave up ourselves; 200: sent.
CREATE TABLE delivery (
  key TEXT NOT NULL PRIMARY KEY,
  conversation TEXT NOT NULL,
  activity_id TEXT NULL,
  status INTEGER NOT NULL,
  why TEXT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX delivery_at ON delivery (at);

-- Single values: care_offset (ticks), clean (1: nothing was cut off at the last stop), checked (last write check).
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;
