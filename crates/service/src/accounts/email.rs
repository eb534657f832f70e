//! The account's address: confirming it and changing it.

use super::limits::GUESS_BY_LINK;
use super::queue::Asker;
use super::{Client, NewSession, emails, limits, passwords, recipient, sessions, signup};
use crate::announce::{self, Event};
use crate::mail::Recipient;
use crate::{Actor, Ctx, Error, tokens};
use domain::accounts::{Confirming, TokenPurpose, email, email_key};
use domain::events::EventKind;
use domain::{PersonId, ProblemCode, Problems, Refusal};
use store::accounts::Account;
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
    let done = ctx
        .limits
        .evenly(async {
            let mut tx = ctx.write().await?;
            passwords::still_theirs(ctx, &mut tx, actor, &account, "email_password").await?;
            let secret = signup::new_token(ctx, &mut tx, &account, TokenPurpose::ChangeEmail, Some(&new_email)).await?;
            match accounts::by_email_key(&mut tx, &email_key(&new_email)).await? {
                // The token made above leads nowhere: nobody is sent it.
                Some(other) if other.id != account.id => emails::exists(ctx, &mut tx, &recipient(&other)).await?,
                _ => {
                    let to = Recipient { email: new_email.clone(), ..recipient(&account) };
                    emails::confirm_email(ctx, &mut tx, &to, &secret).await?;
                }
            }
            emails::email_about_to_change(ctx, &mut tx, &recipient(&account), &new_email).await?;
            tx.commit().await?;
            Ok(())
        })
        .await;
    if done.is_ok() {
        passwords::right(ctx, actor);
    }
    done
}

/// What a link that confirms an address asks of whoever opens it, if it still works.
#[use_case]
pub async fn confirms(ctx: &Ctx, actor: Option<&Actor>, secret: &str) -> Result<Confirming, Error> {
    match find(ctx, secret).await {
        Ok(token) if is_theirs(actor, &token) => Ok(Confirming::AtOnce),
        Ok(_) => Ok(Confirming::WithPassword),
        Err(Error::Refused(_)) => Ok(Confirming::Never),
        Err(other) => Err(other),
    }
}

/// Confirms an address with the link from the mail: a new account's own, or the one that is to take its place.
///
/// Whoever reads the mail shows that the address is theirs, and by the password that the account is: somebody else may have
/// signed up with the address, or want it for their own account. With the password they are signed in as well. On a device where
/// the account's owner is signed in already, the link is enough.
///
/// # Errors
/// `TokenInvalid` when the link was used, has expired or never was, or somebody else has the address by now; a password that is
/// missing or not the account's, or too many of them.
#[use_case]
pub async fn confirm(
    ctx: &Ctx,
    client: &Client,
    actor: Option<&Actor>,
    secret: &str,
    password: &str,
    replaces: Option<&str>,
) -> Result<Option<NewSession>, Error> {
    let token = find(ctx, secret).await?;
    let signed_in = is_theirs(actor, &token);
    let account = accounts::by_id(&mut ctx.read().await?, token.person_id).await?.ok_or(Refusal::TokenInvalid)?;
    if !signed_in {
        right_password(ctx, &token, &account, password).await?;
    }
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    let held = accounts::lock(&mut tx, account.id, &account.password_hash).await?;
    if !held || !accounts::tokens::redeem(&mut tx, token.id, now).await? {
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
            happened(ctx, &mut tx, token.person_id, EventKind::AccountEmailChanged).await?;
        }
    }
    let session = if signed_in {
        None
    } else {
        let account = Account { email_verified_at: Some(now), ..account };
        Some(sessions::open(ctx, &mut tx, client, account, replaces).await?)
    };
    tx.commit().await?;
    Ok(session)
}

fn is_theirs(actor: Option<&Actor>, token: &Token) -> bool {
    actor.is_some_and(|actor| actor.id == token.person_id)
}

async fn right_password(ctx: &Ctx, token: &Token, account: &Account, password: &str) -> Result<(), Error> {
    if password.is_empty() {
        return Err(Problems::one("password", ProblemCode::Required).into());
    }
    ctx.limits.pace(ctx.now(), &[(GUESS_BY_LINK, &token.id.to_string())]).await?;
    if passwords::fits(ctx, Asker::Known, password, Some(account)).await? {
        Ok(())
    } else {
        Err(Problems::one("password", ProblemCode::WrongPassword).into())
    }
}

/// Notes that somebody has read what was sent to their account's address.
pub(crate) async fn verified(ctx: &Ctx, tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    accounts::set_verified(tx, person, ctx.now()).await?;
    happened(ctx, tx, person, EventKind::AccountVerified).await
}

async fn happened(ctx: &Ctx, tx: &mut Tx, person: PersonId, kind: EventKind) -> Result<(), Error> {
    let new_event = Event { actor: Some(person), subject: Some(person.0), ..Event::of(kind) };
    announce::event(ctx, tx, new_event).await
}

async fn find(ctx: &Ctx, secret: &str) -> Result<Token, Error> {
    let token = accounts::tokens::find(&mut ctx.read().await?, &tokens::hash(secret), ctx.now()).await?;
    let fits = |t: &Token| match t.purpose {
        TokenPurpose::Verify | TokenPurpose::ChangeEmail => true,
        TokenPurpose::Reset => false,
    };
    token.filter(fits).ok_or_else(|| Refusal::TokenInvalid.into())
}
