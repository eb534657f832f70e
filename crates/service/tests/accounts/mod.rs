//! The use cases of accounts, on both engines: what they do, and who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod busy;
mod email;
mod limits;
mod noted;
mod passwords;
mod sessions;
mod signup;

use chrono::{DateTime, Duration, Utc};
use domain::accounts::{Confirming, SignIn, SignUp};
use domain::{ProblemCode, Refusal};
use service::accounts::{self, Client, NewSession};
use service::testing::Stage;
use service::{Ctx, Error};
use store::mails::{self, Mail};

/// A password that is good enough.
pub const PASSWORD: &str = "violet-kettle-42-orbit";
/// Another one.
pub const OTHER_PASSWORD: &str = "quiet.harbour.lantern.9";

pub fn form(email: &str) -> SignUp {
    SignUp {
        name: "Ada Lovelace".to_owned(),
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        locale: "en".to_owned(),
        zone: "Europe/London".to_owned(),
        next: String::new(),
    }
}

pub fn client() -> Client {
    Client {
        address: Some("192.0.2.7".parse().unwrap()),
        user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0".to_owned(),
        device: None,
    }
}

pub async fn try_sign_in(ctx: &Ctx, email: &str, password: &str) -> Result<NewSession, Error> {
    accounts::sign_in(ctx, &client(), SignIn { email: email.to_owned(), password: password.to_owned() }, None).await
}

/// Confirms an address with the link from a mail and the password, in a browser where nobody is signed in.
pub async fn confirm(ctx: &Ctx, token: &str) -> Result<Option<NewSession>, Error> {
    accounts::confirm(ctx, &client(), None, token, PASSWORD, None).await
}

/// What a link that confirms an address asks for, where nobody is signed in.
pub async fn confirms(ctx: &Ctx, token: &str) -> Confirming {
    accounts::confirms(ctx, None, token).await.unwrap()
}

/// Sets a new password with the link from a mail.
pub async fn reset(ctx: &Ctx, token: &str, password: &str) -> Result<(), Error> {
    accounts::reset(ctx, &client(), token, password).await.map(drop)
}

/// Signs somebody up who confirms their address; the mail about it is still to be taken.
pub async fn confirmed(ctx: &Ctx, email: &str) {
    accounts::sign_up(ctx, &client(), form(email)).await.unwrap();
    let mut tx = ctx.write().await.unwrap();
    let account = store::accounts::by_email_key(&mut tx, &domain::accounts::email_key(email)).await.unwrap().unwrap();
    store::accounts::set_verified(&mut tx, account.id, ctx.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// Signs somebody up and in.
pub async fn member(ctx: &Ctx, email: &str) -> NewSession {
    confirmed(ctx, email).await;
    try_sign_in(ctx, email, PASSWORD).await.unwrap()
}

/// All mails not yet taken, oldest first.
pub async fn mails(ctx: &Ctx) -> Vec<Mail> {
    let far: DateTime<Utc> = ctx.now() + Duration::days(10_000);
    let mut tx = ctx.write().await.unwrap();
    let mut mails = mails::claim(&mut tx, ctx.now(), far, 1_000).await.unwrap();
    tx.commit().await.unwrap();
    mails.sort_by_key(|m| m.id);
    mails
}

/// The one mail not yet taken for an address.
pub async fn mail_to(ctx: &Ctx, email: &str) -> Mail {
    let mut found: Vec<Mail> = mails(ctx).await.into_iter().filter(|m| m.to_email == email).collect();
    assert_eq!(found.len(), 1, "mails to {email}: {found:?}");
    found.remove(0)
}

/// The token in a mail's link to `/{page}/…`, which must be in both parts.
pub fn token_in(mail: &Mail, page: &str) -> String {
    let link = format!("http://127.0.0.1:3000/{page}/");
    let token: String = mail
        .body_text
        .split_once(&link)
        .unwrap_or_else(|| panic!("no link to /{page} in {}", mail.body_text))
        .1
        .lines()
        .next()
        .unwrap()
        .to_owned();
    assert!(mail.body_html.contains(&format!("{link}{token}")));
    assert_eq!(token.len(), 43);
    token
}

pub fn problems(error: &Error) -> Vec<(&str, &ProblemCode)> {
    match error {
        Error::Invalid(problems) => problems.0.iter().map(|p| (p.field.as_str(), &p.code)).collect(),
        other => panic!("expected problems, got {other:?}"),
    }
}

pub fn is_refused<T>(result: Result<T, Error>, why: Refusal) -> bool {
    matches!(result, Err(Error::Refused(refusal)) if refusal == why)
}

pub fn stage(db: &store::Db) -> Stage {
    Stage::new(db)
}
