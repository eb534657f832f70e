//! Accounts: signing up and in, forgotten passwords, confirming an address, settings.

mod api;
mod card;
mod forgot;
mod login;
mod reset;
mod settings;
mod signup;
mod verify;

pub use api::*;
pub use forgot::ForgotPage;
pub use login::LoginPage;
pub use reset::ResetPage;
pub use settings::SettingsPage;
pub use signup::SignUpPage;
pub use verify::VerifyPage;

use crate::flash::use_flash;
use crate::ui::form::{Choice, Post};
use i18n::Locale;
use leptos::prelude::*;

/// Whether a form was done: by this page's action or, without JavaScript, by the post that led to this page.
fn was_done(action: impl Into<Post>) -> Signal<bool> {
    let action: Post = action.into();
    let before = use_flash(action.url()).is_some_and(|f| f.error.is_none());
    Signal::derive(move || if action.version().get() == 0 { before } else { action.succeeded() })
}

/// The languages on offer, each by its own name.
fn languages() -> Vec<Choice> {
    Locale::ALL.into_iter().map(|l| Choice::new(l.as_str(), l.own_name())).collect()
}
