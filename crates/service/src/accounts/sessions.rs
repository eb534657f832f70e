//! Signing in and out, and who a request comes from.

use super::{Client, SESSION_LIFE, SESSION_TOUCH, limits, locale, passwords};
use crate::{Actor, Ctx, Error, tokens};
use chrono::{DateTime, Utc};
use domain::accounts::{SignIn, email_key};
use domain::{ProblemCode, Problems, SessionId};
use store::accounts::sessions::Authenticated;
use store::accounts::{self, sessions};
use use_case::use_case;

/// Longest user agent that is kept, in characters.
const USER_AGENT_MAX: usize = 300;

/// Somebody who has just signed in.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// What the browser's cookie holds; nobody else ever sees it.
    pub token: String,
    /// Until when, unless they are seen before.
    pub expires_at: DateTime<Utc>,
    /// Who it is.
    pub actor: Actor,
}

/// Signs somebody in on a new session. `replaces` is the token that the browser held until now, if any: that session ends,
/// so that nobody who planted it is signed in too.
///
/// # Errors
/// The address and the password don't belong together, or the address isn't confirmed (and nothing says which), or too many
/// attempts. Whoever could sign in before confirming would learn by signing up and in that the address had no account.
#[use_case]
pub async fn sign_in(ctx: &Ctx, client: &Client, input: SignIn, replaces: Option<&str>) -> Result<NewSession, Error> {
    let mut problems = Problems::default();
    for (field, value) in [("email", input.email.trim()), ("password", input.password.as_str())] {
        if value.is_empty() {
            problems.add(field, ProblemCode::Required);
        }
    }
    problems.into_result()?;

    let key = email_key(&input.email);
    ctx.limits.take(ctx.now(), limits::SIGN_IN_PER_ADDRESS, &client.limit_key())?;
    ctx.limits.take(ctx.now(), limits::SIGN_IN_PER_ACCOUNT, &key)?;
    let known = accounts::by_email_key(&mut ctx.read().await?, &key).await?;
    let wrong = || Error::from(Problems::one("password", ProblemCode::WrongCredentials));
    let fits = passwords::fits(ctx, &input.password, known.as_ref()).await?;
    let known = known.filter(|account| fits && account.email_verified_at.is_some()).ok_or_else(wrong)?;

    let new = tokens::new(ctx);
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    // The password may have been changed while it was being checked; then it no longer opens anything.
    let account = accounts::by_email_key(&mut tx, &key).await?;
    let account = account.filter(|a| known.id == a.id && known.password_hash == a.password_hash).ok_or_else(wrong)?;
    if let Some(old) = replaces {
        sessions::delete_by_token(&mut tx, &tokens::hash(old)).await?;
    }
    let session = sessions::Session {
        id: ctx.id(),
        person_id: account.id,
        user_agent: client.user_agent.chars().take(USER_AGENT_MAX).collect(),
        address: client.address.map(|a| a.to_canonical().to_string()).unwrap_or_default(),
        created_at: now,
        last_seen_at: now,
        expires_at: now + SESSION_LIFE,
    };
    sessions::insert(&mut tx, &session, &new.hash).await?;
    tx.commit().await?;
    ctx.limits.forgive(limits::SIGN_IN_PER_ACCOUNT, &key);

    let actor = Actor {
        id: account.id,
        session: session.id,
        name: account.name,
        locale: locale(&account.locale),
        zone: account.zone,
        verified: account.email_verified_at.is_some(),
    };
    Ok(NewSession { token: new.secret, expires_at: session.expires_at, actor })
}

/// Who holds a session's token; nobody if it has expired or never was. Being seen lengthens the session's life.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn authenticate(ctx: &Ctx, token: &str) -> Result<Option<Actor>, Error> {
    let now = ctx.now();
    let found = sessions::authenticate(&mut ctx.read().await?, &tokens::hash(token), now).await?;
    let Some(found) = found else { return Ok(None) };
    seen(ctx, found, now).await.map(Some)
}

/// The same for somebody who looks at a page, with what the frame of every page shows of them.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn visitor(ctx: &Ctx, token: &str) -> Result<Option<(Actor, accounts::Glance)>, Error> {
    let now = ctx.now();
    let found = accounts::visitor(&mut ctx.read().await?, &tokens::hash(token), now).await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some((seen(ctx, found.who, now).await?, found.glance)))
}

/// Notes now and then that somebody was seen.
async fn seen(ctx: &Ctx, found: Authenticated, now: DateTime<Utc>) -> Result<Actor, Error> {
    if now - found.last_seen_at >= SESSION_TOUCH {
        let mut tx = ctx.write().await?;
        sessions::touch(&mut tx, found.session_id, now, now + SESSION_LIFE).await?;
        tx.commit().await?;
    }
    Ok(Actor {
        id: found.person_id,
        session: found.session_id,
        name: found.name,
        locale: locale(&found.locale),
        zone: found.zone,
        verified: found.email_verified_at.is_some(),
    })
}

/// Ends the session of a token. An unknown one is no error: then nobody is signed in, as wished.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn sign_out(ctx: &Ctx, token: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    sessions::delete_by_token(&mut tx, &tokens::hash(token)).await?;
    tx.commit().await?;
    Ok(())
}

/// Signs one of the person's devices out.
///
/// # Errors
/// `NotFound` when it isn't one of theirs.
#[use_case]
pub async fn sign_out_device(ctx: &Ctx, actor: &Actor, session: SessionId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    if !sessions::delete(&mut tx, actor.id, session).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Signs the person out everywhere but here, and says on how many devices.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn sign_out_others(ctx: &Ctx, actor: &Actor) -> Result<u64, Error> {
    let mut tx = ctx.write().await?;
    let ended = sessions::delete_all(&mut tx, actor.id, Some(actor.session)).await?;
    tx.commit().await?;
    Ok(ended)
}
