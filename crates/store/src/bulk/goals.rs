//! Goals with their milestones, comments and history.

use super::writer;
use crate::goals::{Change, Goal, Milestone};
use chrono::{DateTime, Utc};
use domain::{CommentId, GoalId, PersonId};

/// A comment on a goal.
#[derive(Debug, Clone)]
pub struct GoalComment {
    /// Its id.
    pub id: CommentId,
    /// The goal.
    pub goal_id: GoalId,
    /// Who wrote it.
    pub author_id: PersonId,
    /// What it says.
    pub body: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A line of history, and of which goal.
#[derive(Debug, Clone)]
pub struct GoalHistory {
    /// The goal.
    pub goal_id: GoalId,
    /// The line.
    pub change: Change,
}

writer! {
    /// Writes goals.
    goals("goals", g: Goal) {
        id: g.id,
        mentorship_id: g.mentorship_id,
        author_id: g.author_id,
        status: g.status,
        title: &g.title,
        why: &g.why,
        success: &g.success,
        target_on: g.target_on,
        progress_mode: g.progress_mode,
        progress: g.progress,
        version: g.version,
        created_at: g.created_at,
        updated_at: g.updated_at,
        closed_at: g.closed_at,
    }
}

writer! {
    /// Writes milestones.
    milestones("milestones", m: Milestone) {
        id: m.id,
        goal_id: m.goal_id,
        position: m.position,
        title: &m.title,
        due_on: m.due_on,
        done_at: m.done_at,
    }
}

writer! {
    /// Writes comments on goals.
    comments("goal_comments", c: GoalComment) {
        id: c.id,
        goal_id: c.goal_id,
        author_id: c.author_id,
        body: &c.body,
        created_at: c.created_at,
    }
}

writer! {
    /// Writes lines of the history of goals.
    history("goal_changes", h: GoalHistory) {
        id: h.change.id,
        goal_id: h.goal_id,
        person_id: h.change.person_id,
        at: h.change.at,
        field: h.change.field,
        before: &h.change.before,
        after: &h.change.after,
    }
}
