//! Forward and back through a list, by links, so that each page has an address.

use crate::lang::use_i18n;
use crate::ui::Icon;
use i18n::m;
use leptos::prelude::*;

/// Links to the page before and the page after.
#[component]
pub fn Pagination(
    /// The address of the page before.
    previous: Option<String>,
    /// The address of the page after.
    next: Option<String>,
    /// What is shown of how much, in words.
    #[prop(optional, into)]
    place: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label=i18n.t(m::NAV_PAGES)>
                {previous.map(|href| view! { <a class="button" href=href rel="prev"><Icon name="arrow-left" />{i18n.t(m::COMMON_PREVIOUS_PAGE)}</a> })}
                {place.map(|p| view! { <span class="pagination__where">{p}</span> })}
                {next.map(|href| view! { <a class="button" href=href rel="next">{i18n.t(m::COMMON_NEXT_PAGE)}<Icon name="arrow-right" /></a> })}
            </nav>
        }
    })
}
