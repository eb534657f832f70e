//! The goals of a mentorship, and the page on which a new one begins.

use super::access::allowed;
use super::{templates, view, words};
use crate::mentorships::{MentorshipAccess, head};
use crate::{Actor, Ctx, Error, Reader};
use domain::MentorshipId;
use domain::goals::views::{GoalCard, GoalList, GoalStart, NewGoal};
use domain::goals::{GoalDraft, GoalPermission, MilestoneCount, progress};
use std::collections::HashMap;
use store::goals;
use store::goals::Goal;
use store::goals::lists::{Counted, open_milestones, progress_of};
use use_case::use_case;

/// The goals: proposals first, then what is open, then what is over; starting points while there is none.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators.
#[use_case]
pub async fn list(ctx: &Ctx, actor: &Actor, mentorship: MentorshipId) -> Result<GoalList, Error> {
    let mut tx = ctx.read().await?;
    let space = MentorshipAccess::read(&mut tx, actor, mentorship).await?;
    allowed(&space, GoalPermission::Read)?;
    let rows = goals::of_mentorship(&mut tx, mentorship).await?;
    let counted: HashMap<_, _> = progress_of(&mut tx, &[mentorship]).await?.into_iter().map(|c| (c.id, c)).collect();
    let mut next = HashMap::new();
    for milestone in open_milestones(&mut tx, mentorship).await? {
        next.entry(milestone.goal_id).or_insert(milestone.title);
    }
    let reader = Reader::of(ctx, actor);
    let may_add = allowed(&space, GoalPermission::Add).is_ok();
    Ok(GoalList {
        head: head(reader, &space, view::current(rows.iter().map(|g| g.status))),
        templates: if rows.is_empty() && may_add { templates::cards(reader) } else { Vec::new() },
        goals: rows.into_iter().map(|goal| card(reader, goal, &counted, &mut next)).collect(),
        may_add,
    })
}

fn card(reader: Reader, goal: Goal, counted: &HashMap<domain::GoalId, Counted>, next: &mut HashMap<domain::GoalId, String>) -> GoalCard {
    let size = |n: i64| usize::try_from(n).unwrap_or(0);
    let count = counted.get(&goal.id).map(|c| MilestoneCount { done: size(c.done), total: size(c.total) }).unwrap_or_default();
    GoalCard {
        percent: goal.status.shown_progress(progress(goal.progress_mode, goal.progress, count)),
        milestones: view::milestones_done(reader, count),
        target: goal.target_on.map(|on| words::when(reader, on, goal.status.is_over())),
        next: next.remove(&goal.id).filter(|_| !goal.status.is_over()),
        id: goal.id,
        title: goal.title,
        why: goal.why,
        status: goal.status,
    }
}

/// The page for a new goal: the starting points, or the form once one was chosen (`blank`, or a template's id).
///
/// # Errors
/// As [`list`], and a refusal when nothing can be added now.
#[use_case]
pub async fn start(ctx: &Ctx, actor: &Actor, mentorship: MentorshipId, chosen: &str) -> Result<NewGoal, Error> {
    let mut tx = ctx.read().await?;
    let space = MentorshipAccess::read(&mut tx, actor, mentorship).await?;
    allowed(&space, GoalPermission::Add)?;
    let count = goals::of_mentorship(&mut tx, mentorship).await?;
    let reader = Reader::of(ctx, actor);
    let blank = GoalStart { draft: GoalDraft::default(), milestones: Vec::new() };
    let start = if chosen == "blank" { Some(blank) } else { templates::start(reader, chosen) };
    Ok(NewGoal {
        head: head(reader, &space, view::current(count.iter().map(|g| g.status))),
        templates: if start.is_none() { templates::cards(reader) } else { Vec::new() },
        start,
    })
}
