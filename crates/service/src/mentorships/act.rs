//! What the two do with a mentorship under way: sign its agreement, let it rest, go on.

use super::MentorshipAccess;
use super::notify;
use super::words::first_day;
use crate::{Actor, Ctx, Error};
use chrono::Duration;
use domain::events::EventKind;
use domain::mentorships::{MentorshipAction, MentorshipStatus};
use domain::notifications::NotificationKind;
use domain::{MentorshipId, Refusal};
use store::{Tx, mentorships};
use use_case::use_case;

/// Signs the agreement. Under a mentorship that was proposed to the two this is the yes it waits for: with the second one
/// it begins.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, and when it was signed already, is over, or
/// has nothing to sign.
#[use_case]
pub async fn sign_agreement(ctx: &Ctx, actor: &Actor, id: MentorshipId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let mut access = MentorshipAccess::lock(&mut tx, actor, id).await?;
    access.need_party()?;
    let status = access.row.status;
    if status.is_over() {
        return Err(Refusal::MentorshipOver.into());
    }
    let proposed = status == MentorshipStatus::Proposed;
    if access.row.agreement.is_empty() && !proposed {
        return Err(Refusal::NotFromThisState.into());
    }
    if !mentorships::sign(&mut tx, id, actor.id, ctx.now()).await? {
        return Err(Refusal::AlreadySigned.into());
    }
    notify::event(ctx, &mut tx, actor, &access, EventKind::MentorshipSigned).await?;
    let both = mentorships::signatures(&mut tx, id).await?.len() == 2;
    if both && proposed {
        begin(ctx, &mut tx, actor, &mut access).await?;
    } else {
        notify::notify(ctx, &mut tx, actor, &access, NotificationKind::AgreementSigned, "").await?;
        if !both {
            notify::your_turn_to_sign(ctx, &mut tx, actor, &access).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Both have said yes.
async fn begin(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &mut MentorshipAccess) -> Result<(), Error> {
    access.apply(MentorshipAction::Start)?;
    let first = first_day(ctx, &access.mentee.zone);
    access.row.started_on = Some(first);
    access.row.ends_on = first.checked_add_signed(Duration::weeks(i64::from(access.program.length_weeks)));
    mentorships::update(tx, &access.row).await?;
    notify::event(ctx, tx, actor, access, EventKind::MentorshipBegan).await?;
    notify::notify(ctx, tx, actor, access, NotificationKind::MentorshipBegan, "").await
}

/// Lets it rest; nothing is due until it goes on.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, a refusal when it isn't active.
#[use_case]
pub async fn pause(ctx: &Ctx, actor: &Actor, id: MentorshipId) -> Result<(), Error> {
    step(ctx, actor, id, MentorshipAction::Pause, EventKind::MentorshipPaused, NotificationKind::MentorshipPaused).await
}

/// Goes on after a rest.
///
/// # Errors
/// [`Error::NotFound`] for outsiders, [`Error::Forbidden`] for coordinators, a refusal when it isn't paused.
#[use_case]
pub async fn resume(ctx: &Ctx, actor: &Actor, id: MentorshipId) -> Result<(), Error> {
    step(ctx, actor, id, MentorshipAction::Resume, EventKind::MentorshipResumed, NotificationKind::MentorshipResumed).await
}

async fn step(
    ctx: &Ctx,
    actor: &Actor,
    id: MentorshipId,
    action: MentorshipAction,
    event: EventKind,
    kind: NotificationKind,
) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let mut access = MentorshipAccess::lock(&mut tx, actor, id).await?;
    access.apply(action)?;
    mentorships::update(&mut tx, &access.row).await?;
    notify::event(ctx, &mut tx, actor, &access, event).await?;
    notify::notify(ctx, &mut tx, actor, &access, kind, "").await?;
    Ok(tx.commit().await?)
}
