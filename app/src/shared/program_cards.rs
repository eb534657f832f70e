//! Programs as cards.

use super::program_words::{dates, length};
use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::programs::views::ProgramCard;
use leptos::prelude::*;

/// A grid of programs, each leading to its page.
#[component]
pub fn ProgramCards(
    /// The programs.
    cards: Vec<ProgramCard>,
) -> impl IntoView {
    view! { <div class="grid grid--large">{cards.into_iter().map(|card| view! { <Card card /> }).collect_view()}</div> }
}

#[component]
fn Card(card: ProgramCard) -> impl IntoView {
    let i18n = use_i18n();
    let picture = card.picture.map(|id| {
        view! { <img class="program__picture" src=format!("/pictures/{id}") alt="" loading="lazy" width="1200" height="630" /> }
    });
    let starts = dates(i18n, card.starts_on, None).map(|when| view! { <span><Icon name="calendar" class="icon--s" />{when}</span> });
    view! {
        <article class="card card--link">
            {picture}
            {card.organisation.map(|name| view! { <p class="program__organisation" dir="auto">{name}</p> })}
            <h3 class="card__title"><a href=format!("/programs/{}", card.slug) dir="auto">{card.name}</a></h3>
            <p dir="auto">{card.summary}</p>
            <p class="card__meta">
                <span><Icon name="clock" class="icon--s" />{length(i18n, card.length_weeks)}</span>
                {starts}
            </p>
        </article>
    }
}
