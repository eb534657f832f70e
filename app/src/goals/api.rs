//! The server functions of goals. Each act answers with the goal as it is afterwards.

use crate::AppError;
use domain::editing::Edit;
use domain::goals::views::{GoalList, GoalView, NewGoal};
use domain::goals::{GoalDraft, MilestoneDraft};
use domain::shared::Direction;
use domain::{GoalId, MentorshipId, MilestoneId};
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{redirect, signed_in},
    service::goals::{self, MilestoneRows},
};

/// The goals of a mentorship.
#[api("goals/list")]
pub async fn load_goals(mentorship: MentorshipId) -> Result<GoalList, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::list(&ctx, &actor, mentorship).await?)
}

/// The page for a new goal: starting points, or the form of one.
#[api("goals/start")]
pub async fn start_goal(mentorship: MentorshipId, #[server(default)] from: String) -> Result<NewGoal, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::start(&ctx, &actor, mentorship, &from).await?)
}

/// Makes a goal, or proposes one, and goes to its page.
#[api("goals/create")]
pub async fn create_goal(
    mentorship: MentorshipId,
    #[server(flatten)] draft: GoalDraft,
    #[server(default)] milestones: Vec<String>,
    #[server(default)] days: Vec<String>,
) -> Result<(), AppError> {
    let (ctx, actor) = signed_in()?;
    let goal = goals::create(&ctx, &actor, mentorship, &draft, &MilestoneRows { titles: milestones, days }).await?;
    redirect(&format!("/mentorships/{mentorship}/goals/{goal}"));
    Ok(())
}

/// One goal.
#[api("goals/goal")]
pub async fn load_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::view(&ctx, &actor, goal).await?)
}

/// Saves a goal's fields.
#[api("goals/edit")]
pub async fn edit_goal(goal: GoalId, #[server(flatten)] edit: Edit<GoalDraft>) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::edit(&ctx, &actor, goal, &edit).await?)
}

/// Tells a goal's progress by hand.
#[api("goals/progress")]
pub async fn set_progress(goal: GoalId, progress: String) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::set_progress(&ctx, &actor, goal, &progress).await?)
}

/// Takes a proposed goal.
#[api("goals/take")]
pub async fn take_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::take(&ctx, &actor, goal).await?)
}

/// Says that a goal is reached.
#[api("goals/achieve")]
pub async fn achieve_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::achieve(&ctx, &actor, goal).await?)
}

/// Drops a goal, or takes a proposal back.
#[api("goals/drop")]
pub async fn drop_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::drop_goal(&ctx, &actor, goal).await?)
}

/// Opens a goal again.
#[api("goals/reopen")]
pub async fn reopen_goal(goal: GoalId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::reopen(&ctx, &actor, goal).await?)
}

/// Says something about a goal.
#[api("goals/comment")]
pub async fn comment_on_goal(goal: GoalId, body: String) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::comment(&ctx, &actor, goal, &body).await?)
}

/// Adds a milestone.
#[api("goals/add_milestone")]
pub async fn add_milestone(goal: GoalId, #[server(flatten)] draft: MilestoneDraft) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::add_milestone(&ctx, &actor, goal, &draft).await?)
}

/// Changes a milestone.
#[api("goals/edit_milestone")]
pub async fn edit_milestone(
    goal: GoalId,
    milestone: MilestoneId,
    #[server(flatten)] edit: Edit<MilestoneDraft>,
) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::edit_milestone(&ctx, &actor, goal, milestone, &edit).await?)
}

/// Ticks a milestone, or unticks it.
#[api("goals/tick")]
pub async fn tick_milestone(goal: GoalId, milestone: MilestoneId, done: bool) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::tick(&ctx, &actor, goal, milestone, done).await?)
}

/// Moves a milestone one place.
#[api("goals/move_milestone")]
pub async fn move_milestone(goal: GoalId, milestone: MilestoneId, direction: Direction) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::move_milestone(&ctx, &actor, goal, milestone, direction).await?)
}

/// Removes a milestone.
#[api("goals/remove_milestone")]
pub async fn remove_milestone(goal: GoalId, milestone: MilestoneId) -> Result<GoalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(goals::remove_milestone(&ctx, &actor, goal, milestone).await?)
}
