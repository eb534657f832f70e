//! What a run came to: a few numbers, the proof in a sentence, and how the scores lie.

#![cfg(feature = "ssr")]

use super::costs::Costs;
use super::words::points;
use crate::lang::use_i18n;
use crate::ui::Notice;
use domain::match_runs::{RunNumbers, RunObjective, STEPS};
use i18n::m;
use leptos::prelude::*;

/// The numbers.
#[component]
pub(super) fn Numbers(numbers: RunNumbers, objective: RunObjective) -> impl IntoView {
    let i18n = use_i18n();
    let number = |n: i64| i18n.number(n);
    let mentees = number(numbers.mentees.into());
    let best = numbers.best.map_or(numbers.total, |(_, total)| total);
    let mut stats = vec![
        (number(numbers.matched.into()), i18n.f(m::MATCH_RUNS_STAT_MATCHED, &[("mentees", &mentees)])),
        (number(points(numbers.total)), i18n.f(m::MATCH_RUNS_STAT_TOTAL, &[("best", &number(points(best)))])),
        (number(points(numbers.greedy.1)), i18n.f(m::MATCH_RUNS_STAT_GREEDY, &[("matched", &number(numbers.greedy.0))])),
        (number(numbers.among_best_five.into()), i18n.t(m::MATCH_RUNS_STAT_FIVE).to_owned()),
    ];
    for (key, granted) in [
        (m::MATCH_RUNS_STAT_PREFERENCE_MENTEES, numbers.preferences.mentees),
        (m::MATCH_RUNS_STAT_PREFERENCE_MENTORS, numbers.preferences.mentors),
    ] {
        if granted.with_preferences > 0 {
            let words =
                i18n.f(key, &[("with_preferences", &number(granted.with_preferences.into())), ("first", &number(granted.first.into()))]);
            stats.push((number(granted.any.into()), words));
        }
    }
    if let (Some(worst), Some(median)) = (numbers.worst, numbers.median) {
        stats.push((number(points(worst)), i18n.t(m::MATCH_RUNS_STAT_WORST).to_owned()));
        stats.push((number(points(median)), i18n.t(m::MATCH_RUNS_STAT_MEDIAN).to_owned()));
    }
    let stats = stats
        .into_iter()
        .map(|(number, word)| {
            view! { <li class="stat"><span class="stat__number">{number}</span> <span class="stat__word">{word}</span></li> }
        })
        .collect_view();
    let (kind, proof) = match (numbers.proven, objective) {
        (false, _) => ("warn", m::MATCH_RUNS_NOT_PROVEN),
        (true, RunObjective::Stable) => ("ok", m::MATCH_RUNS_PROVEN_STABLE),
        (true, _) => ("ok", m::MATCH_RUNS_PROVEN),
    };
    let dropped =
        (numbers.dropped > 0).then(|| view! { <Notice kind="warn">{i18n.n(m::MATCH_RUNS_DROPPED, numbers.dropped.into(), &[])}</Notice> });
    view! {
        <section class="stack">
            <ul class="stats" role="list">{stats}</ul>
            <Notice kind=kind>{i18n.t(proof)}</Notice>
            {dropped}
            <Scores steps=numbers.steps />
            <Costs costs=numbers.costs />
        </section>
    }
}

/// How many pairs have a score in each tenth of the scale.
#[component]
fn Scores(steps: Vec<u32>) -> impl IntoView {
    let i18n = use_i18n();
    let most = steps.iter().copied().max().unwrap_or(0);
    let width = 100 / i64::try_from(STEPS).unwrap_or(1);
    let rows = (0_i64..)
        .zip(steps)
        .map(|(step, count)| {
            let (from, to) = (i18n.number(step * width), i18n.number((step + 1) * width));
            let label = i18n.f(m::MATCH_RUNS_STEP, &[("from", &from), ("to", &to)]);
            view! {
                <li class="fitbars__part">
                    <span class="fitbars__label">{label.clone()}</span>
                    <meter class="meter" min="0" max=most.max(1).to_string() value=count.to_string() aria-label=label></meter>
                    <span class="fitbars__words">{i18n.number(count.into())}</span>
                </li>
            }
        })
        .collect_view();
    (most > 0).then(|| {
        view! {
            <details class="disclosure">
                <summary>{i18n.t(m::MATCH_RUNS_SCORES)}</summary>
                <div class="disclosure__body"><ul class="fitbars" role="list">{rows}</ul></div>
            </details>
        }
    })
}
