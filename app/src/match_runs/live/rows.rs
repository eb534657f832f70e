//! The pairs that changed, then the lowest scores; each can be kept, forbidden or let go, and its mentor given another place.

use super::state::{PairRow, Trying};
use crate::lang::use_i18n;
use crate::match_runs::words::points;
use crate::shared::{FitParts, Reasons};
use crate::ui::keyed;
use domain::fit::views::{FitPart, FitView};
use domain::limits::CAPACITY_MAX;
use domain::match_runs::{Couple, RunSettings};
use i18n::m;
use leptos::prelude::*;

/// The rows.
#[component]
pub(super) fn Rows(trying: Trying) -> impl IntoView {
    let rows = move || {
        let rows = trying.shown.get().map(|shown| shown.rows).unwrap_or_default();
        keyed(rows.into_iter().map(|row| {
            let key = format!("{} {} {}", row.mentee.0, row.mentor.0, row.capacity);
            (key, view! { <OneRow row trying /> }.into_any())
        }))
    };
    view! { <ul class="list live__rows">{rows}</ul> }
}

#[component]
fn OneRow(row: PairRow, trying: Trying) -> impl IntoView {
    let i18n = use_i18n();
    let couple = row.couple();
    let reasons = move || {
        let told = trying.reasons.with(|reasons| reasons.get(&couple).filter(|told| !told.is_empty()).cloned());
        told.map(|reasons| view! { <Reasons reasons /> })
    };
    let both = i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &row.mentee.1), ("mentor", &row.mentor.1)]);
    let class = if row.before.is_some() { "list__item live__row live__row--changed" } else { "list__item live__row" };
    let before = row.before.map(|before| {
        let name = before.unwrap_or_else(|| i18n.t(m::MATCH_RUNS_TRY_NOBODY).to_owned());
        view! { <span class="badge badge--warn">{i18n.f(m::MATCH_RUNS_TRY_BEFORE, &[("name", &name)])}</span> }
    });
    let total = u8::try_from(points(row.score.into())).unwrap_or(100);
    let fit = FitView { total, known: FitPart::known(&row.parts), reasons: Vec::new(), parts: row.parts };
    let (mentor, capacity) = (row.mentor.0, row.capacity);
    let places = i18n.f(m::MATCH_RUNS_PLACES, &[("name", &row.mentor.1)]);
    let set = move |event: leptos::ev::Event| {
        if let Some(capacity) = event_target_value(&event).parse().ok().filter(|capacity| (0..=CAPACITY_MAX).contains(capacity)) {
            trying.change(false, |settings| settings.set_places(mentor, Some(capacity)));
        }
    };
    let button = move |label: &'static str, both: String, act: fn(&mut RunSettings, Couple)| {
        view! {
            <button type="button" class="button button--small button--quiet" on:click=move |_| trying.change(false, |settings| act(settings, couple))>
                {label} <span class="visually-hidden">": " {both}</span>
            </button>
        }
    };
    let keep = if row.pinned {
        button(i18n.t(m::MATCH_RUNS_FREE), both.clone(), RunSettings::free)
    } else {
        button(i18n.t(m::MATCH_RUNS_PIN), both.clone(), RunSettings::pin)
    };
    let forbid = button(i18n.t(m::MATCH_RUNS_FORBID), both.clone(), RunSettings::forbid);
    let of = both.clone();
    let swap_label = move || match trying.swapping.get() {
        None => i18n.t(m::MATCH_RUNS_TRY_SWAP),
        Some(first) if first == couple => i18n.t(m::MATCH_RUNS_TRY_SWAP_NOT),
        Some(_) => i18n.t(m::MATCH_RUNS_TRY_SWAP_HERE),
    };
    let swap = view! {
        <button type="button" class="button button--small button--quiet" on:click=move |_| trying.swap(couple)>
            {swap_label} <span class="visually-hidden">": " {of}</span>
        </button>
    };
    view! {
        <li class=class>
            <div class="list__main">
                <p class="list__title">{both.clone()}</p>
                <p class="list__meta">
                    {before} {row.pinned.then(|| view! { <span class="badge badge--info">{i18n.t(m::MATCH_RUNS_KEPT)}</span> })}
                </p>
                {reasons}
                <FitParts fit name=both called=wording::match_runs::criterion />
            </div>
            <div class="cluster">
                {keep} {forbid} {swap}
                <input
                    class="input capacity"
                    type="number"
                    min="0"
                    max=CAPACITY_MAX.to_string()
                    value=capacity.to_string()
                    aria-label=places
                    on:change=set
                />
            </div>
        </li>
    }
}
