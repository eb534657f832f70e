//! Changing a goal's fields, also when somebody else did so meanwhile: what fits is joined, what doesn't is shown, nothing
//! is lost.

use super::standing::GoalStanding;
use super::words::Reader;
use super::{meanwhile, tell, view};
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::goals::views::{GoalConflict, GoalView};
use domain::goals::{Deed, FieldConflict, GoalDraft, GoalField, GoalFields, Merge, ProgressMode, changes, merge};
use domain::notifications::NotificationKind;
use domain::{GoalId, Problems, Refusal, fields};
use store::{Tx, goals};
use use_case::use_case;

/// A goal's form as it comes back.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// The version that the form was made from.
    pub version: i32,
    /// What it said then.
    pub base: GoalDraft,
    /// What it says now.
    pub mine: GoalDraft,
    /// Fields of which the version in `base` is kept, whatever `mine` says: an answer to a conflict.
    pub keep: Vec<GoalField>,
}

/// Saves a goal's fields. Changes that somebody else made since the form's version stay; the answer says when that was so.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for who may not edit it, everything that is wrong with the form, a
/// refusal when it can't be changed now, and [`Error::Conflict`] with a [`GoalConflict`] when both changed the same field
/// differently.
#[use_case]
pub async fn edit(ctx: &Ctx, actor: &Actor, id: GoalId, edit: &Edit) -> Result<GoalView, Error> {
    let mut tx = ctx.write().await?;
    let mut standing = GoalStanding::hold(&mut tx, actor, id, Deed::Edit).await?;
    let mut mine = edit.mine.clone();
    for field in &edit.keep {
        mine.take(*field, &edit.base);
    }
    let mine = mine.check(standing.space.row.started_on)?;
    let theirs = standing.goal.fields();
    let stale = edit.version != standing.goal.version;
    let fields = if stale {
        // The base is only what the form said: one that doesn't read is no form of ours.
        let base = edit.base.check(None).map_err(|_| Refusal::NotFromThisState)?;
        match merge(&base, &mine, &theirs) {
            Merge::Clean(fields) => fields,
            Merge::Conflict { joined, fields } => {
                return Err(conflict(ctx, &mut tx, actor, &standing, Versions { mine, theirs, joined, fields }).await?);
            }
        }
    } else {
        mine.clone()
    };
    // One's own change, made beside the form or in another window, is no news.
    let kept = changes(&mine, &fields).into_iter().map(|change| change.field);
    let joined = meanwhile::by_somebody_else(&mut tx, actor, &standing, kept).await?;
    save(ctx, &mut tx, actor, &mut standing, fields).await?;
    let shown = GoalView { joined, ..view::shown(ctx, &mut tx, actor, &standing).await? };
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
    let mut standing = GoalStanding::hold(&mut tx, actor, id, Deed::Tick).await?;
    let progress = fields::number(progress, 0, 100).map_err(|code| Problems::one("progress", code))?;
    let fields = GoalFields { progress, progress_mode: ProgressMode::Hand, ..standing.goal.fields() };
    save(ctx, &mut tx, actor, &mut standing, fields).await?;
    let shown = view::shown(ctx, &mut tx, actor, &standing).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Writes the fields with their history; a save that changes nothing leaves no trace.
async fn save(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &mut GoalStanding, fields: GoalFields) -> Result<(), Error> {
    let changed = changes(&standing.goal.fields(), &fields);
    if changed.is_empty() {
        return Ok(());
    }
    standing.goal.set_fields(fields);
    standing.goal.version += 1;
    standing.goal.updated_at = ctx.now();
    goals::update(tx, &standing.goal).await?;
    let lines = changed.into_iter().map(|change| (change.field.into(), change.before, change.after)).collect();
    tell::remember(ctx, tx, actor, standing, lines).await?;
    tell::announce(ctx, tx, actor, standing, EventKind::GoalChanged, Some(NotificationKind::GoalChanged)).await
}

struct Versions {
    mine: GoalFields,
    theirs: GoalFields,
    joined: GoalFields,
    fields: Vec<FieldConflict>,
}

async fn conflict(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &GoalStanding, versions: Versions) -> Result<Error, Error> {
    let reader = Reader::new(ctx, actor);
    let fields = versions.fields.iter().map(|conflict| FieldConflict {
        field: conflict.field,
        mine: conflict.mine.as_ref().map(|value| reader.field(conflict.field, value)),
        theirs: conflict.theirs.as_ref().map(|value| reader.field(conflict.field, value)),
    });
    Ok(meanwhile::conflict(&GoalConflict {
        version: standing.goal.version,
        sentence: meanwhile::who_saved(tx, &reader, standing, &versions.fields).await?,
        fields: fields.collect(),
        mine: versions.mine,
        theirs: versions.theirs,
        joined: versions.joined,
    }))
}
