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
    let i18n = use_i18n();
    let document = format!("{title} · {}", i18n.t(m::COMMON_BRAND));
    let way = (!crumbs.is_empty()).then(|| {
        view! {
            <nav class="crumbs" aria-label=i18n.t(m::NAV_CRUMBS)>
                <ol>{crumbs.into_iter().map(|c| view! { <li><a href=c.href dir="auto">{c.label}</a></li> }).collect_view()}</ol>
            </nav>
        }
    });
    view! {
        <Title text=document />
        <header class="pagehead">
            {way}
            <h1><bdi>{title}</bdi></h1>
            {children.map(|c| view! { <div class="pagehead__actions">{c()}</div> })}
            {lead.map(|l| view! { <p class="pagehead__lead"><bdi>{l}</bdi></p> })}
        </header>
    }
}
