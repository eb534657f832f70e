//! The search as a form that asks for an address: it works without JavaScript, and what it leads to can be sent to others.

use super::address;
use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::mentors::views::{ChosenFilter, FilterChoices, Named};
use domain::mentors::{HOURS, MentorFilter, MentorOrder, MentorSearch};
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// The words and all filters.
#[component]
pub(super) fn Filters(search: MentorSearch, order: MentorOrder, choices: FilterChoices, base: String) -> impl IntoView {
    let i18n = use_i18n();
    // Asked for before: it stays open, so that one sees what was chosen.
    let open = search.chosen().iter().any(|filter| *filter != MentorFilter::Words);
    let hours = HOURS.map(|hours| (hours.to_string(), i18n.n(m::MENTORS_HOURS_LEAST, hours.into(), &[])));
    let chosen_hours = search.hours.map(|hours| hours.to_string());
    view! {
        <form class="filters" method="get" action=base role="search">
            <div class="filters__search">
                <Icon name="search" />
                <input
                    class="input"
                    type="search"
                    name=MentorFilter::Words.as_str()
                    value=search.words
                    aria-label=i18n.t(m::MENTORS_SEARCH)
                    placeholder=i18n.t(m::MENTORS_SEARCH)
                    maxlength="160"
                />
                <button type="submit" class="button button--primary">{i18n.t(m::COMMON_SEARCH)}</button>
            </div>
            {search.order.map(|_| view! { <input type="hidden" name="order" value=order.as_str() /> })}
            <details class="filters__more" open=open>
                <summary><Icon name="filter" />{i18n.t(m::MENTORS_FILTERS)}</summary>
                <div class="filters__fields">
                    <div class="field-row">
                        <Pick filter=MentorFilter::Skill label=i18n.t(m::MENTORS_FILTER_SKILL) options=choices.skills chosen=search.skill />
                        <Pick filter=MentorFilter::Language label=i18n.t(m::MENTORS_FILTER_LANGUAGE) options=choices.languages chosen=search.language />
                    </div>
                    <div class="field-row">
                        <Pick filter=MentorFilter::Hours label=i18n.t(m::MENTORS_FILTER_HOURS) options=hours.to_vec() chosen=chosen_hours />
                        <Pick filter=MentorFilter::Country label=i18n.t(m::MENTORS_FILTER_COUNTRY) options=choices.countries chosen=search.country />
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
#[component]
fn Pick(filter: MentorFilter, label: &'static str, options: Vec<Named>, chosen: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    let name = filter.as_str();
    let unknown = chosen.clone().filter(|chosen| options.iter().all(|(value, _)| value != chosen));
    let options = html! {
        option value="" { (i18n.t(m::MENTORS_ANY)) }
        @for (value, words) in options.iter().chain(&unknown.map(|value| (value.clone(), value))) {
            option value=(value) selected[chosen.as_ref() == Some(value)] { (words) }
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=name>{label}</label>
            <select class="select" id=name name=name inner_html=options.into_string()></select>
        </div>
    }
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
                let href = address(&base, &search.without(one.filter), None);
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
            let href = address(&base, &MentorSearch { order: Some(*one), ..search.clone() }, None);
            let words = match one {
                MentorOrder::Fit => m::MENTORS_ORDER_FIT,
                MentorOrder::Name => m::MENTORS_ORDER_NAME,
            };
            view! { <li><a href=href aria-current=(*one == order).then_some("true")>{i18n.t(words)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=i18n.t(m::MENTORS_ORDER)><ul>{links}</ul></nav> }
}
