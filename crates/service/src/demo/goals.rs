//! Goals in each state, with their milestones, what was said about them and who changed what.

use super::data::{self, Party};
use super::scene::{Scene, between};
use crate::Error;
use chrono::{DateTime, Duration, Utc};
use domain::GoalId;
use domain::events::EventKind;
use domain::goals::{GoalStatus, ProgressMode, Trace};
use domain::notifications::NotificationKind;
use store::bulk::{GoalChange, GoalComment};
use store::goals::{Change, Goal, Milestone};
use store::mentorships::Mentorship;

/// Every goal of the data.
pub(super) fn set(scene: &mut Scene<'_>) -> Result<(), Error> {
    for (n, described) in (0_i32..).zip(&scene.data.texts.goal) {
        let mentorship = scene.mentorship(&described.mentorship)?.clone();
        let proposed = described.state == GoalStatus::Proposed;
        let author_id = if proposed { mentorship.mentor_id } else { mentorship.mentee_id };
        // Goals are set in the first weeks, proposals made lately.
        let created_at =
            if proposed { scene.now - Duration::days(3) } else { between(mentorship.created_at, last_day(scene, &mentorship), 6 + n % 5) };
        let closed_at = closed(scene, described, &mentorship, created_at);
        let goal = Goal {
            id: scene.ctx.id(),
            mentorship_id: mentorship.id,
            author_id,
            status: described.state,
            title: described.title.clone(),
            why: described.why.clone(),
            success: described.success.clone(),
            target_on: Some(scene.day(described.due_in_weeks)),
            progress_mode: ProgressMode::Milestones,
            progress: 0,
            version: if closed_at.is_some() { 2 } else { 1 },
            created_at,
            updated_at: created_at,
            closed_at,
        };
        let mut work = Work { goal, mentorship: &mentorship, changes: Vec::new() };
        let first = if proposed { GoalStatus::Proposed } else { GoalStatus::Open };
        work.changed(scene, author_id, created_at, (Trace::Made, None, Some(first.to_string())));
        steps(scene, &mut work, described);
        comments(scene, &mut work, described);
        if let Some(at) = closed_at {
            let states = (Some(GoalStatus::Open.to_string()), Some(described.state.to_string()));
            work.changed(scene, mentorship.mentee_id, at, (Trace::Status, states.0, states.1));
        }
        tell(scene, &work)?;
        scene.rows.changes.append(&mut work.changes);
        scene.rows.goals.push(work.goal);
    }
    Ok(())
}

/// A goal in the making.
struct Work<'a> {
    goal: Goal,
    mentorship: &'a Mentorship,
    changes: Vec<GoalChange>,
}

impl Work<'_> {
    fn changed(&mut self, scene: &Scene<'_>, by: domain::PersonId, at: DateTime<Utc>, what: (Trace, Option<String>, Option<String>)) {
        let (field, before, after) = what;
        let change = Change { id: scene.ctx.id(), person_id: by, at, field, before, after };
        self.changes.push(GoalChange { goal_id: self.goal.id, change });
        self.goal.updated_at = self.goal.updated_at.max(at);
    }

    fn id(&self) -> GoalId {
        self.goal.id
    }
}

/// Until when the two have worked so far.
fn last_day(scene: &Scene<'_>, mentorship: &Mentorship) -> DateTime<Utc> {
    mentorship.ended_at.unwrap_or(scene.now)
}

/// When it was achieved (two days before it was due) or dropped (last week), if it was.
fn closed(scene: &Scene<'_>, described: &data::Goal, mentorship: &Mentorship, created_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = match described.state {
        GoalStatus::Proposed | GoalStatus::Open => return None,
        GoalStatus::Achieved => scene.now + Duration::weeks(described.due_in_weeks) - Duration::days(2),
        GoalStatus::Dropped => scene.now - Duration::days(6),
    };
    Some(at.min(last_day(scene, mentorship)).max(created_at))
}

/// Its milestones; what is done was done the day before it was due, and not later than yesterday.
fn steps(scene: &mut Scene<'_>, work: &mut Work<'_>, described: &data::Goal) {
    for (position, step) in (0_i32..).zip(&described.milestones) {
        let due = scene.now + Duration::weeks(step.due_in_weeks);
        let latest = work.goal.closed_at.unwrap_or(scene.now - Duration::days(1));
        let done_at = step.done.then(|| (due - Duration::hours(22)).min(latest).max(work.goal.created_at));
        if let Some(at) = done_at {
            work.changed(scene, work.mentorship.mentee_id, at, (Trace::MilestoneDone, None, Some(step.title.clone())));
        }
        let due_on = Some(due.date_naive());
        let milestone = Milestone { id: scene.ctx.id(), goal_id: work.id(), position, title: step.title.clone(), due_on, done_at };
        scene.rows.milestones.push(milestone);
    }
}

/// What the two said about it, in the last third of the time.
fn comments(scene: &mut Scene<'_>, work: &mut Work<'_>, described: &data::Goal) {
    let until = work.goal.closed_at.unwrap_or(scene.now);
    for (n, comment) in (0_i32..).zip(&described.comments) {
        let created_at = between(work.goal.created_at, until, 72 + n * 11);
        let author_id = if comment.by == Party::Mentor { work.mentorship.mentor_id } else { work.mentorship.mentee_id };
        let row = GoalComment { id: scene.ctx.id(), goal_id: work.id(), author_id, body: comment.text.clone(), created_at };
        scene.rows.comments.push(row);
        work.goal.updated_at = work.goal.updated_at.max(created_at);
    }
}

/// What the stream and the other one heard of it.
fn tell(scene: &mut Scene<'_>, work: &Work<'_>) -> Result<(), Error> {
    let program = scene.rows.programs.iter().find(|program| program.id == work.mentorship.program_id).cloned();
    let Some(program) = program else { return Ok(()) };
    let name = |scene: &Scene<'_>, id| {
        let player = scene.people.iter().find(|player| player.id == id);
        player.map(|player| player.name().to_owned()).unwrap_or_default()
    };
    let link = format!("/mentorships/{}/goals/{}", work.mentorship.id, work.id());
    let (mentor, mentee) = (work.mentorship.mentor_id, work.mentorship.mentee_id);
    for GoalChange { change, .. } in &work.changes {
        let (event, kind) = match (change.field, work.goal.status) {
            (Trace::Made, GoalStatus::Proposed) => (EventKind::GoalProposed, NotificationKind::GoalProposed),
            (Trace::Made, _) => (EventKind::GoalCreated, NotificationKind::GoalCreated),
            (Trace::MilestoneDone, _) => (EventKind::MilestoneDone, NotificationKind::MilestoneDone),
            (Trace::Status, GoalStatus::Achieved) => (EventKind::GoalAchieved, NotificationKind::GoalAchieved),
            _ => (EventKind::GoalDropped, NotificationKind::GoalDropped),
        };
        let to = if change.person_id == mentee { mentor } else { mentee };
        let by = name(scene, change.person_id);
        scene.happened(change.at, event, change.person_id, &program, work.id().0);
        scene.told(to, change.at, kind, link.clone(), &[("name", &by), ("goal", &work.goal.title)]);
    }
    Ok(())
}
