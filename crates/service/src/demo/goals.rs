//! Goals in each state, with their milestones, what was said about them and who changed what.

use super::builder::{DemoBuilder, between};
use super::data::{self, DemoParty};
use crate::Error;
use chrono::{DateTime, Duration, Utc};
use domain::GoalId;
use domain::events::EventKind;
use domain::goals::{GoalChange, GoalFields, GoalStatus};
use domain::notifications::NotificationKind;
use store::bulk::{GoalComment, GoalHistory};
use store::goals::{Change, Goal, Milestone};
use store::mentorships::Mentorship;

/// Every goal of the data.
pub(super) fn set(builder: &mut DemoBuilder<'_>) -> Result<(), Error> {
    for (n, described) in (0_i32..).zip(&builder.data.texts.goal) {
        let mentorship = builder.mentorship(&described.mentorship)?.clone();
        let proposed = described.state == GoalStatus::Proposed;
        let author_id = if proposed { mentorship.mentor_id } else { mentorship.mentee_id };
        // Goals are set in the first weeks, proposals made lately.
        let created_at = if proposed {
            builder.now - Duration::days(3)
        } else {
            between(mentorship.created_at, last_day(builder, &mentorship), 6 + n % 5)
        };
        let closed_at = closed(builder, described, &mentorship, created_at);
        let fields = GoalFields { target_on: Some(builder.day(described.due_in_weeks)), ..described.draft.check(None)? };
        let mut goal = Goal::new(builder.ctx.id(), mentorship.id, author_id, described.state, fields, created_at);
        if closed_at.is_some() {
            (goal.version, goal.closed_at) = (2, closed_at);
        }
        let mut work = Work { goal, mentorship: &mentorship, changes: Vec::new() };
        let first = if proposed { GoalStatus::Proposed } else { GoalStatus::Open };
        work.changed(builder, author_id, created_at, (GoalChange::Made, None, Some(first.to_string())));
        steps(builder, &mut work, described);
        comments(builder, &mut work, described);
        if let Some(at) = closed_at {
            let states = (Some(GoalStatus::Open.to_string()), Some(described.state.to_string()));
            work.changed(builder, mentorship.mentee_id, at, (GoalChange::Status, states.0, states.1));
        }
        add_events(builder, &work)?;
        builder.rows.changes.append(&mut work.changes);
        builder.rows.goals.push(work.goal);
    }
    Ok(())
}

/// A goal in the making.
struct Work<'a> {
    goal: Goal,
    mentorship: &'a Mentorship,
    changes: Vec<GoalHistory>,
}

impl Work<'_> {
    fn changed(
        &mut self,
        builder: &DemoBuilder<'_>,
        by: domain::PersonId,
        at: DateTime<Utc>,
        what: (GoalChange, Option<String>, Option<String>),
    ) {
        let (field, before, after) = what;
        let change = Change { id: builder.ctx.id(), person_id: by, at, field, before, after };
        self.changes.push(GoalHistory { goal_id: self.goal.id, change });
        self.goal.updated_at = self.goal.updated_at.max(at);
    }

    fn id(&self) -> GoalId {
        self.goal.id
    }
}

/// Until when the two have worked so far.
fn last_day(builder: &DemoBuilder<'_>, mentorship: &Mentorship) -> DateTime<Utc> {
    mentorship.ended_at.unwrap_or(builder.now)
}

/// When it was achieved (two days before it was due) or dropped (last week), if it was.
fn closed(builder: &DemoBuilder<'_>, described: &data::Goal, mentorship: &Mentorship, created_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let at = match described.state {
        GoalStatus::Proposed | GoalStatus::Open => return None,
        GoalStatus::Achieved => builder.now + Duration::weeks(described.due_in_weeks) - Duration::days(2),
        GoalStatus::Dropped => builder.now - Duration::days(6),
    };
    Some(at.min(last_day(builder, mentorship)).max(created_at))
}

/// Its milestones; what is done was done the day before it was due, and not later than yesterday.
fn steps(builder: &mut DemoBuilder<'_>, work: &mut Work<'_>, described: &data::Goal) {
    for (position, step) in (0_i32..).zip(&described.milestones) {
        let due = builder.now + Duration::weeks(step.due_in_weeks);
        let latest = work.goal.closed_at.unwrap_or(builder.now - Duration::days(1));
        let done_at = step.done.then(|| (due - Duration::hours(22)).min(latest).max(work.goal.created_at));
        if let Some(at) = done_at {
            work.changed(builder, work.mentorship.mentee_id, at, (GoalChange::MilestoneDone, None, Some(step.title.clone())));
        }
        let due_on = Some(due.date_naive());
        let milestone = Milestone { id: builder.ctx.id(), goal_id: work.id(), position, title: step.title.clone(), due_on, done_at };
        builder.rows.milestones.push(milestone);
    }
}

/// What the two said about it, in the last third of the time.
fn comments(builder: &mut DemoBuilder<'_>, work: &mut Work<'_>, described: &data::Goal) {
    let until = work.goal.closed_at.unwrap_or(builder.now);
    for (n, comment) in (0_i32..).zip(&described.comments) {
        let created_at = between(work.goal.created_at, until, 72 + n * 11);
        let author_id = if comment.by == DemoParty::Mentor { work.mentorship.mentor_id } else { work.mentorship.mentee_id };
        let row = GoalComment { id: builder.ctx.id(), goal_id: work.id(), author_id, body: comment.text.clone(), created_at };
        builder.rows.comments.push(row);
        work.goal.updated_at = work.goal.updated_at.max(created_at);
    }
}

/// What the stream and the other one heard of it.
fn add_events(builder: &mut DemoBuilder<'_>, work: &Work<'_>) -> Result<(), Error> {
    let program = builder.rows.programs.iter().find(|program| program.id == work.mentorship.program_id).cloned();
    let Some(program) = program else { return Ok(()) };
    let name = |builder: &DemoBuilder<'_>, id| {
        let demo_person = builder.people.iter().find(|demo_person| demo_person.id == id);
        demo_person.map(|demo_person| demo_person.name().to_owned()).unwrap_or_default()
    };
    let link = format!("/mentorships/{}/goals/{}", work.mentorship.id, work.id());
    let (mentor, mentee) = (work.mentorship.mentor_id, work.mentorship.mentee_id);
    for GoalHistory { change, .. } in &work.changes {
        let (event, kind) = match (change.field, work.goal.status) {
            (GoalChange::Made, GoalStatus::Proposed) => (EventKind::GoalProposed, NotificationKind::GoalProposed),
            (GoalChange::Made, _) => (EventKind::GoalCreated, NotificationKind::GoalCreated),
            (GoalChange::MilestoneDone, _) => (EventKind::MilestoneDone, NotificationKind::MilestoneDone),
            (GoalChange::Status, GoalStatus::Achieved) => (EventKind::GoalAchieved, NotificationKind::GoalAchieved),
            _ => (EventKind::GoalDropped, NotificationKind::GoalDropped),
        };
        let to = if change.person_id == mentee { mentor } else { mentee };
        let by = name(builder, change.person_id);
        builder.happened(change.at, event, change.person_id, &program, work.id().0);
        builder.told(to, change.at, kind, link.clone(), &[("name", &by), ("goal", &work.goal.title)]);
    }
    Ok(())
}
