//! Fields that a new goal's form and the form of a change share.

use super::words::mode_name;
use crate::lang::use_i18n;
use crate::ui::form::{Choice, Select, TextArea, TextField};
use domain::goals::{GoalDraft, ProgressMode};
use domain::limits::{GOAL_TEXT_MAX, GOAL_TITLE_MAX};
use i18n::m;
use leptos::prelude::*;

/// Title, why, success, target date.
#[component]
pub(super) fn GoalFieldset(draft: GoalDraft) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <TextField
            name="title"
            label=i18n.t(m::GOALS_FIELD_TITLE)
            hint=i18n.t(m::GOALS_HINT_TITLE)
            value=draft.title
            required=true
            maxlength=GOAL_TITLE_MAX
        />
        <TextArea name="why" label=i18n.t(m::GOALS_FIELD_WHY) hint=i18n.t(m::GOALS_HINT_WHY) value=draft.why rows=3 maxlength=GOAL_TEXT_MAX />
        <TextArea
            name="success"
            label=i18n.t(m::GOALS_FIELD_SUCCESS)
            hint=i18n.t(m::GOALS_HINT_SUCCESS)
            value=draft.success
            rows=3
            maxlength=GOAL_TEXT_MAX
        />
        <TextField name="target_on" label=i18n.t(m::GOALS_FIELD_TARGET) kind="date" value=draft.target_on />
    }
}

/// How progress is told, and how far it is by hand.
#[component]
pub(super) fn ProgressFieldset(draft: GoalDraft) -> impl IntoView {
    view! {
        <div class="field-row">
            <ModeField value=draft.progress_mode />
            <ProgressField value=draft.progress />
        </div>
    }
}

/// How progress is told.
#[component]
pub(super) fn ModeField(value: String) -> impl IntoView {
    let i18n = use_i18n();
    let options = ProgressMode::ALL.iter().map(|mode| Choice::new(mode.as_str(), i18n.t(mode_name(*mode)))).collect::<Vec<_>>();
    view! { <Select name="progress_mode" label=i18n.t(m::GOALS_FIELD_MODE) options value required=true /> }
}

/// Progress by hand, in percent.
#[component]
pub(super) fn ProgressField(value: String) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <TextField
            name="progress"
            label=i18n.t(m::GOALS_FIELD_PROGRESS)
            hint=i18n.t(m::GOALS_HINT_PROGRESS)
            kind="number"
            inputmode="numeric"
            value
        />
    }
}
