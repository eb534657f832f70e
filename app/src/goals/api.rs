//! The server functions of goals. Each act answers with the goal as it is afterwards.

use crate::AppError;
use domain::goals::views::{GoalList, GoalView, NewGoal};
use domain::goals::{Direction, GoalDraft, MilestoneDraft};
use domain::{GoalId, MentorshipId, MilestoneId};
use leptos::prelude::*;
use std::collections::BTreeMap;
#[cfg(feature = "ssr")]
use {
    crate::flash::JOINED,
    crate::server::{leave_note, redirect, signed_in},
    service::goals::{self, Edit, MilestoneEdit, MilestoneRows},
    std::str::FromStr,
};

/// The goals of a mentorship.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/list")]
pub async fn load_goals(mentorship: MentorshipId) -> Result<GoalList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::list(&ctx, &actor, mentorship).await?)
}

/// The page for a new goal: starting points, or the form of one.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/start")]
pub async fn start_goal(mentorship: MentorshipId, #[server(default)] from: String) -> Result<NewGoal, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::start(&ctx, &actor, mentorship, &from).await?)
}

/// Makes a goal, or proposes one, and goes to its page.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/create")]
pub async fn create_goal(
    mentorship: MentorshipId,
    title: String,
    why: String,
    success: String,
    target_on: String,
    #[server(default)] milestones: Vec<String>,
    #[server(default)] days: Vec<String>,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let draft = GoalDraft { title, why, success, target_on, ..GoalDraft::default() };
    let goal = goals::create(&ctx, &actor, mentorship, &draft, &MilestoneRows { titles: milestones, days }).await?;
    redirect(&format!("/mentorships/{mentorship}/goals/{goal}"));
    Ok(())
}

/// One goal.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/goal")]
pub async fn load_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::view(&ctx, &actor, goal).await?)
}

/// Saves a goal's fields. `base` is what the form said when it was opened, at `version`; `choices` answers a conflict: a
/// field's name and `theirs` keeps the version in `base`.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/edit")]
#[allow(clippy::too_many_arguments, reason = "each is a field of the form")]
pub async fn edit_goal(
    goal: GoalId,
    version: i32,
    title: String,
    why: String,
    success: String,
    target_on: String,
    progress_mode: String,
    progress: String,
    base: GoalDraft,
    #[server(default)] choices: BTreeMap<String, String>,
) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    let mine = GoalDraft { title, why, success, target_on, progress_mode, progress };
    let goal = goals::edit(&ctx, &actor, goal, &Edit { version, base, mine, keep: kept(&choices) }).await?;
    if goal.joined {
        leave_note(JOINED);
    }
    Ok(goal)
}

/// The fields of which somebody chose to keep the other one's version.
#[cfg(feature = "ssr")]
fn kept<F: FromStr>(choices: &BTreeMap<String, String>) -> Vec<F> {
    choices.iter().filter(|(_, version)| *version == "theirs").filter_map(|(field, _)| field.parse().ok()).collect()
}

/// Tells a goal's progress by hand.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/progress")]
pub async fn set_progress(goal: GoalId, progress: String) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::set_progress(&ctx, &actor, goal, &progress).await?)
}

/// Takes a proposed goal.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/take")]
pub async fn take_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::take(&ctx, &actor, goal).await?)
}

/// Says that a goal is reached.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/achieve")]
pub async fn achieve_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::achieve(&ctx, &actor, goal).await?)
}

/// Drops a goal, or takes a proposal back.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/drop")]
pub async fn drop_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::drop_goal(&ctx, &actor, goal).await?)
}

/// Opens a goal again.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/reopen")]
pub async fn reopen_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::reopen(&ctx, &actor, goal).await?)
}

/// Says something about a goal.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/comment")]
pub async fn comment_on_goal(goal: GoalId, body: String) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::comment(&ctx, &actor, goal, &body).await?)
}

/// Adds a milestone.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/add_milestone")]
pub async fn add_milestone(goal: GoalId, title: String, due_on: String) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::add_milestone(&ctx, &actor, goal, &MilestoneDraft { title, due_on }).await?)
}

/// Changes a milestone. `base` is what the form said when it was made; `choices` answers a conflict: a field's name and
/// `theirs` keeps the version in `base`.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/edit_milestone")]
pub async fn edit_milestone(
    goal: GoalId,
    milestone: MilestoneId,
    title: String,
    due_on: String,
    #[server(default)] base: Option<MilestoneDraft>,
    #[server(default)] choices: BTreeMap<String, String>,
) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    let edit = MilestoneEdit { base, mine: MilestoneDraft { title, due_on }, keep: kept(&choices) };
    Ok(goals::edit_milestone(&ctx, &actor, goal, milestone, &edit).await?)
}

/// Ticks a milestone, or unticks it.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/tick")]
pub async fn tick_milestone(goal: GoalId, milestone: MilestoneId, done: bool) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::tick(&ctx, &actor, goal, milestone, done).await?)
}

/// Moves a milestone one place.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/move_milestone")]
pub async fn move_milestone(goal: GoalId, milestone: MilestoneId, direction: Direction) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::move_milestone(&ctx, &actor, goal, milestone, direction).await?)
}

/// Removes a milestone.
#[server(prefix = "/api", protocol = crate::wire::Wire, endpoint = "goals/remove_milestone")]
pub async fn remove_milestone(goal: GoalId, milestone: MilestoneId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::remove_milestone(&ctx, &actor, goal, milestone).await?)
}
