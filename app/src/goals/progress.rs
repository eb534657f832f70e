//! How far a goal is, and telling it by hand.

use super::SetProgress;
use super::actions::GoalActions;
use crate::lang::use_i18n;
use crate::ui::ProgressLine;
use crate::ui::form::{FieldError, Form, FormAction, Hidden, Submit, use_form};
use domain::GoalId;
use domain::goals::ProgressMode;
use i18n::m;
use leptos::prelude::*;

/// The bar, the milestones counted, and the field to tell the progress when that is how it is told.
#[component]
pub(super) fn ProgressCard(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let percent = actions.part(|g| g.percent);
    let counted = actions.part(|g| g.milestones_done.clone());
    let by_hand = actions.part(|g| (g.id, g.may.tick && g.fields.progress_mode == ProgressMode::Hand));
    view! {
        <section class="card" aria-labelledby="progress-title">
            <h2 class="card__title" id="progress-title">{i18n.t(m::GOALS_FIELD_PROGRESS)}</h2>
            <ProgressLine percent=Signal::from(percent) label=i18n.t(m::GOALS_FIELD_PROGRESS) large=true />
            {move || counted.get().map(|words| view! { <p class="muted small">{words}</p> })}
            {move || {
                let (goal, may) = by_hand.get();
                may.then(|| view! { <ByHand goal percent=percent.get_untracked() action=actions.progress /> })
            }}
        </section>
    }
}

#[component]
fn ByHand(goal: GoalId, percent: u8, action: FormAction<SetProgress>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) class="stack stack--s">
            <Hidden name="goal" value=goal.to_string() />
            <Percent percent />
            <div class="cluster"><Submit label=i18n.t(m::GOALS_TELL_PROGRESS) class="button button--small" /></div>
        </Form>
    }
}

/// A range and not a number field: one drags a bar to where one thinks one is.
#[component]
fn Percent(percent: u8) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    view! {
        <div class="field" class:field--invalid=move || form.problem("progress").is_some()>
            <label class="field__label" for="tell-progress">{i18n.t(m::GOALS_HOW_FAR)}</label>
            <input type="range" id="tell-progress" name="progress" min="0" max="100" step="5" value=percent.to_string() />
            <FieldError name="progress" />
        </div>
    }
}
