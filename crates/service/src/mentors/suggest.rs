//! A few mentors whom a mentee might ask next.

use super::card::Viewer;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, access};
use domain::mentors::views::{CardAsk, Suggestions};
use use_case::use_case;

/// So many are suggested.
const SUGGESTED: usize = 3;

/// The mentors of a program who fit the actor best and can be asked now; nothing where there is none.
///
/// # Errors
/// As [`super::list`].
#[use_case]
pub async fn suggest(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Option<Suggestions>, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?.need_people()?;
    let roster = ctx.rosters.roster(ctx, &mut tx, &access.program).await?;
    let viewer = Viewer::read(ctx, &mut tx, actor, &access, &roster).await?;
    let Some(ranking) = &viewer.ranking else { return Ok(None) };
    let mentors = ranking.order.iter().filter_map(|place| roster.at(*place)).filter(|mentor| mentor.room > 0);
    let cards = mentors.map(|mentor| viewer.card(&roster, mentor)).filter(|card| card.ask == CardAsk::May);
    let cards: Vec<_> = cards.take(SUGGESTED).collect();
    let program = program_ref(&access.program);
    Ok((!cards.is_empty()).then_some(Suggestions { program, cards }))
}
