//! Changing a milestone's words and date, also when somebody else did so meanwhile: as with the goal's own fields, what fits
//! is joined, what doesn't is shown, nothing is lost.

use super::meanwhile;
use super::milestones::LockedGoal;
use crate::{Actor, Ctx, Error, Reader};
use domain::editing::{Edit, changes, merge};
use domain::events::EventKind;
use domain::goals::views::GoalView;
use domain::goals::{GoalChange, GoalPermission, MilestoneDraft, MilestoneField, MilestoneFields};
use domain::{GoalId, MilestoneId, Refusal};
use store::goals;
use use_case::use_case;

/// Changes a milestone's words and date. Changes that somebody else made since the form was made stay.
///
/// # Errors
/// As [`super::add_milestone`], [`Error::NotFound`] when the goal has no such milestone, and [`Error::Conflict`] when both changed
/// the same field differently.
#[use_case]
pub async fn edit_milestone(
    ctx: &Ctx,
    actor: &Actor,
    goal: GoalId,
    id: MilestoneId,
    edit: &Edit<MilestoneDraft>,
) -> Result<GoalView, Error> {
    let mut locked = LockedGoal::lock(ctx, actor, goal, GoalPermission::Edit).await?;
    let saved = locked.find(id)?;
    let before = MilestoneFields { title: saved.title, due_on: saved.due_on };
    let theirs = MilestoneDraft::from(&before);
    let mine = MilestoneDraft::from(&edit.chosen().check()?);
    let base = match &edit.base {
        // The base is only what the form said: one that doesn't read is no form of ours.
        Some(base) => MilestoneDraft::from(&base.check().map_err(|_| Refusal::NotFromThisState)?),
        None => theirs.clone(),
    };
    let draft = match merge(&base, &mine, &theirs) {
        Ok(draft) => draft,
        Err(mut conflict) => {
            let reader = Reader::of(locked.ctx, locked.actor);
            let fields = &conflict.fields;
            conflict.sentence = meanwhile::who_saved_milestone(&mut locked.tx, reader, &locked.access, &theirs.title, fields).await?;
            conflict.subject = Some(id.0);
            return Err(Error::conflict(&conflict));
        }
    };
    let changed = changes(&theirs, &draft);
    if changed.is_empty() {
        return locked.unchanged().await;
    }
    let after = draft.check()?;
    goals::set_milestone(&mut locked.tx, id, &after).await?;
    let line = |field, title: (String, String)| match field {
        MilestoneField::Title => (GoalChange::MilestoneChanged, Some(title.0), Some(title.1)),
        MilestoneField::DueOn => (GoalChange::MilestoneDue, Some(before.kept()), Some(after.kept())),
    };
    let lines = changed.into_iter().map(|change| line(change.field, (change.before, change.after))).collect();
    locked.done(lines, EventKind::MilestoneChanged, None).await
}
