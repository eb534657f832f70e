//! The one card in the middle of the pages around signing in.

use crate::ui::PageHead;
use leptos::prelude::*;

/// A card with a page's title; `below` stands under it.
#[component]
pub fn AuthCard(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// A sentence under it.
    #[prop(optional, into)]
    lead: Option<String>,
    /// A line under the card.
    #[prop(optional, into)]
    below: ViewFn,
    /// What is in the card.
    children: Children,
) -> impl IntoView {
    let head = match lead {
        Some(lead) => view! { <PageHead title lead /> }.into_any(),
        None => view! { <PageHead title /> }.into_any(),
    };
    view! {
        <div class="page--auth">
            <div class="card">{head} {children()}</div>
            <div class="account__else">{below.run()}</div>
        </div>
    }
}

/// A card that says something was done, or can't be, and leads on.
#[component]
pub fn WordCard(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// What there is to say.
    #[prop(into)]
    text: String,
    /// The words of the link that leads on.
    #[prop(into)]
    action: String,
    /// Where it leads.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! {
        <AuthCard title>
            <p>{text}</p>
            <a class="button button--primary" href=href>{action}</a>
        </AuthCard>
    }
}

/// `path`, with the page to go to after signing in carried along.
pub(super) fn with_next(path: &str, next: &str) -> String {
    if next.is_empty() {
        return path.to_owned();
    }
    let mut query = leptos_router::params::ParamsMap::new();
    query.insert("next", next.to_owned());
    format!("{path}{}", query.to_query_string())
}
