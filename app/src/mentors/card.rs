//! A mentor as a face and a sentence.

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
    let chips = card.skills.iter().map(|skill| view! { <li class="chip">{skill.clone()}</li> }).collect_view();
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
                <div>
                    <h3 class="card__title"><a href=format!("/people/{}", card.id) dir="auto">{card.name.clone()}</a></h3>
                    {card.headline.clone().map(|headline| view! { <p class="mentor__headline" dir="auto">{headline}</p> })}
                </div>
                {favourite}
            </div>
            {words}
            <ul class="cluster" role="list">{chips}</ul>
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
    let room = if card.room > 0 {
        view! { <span class="badge badge--ok">{i18n.n(m::MENTORS_ROOM, card.room.into(), &[])}</span> }.into_any()
    } else {
        view! { <span class="badge badge--quiet">{i18n.t(m::MENTORS_ROOM_NONE)}</span> }.into_any()
    };
    let reply = card.usual_reply.map(|words| view! { <p class="card__meta"><span><Icon name="clock" class="icon--s" />{words}</span></p> });
    let country = card.country.map(|country| view! { <span class="muted small">{country}</span> });
    let base = format!("/programs/{slug}/requests");
    let act = match card.ask {
        CardAsk::May => {
            let href = format!("{base}/new?mentor={}", card.id);
            view! { <a class="button button--small button--primary" href=href>{i18n.f(m::MENTORS_ASK, &[("name", &card.name)])}</a> }
                .into_any()
        }
        CardAsk::Asked(request) => {
            view! { <a class="button button--small" href=format!("{base}/{request}")>{i18n.t(m::MENTORS_ASKED)}</a> }.into_any()
        }
        CardAsk::No => ().into_any(),
    };
    view! {
        {reply}
        <div class="mentor__foot">
            <span class="cluster">{room} {country}</span>
            {act}
        </div>
    }
}
