//! Changing a milestone's words and date, also when somebody else did so meanwhile: as with the goal's own fields, what fits
//! is joined, what doesn't is shown, nothing is lost.

use super::meanwhile;
use super::milestones::Scene;
use super::words::Reader;
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::views::{GoalView, MilestoneConflict};
use domain::goals::{Deed, FieldConflict, Merge, MilestoneDraft, MilestoneField, MilestoneFields, Trace, changes, merge};
use domain::{GoalId, MilestoneId, Refusal};
use store::goals;
use use_case::use_case;

/// A milestone's form as it comes back.
#[derive(Debug, Clone, Default)]
pub struct MilestoneEdit {
    /// What it said when it was made. One that doesn't tell counts as made from what is saved now.
    pub base: Option<MilestoneDraft>,
    /// What it says now.
    pub mine: MilestoneDraft,
    /// Fields of which the version in `base` is kept, whatever `mine` says: an answer to a conflict.
    pub keep: Vec<MilestoneField>,
}

/// Changes a milestone's words and date. Changes that somebody else made since the form was made stay.
///
/// # Errors
/// As [`super::add_milestone`], [`Error::NotFound`] when the goal has no such milestone, and [`Error::Conflict`] with a
/// [`MilestoneConflict`] when both changed the same field differently.
#[use_case]
pub async fn edit_milestone(ctx: &Ctx, actor: &Actor, goal: GoalId, id: MilestoneId, edit: &MilestoneEdit) -> Result<GoalView, Error> {
    let mut scene = Scene::hold(ctx, actor, goal, Deed::Edit).await?;
    let saved = scene.find(id)?;
    let theirs = MilestoneFields { title: saved.title, due_on: saved.due_on };
    let base_draft = edit.base.clone().unwrap_or_else(|| (&theirs).into());
    let mut mine = edit.mine.clone();
    for field in &edit.keep {
        mine.take(*field, &base_draft);
    }
    let mine = mine.check()?;
    // The base is only what the form said: one that doesn't read is no form of ours.
    let base = base_draft.check().map_err(|_| Refusal::NotFromThisState)?;
    let fields = match merge(&base, &mine, &theirs) {
        Merge::Clean(fields) => fields,
        Merge::Conflict { joined, fields } => {
            let versions = MilestoneConflict { milestone: id, sentence: String::new(), theirs, joined, mine, fields };
            return Err(conflict(scene, versions).await?);
        }
    };
    let changed = changes(&theirs, &fields);
    if changed.is_empty() {
        return scene.unchanged().await;
    }
    goals::set_milestone(&mut scene.tx, id, &fields).await?;
    let line = |field, before, after| match field {
        MilestoneField::Title => (Trace::MilestoneChanged, before, after),
        MilestoneField::DueOn => (Trace::MilestoneDue, Some(theirs.kept()), Some(fields.kept())),
    };
    let lines = changed.into_iter().map(|change| line(change.field, change.before, change.after)).collect();
    scene.done(lines, EventKind::MilestoneChanged, None).await
}

/// Both versions in the reader's words, and who saved the other one.
async fn conflict(mut scene: Scene<'_>, mut versions: MilestoneConflict) -> Result<Error, Error> {
    let reader = Reader::new(scene.ctx, scene.actor);
    versions.sentence = meanwhile::who_saved_milestone(&mut scene.tx, &reader, &scene.standing, &versions.theirs, &versions.fields).await?;
    let words = |field, value: Option<String>| value.map(|value| reader.milestone_field(field, &value));
    versions.fields = versions
        .fields
        .into_iter()
        .map(|FieldConflict { field, mine, theirs }| FieldConflict { field, mine: words(field, mine), theirs: words(field, theirs) })
        .collect();
    Ok(meanwhile::conflict(&versions))
}
