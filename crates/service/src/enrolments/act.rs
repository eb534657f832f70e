//! What participants do to their own enrolment.

use super::locked::{ActiveMentorships, lock, write};
use super::notify;
use crate::{Actor, Ctx, Error, access};
use domain::enrolments::EnrolmentAction;
use domain::events::EventKind;
use use_case::use_case;

/// Takes a break: nobody asks, open requests close with a word to the others, mentorships go on.
///
/// # Errors
/// [`Error::NotFound`] for who isn't enrolled, a refusal when there is nothing to pause.
#[use_case]
pub async fn pause(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    act(ctx, actor, slug, EnrolmentAction::Pause, EventKind::EnrolmentPaused).await
}

/// Ends the break.
///
/// # Errors
/// [`Error::NotFound`] for who isn't enrolled, a refusal when there is no break.
#[use_case]
pub async fn resume(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    act(ctx, actor, slug, EnrolmentAction::Resume, EventKind::EnrolmentResumed).await
}

/// Leaves the program; open requests close.
///
/// # Errors
/// [`Error::NotFound`] for who isn't enrolled, a refusal while a mentorship goes on.
#[use_case]
pub async fn leave(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    act(ctx, actor, slug, EnrolmentAction::Leave, EventKind::EnrolmentLeft).await
}

async fn act(ctx: &Ctx, actor: &Actor, slug: &str, action: EnrolmentAction, event: EventKind) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.program;
    let mut enrolment = lock(&mut tx, &program, actor.id).await?.ok_or(Error::NotFound)?;
    let after = enrolment.status.apply(action, program.approval)?;
    if after.is_over() {
        ActiveMentorships::of(&mut tx, &program, actor.id).await?.may_go()?;
    }
    enrolment.status = after;
    write(ctx, &mut tx, &program, &mut enrolment).await?;
    notify::event(ctx, &mut tx, &program, Some(actor.id), &enrolment, event).await?;
    Ok(tx.commit().await?)
}
