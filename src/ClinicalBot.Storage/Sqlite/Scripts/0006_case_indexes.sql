-- Each question is answered from one index, however many cases are over.
DROP INDEX cases_reference;
DROP INDEX cases_requester;
DROP INDEX cases_conversation;
DROP INDEX cases_due;
CREATE INDEX cases_newest ON cases (tenant, opened_at DESC, id) WHERE is_open;
CREATE INDEX cases_requester ON cases (requester, tenant, opened_at DESC, id);
CREATE INDEX cases_conversation ON cases (conversation, opened_at DESC, id);
CREATE INDEX cases_due ON cases (due_at, id) WHERE due_at IS NOT NULL;
