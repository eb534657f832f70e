-- How far a match run is that somebody waits for: on whatever server it runs, whoever asks another one sees it and can stop it. A row goes
-- when its run is done; one that nobody has touched for a while belongs to a server that is gone.

CREATE TABLE match_progress (
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    -- Of the run itself: the newest run of a person in a program takes the row over, and the one before stops.
    id BLOB NOT NULL,
    -- In thousandths.
    done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 1000),
    stopped INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (program_id, person_id)
) STRICT;
CREATE INDEX match_progress_person ON match_progress (person_id);
