//! Who changed what, and when.

use super::actions::GoalActions;
use crate::lang::use_i18n;
use domain::goals::views::HistoryView;
use i18n::m;
use leptos::prelude::*;

/// The history, folded away.
#[component]
pub(super) fn History(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let lines = actions.part(|g| g.history.clone());
    let older = actions.part(|g| g.history_older);
    view! {
        <details class="disclosure">
            <summary>{i18n.t(m::GOALS_HISTORY)}</summary>
            <div class="disclosure__body">
                <ol class="timeline">{move || lines.get().into_iter().map(|line| view! { <Line line /> }).collect_view()}</ol>
                {move || older.get().then(|| view! { <p class="muted small">{i18n.t(m::GOALS_HISTORY_OLDER)}</p> })}
            </div>
        </details>
    }
}

#[component]
fn Line(line: HistoryView) -> impl IntoView {
    let change = (line.before.is_some() || line.after.is_some()).then(|| {
        view! {
            <p class="change">
                {line.before.map(|before| view! { <del dir="auto">{before}</del> " " })}
                {line.after.map(|after| view! { <ins dir="auto">{after}</ins> })}
            </p>
        }
    });
    view! {
        <li>
            <p>{line.sentence}</p>
            {change}
            <span class="timeline__time">{line.when}</span>
        </li>
    }
}
