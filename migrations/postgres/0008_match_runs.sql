-- Match runs: one pairing of everybody who waits, with its settings and what it came to; the pairs; what was published.

CREATE TABLE match_runs (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    -- Counted from 1 in each program.
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    settings JSONB NOT NULL,
    numbers JSONB NOT NULL,
    left_out JSONB NOT NULL,
    created_by UUID REFERENCES people (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    version INTEGER NOT NULL,
    UNIQUE (program_id, number)
);
CREATE INDEX match_runs_author ON match_runs (created_by);

CREATE TABLE match_run_pairs (
    run_id UUID NOT NULL REFERENCES match_runs (id) ON DELETE CASCADE,
    mentee_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    mentor_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- Hundredths of a point, 0 to 10,000.
    score INTEGER NOT NULL,
    pinned BOOLEAN NOT NULL,
    parts JSONB NOT NULL,
    mentorship_id UUID REFERENCES mentorships (id) ON DELETE SET NULL,
    -- Why publishing it was impossible.
    refusal JSONB,
    PRIMARY KEY (run_id, mentee_id, mentor_id)
);
CREATE INDEX match_run_pairs_mentee ON match_run_pairs (mentee_id);
CREATE INDEX match_run_pairs_mentor ON match_run_pairs (mentor_id);
CREATE INDEX match_run_pairs_mentorship ON match_run_pairs (mentorship_id);

-- Whether anything happened to a thing since it was made.
CREATE INDEX events_subject ON events (subject_id);
