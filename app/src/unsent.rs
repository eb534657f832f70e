//! What a form held that could not be sent, for a page that shows that form no more: the other one was quicker, or it is gone.

use crate::error_words;
use crate::server::request;
use crate::ui::icon;
use i18n::m;
use leptos::prelude::use_context;
use maud::html;

/// What goes along with forms unseen, or is chosen from a list and not typed.
const NOT_TYPED: [&str; 21] = [
    "slug",
    "org",
    "program",
    "link",
    "next",
    "mark",
    "version",
    "number",
    "act",
    "action",
    "kind",
    "audience",
    "direction",
    "up",
    "all",
    "side",
    "status",
    "role",
    "locale",
    "zone",
    "capacity",
];

/// The path of the page and the notice on it, if a form was refused that led here. Every text that somebody typed is in it.
pub fn unsent() -> Option<(String, String)> {
    let request = request().ok()?;
    let i18n = request.i18n();
    let flash = request.flash?;
    let error = flash.error?;
    let is_typed = |name: &str, value: &str| {
        let along = NOT_TYPED.contains(&name) || name.starts_with("base[") || value == "true" || value.parse::<domain::PersonId>().is_ok();
        !along && !value.trim().is_empty()
    };
    let typed: Vec<&String> = flash.values.iter().filter(|(name, value)| is_typed(name, value)).map(|(_, value)| value).collect();
    if typed.is_empty() {
        return None;
    }
    let notice = html! {
        div class="notice notice--bad" role="alert" {
            (icon("warning", ""))
            div class="notice__text" {
                strong class="notice__title" { (i18n.t(m::ERRORS_NOT_SENT)) }
                p { (error_words::error(i18n, &error)) }
                p { (i18n.t(m::ERRORS_NOT_SENT_TYPED)) }
                @for text in typed { blockquote class="not-sent__text" dir="auto" { (text) } }
            }
        }
    };
    let path = use_context::<http::request::Parts>()?.uri.path().to_owned();
    Some((path, notice.into_string()))
}
