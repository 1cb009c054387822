-- A line of a record may lose its content, by setting or by command; its number, time and hash stay for ever.
DROP TRIGGER case_event_never_changed ON case_event;
CREATE TRIGGER case_event_never_deleted BEFORE DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_event_never_changed BEFORE UPDATE ON case_event FOR EACH ROW
  WHEN (NEW.reference IS DISTINCT FROM OLD.reference OR NEW.number IS DISTINCT FROM OLD.number OR NEW.at IS DISTINCT FROM OLD.at
    OR NEW.hash IS DISTINCT FROM OLD.hash)
  EXECUTE FUNCTION refuse_change();

-- What is over, the longest untouched first: looked at once an hour.
CREATE INDEX cases_over ON cases (at, id) WHERE NOT is_open;
