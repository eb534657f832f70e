//! The end of a mentorship, in time or before it, and how it went.

use super::MentorshipAccess;
use super::notify;
use crate::{Actor, Ctx, Error, spaces};
use domain::events::EventKind;
use domain::mentorships::{MentorshipAction, ReviewDraft, end_reason};
use domain::notifications::NotificationKind;
use domain::{MentorshipId, Refusal};
use store::mentorships::Review;
use store::{Tx, mentorships, programs, requests};
use use_case::use_case;

/// Holds the program before the mentorship, in the order of whoever makes mentorships or takes them back: the space closes with the
/// last one in it.
async fn lock(tx: &mut Tx, actor: &Actor, id: MentorshipId) -> Result<MentorshipAccess, Error> {
    let seen = mentorships::by_id(tx, id).await?.ok_or(Error::NotFound)?;
    requests::lock_program(tx, seen.program_id).await?;
    MentorshipAccess::lock(tx, actor, id).await
}

/// Brings it to its end: either of the two does, and both are asked how it went.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, a refusal when it isn't under way.
#[use_case]
pub async fn complete(ctx: &Ctx, actor: &Actor, id: MentorshipId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let mut access = lock(&mut tx, actor, id).await?;
    access.apply(MentorshipAction::Complete)?;
    access.row.ended_at = Some(ctx.now());
    access.row.ended_by = Some(actor.id);
    mentorships::update(&mut tx, &access.row).await?;
    spaces::settle(ctx, &mut tx, &access.row).await?;
    programs::touch_roster(&mut tx, access.program.id).await?;
    notify::event(ctx, &mut tx, actor, &access, EventKind::MentorshipCompleted).await?;
    notify::notify(ctx, &mut tx, actor, &access, NotificationKind::MentorshipCompleted, "/complete").await?;
    notify::completed(ctx, &mut tx, actor, &access).await?;
    Ok(tx.commit().await?)
}

/// Ends it before its time, with a reason that everybody concerned reads. Either of the two may, and a coordinator.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, what is wrong with the reason, a refusal when it is over.
#[use_case]
pub async fn end_early(ctx: &Ctx, actor: &Actor, id: MentorshipId, reason: &str) -> Result<(), Error> {
    let reason = end_reason(reason);
    let mut tx = ctx.write().await?;
    let mut access = lock(&mut tx, actor, id).await?;
    let reason = reason?;
    access.apply(MentorshipAction::End)?;
    access.row.ended_at = Some(ctx.now());
    access.row.ended_by = Some(actor.id);
    access.row.end_reason = Some(reason.clone());
    mentorships::update(&mut tx, &access.row).await?;
    spaces::settle(ctx, &mut tx, &access.row).await?;
    programs::touch_roster(&mut tx, access.program.id).await?;
    notify::event(ctx, &mut tx, actor, &access, EventKind::MentorshipEndedEarly).await?;
    notify::notify(ctx, &mut tx, actor, &access, NotificationKind::MentorshipEnded, "").await?;
    notify::ended_early(ctx, &mut tx, actor, &access, &reason).await?;
    Ok(tx.commit().await?)
}

/// Says how it went: once each, when it is over. The other one doesn't see it; the program's coordinators do.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, what is wrong with the form, a refusal before
/// the end or the second time.
#[use_case]
pub async fn review(ctx: &Ctx, actor: &Actor, id: MentorshipId, draft: &ReviewDraft) -> Result<(), Error> {
    let fields = draft.check();
    let mut tx = ctx.write().await?;
    let access = MentorshipAccess::lock(&mut tx, actor, id).await?;
    access.need_party()?;
    if !access.row.status.asks_for_review() {
        return Err(Refusal::NotFromThisState.into());
    }
    let fields = fields?;
    let review = Review { person_id: actor.id, rating: fields.rating, sentence: fields.sentence, created_at: ctx.now() };
    if !mentorships::insert_review(&mut tx, id, &review).await? {
        return Err(Refusal::AlreadyReviewed.into());
    }
    notify::event(ctx, &mut tx, actor, &access, EventKind::MentorshipReviewed).await?;
    Ok(tx.commit().await?)
}
