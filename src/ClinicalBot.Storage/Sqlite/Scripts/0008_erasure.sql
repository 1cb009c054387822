-- A line of a record may lose its content, by setting or by command; its number, time and hash stay for ever.
DROP TRIGGER case_event_update;
CREATE TRIGGER case_event_update BEFORE UPDATE ON case_event
WHEN NEW.reference IS NOT OLD.reference OR NEW.number IS NOT OLD.number OR NEW.at IS NOT OLD.at OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'The record of a case is never changed.'); END;

-- What is over, the longest untouched first: looked at once an hour.
CREATE INDEX cases_over ON cases (at, id) WHERE NOT is_open;
