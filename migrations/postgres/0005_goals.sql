-- Goals with their milestones, comments and history.

CREATE TABLE goals (
    id UUID PRIMARY KEY,
    mentorship_id UUID NOT NULL REFERENCES mentorships (id) ON DELETE CASCADE,
    author_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    success TEXT NOT NULL,
    target_on DATE,
    progress_mode TEXT NOT NULL,
    progress INTEGER NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ
);
CREATE INDEX goals_mentorship ON goals (mentorship_id, status);

CREATE TABLE milestones (
    id UUID PRIMARY KEY,
    goal_id UUID NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    due_on DATE,
    done_at TIMESTAMPTZ
);
CREATE INDEX milestones_goal ON milestones (goal_id, position);
CREATE INDEX milestones_due ON milestones (due_on) WHERE done_at IS NULL;

CREATE TABLE goal_comments (
    id UUID PRIMARY KEY,
    goal_id UUID NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    author_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX goal_comments_goal ON goal_comments (goal_id, created_at);

CREATE TABLE goal_changes (
    id UUID PRIMARY KEY,
    goal_id UUID NOT NULL REFERENCES goals (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    at TIMESTAMPTZ NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT
);
CREATE INDEX goal_changes_goal ON goal_changes (goal_id, at);
