-- Ranks: whom somebody wishes for in a program, at most five on each side. Nobody but they themselves reads it, and match runs do.

CREATE TABLE ranks (
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    ranker_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- 'mentors' or 'mentees': whom the list is about.
    side TEXT NOT NULL,
    ranked_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- 1 is the first wish.
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 5),
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (program_id, ranker_id, side, ranked_id),
    UNIQUE (program_id, ranker_id, side, place),
    CHECK (ranker_id <> ranked_id)
);
CREATE INDEX ranks_ranker ON ranks (ranker_id);
CREATE INDEX ranks_ranked ON ranks (ranked_id);
