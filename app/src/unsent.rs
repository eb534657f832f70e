//! What a form held that could not be sent, for a page that shows that form no more (the other one was quicker, or it is gone), and
//! for a form of which nothing is kept.

use crate::server::request;
use crate::ui::icon;
use crate::{AppError, error_words};
use i18n::{I18n, m};
use leptos::prelude::use_context;
use maud::{DOCTYPE, Markup, html};

/// What goes along with forms unseen, or is chosen from a list and not typed.
const NOT_TYPED: [&str; 28] = [
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
    "country",
    "industry",
    "languages",
    "help_offered",
    "help_wanted",
    "week",
    "visibility",
];

/// The path of the page and the notice on it, if a form was refused that led here. Every text that somebody typed is in it.
pub fn unsent() -> Option<(String, String)> {
    let request = request().ok()?;
    let i18n = request.i18n();
    let flash = request.flash?;
    let error = flash.error?;
    let typed = typed(&flash.values);
    if typed.is_empty() {
        return None;
    }
    let path = use_context::<http::request::Parts>()?.uri.path().to_owned();
    Some((path, notice(i18n, &error, &typed).into_string()))
}

/// A page of its own with the reason and every text that somebody typed, for a form that is refused before anything of it is kept.
/// Nothing runs in it.
#[must_use]
pub fn refused_page(i18n: I18n, pkg: &str, error: &AppError, values: &[(String, String)]) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(i18n.locale.as_str()) dir=(i18n.locale.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="color-scheme" content="light dark";
                title { (i18n.t(m::ERRORS_NOT_SENT)) " · " (i18n.t(m::COMMON_BRAND)) }
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(format_args!("{pkg}/trellis.css"));
            }
            body {
                div class="shell" {
                    header class="topbar" {
                        a class="brand" href="/" {
                            img class="brand__mark" src="/favicon.svg" alt="" width="28" height="28";
                            (i18n.t(m::COMMON_BRAND))
                        }
                    }
                    main class="page" id="main" {
                        h1 class="visually-hidden" { (i18n.t(m::ERRORS_NOT_SENT)) }
                        (notice(i18n, error, &typed(values)))
                    }
                }
            }
        }
    };
    page.into_string()
}

/// The texts that somebody typed.
fn typed(values: &[(String, String)]) -> Vec<&str> {
    let is_typed = |name: &str, value: &str| {
        let along = NOT_TYPED.contains(&name) || name.starts_with("base[") || value == "true" || value.parse::<domain::PersonId>().is_ok();
        !along && !value.trim().is_empty()
    };
    values.iter().filter(|(name, value)| is_typed(name, value)).map(|(_, value)| value.as_str()).collect()
}

fn notice(i18n: I18n, error: &AppError, typed: &[&str]) -> Markup {
    html! {
        div class="notice notice--bad" role="alert" {
            (icon("warning", ""))
            div class="notice__text" {
                strong class="notice__title" { (i18n.t(m::ERRORS_NOT_SENT)) }
                p { (error_words::error(i18n, error)) }
                @if !typed.is_empty() {
                    p { (i18n.t(m::ERRORS_NOT_SENT_TYPED)) }
                    @for text in typed { blockquote class="not-sent__text" dir="auto" { (text) } }
                }
            }
        }
    }
}
