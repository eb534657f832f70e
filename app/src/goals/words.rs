//! States of goals and how progress is told, in the reader's words.

use crate::lang::use_i18n;
use domain::goals::GoalStatus;
use leptos::prelude::*;

/// Where a goal is.
#[component]
pub(super) fn GoalBadge(status: GoalStatus) -> impl IntoView {
    let i18n = use_i18n();
    let class = match status {
        GoalStatus::Proposed => "badge badge--info",
        GoalStatus::Open => "badge",
        GoalStatus::Achieved => "badge badge--ok",
        GoalStatus::Dropped => "badge badge--quiet",
    };
    view! { <span class=class>{i18n.t(wording::goals::status(status))}</span> }
}
