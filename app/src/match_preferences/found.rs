//! The mentees whom a mentor can name: a search by name, and a button beside each.

use super::list::PreferenceListActions;
use super::{PreferenceButton, PreferenceForm};
use crate::lang::use_i18n;
use crate::ui::{Avatar, FilterBar, Search};
use domain::match_preferences::PreferenceSide;
use domain::match_preferences::views::{CardPreference, MenteeCard, MenteesFound};
use i18n::m;
use leptos::prelude::*;

/// The search and what it finds.
#[component]
pub(super) fn Found(found: MenteesFound, slug: String, actions: PreferenceListActions) -> impl IntoView {
    let i18n = use_i18n();
    let nobody = found.cards.is_empty().then(|| {
        let words = if found.words.is_empty() { m::MATCH_PREFERENCES_NONE } else { m::MATCH_PREFERENCES_NONE_FOUND };
        view! { <p class="muted">{i18n.t(words)}</p> }
    });
    let more = (found.more > 0).then(|| view! { <p class="muted">{i18n.n(m::MATCH_PREFERENCES_MORE, found.more, &[])}</p> });
    let rows = found.cards.into_iter().map(|card| view! { <Mentee card actions /> }).collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::MATCH_PREFERENCES_FIND)}</h2></div>
            <div class="stack">
                <FilterBar search=vec![Search { max: Some("80"), ..Search::new(i18n.t(m::MATCH_PREFERENCES_SEARCH), found.words) }] />
                {nobody}
                <PreferenceForm actions=actions.preference slug side=PreferenceSide::Mentees />
                <ul class="list">{rows}</ul>
                {more}
            </div>
        </section>
    }
}

#[component]
fn Mentee(card: MenteeCard, actions: PreferenceListActions) -> impl IntoView {
    let i18n = use_i18n();
    let MenteeCard { face, wants } = card;
    let id = face.id;
    let wants = (!wants.is_empty()).then(|| i18n.f(m::MATCH_PREFERENCES_WANTS, &[("skills", &i18n.list(&wants))]));
    view! {
        <li class="list__item">
            <div class="person">
                <Avatar id name=face.name.clone() picture=face.picture />
                <span class="person__text">
                    <a class="person__name" href=format!("/people/{id}") dir="auto">{face.name.clone()}</a>
                    {face.headline.map(|headline| view! { <span class="person__headline" dir="auto">{headline}</span> })}
                    {wants.map(|wants| view! { <span class="person__headline">{wants}</span> })}
                </span>
            </div>
            <div class="list__end">
                <PreferenceButton actions=actions.preference side=PreferenceSide::Mentees id name=face.name before=CardPreference::May />
            </div>
        </li>
    }
}
