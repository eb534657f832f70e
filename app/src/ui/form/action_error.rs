//! What went wrong with small forms that have no place for it themselves: rows with a button each.

use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::{AppError, error_words};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The last failure of an action, until it succeeds.
#[component]
pub fn ActionError<S>(
    /// The action.
    action: ServerAction<S>,
) -> impl IntoView
where
    S: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let i18n = use_i18n();
    let before = use_flash(S::url()).and_then(|flash| flash.error);
    let (version, value) = (action.version(), action.value());
    let error =
        move || if version.get() == 0 { before.clone() } else { value.with(|v| v.as_ref().and_then(|r| r.as_ref().err().cloned())) };
    move || error().map(|error| view! { <Notice kind="bad">{error_words::error(i18n, &error)}</Notice> })
}
