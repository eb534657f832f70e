//! The search as a form that asks for an address: it works without JavaScript, and what it leads to can be sent to others.

use super::address;
use crate::lang::use_i18n;
use crate::ui::{Icon, Pick, PickField, Search, SearchInput};
use domain::mentors::views::{ChosenFilter, FilterChoices};
use domain::mentors::{HOURS, MentorFilter, MentorOrder, MentorSearch};
use domain::shared::Named;
use i18n::{I18n, m};
use leptos::prelude::*;

/// The words and all filters.
#[component]
pub(super) fn Filters(search: MentorSearch, order: MentorOrder, choices: FilterChoices, base: String) -> impl IntoView {
    let i18n = use_i18n();
    // Asked for before: it stays open, so that one sees what was chosen.
    let open = search.chosen().iter().any(|filter| *filter != MentorFilter::Words);
    let hours = HOURS.map(|hours| (hours.to_string(), i18n.n(m::MENTORS_HOURS_LEAST, hours.into(), &[])));
    let chosen_hours = search.hours.map(|hours| hours.to_string());
    let words = Search { name: MentorFilter::Words.as_str(), max: Some("160"), ..Search::new(i18n.t(m::MENTORS_SEARCH), search.words) };
    let pick = |filter, label, options, chosen| view! { <PickField pick=any_of(i18n, filter, i18n.t(label), options, chosen) /> };
    view! {
        <form class="filters" method="get" action=base role="search">
            <div class="filters__search">
                <SearchInput search=words />
                <button type="submit" class="button button--primary">{i18n.t(m::COMMON_SEARCH)}</button>
            </div>
            {search.order.map(|_| view! { <input type="hidden" name="order" value=order.as_str() /> })}
            <details class="filters__more" open=open>
                <summary><Icon name="filter" />{i18n.t(m::MENTORS_FILTERS)}</summary>
                <div class="filters__fields">
                    <div class="field-row">
                        {pick(MentorFilter::Skill, m::MENTORS_FILTER_SKILL, choices.skills, search.skill)}
                        {pick(MentorFilter::Language, m::MENTORS_FILTER_LANGUAGE, choices.languages, search.language)}
                    </div>
                    <div class="field-row">
                        {pick(MentorFilter::Hours, m::MENTORS_FILTER_HOURS, hours.to_vec(), chosen_hours)}
                        {pick(MentorFilter::Country, m::MENTORS_FILTER_COUNTRY, choices.countries, search.country)}
                    </div>
                    <div class="cluster">
                        <Tick filter=MentorFilter::Room label=i18n.t(m::MENTORS_FILTER_ROOM) ticked=search.room />
                        <Tick filter=MentorFilter::Favourites label=i18n.t(m::MENTORS_FILTER_FAVOURITES) ticked=search.favourites />
                        <button type="submit" class="button">{i18n.t(m::MENTORS_APPLY)}</button>
                    </div>
                </div>
            </details>
        </form>
    }
}

/// One of several values, or any. What was chosen stays on offer, also when no mentor has it any more.
fn any_of(i18n: I18n, filter: MentorFilter, label: &'static str, mut options: Vec<Named>, chosen: Option<String>) -> Pick {
    let chosen = chosen.unwrap_or_default();
    options.insert(0, (String::new(), i18n.t(m::MENTORS_ANY).to_owned()));
    if options.iter().all(|(value, _)| *value != chosen) {
        options.push((chosen.clone(), chosen.clone()));
    }
    Pick { name: filter.as_str(), label, options, chosen }
}

#[component]
fn Tick(filter: MentorFilter, label: &'static str, ticked: bool) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name=filter.as_str() value="true" checked=ticked />
            <span>{label}</span>
        </label>
    }
}

/// The chosen filters, each with a link that leads to the list without it.
#[component]
pub(super) fn Chosen(chosen: Vec<ChosenFilter>, search: MentorSearch, base: String) -> impl IntoView {
    let i18n = use_i18n();
    (!chosen.is_empty()).then(|| {
        let several = chosen.len() > 1;
        let chips = chosen
            .into_iter()
            .map(|one| {
                let href = address(&base, &search.without(one.filter)).whole();
                view! {
                    <li>
                        <a class="chip chip--accent chip--button" href=href>
                            {one.label} <span class="visually-hidden">": " {i18n.t(m::MENTORS_CHOSEN_REMOVE)}</span> <Icon name="x" />
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! {
            <ul class="filters__chosen" role="list" aria-label=i18n.t(m::MENTORS_CHOSEN)>
                {chips}
                {several.then(|| view! { <li><a class="button button--quiet button--small" href=base>{i18n.t(m::MENTORS_CLEAR)}</a></li> })}
            </ul>
        }
    })
}

/// The two orders as links; the one in use is marked.
#[component]
pub(super) fn Order(search: MentorSearch, order: MentorOrder, base: String) -> impl IntoView {
    let i18n = use_i18n();
    let links = MentorOrder::ALL
        .iter()
        .map(|one| {
            let href = address(&base, &MentorSearch { order: Some(*one), ..search.clone() }).whole();
            let words = match one {
                MentorOrder::Fit => m::MENTORS_ORDER_FIT,
                MentorOrder::Name => m::MENTORS_ORDER_NAME,
            };
            view! { <li><a href=href aria-current=(*one == order).then_some("true")>{i18n.t(words)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=i18n.t(m::MENTORS_ORDER)><ul>{links}</ul></nav> }
}
