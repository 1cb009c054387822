-- Which open cases have changed is looked at every 20 s: without reading the cases themselves.
CREATE INDEX cases_watched ON cases (id, version) WHERE is_open;
