//! The account's address: confirming it and changing it.

use super::{letters, limits, passwords, recipient, signup};
use crate::announce::{self, Happening, Recipient};
use crate::{Actor, Ctx, Error, tokens};
use domain::accounts::{TokenPurpose, email, email_key};
use domain::{PersonId, ProblemCode, Problems, Refusal};
use store::accounts::tokens::Token;
use store::{Tx, accounts};
use use_case::use_case;

/// Asks for another address. It takes the old one's place when the link sent to it is used; the old address is told. When
/// somebody else has the new address, they get a mail that says so, and the answer here is the same.
///
/// # Errors
/// The password is wrong, the address is none, or too many attempts.
#[use_case]
pub async fn change_email(ctx: &Ctx, actor: &Actor, new_email: &str, password: &str) -> Result<(), Error> {
    let mut problems = Problems::default();
    let new_email = problems.check("new_email", email(new_email));
    if password.is_empty() {
        problems.add("email_password", ProblemCode::Required);
    }
    let (Some(new_email), true) = (new_email, problems.0.is_empty()) else { return Err(problems.into()) };
    let account = passwords::confirm(ctx, actor, password, "email_password").await?;
    ctx.limits.take(ctx.now(), limits::CHANGE_EMAIL_PER_ACCOUNT, &actor.id.to_string())?;
    ctx.limits
        .evenly(async {
            let mut tx = ctx.write().await?;
            let secret = signup::new_token(ctx, &mut tx, &account, TokenPurpose::ChangeEmail, Some(&new_email)).await?;
            match accounts::by_email_key(&mut tx, &email_key(&new_email)).await? {
                // The token made above leads nowhere: nobody is sent it.
                Some(other) if other.id != account.id => letters::exists(ctx, &mut tx, &recipient(&other)).await?,
                _ => {
                    let to = Recipient { email: new_email.clone(), ..recipient(&account) };
                    letters::confirm_email(ctx, &mut tx, &to, &secret).await?;
                }
            }
            letters::email_about_to_change(ctx, &mut tx, &recipient(&account), &new_email).await?;
            tx.commit().await?;
            Ok(())
        })
        .await
}

/// Whether a link that confirms an address still works.
///
/// # Errors
/// `TokenInvalid` when it doesn't.
#[use_case]
pub async fn confirms(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    find(ctx, secret).await.map(|_| ())
}

/// Confirms an address with the link from the mail: a new account's own, or the one that is to take its place.
///
/// # Errors
/// `TokenInvalid` when the link was used, has expired or never was, or somebody else has the address by now.
#[use_case]
pub async fn confirm(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let token = find(ctx, secret).await?;
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    if !accounts::tokens::redeem(&mut tx, token.id, now).await? {
        return Err(Refusal::TokenInvalid.into());
    }
    match &token.new_email {
        None => verified(ctx, &mut tx, token.person_id).await?,
        Some(new_email) => {
            let set = accounts::set_email(&mut tx, token.person_id, new_email, &email_key(new_email), now).await;
            match set {
                Ok(true) => {}
                Ok(false) => return Err(Refusal::TokenInvalid.into()),
                Err(e) if e.is_unique_violation() => return Err(Refusal::TokenInvalid.into()),
                Err(e) => return Err(e.into()),
            }
            // Mails to the old address must not open the account any more.
            accounts::tokens::discard(&mut tx, token.person_id, TokenPurpose::Verify).await?;
            accounts::tokens::discard(&mut tx, token.person_id, TokenPurpose::Reset).await?;
            happened(ctx, &mut tx, token.person_id, "account.email_changed").await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// Notes that somebody has read what was sent to their account's address.
pub(crate) async fn verified(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    accounts::set_verified(tx, person, ctx.now()).await?;
    happened(ctx, tx, person, "account.verified").await
}

async fn happened(ctx: &Ctx, tx: &mut Tx, person: PersonId, kind: &'static str) -> Result<(), Error> {
    let happening = Happening { kind, actor: Some(person), subject: Some(person.0), ..Happening::default() };
    announce::event(ctx, tx, happening).await
}

async fn find(ctx: &Ctx, secret: &str) -> Result<Token, Error> {
    let token = accounts::tokens::find(&mut ctx.read().await?, &tokens::hash(secret), ctx.now()).await?;
    let fits = |t: &Token| match t.purpose {
        TokenPurpose::Verify | TokenPurpose::ChangeEmail => true,
        TokenPurpose::Reset => false,
    };
    token.filter(fits).ok_or_else(|| Refusal::TokenInvalid.into())
}
