//! What each hard condition costs: how much more there would be without it, all else as it is.

#![cfg(feature = "ssr")]

use super::words::points;
use crate::lang::use_i18n;
use domain::match_runs::Cost;
use i18n::{I18n, m};
use leptos::prelude::*;

/// The list, folded away; nothing when no condition rules anything out.
#[component]
pub(super) fn Costs(
    /// The costs.
    costs: Vec<Cost>,
) -> impl IntoView {
    let i18n = use_i18n();
    let any = !costs.is_empty();
    let rows = costs
        .into_iter()
        .map(|cost| {
            view! {
                <li class="list__item">
                    <span class="list__main">{i18n.t(wording::match_runs::condition(cost.condition))}</span>
                    <span class="list__end">{words(i18n, cost)}</span>
                </li>
            }
        })
        .collect_view();
    any.then(|| {
        view! {
            <details class="disclosure">
                <summary>{i18n.t(m::MATCH_RUNS_COSTS)}</summary>
                <div class="disclosure__body stack stack--s">
                    <p class="muted small">{i18n.t(m::MATCH_RUNS_COSTS_HINT)}</p>
                    <ul class="list">{rows}</ul>
                </div>
            </details>
        }
    })
}

/// Mentees first: that somebody has a mentor at all counts for more than points. Fewer points can come with more mentees.
fn words(i18n: I18n, cost: Cost) -> String {
    let total = points(cost.total);
    let shown = i18n.number(total.abs());
    match (cost.mentees, total) {
        (0, 0) => i18n.t(m::MATCH_RUNS_COST_NOTHING).to_owned(),
        (0, _) => i18n.f(if total > 0 { m::MATCH_RUNS_COST_POINTS } else { m::MATCH_RUNS_COST_FEWER_POINTS }, &[("points", &shown)]),
        (mentees, _) => i18n.n(m::MATCH_RUNS_COST_MENTEES, mentees, &[("points", &i18n.number(total))]),
    }
}
