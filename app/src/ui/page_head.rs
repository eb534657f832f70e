//! The head of a page: where one is, its title, what one can do.

use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;
use leptos_meta::Title;

/// A step on the way to this page.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Crumb {
    /// A step with its name and where it leads.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into() }
    }
}

/// Title (also of the document), lead, crumbs; its children are the actions.
#[component]
pub fn PageHead(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// A sentence under it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The way to this page.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let document = format!("{title} · {}", use_i18n().t(m::COMMON_BRAND));
    view! { <Title text=document /> {head(title, lead, crumbs, children)} }
}

/// The same without the document's title, for a page that the server writes as HTML.
#[cfg(feature = "ssr")]
#[component]
pub fn Head(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// A sentence under it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// The way to this page.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// Buttons and links.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    head(title, lead, crumbs, children)
}

fn head(title: String, lead: Option<String>, crumbs: Vec<Crumb>, children: Option<Children>) -> impl IntoView {
    let i18n = use_i18n();
    let way = (!crumbs.is_empty()).then(|| {
        view! {
            <nav class="crumbs" aria-label=i18n.t(m::NAV_CRUMBS)>
                <ol>{crumbs.into_iter().map(|c| view! { <li><a href=c.href dir="auto">{c.label}</a></li> }).collect_view()}</ol>
            </nav>
        }
    });
    view! {
        <header class="pagehead">
            {way}
            <h1><bdi>{title}</bdi></h1>
            {children.map(|c| view! { <div class="pagehead__actions">{c()}</div> })}
            {lead.map(|l| view! { <p class="pagehead__lead"><bdi>{l}</bdi></p> })}
        </header>
    }
}
