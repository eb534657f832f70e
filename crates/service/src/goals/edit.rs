//! Changing a goal's fields, also when somebody else did so meanwhile: what fits is joined, what doesn't is shown, nothing
//! is lost.

use super::access::GoalAccess;
use super::{meanwhile, notify, view};
use crate::{Actor, Ctx, Error, Reader};
use domain::editing::{Edit, changes, merge};
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{GoalDraft, GoalFields, GoalPermission, ProgressMode};
use domain::notifications::NotificationKind;
use domain::{GoalId, Problems, Refusal, fields};
use store::{Tx, goals};
use use_case::use_case;

/// Saves a goal's fields. Changes that somebody else made since the form's version stay; the answer says when that was so.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for who may not edit it, everything that is wrong with the form, a
/// refusal when it can't be changed now, and [`Error::Conflict`] when both changed the same field differently.
#[use_case]
pub async fn edit(ctx: &Ctx, actor: &Actor, id: GoalId, edit: &Edit<GoalDraft>) -> Result<GoalView, Error> {
    let mut tx = ctx.write().await?;
    let mut access = GoalAccess::lock(&mut tx, actor, id, GoalPermission::Edit).await?;
    let mine = GoalDraft::from(&edit.chosen().check(access.space.row.started_on)?);
    let theirs = GoalDraft::from(&access.goal.fields());
    let base = match &edit.base {
        // The base is only what the form said: one that doesn't read is no form of ours.
        Some(base) => GoalDraft::from(&base.check(None).map_err(|_| Refusal::NotFromThisState)?),
        None => theirs.clone(),
    };
    let draft = match merge(&base, &mine, &theirs) {
        Ok(draft) => draft,
        Err(mut conflict) => {
            let reader = Reader::of(ctx, actor);
            conflict.sentence = meanwhile::who_saved(&mut tx, reader, &access, &conflict.fields).await?;
            return Err(Error::conflict(&conflict));
        }
    };
    // One's own change, made beside the form or in another window, is no news.
    let kept = changes(&mine, &draft).into_iter().map(|change| change.field);
    let joined = meanwhile::by_somebody_else(&mut tx, actor, &access, kept).await?;
    let fields = draft.check(None)?;
    save(ctx, &mut tx, actor, &mut access, fields).await?;
    let shown = GoalView { joined, ..view::shown(ctx, &mut tx, actor, &access).await? };
    tx.commit().await?;
    Ok(shown)
}

/// Tells the progress by hand (field `progress`). A goal whose progress was told by its milestones is told by hand from then on.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for everybody but the mentee, what is wrong with the number, a
/// refusal when the goal isn't open.
#[use_case]
pub async fn set_progress(ctx: &Ctx, actor: &Actor, id: GoalId, progress: &str) -> Result<GoalView, Error> {
    let mut tx = ctx.write().await?;
    let mut access = GoalAccess::lock(&mut tx, actor, id, GoalPermission::Tick).await?;
    let progress = fields::number(progress, 0, 100).map_err(|code| Problems::one("progress", code))?;
    let fields = GoalFields { progress, progress_mode: ProgressMode::Hand, ..access.goal.fields() };
    save(ctx, &mut tx, actor, &mut access, fields).await?;
    let shown = view::shown(ctx, &mut tx, actor, &access).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Writes the fields with their history; a save that changes nothing leaves no trace.
async fn save(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &mut GoalAccess, fields: GoalFields) -> Result<(), Error> {
    let changed = changes(&GoalDraft::from(&access.goal.fields()), &GoalDraft::from(&fields));
    if changed.is_empty() {
        return Ok(());
    }
    access.goal.set_fields(fields);
    access.goal.version += 1;
    access.goal.updated_at = ctx.now();
    goals::update(tx, &access.goal).await?;
    let shown = |text: String| Some(text).filter(|text| !text.is_empty());
    let lines = changed.into_iter().map(|change| (change.field.into(), shown(change.before), shown(change.after))).collect();
    notify::record_history(ctx, tx, actor, access, lines).await?;
    notify::announce(ctx, tx, actor, access, EventKind::GoalChanged, Some(NotificationKind::GoalChanged)).await
}
