//! Forward and back through a list, by links, so that each part of it has an address.
//!
//! [`ListAddress`] is the list's address without the place in it; with the places that the list's data name it gives the two addresses that
//! [`Pagination`] shows.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::shared::Pages;
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::location::Url;

/// A path and what narrows the list behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAddress(String);

impl ListAddress {
    /// The list at a path, whole and from its beginning.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// Narrowed by a parameter. An empty value narrows nothing and is left out.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        if value.is_empty() { self } else { Self(self.at(name, value)) }
    }

    /// The address.
    #[must_use]
    pub fn whole(self) -> String {
        self.0
    }

    /// The address of one part of the list.
    #[must_use]
    pub fn at(&self, name: &str, place: &str) -> String {
        let Self(before) = self;
        let mark = if before.contains('?') { '&' } else { '?' };
        // Ids and numbers stand as they are; server and client escape some signs differently.
        let plain = place.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~'));
        let place = if plain { place.to_owned() } else { Url::escape(place) };
        format!("{before}{mark}{name}={place}")
    }

    /// The addresses of the parts before and after, by the names of the parameters that lead there.
    #[must_use]
    pub fn pages<C: ToString>(&self, pages: &Pages<C>, back: &str, onward: &str) -> Pages<String> {
        let to = |name: &str, place: &Option<C>| place.as_ref().map(|place| self.at(name, &place.to_string()));
        Pages { previous: to(back, &pages.previous), next: to(onward, &pages.next) }
    }
}

/// Links to the part before and the part after; nothing where there is neither.
#[component]
pub fn Pagination(
    /// Their addresses ([`ListAddress::pages`]).
    pages: Pages<String>,
    /// What is shown of how much, in words.
    #[prop(optional, into)]
    place: Option<String>,
    /// What leads onward is called, where it isn't the next page.
    #[prop(default = m::COMMON_NEXT_PAGE)]
    onward: Key,
) -> impl IntoView {
    let i18n = use_i18n();
    let Pages { previous, next } = pages;
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pagination" aria-label=i18n.t(m::NAV_PAGES)>
                {previous.map(|href| view! { <a class="button" href=href rel="prev"><Icon name="arrow-left" />{i18n.t(m::COMMON_PREVIOUS_PAGE)}</a> })}
                {place.map(|p| view! { <span class="pagination__where">{p}</span> })}
                {next.map(|href| view! { <a class="button" href=href rel="next">{i18n.t(onward)}<Icon name="arrow-right" /></a> })}
            </nav>
        }
    })
}
