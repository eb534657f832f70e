//! What a browser remembers without an account: language and colours, each in a cookie.

use crate::AppError;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::viewer::use_viewer;
use i18n::{Locale, m};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_location;
use use_case::api;

/// A year, in seconds.
#[cfg(feature = "ssr")]
const YEAR: i64 = 365 * 24 * 3600;

/// Remembers the language and the colours that somebody chose, and goes back to `next`.
#[api("preferences/set")]
pub async fn set_preferences(lang: Option<String>, theme: Option<String>, next: String) -> Result<(), AppError> {
    let request = crate::server::request()?;
    if let Some(lang) = lang {
        set_language_cookie(&lang)?;
    }
    if let Some(theme) = theme.as_deref().map(crate::viewer::Theme::parse) {
        crate::server::set_cookie("theme", theme.as_str(), YEAR, request.secure);
    }
    crate::server::redirect(crate::server::safe_path(&next).unwrap_or("/"));
    Ok(())
}

/// Makes this browser speak a language from now on; an unknown one changes nothing.
#[cfg(feature = "ssr")]
pub(crate) fn set_language_cookie(tag: &str) -> Result<(), AppError> {
    if let Some(locale) = Locale::from_tag(tag) {
        crate::server::set_cookie("lang", locale.as_str(), YEAR, crate::server::request()?.secure);
    }
    Ok(())
}

/// The languages, each a button of one plain form: the page comes back in that language.
#[component]
pub fn LocaleSwitch() -> impl IntoView {
    let i18n = use_i18n();
    let current = use_viewer().locale;
    let location = use_location();
    let next = move || {
        let search = location.search.get();
        if search.is_empty() { location.pathname.get() } else { format!("{}?{search}", location.pathname.get()) }
    };
    view! {
        <form class="locale-switch" method="post" action=SetPreferences::url() aria-label=i18n.t(m::COMMON_CHANGE_LANGUAGE)>
            <Icon name="language" />
            <input type="hidden" name="next" value=next />
            <ul>
                {Locale::ALL
                    .into_iter()
                    .map(|l| view! { <li><button type="submit" name="lang" value=l.as_str() lang=l.as_str() aria-current=(l == current).then_some("true")>{l.own_name()}</button></li> })
                    .collect_view()}
            </ul>
        </form>
    }
}
