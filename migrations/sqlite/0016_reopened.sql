-- Which mentorship's beginning closed a request: when that is taken back, the request comes back.
ALTER TABLE match_requests ADD COLUMN closed_by BLOB REFERENCES mentorships (id) ON DELETE SET NULL;
CREATE INDEX match_requests_closed_by ON match_requests (closed_by);
