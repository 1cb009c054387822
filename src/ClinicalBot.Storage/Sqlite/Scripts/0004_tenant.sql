-- Every key says whose it is: the tenant in lower-case letters ("-" where the channel has none), a slash, and what it was before.
CREATE TEMP TABLE whose AS
  SELECT id AS conversation, coalesce(lower(json_extract(CAST(body AS TEXT), '$.conversation.tenantId')), '-') AS tenant
  FROM state WHERE scope = 'conversation';

UPDATE state SET id = coalesce(lower(json_extract(CAST(body AS TEXT), '$.requester.conversation.tenantId')), '-') || '/' || id
  WHERE scope = 'case';

UPDATE cases SET tenant = lower(tenant), id = CASE WHEN tenant = '' THEN '-' ELSE lower(tenant) END || '/' || id;

UPDATE state SET id = coalesce(
    (SELECT tenant FROM whose WHERE conversation LIKE '%/' || json_extract(CAST(state.body AS TEXT), '$.teamsChannelId')), '-') || '/' || id
  WHERE scope = 'escalation';

UPDATE state SET id = coalesce(
    (SELECT tenant FROM whose WHERE conversation = json_extract(state.id, '$[0]') || '/' ||
      substr(json_extract(state.id, '$[1]'), 1, instr(json_extract(state.id, '$[1]') || ';messageid=', ';messageid=') - 1)), '-') || '/' || id
  WHERE scope = 'dialog';

UPDATE state SET id = coalesce(
    (SELECT tenant FROM whose WHERE conversation = replace(substr(state.id, 1, instr(state.id, ';messageid=') - 1), '|', '/')
       OR conversation = replace(state.id, '|', '/')), '-') || '/' || id
  WHERE scope = 'welcomed';

UPDATE state SET id = lower(json_extract(CAST(body AS TEXT), '$.conversation.tenantId')) || '/' || lower(json_extract(CAST(body AS TEXT), '$.channelId')) || '/'
    || lower(json_extract(CAST(body AS TEXT), '$.user.aadObjectId'))
  WHERE scope = 'person';

UPDATE state SET id = (SELECT tenant FROM whose WHERE conversation = state.id) || '/' || id WHERE scope = 'conversation';

UPDATE due_work SET key = coalesce(lower(json_extract(CAST(activity AS TEXT), '$.conversation.tenantId')), '-') || '/' || key
  WHERE kind = 0 AND (key LIKE 'case/%' OR key LIKE 'leftAlone/%');

-- The reference of a record alone is hashed, so that its lines stay as they are.
DROP TRIGGER case_event_update;
UPDATE case_event SET reference = coalesce(
    (SELECT substr(id, 1, instr(id, '/') - 1) FROM (SELECT id FROM state WHERE scope = 'case' UNION ALL SELECT id FROM cases)
      WHERE substr(id, instr(id, '/') + 1) = case_event.reference), '-') || '/' || reference;
CREATE TRIGGER case_event_update BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'The record of a case is never changed.'); END;

DROP TABLE whose;
