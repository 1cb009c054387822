-- parameters: for a message whose conversation may have to be created (kind 4), what it is created with.
-- report: the event to be raised when the message is settled; report_sent: also when it was sent, not only when refused.
ALTER TABLE due_work ADD COLUMN parameters BLOB NULL;
ALTER TABLE due_work ADD COLUMN report BLOB NULL;
ALTER TABLE due_work ADD COLUMN report_sent INTEGER NOT NULL DEFAULT 0;
CREATE INDEX due_work_message ON due_work (key) WHERE kind <> 0;

-- Where a new message went, so that it can be updated from any conversation. conversation names the queue it stood in.
ALTER TABLE delivery ADD COLUMN reference BLOB NULL;
