//! The mails of accounts.

use crate::announce::send;
use crate::mail::{EmailTemplate, Recipient};
use crate::{Ctx, Error};
use i18n::m;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use store::Tx;

/// Confirms the address of a new account, and leads on to where its owner was going, if anywhere.
pub(super) async fn verify(ctx: &Ctx, tx: &mut Tx, to: &Recipient, secret: &str, next: &str) -> Result<(), Error> {
    let link = match next {
        "" => format!("/verify/{secret}"),
        next => format!("/verify/{secret}?next={}", utf8_percent_encode(next, NON_ALPHANUMERIC)),
    };
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_VERIFY_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_VERIFY_BODY, m::ACCOUNTS_MAIL_VERIFY_LIFE, m::ACCOUNTS_MAIL_IGNORE],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_VERIFY_ACTION, &link)),
        args: &[],
    };
    send(ctx, tx, to, &template).await
}

/// Somebody signed up with an address that has an account.
pub(super) async fn exists(ctx: &Ctx, tx: &mut Tx, to: &Recipient) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_EXISTS_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_EXISTS_BODY, m::ACCOUNTS_MAIL_EXISTS_FORGOT, m::ACCOUNTS_MAIL_IGNORE],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_EXISTS_ACTION, "/login")),
        args: &[],
    };
    send(ctx, tx, to, &template).await
}

/// Sets a new password.
pub(super) async fn reset(ctx: &Ctx, tx: &mut Tx, to: &Recipient, secret: &str) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_RESET_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_RESET_BODY, m::ACCOUNTS_MAIL_IGNORE],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_RESET_ACTION, &format!("/reset/{secret}"))),
        args: &[],
    };
    send(ctx, tx, to, &template).await
}

/// The password was changed.
pub(super) async fn password_changed(ctx: &Ctx, tx: &mut Tx, to: &Recipient) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_PASSWORD_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_PASSWORD_BODY, m::ACCOUNTS_MAIL_NOT_YOU],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_RESET_ACTION, "/forgot")),
        args: &[],
    };
    send(ctx, tx, to, &template).await
}

/// Confirms another address; goes to that address.
pub(super) async fn confirm_email(ctx: &Ctx, tx: &mut Tx, to: &Recipient, secret: &str) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_VERIFY_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_CHANGE_BODY, m::ACCOUNTS_MAIL_VERIFY_LIFE, m::ACCOUNTS_MAIL_IGNORE],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_VERIFY_ACTION, &format!("/verify/{secret}"))),
        args: &[],
    };
    send(ctx, tx, to, &template).await
}

/// Another address was asked for; goes to the present one.
pub(super) async fn email_about_to_change(ctx: &Ctx, tx: &mut Tx, to: &Recipient, new_email: &str) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::ACCOUNTS_MAIL_CHANGING_SUBJECT,
        body: &[m::ACCOUNTS_MAIL_CHANGING_BODY, m::ACCOUNTS_MAIL_NOT_YOU],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_RESET_ACTION, "/forgot")),
        args: &[("email", new_email)],
    };
    send(ctx, tx, to, &template).await
}
