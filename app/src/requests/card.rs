//! A request in a list, and the small signs that say where it is.

use crate::lang::use_i18n;
use crate::ui::{Avatar, Icon};
use domain::requests::RequestStatus;
use domain::requests::views::{RequestCard, RequestSide};
use domain::shared::Face;
use i18n::m;
use leptos::prelude::*;

/// A state in a word.
#[component]
pub(super) fn StatusBadge(
    /// The state.
    status: RequestStatus,
    /// Whether it waits for the reader.
    my_turn: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let (class, key) = match status {
        RequestStatus::Pending if my_turn => ("badge badge--warn", m::REQUESTS_YOUR_TURN),
        RequestStatus::Pending => ("badge badge--info", wording::requests::status(status)),
        RequestStatus::Accepted => ("badge badge--ok", wording::requests::status(status)),
        _ => ("badge badge--quiet", wording::requests::status(status)),
    };
    view! { <span class=class>{i18n.t(key)}</span> }
}

/// Whose turn it is and until when, in a sentence.
#[component]
pub(super) fn Turn(
    /// The sentence.
    state: String,
    /// Whether it waits for the reader.
    my_turn: bool,
) -> impl IntoView {
    view! { <p class="turn" class:turn--mine=my_turn><Icon name="clock" class="icon--s" /><span>{state}</span></p> }
}

/// Somebody with their face, linked to their page.
#[component]
pub(super) fn Person(
    /// Who.
    face: Face,
) -> impl IntoView {
    view! {
        <div class="person">
            <Avatar id=face.id name=face.name.clone() picture=face.picture />
            <span class="person__text">
                <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name}</a>
                {face.headline.map(|h| view! { <span class="person__headline" dir="auto">{h}</span> })}
            </span>
        </div>
    }
}

/// A list of requests.
#[component]
pub fn Cards(
    /// The requests.
    cards: Vec<RequestCard>,
) -> impl IntoView {
    view! { <ul class="stack" role="list">{cards.into_iter().map(|card| view! { <li><Card card /></li> }).collect_view()}</ul> }
}

/// One request: the other one's face, how it begins, where it stands.
#[component]
fn Card(card: RequestCard) -> impl IntoView {
    let i18n = use_i18n();
    let RequestCard { id, program, mentee, mentor, side, status, my_turn, state, excerpt, asked_on } = card;
    let (title, face) = match side {
        RequestSide::Asker => (mentor.name.clone(), mentor),
        RequestSide::Asked => (mentee.name.clone(), mentee),
        RequestSide::Coordinator => (i18n.f(m::REQUESTS_ASKS, &[("mentee", &mentee.name), ("mentor", &mentor.name)]), mentee),
    };
    let asked = i18n.f(m::REQUESTS_ASKED_ON, &[("date", &i18n.date(asked_on))]);
    view! {
        <article class="card card--link request">
            <div class="request__head">
                <div class="person">
                    <Avatar id=face.id name=face.name.clone() picture=face.picture />
                    <div class="person__text">
                        <h3 class="card__title"><a href=format!("/programs/{}/requests/{id}", program.slug) dir="auto">{title}</a></h3>
                        <p class="card__meta">{asked}</p>
                    </div>
                </div>
                <StatusBadge status my_turn />
            </div>
            <p class="request__excerpt" dir="auto">{excerpt}</p>
            <Turn state my_turn />
        </article>
    }
}
