//! What the start page says, as HTML.

#![cfg(feature = "ssr")]

use crate::lang::use_i18n;
use crate::shared::ProgramCards;
use crate::ui::Icon;
use crate::viewer::use_viewer;
use crate::written::{Html, PageText};
use domain::programs::views::ProgramCard;
use i18n::m;
use leptos::prelude::*;

/// The page.
pub(super) fn text(cards: Vec<ProgramCard>) -> PageText {
    let i18n = use_i18n();
    let title = format!("{} · {}", i18n.t(m::COMMON_BRAND), i18n.t(m::LANDING_TITLE));
    let html = Html::of(view! {
        <Hero />
        <Open cards />
        <How />
        <ForWhom />
    });
    PageText { title, html }
}

#[component]
fn Hero() -> impl IntoView {
    let i18n = use_i18n();
    let signed_in = use_viewer().person.is_some();
    let actions = if signed_in {
        view! {
            <a class="button button--primary" href="/home">{i18n.t(m::LANDING_HOME)}</a>
            <a class="button" href="/explore">{i18n.t(m::LANDING_EXPLORE)}</a>
        }
        .into_any()
    } else {
        view! {
            <a class="button button--primary" href="/signup">{i18n.t(m::NAV_SIGN_UP)}</a>
            <a class="button" href="/explore">{i18n.t(m::LANDING_EXPLORE)}</a>
        }
        .into_any()
    };
    view! {
        <section class="hero">
            <div class="hero__text">
                <h1>{i18n.t(m::LANDING_TITLE)}</h1>
                <p class="hero__lead">{i18n.t(m::LANDING_LEAD)}</p>
                <div class="hero__actions">{actions}</div>
            </div>
            <div class="hero__art" aria-hidden="true"></div>
        </section>
    }
}

/// Programs that anybody may join; nothing when there are none.
#[component]
fn Open(cards: Vec<ProgramCard>) -> impl IntoView {
    let i18n = use_i18n();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head">
                    <h2>{i18n.t(m::LANDING_OPEN)}</h2>
                    <a href="/explore">{i18n.t(m::LANDING_OPEN_ALL)}</a>
                </div>
                <ProgramCards cards />
            </section>
        }
    })
}

#[component]
fn How() -> impl IntoView {
    let i18n = use_i18n();
    let steps =
        [(m::LANDING_FIND, m::LANDING_FIND_TEXT), (m::LANDING_AGREE, m::LANDING_AGREE_TEXT), (m::LANDING_REACH, m::LANDING_REACH_TEXT)];
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::LANDING_HOW)}</h2></div>
            <ol class="how">{steps.map(|(title, text)| view! { <li><h3>{i18n.t(title)}</h3><p>{i18n.t(text)}</p></li> }).collect_view()}</ol>
        </section>
    }
}

#[component]
fn ForWhom() -> impl IntoView {
    let i18n = use_i18n();
    let kinds = [
        ("leaf", m::LANDING_MENTEE, m::LANDING_MENTEE_TEXT),
        ("heart", m::LANDING_MENTOR, m::LANDING_MENTOR_TEXT),
        ("compass", m::LANDING_COORDINATOR, m::LANDING_COORDINATOR_TEXT),
        ("lock", m::LANDING_OWN, m::LANDING_OWN_TEXT),
    ];
    let cards = kinds
        .map(|(icon, title, text)| {
            view! {
                <div class="stack stack--s">
                    <Icon name=icon class="icon--l" />
                    <h3>{i18n.t(title)}</h3>
                    <p>{i18n.t(text)}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::LANDING_FOR)}</h2></div>
            <div class="grid">{cards}</div>
        </section>
    }
}
