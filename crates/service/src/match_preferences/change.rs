//! Adding somebody to one's list, moving them in it, taking them out. Until the program is over.

use super::{preferred, with_list};
use crate::{Actor, Ctx, Error, access};
use domain::match_preferences::views::PreferenceList;
use domain::match_preferences::{self as rules, PreferenceSide};
use domain::shared::Direction;
use domain::{PersonId, ProgramId, Refusal};
use store::{Tx, enrolments, match_preferences};
use use_case::use_case;

/// Preferences for somebody, after those who are in the list already, and says what the list is then.
///
/// # Errors
/// [`Error::NotFound`] when the program or the other isn't there for the one who asks, [`Error::Forbidden`] when they have no such
/// list or it is themselves, [`Refusal::ProgramOver`], or a full list.
#[use_case]
pub async fn add(ctx: &Ctx, actor: &Actor, slug: &str, side: PreferenceSide, person: PersonId) -> Result<PreferenceList, Error> {
    let (mut tx, program) = lock(ctx, actor, slug, side).await?;
    if person == actor.id {
        return Err(Error::Forbidden);
    }
    let other = enrolments::of(&mut tx, program, person).await?.filter(|other| other.status.accepts_requests());
    let fitting = other.is_some_and(|other| match side {
        PreferenceSide::Mentors => other.as_mentor,
        PreferenceSide::Mentees => other.as_mentee,
    });
    if !fitting {
        return Err(Error::NotFound);
    }
    change(ctx, tx, actor, program, side, |list| Ok(rules::add(list, person)?)).await
}

/// Preferences for somebody no longer.
///
/// # Errors
/// As [`add`]; whoever isn't in the list (any more) is no error.
#[use_case]
pub async fn remove(ctx: &Ctx, actor: &Actor, slug: &str, side: PreferenceSide, person: PersonId) -> Result<PreferenceList, Error> {
    let (tx, program) = lock(ctx, actor, slug, side).await?;
    change(ctx, tx, actor, program, side, |list| Ok(rules::remove(list, person))).await
}

/// Moves somebody a place up or down.
///
/// # Errors
/// As [`remove`].
#[use_case]
pub async fn shift(
    ctx: &Ctx,
    actor: &Actor,
    slug: &str,
    side: PreferenceSide,
    person: PersonId,
    direction: Direction,
) -> Result<PreferenceList, Error> {
    let (tx, program) = lock(ctx, actor, slug, side).await?;
    change(ctx, tx, actor, program, side, |list| Ok(domain::shared::shift(list, person, direction))).await
}

/// Holds the actor's lists in a program where they have this one and it can be changed.
async fn lock(ctx: &Ctx, actor: &Actor, slug: &str, side: PreferenceSide) -> Result<(Tx, ProgramId), Error> {
    let mut tx = ctx.write().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?;
    with_list(&access, side)?;
    if access.program.status.is_over() {
        return Err(Refusal::ProgramOver.into());
    }
    enrolments::lock(&mut tx, access.program.id, actor.id).await?;
    Ok((tx, access.program.id))
}

/// Reads the list as it is by now, changes it, writes it where it changed, and says what it is then.
async fn change(
    ctx: &Ctx,
    mut tx: Tx,
    actor: &Actor,
    program: ProgramId,
    side: PreferenceSide,
    edit: impl FnOnce(&[PersonId]) -> Result<Vec<PersonId>, Error> + Send,
) -> Result<PreferenceList, Error> {
    let before = match_preferences::ids(&mut tx, program, actor.id, side).await?;
    let after = edit(&before)?;
    if after != before {
        match_preferences::replace(&mut tx, program, actor.id, side, &after, ctx.now()).await?;
    }
    let all = match_preferences::of(&mut tx, program, actor.id).await?;
    tx.commit().await?;
    Ok(PreferenceList { side, people: preferred(&all, side) })
}
