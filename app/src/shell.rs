//! The document around the application: what the server writes before a component is asked, and what it hands to the client.

#![cfg(feature = "ssr")]

use crate::lang::Shown;
use crate::routes::App;
use crate::server::{RequestContext, request};
use crate::ui::icon;
use crate::viewer::Theme;
use domain::PersonId;
use i18n::{FRAME, I18n, m, words_file};
use leptos::PrefetchLazyFn;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;
use maud::{Markup, html};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

/// Which parts of the client each page needs, by the name that the splitter gave the page.
#[derive(Clone, Debug)]
pub struct ClientParts(pub Arc<HashMap<String, Vec<String>>>);

/// The script of every page, without its comments.
static START: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("start.js").lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
});

/// The loader of the client's parts; the splitter and Leptos agree on this odd name.
const LOADER: &str = "__wasm_split.______________________.js";

/// The whole document.
pub fn shell() -> impl IntoView {
    let request = request().ok();
    provide_context(Shown::default());
    let (locale, theme) = request.as_ref().map_or((i18n::Locale::En, Theme::System), |r| (r.viewer.locale, r.viewer.theme));
    let pkg = request.as_ref().map_or_else(|| "/pkg".to_owned(), |r| r.pkg.clone());
    view! {
        <!DOCTYPE html>
        <html lang=locale.as_str() dir=locale.dir() data-theme=(theme != Theme::System).then_some(theme.as_str())>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <link rel="stylesheet" href=format!("{pkg}/trellis.css") />
                {typefaces(locale)}
                <script type="module" nonce=use_nonce() inner_html=START.as_str()></script>
                <MetaTags />
            </head>
            <body>
                <App />
                {request.map(client)}
            </body>
        </html>
    }
}

/// Fetches along with the style the typefaces that every page shows: a page keeps the faces that it has at its first paint, so
/// that nothing moves when others come (`style/fonts.css`).
fn typefaces(locale: i18n::Locale) -> impl IntoView {
    let head = if locale == i18n::Locale::Ar { "vazirmatn-arabic-wght-normal" } else { "literata-latin-400-700-normal" };
    ["source-sans-3-latin-wght-normal", head]
        .map(|face| view! { <link rel="preload" href=format!("/fonts/{face}.woff2") r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        .collect_view()
}

/// What the script of a page (`start.js`) must know of it.
#[derive(Debug, Serialize)]
struct Client<'a> {
    locale: &'a str,
    /// The folder of all files.
    pkg: &'a str,
    /// The client's scripts; the first is the one to begin with.
    scripts: Vec<&'static str>,
    /// The parts of the client that this page needs.
    parts: Vec<&'a String>,
    /// The page's names in the client: one, or none where there is no page.
    pages: BTreeSet<&'static str>,
    /// Where the words of a page are; its name takes the place of `*`.
    words: String,
    /// What this page has words of: the frame, then the page, where there is one.
    said: Vec<String>,
    /// What to show when the server can't be reached.
    unreachable: String,
    /// Who is signed in.
    person: Option<PersonId>,
    /// What to say of text that isn't sent.
    kept: Kept,
}

/// The words for text that isn't sent (`public/kept.js`).
#[derive(Debug, Serialize)]
struct Kept {
    /// Asked before somebody leaves.
    leave: &'static str,
    /// Told where a draft is shown again.
    draft: &'static str,
    /// The button that throws it away.
    discard: &'static str,
}

/// What is left to say when the page has been written: which client to fetch, and what to say when the server can't be reached.
///
/// Which parts of the client the page needs is known once the page has been written, hence a function after the application. The
/// integration would write `<link>`s into the head, after the request's own context has ended: under load, other pages'.
fn client(request: RequestContext) -> impl IntoView {
    let pages = use_context::<PrefetchLazyFn>();
    let parts = use_context::<ClientParts>();
    let nonce = use_nonce();
    let shown = use_context::<Shown>().unwrap_or_default();
    move || {
        let pages =
            pages.as_ref().and_then(|pages| pages.0.try_read_value()).map(|pages| pages.iter().copied().collect()).unwrap_or_default();
        let text = describe(&request, pages, parts.as_ref(), shown.page());
        view! { <script id="client" type="application/json" nonce=nonce.clone() inner_html=text></script> }
    }
}

fn describe(request: &RequestContext, pages: BTreeSet<&'static str>, parts: Option<&ClientParts>, page: Option<String>) -> String {
    let RequestContext { pkg, viewer, .. } = request;
    let i18n = request.i18n();
    let client = Client {
        locale: viewer.locale.as_str(),
        pkg,
        scripts: [Some("trellis.js"), parts.map(|_| LOADER)].into_iter().flatten().collect(),
        parts: parts.into_iter().flat_map(|parts| pages.iter().filter_map(|page| parts.0.get(*page))).flatten().collect(),
        pages,
        words: words_file("*", viewer.locale),
        said: [FRAME.to_owned()].into_iter().chain(page).collect(),
        unreachable: unreachable(request.i18n()).into_string(),
        person: viewer.person.as_ref().map(|person| person.id),
        kept: Kept {
            leave: i18n.t(m::COMMON_LEAVE_UNSAVED),
            draft: i18n.t(m::COMMON_DRAFT_AGAIN),
            discard: i18n.t(m::COMMON_DRAFT_DISCARD),
        },
    };
    // Nothing in it may end the script that it stands in.
    serde_json::to_string(&client).unwrap_or_default().replace('<', "\\u003c")
}

/// What the script shows when the server can't be reached: the look of a toast.
fn unreachable(i18n: I18n) -> Markup {
    html! {
        div class="toast-region" id="unreached" role="alert" {
            div class="toast toast--bad" {
                (icon("warning", ""))
                span { (i18n.t(m::ERRORS_OFFLINE_TEXT)) }
                button type="button" class="icon-button icon-button--small" aria-label=(i18n.t(m::COMMON_CLOSE)) { (icon("x", "")) }
            }
        }
    }
}
