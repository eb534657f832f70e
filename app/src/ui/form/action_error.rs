//! What went wrong with small forms that have no place for it themselves: rows with a button each.

use super::Post;
use crate::error_words;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use leptos::prelude::*;

/// The last failure of an action, until it succeeds.
#[component]
pub fn ActionError(
    /// The action.
    #[prop(into)]
    action: Post,
) -> impl IntoView {
    let i18n = use_i18n();
    let before = use_flash(action.url()).and_then(|flash| flash.error);
    let error = move || if action.version().get() == 0 { before.clone() } else { action.error() };
    move || error().map(|error| view! { <Notice kind="bad">{error_words::error(i18n, &error)}</Notice> })
}
