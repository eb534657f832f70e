//! The weights to move, undo and redo, what it comes to, and saving it.

use super::state::Trying;
use crate::lang::use_i18n;
use crate::match_runs::SaveRun;
use crate::match_runs::actions::RunActions;
use crate::match_runs::words::points;
use domain::fit::Criterion;
use i18n::m;
use leptos::prelude::*;

/// The controls.
#[component]
pub(super) fn Controls(trying: Trying, which: (String, i32), version: i32, actions: RunActions) -> impl IntoView {
    let i18n = use_i18n();
    let weights = Criterion::ALL.iter().map(|criterion| view! { <Weight trying criterion=*criterion /> }).collect_view();
    let which = StoredValue::new(which);
    let send = move |_| {
        if let Some(settings) = actions.unsaved.get_untracked() {
            let (slug, number) = which.get_value();
            actions.save.dispatch(&SaveRun { slug, number, version, settings });
        }
    };
    let result = move || {
        let shown = trying.shown.get()?;
        let number = |n: i64| i18n.number(n);
        let worst = shown.numbers.worst.map_or_else(|| "–".to_owned(), |worst| number(points(worst)));
        Some(i18n.f(
            m::MATCH_RUNS_TRY_RESULT,
            &[
                ("matched", &number(shown.numbers.matched.into())),
                ("mentees", &number(shown.numbers.mentees.into())),
                ("total", &number(points(shown.numbers.total))),
                ("worst", &worst),
                ("ms", &number(shown.millis)),
            ],
        ))
    };
    let changed = move || trying.shown.get().map(|shown| i18n.n(m::MATCH_RUNS_TRY_CHANGED, i64::try_from(shown.changed).unwrap_or(0), &[]));
    view! {
        <div class="grid grid--small">{weights}</div>
        <p role="status" class="live__result"><strong>{result}</strong> " " {changed}</p>
        <div class="cluster">
            <button type="button" class="button button--small" disabled=move || !trying.can_undo() on:click=move |_| trying.undo()>
                {i18n.t(m::MATCH_RUNS_TRY_UNDO)}
            </button>
            <button type="button" class="button button--small" disabled=move || !trying.can_redo() on:click=move |_| trying.redo()>
                {i18n.t(m::MATCH_RUNS_TRY_REDO)}
            </button>
            <button
                type="button"
                class="button button--small button--primary"
                disabled=move || !trying.differs()
                aria-busy=move || actions.save.pending().get().then_some("true")
                on:click=send
            >
                {i18n.t(m::MATCH_RUNS_TRY_SAVE)}
            </button>
        </div>
    }
}

/// One weight.
#[component]
fn Weight(trying: Trying, criterion: Criterion) -> impl IntoView {
    let i18n = use_i18n();
    let moving = StoredValue::new(false);
    let weight = move || trying.settings.with(|settings| settings.weights.of(criterion));
    let id = format!("try-{criterion}");
    let set = move |event: leptos::ev::Event| {
        if let Ok(weight) = event_target_value(&event).parse() {
            trying.change(moving.get_value(), |settings| settings.weights = settings.weights.with(criterion, weight));
            moving.set_value(true);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {i18n.t(wording::match_runs::criterion(criterion))} " " <span class="muted">{move || i18n.number(weight().into())}</span>
            </label>
            <input
                class="range"
                type="range"
                id=id
                min="0"
                max="1000"
                step="10"
                prop:value=move || weight().to_string()
                on:input=set
                on:change=move |_| moving.set_value(false)
            />
        </div>
    }
}
