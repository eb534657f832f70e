//! Accounts: what concerns only oneself is for everybody who is signed in.

use super::row::{ANYBODY, FunctionRow, HIDDEN, INVALID, SIGN_IN, SIGNED_IN, YES, fields, row};
use crate::harness::PASSWORD;

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row(
            "accounts/sign_up",
            |_| fields! { name: "New", email: "new@example.org", password: PASSWORD, locale: "en", zone: "UTC" },
            ANYBODY,
        ),
        row("accounts/sign_in", |_| fields! { email: "otto-outsider@example.org", password: PASSWORD }, ANYBODY),
        row("accounts/sign_out", |_| fields! {}, ANYBODY),
        row("accounts/forgot", |_| fields! { email: "otto-outsider@example.org" }, ANYBODY),
        row("accounts/reset_works", |s| fields! { token: s.reset_token }, ANYBODY),
        row("accounts/reset", |s| fields! { token: s.reset_token, password: "quiet.harbour.lantern.9" }, ANYBODY),
        row("accounts/confirm_works", |s| fields! { token: s.verify_token }, ANYBODY),
        row("accounts/confirm", |s| fields! { token: s.verify_token, password: PASSWORD }, ANYBODY),
        row("accounts/settings", |_| fields! {}, SIGNED_IN),
        row("accounts/change_basics", |_| fields! { name: "Else", locale: "en", zone: "UTC" }, SIGNED_IN),
        row("accounts/change_email", |_| fields! { new_email: "else@example.org", email_password: PASSWORD }, SIGNED_IN),
        row("accounts/change_password", |_| fields! { current_password: PASSWORD, new_password: "quiet.harbour.lantern.9" }, SIGNED_IN),
        row("accounts/sign_out_device", |s| fields! { session: s.session }, [SIGN_IN, HIDDEN, HIDDEN, HIDDEN, YES, HIDDEN, HIDDEN, HIDDEN]),
        row("accounts/sign_out_others", |_| fields! {}, SIGNED_IN),
        // Whoever is an organisation's only owner finds another one first.
        row("accounts/delete", |_| fields! { delete_password: PASSWORD }, [SIGN_IN, YES, INVALID, YES, YES, YES, YES, INVALID]),
        row("accounts/keep", |_| fields! {}, SIGNED_IN),
    ]
}
