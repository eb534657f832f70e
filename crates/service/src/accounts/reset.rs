//! A forgotten password: the mail, and the new password set with its link.

use super::queue::Asker;
use super::{Client, emails, limits, passwords, recipient, signup};
use crate::announce::{self, Event};
use crate::{Ctx, Error, tokens};
use domain::accounts::{TokenPurpose, email, email_key};
use domain::events::EventKind;
use domain::{Problems, Refusal};
use store::accounts;
use store::accounts::tokens::Token;
use use_case::use_case;

/// Sends a link that sets a new password, if the address has an account. The answer is the same if not, and takes as long. Who
/// was sent as many links as work at a time has them, whoever asked: no further one is sent, and the answer is still the same.
///
/// # Errors
/// No address at all, or too many attempts.
#[use_case]
pub async fn forgot(ctx: &Ctx, client: &Client, address: &str) -> Result<(), Error> {
    let address = email(address).map_err(|code| Problems::one("email", code))?;
    let key = email_key(&address);
    let network = client.network();
    ctx.limits.take(ctx.now(), limits::FORGOT, &network)?;
    ctx.limits.take(ctx.now(), limits::FORGOT_AT_NETWORK, &format!("{network} {key}"))?;
    let wanted = ctx.limits.take(ctx.now(), limits::FORGOT_MAILS, &key).is_ok();
    ctx.limits
        .evenly(async {
            let mut tx = ctx.write().await?;
            if let Some(account) = accounts::by_email_key(&mut tx, &key).await?.filter(|_| wanted) {
                let secret = signup::new_token(ctx, &mut tx, &account, TokenPurpose::Reset, None).await?;
                emails::reset(ctx, &mut tx, &recipient(&account), &secret).await?;
            }
            tx.commit().await?;
            Ok(())
        })
        .await
}

/// Whether a link that sets a new password still works.
///
/// # Errors
/// `TokenInvalid` when it doesn't.
#[use_case]
pub async fn resets(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    find(ctx, secret).await.map(|_| ())
}

/// Sets a new password with the link from the mail. All devices are signed out, the address counts as confirmed (its owner
/// has just read a mail), and another mail says what happened. Gives what the browser keeps: it is one of theirs from now on.
///
/// # Errors
/// `TokenInvalid` when the link was used, has expired or never was; the password isn't good enough, or too many tries.
#[use_case]
pub async fn reset(ctx: &Ctx, client: &Client, secret: &str, password: &str) -> Result<String, Error> {
    let token = find(ctx, secret).await?;
    ctx.limits.pace(ctx.now(), &[(limits::RESET_BY_LINK, &token.id.to_string())]).await?;
    let account = accounts::by_id(&mut ctx.read().await?, token.person_id).await?.ok_or(Refusal::TokenInvalid)?;
    let password = passwords::check(ctx, Asker::Known, password, &[&account.name, &account.email]).await?;
    let password = password.map_err(|code| Problems::one("password", code))?;
    let hash = ctx.hasher.hash_for(Asker::Known, ctx, &password).await?;

    let mut tx = ctx.write().await?;
    if !accounts::tokens::redeem(&mut tx, token.id, ctx.now()).await? {
        return Err(Refusal::TokenInvalid.into());
    }
    passwords::replace(ctx, &mut tx, &account, &hash, None).await?;
    accounts::set_verified(&mut tx, account.id, ctx.now()).await?;
    let new_event = Event { subject: Some(account.id.0), ..Event::of(EventKind::AccountPasswordReset) };
    announce::event(ctx, &mut tx, new_event).await?;
    // Whoever forgot it has tried in vain before; the new one is to open at once, also while somebody else guesses.
    let device = tokens::new(ctx);
    let before = client.device.as_deref().map(tokens::hash);
    accounts::devices::record(&mut tx, before.as_deref(), &device.hash, account.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(device.secret)
}

async fn find(ctx: &Ctx, secret: &str) -> Result<Token, Error> {
    let token = accounts::tokens::find(&mut ctx.read().await?, &tokens::hash(secret), ctx.now()).await?;
    token.filter(|t| t.purpose == TokenPurpose::Reset).ok_or_else(|| Refusal::TokenInvalid.into())
}
