//! The states of a goal: taken, achieved, dropped, opened again.

use super::access::GoalAccess;
use super::{notify, view};
use crate::{Actor, Ctx, Error};
use domain::GoalId;
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{GoalAction, GoalChange, GoalPermission};
use domain::notifications::NotificationKind;
use store::goals;
use use_case::use_case;

/// The mentee takes a goal that the mentor proposed.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for everybody but the mentee, a refusal when it isn't a proposal.
#[use_case]
pub async fn take(ctx: &Ctx, actor: &Actor, id: GoalId) -> Result<GoalView, Error> {
    step(ctx, actor, id, GoalAction::Take, EventKind::GoalTaken, NotificationKind::GoalTaken).await
}

/// The mentee says that it is reached.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for everybody but the mentee, a refusal when it isn't open.
#[use_case]
pub async fn achieve(ctx: &Ctx, actor: &Actor, id: GoalId) -> Result<GoalView, Error> {
    step(ctx, actor, id, GoalAction::Achieve, EventKind::GoalAchieved, NotificationKind::GoalAchieved).await
}

/// The mentee gives it up, or the mentor takes a proposal back.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators and, unless it is a proposal, the mentor; a refusal
/// when it is over.
#[use_case]
pub async fn drop_goal(ctx: &Ctx, actor: &Actor, id: GoalId) -> Result<GoalView, Error> {
    step(ctx, actor, id, GoalAction::Drop, EventKind::GoalDropped, NotificationKind::GoalDropped).await
}

/// The mentee opens an achieved or a dropped goal again.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for everybody but the mentee, a refusal when it isn't over.
#[use_case]
pub async fn reopen(ctx: &Ctx, actor: &Actor, id: GoalId) -> Result<GoalView, Error> {
    step(ctx, actor, id, GoalAction::Reopen, EventKind::GoalReopened, NotificationKind::GoalReopened).await
}

async fn step(
    ctx: &Ctx,
    actor: &Actor,
    id: GoalId,
    action: GoalAction,
    event: EventKind,
    kind: NotificationKind,
) -> Result<GoalView, Error> {
    let mut tx = ctx.write().await?;
    let mut access = GoalAccess::lock(&mut tx, actor, id, |status| GoalPermission::Move(status, action)).await?;
    let before = access.goal.status;
    let goal = &mut access.goal;
    goal.status = before.apply(action)?;
    goal.version += 1;
    goal.updated_at = ctx.now();
    goal.closed_at = goal.status.is_over().then(|| ctx.now());
    goals::update(&mut tx, goal).await?;
    let line = (GoalChange::Status, Some(before.to_string()), Some(access.goal.status.to_string()));
    notify::record_history(ctx, &mut tx, actor, &access, vec![line]).await?;
    notify::announce(ctx, &mut tx, actor, &access, event, Some(kind)).await?;
    let shown = view::shown(ctx, &mut tx, actor, &access).await?;
    tx.commit().await?;
    Ok(shown)
}
