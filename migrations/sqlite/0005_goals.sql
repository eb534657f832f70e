-- Goals with their milestones, comments and history.

CREATE TABLE goals (
    id BLOB PRIMARY KEY,
    mentorship_id BLOB NOT NULL REFERENCES mentorships (id) ON DELETE CASCADE,
    author_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    success TEXT NOT NULL,
    target_on TEXT,
    progress_mode TEXT NOT NULL,
    progress INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;
CREATE INDEX goals_mentorship ON goals (mentorship_id, status);

CREATE TABLE milestones (
    id BLOB PRIMARY KEY,
    goal_id BLOB NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    due_on TEXT,
    done_at TEXT
) STRICT;
CREATE INDEX milestones_goal ON milestones (goal_id, position);
CREATE INDEX milestones_due ON milestones (due_on) WHERE done_at IS NULL;

CREATE TABLE goal_comments (
    id BLOB PRIMARY KEY,
    goal_id BLOB NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    author_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX goal_comments_goal ON goal_comments (goal_id, created_at);

CREATE TABLE goal_changes (
    id BLOB PRIMARY KEY,
    goal_id BLOB NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX goal_changes_goal ON goal_changes (goal_id, at);
