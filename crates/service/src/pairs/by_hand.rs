//! A coordinator brings two people together by hand, and may take that back until one of them has acted on it.

use super::{ReservedPlaces, begin_pair, lock_pair, may_pair, notify_taken_back, take_back};
use crate::announce::Batch;
use crate::notify::{PairingNotification, ToBoth, space_link};
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, access};
use domain::{MentorshipId, Refusal};
use store::match_runs::publishing::{self, Untouched};
use store::{mentorships, programs, requests};
use use_case::use_case;

/// Makes a mentorship of two participants at once. The mentee's open requests in the program close.
///
/// # Errors
/// Nobody chosen, not a coordinator, or why the pair can't come about.
#[use_case]
pub async fn pair(ctx: &Ctx, actor: &Actor, slug: &str, mentee: &str, mentor: &str) -> Result<MentorshipId, Error> {
    let (mentee, mentor) = domain::requests::pair(mentee, mentor)?;
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    lock_pair(&mut tx, program.id, mentor, mentee).await?;
    requests::lock_program(&mut tx, program.id).await?;
    let program = programs::by_id(&mut tx, program.id).await?.ok_or(Error::NotFound)?;
    may_pair(&mut tx, &program, mentor, mentee, ReservedPlaces::Places).await??;
    let mentorship = begin_pair(ctx, &mut tx, &program, mentor, mentee, None, actor.id).await?;
    let people = Parties::read(&mut tx, vec![mentor, mentee]).await?;
    let both =
        ToBoth { program: &program, mentee: people.get(mentee)?, mentor: people.get(mentor)?, link: &space_link(mentorship), until: None };
    let mut batch = Batch::default();
    both.put(ctx, &mut batch, PairingNotification::PairedWithMentor, PairingNotification::PairedWithMentee);
    batch.write(&mut tx).await?;
    tx.commit().await?;
    Ok(mentorship)
}

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
    let back = take_back(ctx, &mut tx, &program, Untouched::Mentorship(id)).await?;
    if back.is_empty() {
        return Err(Refusal::NothingToTakeBack.into());
    }
    programs::touch_roster(&mut tx, program.id).await?;
    notify_taken_back(ctx, &mut tx, actor, &program, &back).await?.write(&mut tx).await?;
    Ok(tx.commit().await?)
}
