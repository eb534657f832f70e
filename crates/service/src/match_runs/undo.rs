//! Taking a publication back, until somebody has acted on it: mentorships that began, and proposals that nobody has answered.

use super::event;
use super::proposing::Proposals;
use crate::pairs::{announce_taken_back, notify_taken_back, take_back};
use crate::{Actor, Ctx, Error, access};
use domain::Refusal;
use domain::events::EventKind;
use domain::match_runs::RunStatus;
use store::match_runs;
use store::match_runs::publishing::{self, Untouched};
use store::proposals::{self, Closing};
use store::{programs, requests};
use use_case::use_case;

/// Takes the mentorships of a run back on which nobody has acted, and the proposals that nobody has answered, tells both of each,
/// and says how many that were. Those on which somebody has stay. Requests that
/// closed because these mentorships began are open again.
///
/// # Errors
/// Not a coordinator, no such run, or [`Refusal::NothingToTakeBack`].
#[use_case]
pub async fn undo(ctx: &Ctx, actor: &Actor, slug: &str, number: i32) -> Result<usize, Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let seen = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    publishing::lock_people(&mut tx, program.id, seen.id).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    let mut run = match_runs::lock(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    publishing::lock_mentorships(&mut tx, run.id).await?;
    let back = take_back(ctx, &mut tx, &program, Untouched::OfRun(run.id)).await?;
    let proposed = proposals::take_back(&mut tx, program.id, Closing::UnansweredOf(run.id), ctx.now()).await?;
    if back.is_empty() && proposed.is_empty() {
        return Err(Refusal::NothingToTakeBack.into());
    }
    let paired = Proposals::of(&mut tx, run.id).await?;
    let left = match_runs::pairs(&mut tx, run.id).await?.iter().any(|pair| paired.published(pair));
    if !left {
        run.status = RunStatus::Undone;
    }
    match_runs::update(&mut tx, &run).await?;
    programs::touch_roster(&mut tx, program.id).await?;

    let mut batch = notify_taken_back(ctx, &mut tx, actor, &program, &back).await?;
    event(ctx, &mut batch, actor.id, &program, &run, EventKind::MatchRunUndone);
    batch.write(&mut tx).await?;
    announce_taken_back(ctx, &mut tx, &program, &proposed, Some(actor.id)).await?;
    tx.commit().await?;
    Ok(back.len() + proposed.len())
}
