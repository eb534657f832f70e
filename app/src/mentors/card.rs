//! A mentor as a face and a sentence. What does something is made of components; what only reads is written as text, as in
//! `shared/fit.rs`.

use super::favourite::{Heart, HeartForms, Hearts};
use crate::lang::use_i18n;
use crate::match_preferences::{PreferenceActions, PreferenceButton, PreferenceForm};
use crate::shared::{parts, sentence};
use crate::ui::{avatar, icon};
use domain::fit::views::CardFit;
use domain::match_preferences::PreferenceSide;
use domain::mentors::views::{CardAsk, MentorCard};
use i18n::{I18n, m};
use leptos::prelude::*;
use maud::{Markup, html};

/// Mentors as cards, under a heading of the second level. Once on a page for each program.
#[component]
pub fn Cards(
    /// The mentors.
    cards: Vec<MentorCard>,
    /// The program's name in addresses.
    #[prop(into)]
    slug: String,
    /// Adds preferences, where the page has a place for them.
    #[prop(optional)]
    preferences: Option<PreferenceActions>,
) -> impl IntoView {
    let hearts = Hearts::new(slug.clone());
    let items = cards.iter().map(|card| view! { <li>{show(card, &slug, hearts, preferences)}</li> }).collect_view();
    view! {
        <ul class="mentors" role="list">{items}</ul>
        <HeartForms hearts />
        {preferences.map(|actions| view! { <PreferenceForm actions slug side=PreferenceSide::Mentors /> })}
    }
}

fn show(card: &MentorCard, slug: &str, hearts: Hearts, preferences: Option<PreferenceActions>) -> impl IntoView + use<> {
    let i18n = use_i18n();
    let heart = card.favourite.map(|kept| view! { <Heart hearts id=card.id name=card.name.clone() kept /> });
    let preference = preferences.map(|actions| view! { <PreferenceButton actions side=PreferenceSide::Mentors id=card.id name=card.name.clone() before=card.preference /> });
    view! {
        <article class="card card--link mentor">
            <div class="mentor__head">
                <div class="mentor__who" inner_html=who(card).into_string()></div>
                {heart}
            </div>
            <div class="mentor__why" inner_html=why(i18n, card).into_string()></div>
            {preference}
            <div class="mentor__foot" inner_html=foot(i18n, card, slug).into_string()></div>
        </article>
    }
}

/// The face, the name and what they say of themselves.
fn who(card: &MentorCard) -> Markup {
    html! {
        (avatar(card.id, &card.name, card.picture, "l"))
        div {
            h3 class="card__title" { a href=(format_args!("/people/{}", card.id)) dir="auto" { (card.name) } }
            @if let Some(headline) = &card.headline { p class="mentor__headline" dir="auto" { (headline) } }
        }
    }
}

/// Why they fit, what they offer, and what the fit is made of.
fn why(i18n: I18n, card: &MentorCard) -> Markup {
    html! {
        @match &card.fit {
            CardFit::NotAsked => {}
            CardFit::Own => { p class="muted" { (i18n.t(m::MENTORS_OWN)) } }
            CardFit::NoSharedLanguage => { p class="muted" { (i18n.f(m::MENTORS_NO_LANGUAGE, &[("name", &card.name)])) } }
            CardFit::Fits(fit) => { p class="fit" { (sentence(&fit.reasons)) } }
        }
        ul class="cluster" role="list" {
            @for skill in &card.skills { li class="chip" { (skill) } }
        }
        @if let CardFit::Fits(fit) = &card.fit {
            details class="disclosure" { (parts(i18n, fit, &card.name, wording::mentors::criterion)) }
        }
    }
}

/// How fast they answer, whether they have room, where they are, and the way to ask.
fn foot(i18n: I18n, card: &MentorCard, slug: &str) -> Markup {
    let base = format!("/programs/{slug}/requests");
    html! {
        @if let Some(words) = &card.usual_reply { p class="card__meta" { span { (icon("clock", "icon--s")) (words) } } }
        span class="cluster" {
            @if card.room > 0 {
                span class="badge badge--ok" { (i18n.n(m::MENTORS_ROOM, card.room.into(), &[])) }
            } @else {
                span class="badge badge--quiet" { (i18n.t(m::MENTORS_ROOM_NONE)) }
            }
            @if let Some(country) = &card.country { " " span class="muted small" { (country) } }
        }
        @match card.ask {
            CardAsk::May => {
                a class="button button--small button--primary" href=(format_args!("{base}/new?mentor={}", card.id)) {
                    (i18n.f(m::MENTORS_ASK, &[("name", &card.name)]))
                }
            }
            CardAsk::Asked(request) => {
                a class="button button--small" href=(format_args!("{base}/{request}")) { (i18n.t(m::MENTORS_ASKED)) }
            }
            CardAsk::No => {}
        }
    }
}
