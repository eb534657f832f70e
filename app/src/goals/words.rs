//! States of goals and how progress is told, in the reader's words.

use crate::lang::use_i18n;
use domain::goals::{GoalStatus, ProgressMode};
use i18n::{Key, m};
use leptos::prelude::*;

/// The name of a state.
const fn status_name(status: GoalStatus) -> Key {
    match status {
        GoalStatus::Proposed => m::GOALS_STATUS_PROPOSED,
        GoalStatus::Open => m::GOALS_STATUS_OPEN,
        GoalStatus::Achieved => m::GOALS_STATUS_ACHIEVED,
        GoalStatus::Dropped => m::GOALS_STATUS_DROPPED,
    }
}

/// How progress is told.
pub(super) const fn mode_name(mode: ProgressMode) -> Key {
    match mode {
        ProgressMode::Milestones => m::GOALS_MODE_MILESTONES,
        ProgressMode::Hand => m::GOALS_MODE_HAND,
    }
}

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
    view! { <span class=class>{i18n.t(status_name(status))}</span> }
}
