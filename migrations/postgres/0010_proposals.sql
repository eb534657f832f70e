-- Pairs of a match run that are proposed to both: each says yes or no, and with two yeses a mentorship begins.

-- Whether the pairs of a run begin at once or are proposed first, and how many days people have to answer.
ALTER TABLE programs ADD COLUMN publish_as TEXT NOT NULL DEFAULT 'begun';
ALTER TABLE programs ADD COLUMN proposal_days INTEGER NOT NULL DEFAULT 7;

CREATE TABLE proposals (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    run_id UUID NOT NULL REFERENCES match_runs (id) ON DELETE CASCADE,
    mentee_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    mentor_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    -- What each said, and when.
    mentee_answer TEXT,
    mentee_answered_at TIMESTAMPTZ,
    mentor_answer TEXT,
    mentor_answered_at TIMESTAMPTZ,
    -- Why the one who said no did.
    reason TEXT,
    word TEXT,
    due_at TIMESTAMPTZ NOT NULL,
    reminded_at TIMESTAMPTZ,
    mentorship_id UUID REFERENCES mentorships (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    version INTEGER NOT NULL
);
-- A mentee has one open proposal in a program at most, whatever happens at the same time.
CREATE UNIQUE INDEX proposals_one_open ON proposals (program_id, mentee_id) WHERE status = 'proposed';
CREATE INDEX proposals_program ON proposals (program_id, status);
CREATE INDEX proposals_mentee ON proposals (mentee_id, status);
CREATE INDEX proposals_mentor ON proposals (mentor_id, status);
CREATE INDEX proposals_run ON proposals (run_id);
CREATE INDEX proposals_mentorship ON proposals (mentorship_id);
CREATE INDEX proposals_due ON proposals (due_at) WHERE status = 'proposed';
