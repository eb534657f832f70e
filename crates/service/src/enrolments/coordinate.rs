//! What a coordinator does to participants.

use super::locked::{ActiveMentorships, lock, write};
use super::notify::{self, EnrolmentNotification};
use crate::announce::Batch;
use crate::{Actor, Ctx, Error, access};
use domain::enrolments::{EnrolmentAction, capacity};
use domain::events::EventKind;
use domain::limits::{self, TEXT_MAX};
use domain::problem::Problems;
use domain::{EnrolmentId, PersonId, Refusal};
use store::programs::{self, Program};
use store::requests::parties;
use store::{Tx, enrolments};
use use_case::use_case;

/// Approves, removes (or doesn't approve), pauses or resumes somebody; a removal may say why.
///
/// # Errors
/// Not a coordinator, a program that is over, nobody by that id in it, a move that isn't possible, or a mentorship that
/// goes on.
#[use_case]
pub async fn decide(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId, action: EnrolmentAction, word: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let (event, notification) = match action {
        EnrolmentAction::Approve => (EventKind::EnrolmentApproved, Some(EnrolmentNotification::Approved)),
        EnrolmentAction::Remove => (EventKind::EnrolmentRemoved, Some(EnrolmentNotification::Removed)),
        EnrolmentAction::Pause => (EventKind::EnrolmentPaused, None),
        EnrolmentAction::Resume => (EventKind::EnrolmentResumed, None),
        // Leaving and coming back is nobody else's to decide.
        EnrolmentAction::Leave | EnrolmentAction::Rejoin => return Err(Error::Forbidden),
    };
    let mut problems = Problems::default();
    let word = problems.check("word", limits::text(word, 0, TEXT_MAX));
    problems.into_result()?;
    let mut enrolment = lock(&mut tx, &program, person).await?.ok_or(Error::NotFound)?;
    let program = still_on(&mut tx, program).await?;
    let after = enrolment.status.apply(action, program.approval)?;
    if after.is_over() {
        ActiveMentorships::of(&mut tx, &program, person).await?.may_go()?;
    }
    enrolment.status = after;
    write(ctx, &mut tx, &program, &mut enrolment).await?;
    notify::event(ctx, &mut tx, &program, Some(actor.id), &enrolment, event).await?;
    if let Some(notification) = notification {
        let word = word.filter(|w| !w.is_empty());
        let mut batch = Batch::default();
        notify::participants(ctx, &mut batch, &program, &parties(&mut tx, &[person]).await?, notification, word.as_deref());
        batch.write(&mut tx).await?;
    }
    Ok(tx.commit().await?)
}

/// Approves everybody who waits and says how many that were.
///
/// # Errors
/// Not a coordinator, a program that is over, or one that isn't there for the one who asks.
#[use_case]
pub async fn approve_all(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<usize, Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let approved = enrolments::approve_all(&mut tx, program.id, ctx.now()).await?;
    let program = still_on(&mut tx, program).await?;
    let (ids, people): (Vec<EnrolmentId>, Vec<PersonId>) = approved.iter().copied().unzip();
    let mut batch = Batch::default();
    notify::events(ctx, &mut batch, &program, actor.id, &ids, EventKind::EnrolmentApproved);
    notify::participants(ctx, &mut batch, &program, &parties(&mut tx, &people).await?, EnrolmentNotification::Approved, None);
    batch.write(&mut tx).await?;
    programs::touch_roster(&mut tx, program.id).await?;
    tx.commit().await?;
    Ok(approved.len())
}

/// Changes how many mentees a mentor can take.
///
/// # Errors
/// Not a coordinator, a program that is over, not a mentor, a number out of range or below the mentorships that there are.
#[use_case]
pub async fn change_capacity(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId, typed: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let room = capacity(typed).map_err(|code| Problems::one("capacity", code))?;
    let mut enrolment = lock(&mut tx, &program, person).await?.filter(|e| !e.status.is_over()).ok_or(Error::NotFound)?;
    let program = still_on(&mut tx, program).await?;
    if !enrolment.as_mentor {
        return Err(Refusal::NotAMentor.into());
    }
    if i64::from(room) < ActiveMentorships::of(&mut tx, &program, person).await?.mentees {
        return Err(Refusal::CapacityBelowMentorships.into());
    }
    enrolment.capacity = room;
    write(ctx, &mut tx, &program, &mut enrolment).await?;
    notify::event(ctx, &mut tx, &program, Some(actor.id), &enrolment, EventKind::EnrolmentChanged).await?;
    Ok(tx.commit().await?)
}

/// The program as it is now and stays until the transaction ends, once the enrolments were held: in one that is over,
/// nobody's enrolment changes any more.
async fn still_on(tx: &mut Tx, seen: Program) -> Result<Program, Error> {
    let program = programs::lock(tx, seen.id).await?.ok_or(Error::NotFound)?;
    if program.status.is_over() { Err(Refusal::ProgramOver.into()) } else { Ok(program) }
}
