//! The frame of every page: top bar, side navigation on a desk, bottom navigation on a phone, footer, toasts.

use crate::appearance::LocaleSwitch;
use crate::flash::provide_flash;
use crate::lang::use_i18n;
use crate::ui::{Avatar, Icon, ToastRegion};
use crate::viewer::{ViewerPerson, use_unread, use_viewer};
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// A place that the navigation leads to.
#[derive(Clone, Copy)]
struct Place {
    href: &'static str,
    icon: &'static str,
    label: Key,
}

const HOME: Place = Place { href: "/home", icon: "home", label: m::NAV_HOME };
const EXPLORE: Place = Place { href: "/explore", icon: "search", label: m::NAV_EXPLORE };
const NOTIFICATIONS: Place = Place { href: "/notifications", icon: "bell", label: m::NAV_NOTIFICATIONS };
const PROFILE: Place = Place { href: "/profile", icon: "person", label: m::NAV_PROFILE };
const SETTINGS: Place = Place { href: "/settings", icon: "settings", label: m::NAV_SETTINGS };
const MANAGE: Place = Place { href: "/admin", icon: "people", label: m::NAV_MANAGE };

/// The frame; the page is its child.
#[component]
pub fn Frame(children: Children) -> impl IntoView {
    let i18n = use_i18n();
    let viewer = use_viewer();
    let person = viewer.person;
    provide_flash();
    focus_main_after_navigation();
    view! {
        <div class="shell">
            <a class="skip-link" href="#main" rel="external">{i18n.t(m::COMMON_SKIP_TO_CONTENT)}</a>
            <header class="topbar">
                <a class="brand" href=if person.is_some() { "/home" } else { "/" }>
                    <img class="brand__mark" src="/favicon.svg" alt="" width="28" height="28" />
                    {i18n.t(m::COMMON_BRAND)}
                </a>
                <div class="topbar__actions">{top_actions(person.as_ref())}</div>
            </header>
            {person.clone().map(|p| view! { <nav class="sidenav" aria-label=i18n.t(m::NAV_MAIN)><ul>{side_places(&p).into_iter().map(link).collect_view()}</ul></nav> })}
            <main class="page" id="main" tabindex="-1">
                <NotSent />
                {children()}
            </main>
            <footer class="footer">
                <span>{i18n.t(m::COMMON_BRAND)} " · " {i18n.t(m::NAV_SOURCE)}</span>
                <LocaleSwitch />
            </footer>
            {person.map(|p| view! { <nav class="bottomnav" aria-label=i18n.t(m::NAV_MAIN)><ul>{bottom_places(&p).into_iter().map(link).collect_view()}</ul></nav> })}
            <ToastRegion />
        </div>
    }
}

/// What somebody typed into a form that the page does not show any more, with the reason why it was not sent: the other one was
/// quicker, or it is gone. Where the form is there and holds it, the style hides this (style/components/notice.css).
#[component]
fn NotSent() -> impl IntoView {
    // The server has the words for every reason; the page has its own alone.
    let unsent = SharedValue::new(|| {
        #[cfg(feature = "ssr")]
        {
            crate::unsent::unsent()
        }
        #[cfg(not(feature = "ssr"))]
        {
            None::<(String, String)>
        }
    })
    .into_inner();
    let here = use_location().pathname;
    move || {
        unsent.clone().filter(|(path, _)| *path == here.get()).map(|(_, notice)| view! { <div class="not-sent" inner_html=notice></div> })
    }
}

fn side_places(person: &ViewerPerson) -> Vec<Place> {
    let mut places = vec![HOME, EXPLORE, NOTIFICATIONS, PROFILE, SETTINGS];
    if person.manages {
        places.push(MANAGE);
    }
    places
}

fn bottom_places(person: &ViewerPerson) -> Vec<Place> {
    vec![HOME, EXPLORE, NOTIFICATIONS, PROFILE, if person.manages { MANAGE } else { SETTINGS }]
}

fn link(place: Place) -> impl IntoView {
    let i18n = use_i18n();
    let path = use_location().pathname;
    let current =
        move || path.with(|p| p == place.href || p.strip_prefix(place.href).is_some_and(|rest| rest.starts_with('/'))).then_some("page");
    let unread = use_unread().0;
    let count = move || {
        let n = if place.href == NOTIFICATIONS.href { unread.get() } else { 0 };
        (n > 0).then(|| view! { <span class="count">{i18n.number(n)}</span> })
    };
    view! {
        <li>
            <a class="navlink" href=place.href aria-current=current>
                <Icon name=place.icon />
                <span>{i18n.t(place.label)}</span>
                {count}
            </a>
        </li>
    }
}

fn top_actions(person: Option<&ViewerPerson>) -> AnyView {
    let i18n = use_i18n();
    match person {
        Some(person) => view! {
            <a class="person" href="/profile">
                <Avatar id=person.id name=person.name.clone() picture=person.picture size="s" />
                <span class="visually-hidden">{i18n.t(m::NAV_PROFILE)}</span>
                <span class="only-desk" dir="auto">{person.name.clone()}</span>
            </a>
            <form method="post" action="/api/accounts/sign_out">
                <button type="submit" class="icon-button" aria-label=i18n.t(m::NAV_SIGN_OUT)><Icon name="door" /></button>
            </form>
        }
        .into_any(),
        None => view! {
            <a class="button button--quiet" href="/login">{i18n.t(m::NAV_SIGN_IN)}</a>
            <a class="button button--primary" href="/signup">{i18n.t(m::NAV_SIGN_UP)}</a>
        }
        .into_any(),
    }
}

/// After a change of page within the client, the focus goes to the page's content, as it would with a fresh document.
fn focus_main_after_navigation() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|b| b != now)
            && let Some(main) = document().get_element_by_id("main")
        {
            use wasm_bindgen::JsCast;
            if let Ok(main) = main.dyn_into::<web_sys::HtmlElement>() {
                let _ = main.focus();
            }
        }
        now
    });
}
