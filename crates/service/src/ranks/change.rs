//! Adding somebody to one's list, moving them in it, taking them out. Until the program is over.

use super::{wished, with_list};
use crate::{Actor, Ctx, Error, access};
use domain::goals::Direction;
use domain::ranks::views::WishList;
use domain::ranks::{self as rules, RankSide};
use domain::{PersonId, ProgramId, Refusal};
use store::{Tx, enrolments, ranks};
use use_case::use_case;

/// Wishes for somebody, after those who are in the list already, and says what the list is then.
///
/// # Errors
/// [`Error::NotFound`] when the program or the other isn't there for the one who asks, [`Error::Forbidden`] when they have no such
/// list or it is themselves, [`Refusal::ProgramOver`], or a full list.
#[use_case]
pub async fn add(ctx: &Ctx, actor: &Actor, slug: &str, side: RankSide, person: PersonId) -> Result<WishList, Error> {
    let (mut tx, program) = hold(ctx, actor, slug, side).await?;
    if person == actor.id {
        return Err(Error::Forbidden);
    }
    let other = enrolments::of(&mut tx, program, person).await?.filter(|other| other.status.accepts_requests());
    let fitting = other.is_some_and(|other| match side {
        RankSide::Mentors => other.as_mentor,
        RankSide::Mentees => other.as_mentee,
    });
    if !fitting {
        return Err(Error::NotFound);
    }
    change(ctx, tx, actor, program, side, |list| Ok(rules::add(list, person)?)).await
}

/// Wishes for somebody no longer.
///
/// # Errors
/// As [`add`]; whoever isn't in the list (any more) is no error.
#[use_case]
pub async fn remove(ctx: &Ctx, actor: &Actor, slug: &str, side: RankSide, person: PersonId) -> Result<WishList, Error> {
    let (tx, program) = hold(ctx, actor, slug, side).await?;
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
    side: RankSide,
    person: PersonId,
    direction: Direction,
) -> Result<WishList, Error> {
    let (tx, program) = hold(ctx, actor, slug, side).await?;
    change(ctx, tx, actor, program, side, |list| Ok(rules::shift(list, person, direction))).await
}

/// Holds the actor's lists in a program where they have this one and it can be changed.
async fn hold(ctx: &Ctx, actor: &Actor, slug: &str, side: RankSide) -> Result<(Tx, ProgramId), Error> {
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
    side: RankSide,
    edit: impl FnOnce(&[PersonId]) -> Result<Vec<PersonId>, Error> + Send,
) -> Result<WishList, Error> {
    let before = ranks::ids(&mut tx, program, actor.id, side).await?;
    let after = edit(&before)?;
    if after != before {
        ranks::replace(&mut tx, program, actor.id, side, &after, ctx.now()).await?;
    }
    let all = ranks::of(&mut tx, program, actor.id).await?;
    tx.commit().await?;
    Ok(WishList { side, people: wished(&all, side) })
}
