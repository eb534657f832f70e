//! Signing in and out, and who a request comes from.

use super::attempt::Attempt;
use super::{Client, SESSION_LIFE, SESSION_TOUCH, locale, noted, passwords};
use crate::{Actor, Ctx, Error, tokens};
use chrono::{DateTime, Utc};
use domain::accounts::{SignIn, email_key};
use domain::{ProblemCode, Problems, SessionId};
use store::Tx;
use store::accounts::sessions::Authenticated;
use store::accounts::{self, Account, devices, sessions};
use use_case::use_case;

/// Longest user agent that is kept, in characters.
const USER_AGENT_MAX: usize = 300;

/// Somebody who has just signed in.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// What the browser's cookie holds; nobody else ever sees it.
    pub token: String,
    /// What the browser keeps for longer: that somebody signed in on it.
    pub device: String,
    /// Until when, unless they are seen before.
    pub expires_at: DateTime<Utc>,
    /// Who it is.
    pub actor: Actor,
    /// Whether they have asked to have their account deleted, and may come back.
    pub leaving: bool,
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
    let attempt = Attempt::begin(ctx, client, &key).await?;
    let found = accounts::by_email_key(&mut ctx.read().await?, &key).await?;
    let fits = passwords::fits(ctx, attempt.asker(), &input.password, found.as_ref()).await;
    if matches!(fits, Err(Error::Busy(_))) {
        attempt.was_no_guess(ctx);
    }
    let (fits, person) = (fits?, found.as_ref().map(|account| account.id));
    let Some(known) = found.filter(|account| fits && account.email_verified_at.is_some()) else {
        noted::failed(ctx, client, &key, person).await?;
        return Err(wrong());
    };
    let mut tx = ctx.write().await?;
    // The password may have been changed while it was being checked; then it no longer opens anything.
    if !accounts::lock(&mut tx, known.id, &known.password_hash).await? {
        return Err(wrong());
    }
    let account = accounts::by_email_key(&mut tx, &key).await?.filter(|account| account.id == known.id).ok_or_else(wrong)?;
    let session = open(ctx, &mut tx, client, account, replaces).await?;
    tx.commit().await?;
    attempt.was_no_guess(ctx);
    Ok(session)
}

fn wrong() -> Error {
    Problems::one("password", ProblemCode::WrongCredentials).into()
}

/// Opens a session for whoever has shown that the account is theirs.
pub(super) async fn open(ctx: &Ctx, tx: &mut Tx, client: &Client, account: Account, replaces: Option<&str>) -> Result<NewSession, Error> {
    let (new, device) = (tokens::new(ctx), tokens::new(ctx));
    let now = ctx.now();
    if let Some(old) = replaces {
        sessions::delete_by_token(tx, &tokens::hash(old)).await?;
    }
    let session = sessions::Session {
        id: ctx.id(),
        person_id: account.id,
        user_agent: client.user_agent.chars().take(USER_AGENT_MAX).collect(),
        address: client.shown_address(),
        created_at: now,
        last_seen_at: now,
        expires_at: now + SESSION_LIFE,
    };
    sessions::insert(tx, &session, &new.hash).await?;
    devices::record(tx, client.device.as_deref().map(tokens::hash).as_deref(), &device.hash, account.id, now).await?;
    noted::signed_in(ctx, tx, client, account.id).await?;
    let actor = Actor {
        id: account.id,
        session: session.id,
        name: account.name,
        locale: locale(&account.locale),
        zone: account.zone,
        verified: account.email_verified_at.is_some(),
    };
    let leaving = store::leaving::when(tx, account.id).await?.is_some();
    Ok(NewSession { token: new.secret, device: device.secret, expires_at: session.expires_at, actor, leaving })
}

/// Who holds a session's token; nobody if it has expired or never was. Being seen lengthens the session's life.
#[use_case]
pub async fn authenticate(ctx: &Ctx, token: &str) -> Result<Option<Actor>, Error> {
    let now = ctx.now();
    let found = sessions::authenticate(&mut ctx.read().await?, &tokens::hash(token), now).await?;
    let Some(found) = found else { return Ok(None) };
    seen(ctx, found, now).await.map(Some)
}

/// The same for somebody who looks at a page, with what the frame of every page shows of them.
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
#[use_case]
pub async fn sign_out_others(ctx: &Ctx, actor: &Actor) -> Result<u64, Error> {
    let mut tx = ctx.write().await?;
    let ended = sessions::delete_all(&mut tx, actor.id, Some(actor.session)).await?;
    tx.commit().await?;
    Ok(ended)
}
