-- Requests and their conversation, mentorships, agreements and reviews.

CREATE TABLE match_requests (
    id BLOB PRIMARY KEY,
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    mentee_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    mentor_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    turn TEXT NOT NULL,
    body TEXT NOT NULL,
    -- The clock: due_at while it runs, remaining_seconds while it stands still.
    due_at TEXT,
    remaining_seconds INTEGER,
    extended INTEGER NOT NULL,
    reminded INTEGER NOT NULL,
    close_reason TEXT,
    closing_word TEXT,
    created_at TEXT NOT NULL,
    first_reply_at TEXT,
    ended_at TEXT,
    version INTEGER NOT NULL
) STRICT;
-- One open request per mentor, whatever happens at the same time.
CREATE UNIQUE INDEX match_requests_one_open ON match_requests (program_id, mentee_id, mentor_id) WHERE status = 'pending';
CREATE INDEX match_requests_mentee ON match_requests (mentee_id, status);
CREATE INDEX match_requests_mentor ON match_requests (mentor_id, status);
CREATE INDEX match_requests_program ON match_requests (program_id, status, created_at);
CREATE INDEX match_requests_due ON match_requests (due_at) WHERE status = 'pending';

CREATE TABLE request_messages (
    id BLOB PRIMARY KEY,
    request_id BLOB NOT NULL REFERENCES match_requests (id) ON DELETE CASCADE,
    author_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX request_messages_request ON request_messages (request_id, created_at);

CREATE TABLE mentorships (
    id BLOB PRIMARY KEY,
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    mentor_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    mentee_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    request_id BLOB REFERENCES match_requests (id) ON DELETE SET NULL,
    status TEXT NOT NULL,
    agreement TEXT NOT NULL,
    started_on TEXT,
    ends_on TEXT,
    ended_at TEXT,
    end_reason TEXT,
    ended_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX mentorships_program ON mentorships (program_id, status);
CREATE INDEX mentorships_mentor ON mentorships (mentor_id, status);
CREATE INDEX mentorships_mentee ON mentorships (mentee_id, status);

CREATE TABLE agreement_signatures (
    mentorship_id BLOB NOT NULL REFERENCES mentorships (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    signed_at TEXT NOT NULL,
    PRIMARY KEY (mentorship_id, person_id)
) STRICT;

CREATE TABLE mentorship_reviews (
    mentorship_id BLOB NOT NULL REFERENCES mentorships (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    rating INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (mentorship_id, person_id)
) STRICT;
