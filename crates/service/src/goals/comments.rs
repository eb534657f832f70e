//! Talking about a goal.

use super::access::GoalAccess;
use super::{notify, view};
use crate::accounts::COMMENTS_A_DAY;
use crate::{Actor, Ctx, Error};
use domain::GoalId;
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{self as rules, GoalPermission};
use domain::notifications::NotificationKind;
use store::goals;
use use_case::use_case;

/// Says something about a goal (field `body`).
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, what is wrong with the text, a refusal when the
/// mentorship isn't under way, too many in a day.
#[use_case]
pub async fn comment(ctx: &Ctx, actor: &Actor, id: GoalId, body: &str) -> Result<GoalView, Error> {
    let mut tx = ctx.write().await?;
    let access = GoalAccess::lock(&mut tx, actor, id, |_| GoalPermission::Comment).await?;
    let body = rules::comment(body)?;
    ctx.limits.one_more(ctx, COMMENTS_A_DAY, actor)?;
    goals::insert_comment(&mut tx, ctx.id(), id, actor.id, &body, ctx.now()).await?;
    goals::touch(&mut tx, id, ctx.now()).await?;
    notify::announce(ctx, &mut tx, actor, &access, EventKind::GoalCommented, Some(NotificationKind::GoalCommented)).await?;
    let shown = view::shown(ctx, &mut tx, actor, &access).await?;
    tx.commit().await?;
    Ok(shown)
}
