//! States and fields of goals in the reader's words.

use crate::lang::use_i18n;
use domain::goals::{GoalField, GoalStatus, ProgressMode};
use i18n::{I18n, Key, m};
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

/// The label of a field.
pub(super) const fn field_name(field: GoalField) -> Key {
    match field {
        GoalField::Title => m::GOALS_FIELD_TITLE,
        GoalField::Why => m::GOALS_FIELD_WHY,
        GoalField::Success => m::GOALS_FIELD_SUCCESS,
        GoalField::TargetOn => m::GOALS_FIELD_TARGET,
        GoalField::ProgressMode => m::GOALS_FIELD_MODE,
        GoalField::Progress => m::GOALS_FIELD_PROGRESS,
    }
}

/// A field's text in words.
pub(super) fn field_words(i18n: I18n, field: GoalField, text: &str) -> String {
    let known = match field {
        GoalField::TargetOn => text.parse().ok().map(|day| i18n.date(day)),
        GoalField::ProgressMode => text.parse().ok().map(|mode| i18n.t(mode_name(mode)).to_owned()),
        GoalField::Progress => text.parse().ok().map(|percent| i18n.f(m::GOALS_PERCENT, &[("percent", &i18n.number(percent))])),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned())
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
