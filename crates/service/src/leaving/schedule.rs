//! Asking to have one's account deleted, and coming back before that.

use super::{may_go, notify};
use crate::accounts::{confirm_password, password_was_right, recipient, still_theirs};
use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error, Reader};
use chrono::Duration;
use domain::events::EventKind;
use domain::leaving::DAYS_TO_COME_BACK;
use store::{Tx, accounts, leaving, programs};
use use_case::use_case;

/// The field of the form.
const PASSWORD: &str = "delete_password";

/// Asks to have one's account deleted: in some days, until which one may come back. All sessions end, and a mail says when it will be and
/// how to come back. Who has asked before keeps the day of then.
///
/// # Errors
/// The password is missing or wrong, too many attempts, or an organisation or a program that would have nobody any more (field
/// `delete_password`).
#[use_case]
pub async fn ask(ctx: &Ctx, actor: &Actor, password: &str) -> Result<(), Error> {
    let account = confirm_password(ctx, actor, password, PASSWORD).await?;
    let mut tx = ctx.write().await?;
    still_theirs(ctx, &mut tx, actor, &account, PASSWORD).await?;
    leaving::lock_owned(&mut tx, actor.id).await?;
    may_go(&mut tx, actor.id, PASSWORD).await?;
    let before = leaving::when(&mut tx, actor.id).await?;
    let at = before.unwrap_or_else(|| ctx.now() + Duration::days(DAYS_TO_COME_BACK));
    leaving::set(&mut tx, actor.id, Some(at)).await?;
    programs::touch_rosters_of(&mut tx, actor.id).await?;
    accounts::sessions::delete_all(&mut tx, actor.id, None).await?;
    event(ctx, &mut tx, actor, EventKind::AccountDeletionAsked).await?;
    notify::scheduled(ctx, &mut tx, &recipient(&account), &Reader::of(ctx, actor).date(at)).await?;
    tx.commit().await?;
    password_was_right(ctx, actor);
    Ok(())
}

/// Keeps one's account after all: everything is as it was. Nothing to do for who hasn't asked for anything.
#[use_case]
pub async fn keep(ctx: &Ctx, actor: &Actor) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    if leaving::when(&mut tx, actor.id).await?.is_none() {
        return Ok(());
    }
    leaving::set(&mut tx, actor.id, None).await?;
    programs::touch_rosters_of(&mut tx, actor.id).await?;
    event(ctx, &mut tx, actor, EventKind::AccountKept).await?;
    Ok(tx.commit().await?)
}

async fn event(ctx: &Ctx, tx: &mut Tx, actor: &Actor, kind: EventKind) -> Result<(), Error> {
    announce::event(ctx, tx, Event { actor: Some(actor.id), subject: Some(actor.id.0), ..Event::of(kind) }).await
}
