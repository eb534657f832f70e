//! A mentor as a face and a sentence. What does something is made of components; what only reads is written as text, as in
//! `fit`.

use super::Favour;
use super::favourite::Favourite;
use super::fit::{FitParts, Reasons};
use crate::lang::use_i18n;
use crate::ranks::{WishActs, WishButton};
use crate::ui::{Avatar, Icon};
use domain::mentors::views::{CardAsk, CardFit, MentorCard};
use domain::ranks::RankSide;
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// Mentors as cards, under a heading of the second level.
#[component]
pub fn Cards(
    /// The mentors.
    cards: Vec<MentorCard>,
    /// The program's name in addresses.
    #[prop(into)]
    slug: String,
    /// Keeps favourites; one for all cards.
    action: ServerAction<Favour>,
    /// Adds wishes, where the page has a place for them.
    #[prop(optional)]
    wishes: Option<WishActs>,
) -> impl IntoView {
    let items = cards.into_iter().map(|card| view! { <li><Card card slug=slug.clone() action wishes /></li> }).collect_view();
    view! { <ul class="mentors" role="list">{items}</ul> }
}

#[component]
fn Card(card: MentorCard, slug: String, action: ServerAction<Favour>, wishes: Option<WishActs>) -> impl IntoView {
    let i18n = use_i18n();
    let favourite = card.favourite.map(|kept| view! { <Favourite slug=slug.clone() id=card.id name=card.name.clone() kept action /> });
    let wish = wishes.map(|acts| {
        view! { <WishButton acts slug=slug.clone() side=RankSide::Mentors id=card.id name=card.name.clone() before=card.wish /> }
    });
    let title = html! {
        h3 class="card__title" { a href=(format_args!("/people/{}", card.id)) dir="auto" { (card.name) } }
        @if let Some(headline) = &card.headline { p class="mentor__headline" dir="auto" { (headline) } }
    };
    let chips = html! { @for skill in &card.skills { li class="chip" { (skill) } } };
    let (words, parts) = match card.fit.clone() {
        CardFit::NotAsked => (None, None),
        CardFit::Own => (Some(view! { <p class="muted">{i18n.t(m::MENTORS_OWN)}</p> }.into_any()), None),
        CardFit::NoSharedLanguage => {
            let words = i18n.f(m::MENTORS_NO_LANGUAGE, &[("name", &card.name)]);
            (Some(view! { <p class="muted">{words}</p> }.into_any()), None)
        }
        CardFit::Fits(fit) => {
            (Some(view! { <Reasons reasons=fit.reasons.clone() /> }.into_any()), Some(view! { <FitParts fit name=card.name.clone() /> }))
        }
    };
    view! {
        <article class="card card--link mentor">
            <div class="mentor__head">
                <Avatar id=card.id name=card.name.clone() picture=card.picture size="l" />
                <div inner_html=title.into_string()></div>
                {favourite}
            </div>
            {words}
            <ul class="cluster" role="list" inner_html=chips.into_string()></ul>
            {parts}
            {wish}
            <Foot card slug />
        </article>
    }
}

/// Where they are, room left, how fast they answer, and the way to ask.
#[component]
fn Foot(card: MentorCard, slug: String) -> impl IntoView {
    let i18n = use_i18n();
    let reply = card.usual_reply.map(|words| view! { <p class="card__meta"><span><Icon name="clock" class="icon--s" />{words}</span></p> });
    let base = format!("/programs/{slug}/requests");
    let foot = html! {
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
    };
    view! {
        {reply}
        <div class="mentor__foot" inner_html=foot.into_string()></div>
    }
}
