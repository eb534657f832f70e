//! Taking a pair back that was made by hand, until somebody has acted on it.

use super::{lock_pair, open_again};
use crate::{Actor, Ctx, Error, access, match_runs, spaces};
use domain::{MentorshipId, Refusal};
use store::match_runs::publishing::{self, Untouched};
use store::{mentorships, programs, requests};
use use_case::use_case;

/// Takes back a mentorship that a coordinator made, while nobody has acted on it, and tells both. The mentee's requests that closed
/// when it began are open again.
///
/// # Errors
/// Not a coordinator, no such mentorship in the program, or [`Refusal::NothingToTakeBack`].
#[use_case]
pub async fn unpair(ctx: &Ctx, actor: &Actor, slug: &str, id: MentorshipId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let pair = mentorships::by_id(&mut tx, id).await?.filter(|pair| pair.program_id == program.id).ok_or(Error::NotFound)?;
    lock_pair(&mut tx, program.id, pair.mentor_id, pair.mentee_id).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    if !publishing::lock_mentorship(&mut tx, program.id, id).await? {
        return Err(Refusal::NothingToTakeBack.into());
    }
    open_again(ctx, &mut tx, &program, Untouched::Mentorship(id)).await?;
    let back = publishing::take_back(&mut tx, Untouched::Mentorship(id)).await?;
    if back.is_empty() {
        return Err(Refusal::NothingToTakeBack.into());
    }
    spaces::after_taking_back(ctx, &mut tx, &back).await?;
    programs::touch_roster(&mut tx, program.id).await?;
    match_runs::notify_taken_back(ctx, &mut tx, actor, &program, &back).await?.write(&mut tx).await?;
    Ok(tx.commit().await?)
}
