//! Changing a goal's fields. The form carries what it was made from, so that two people's changes can be told apart.

use super::EditGoal;
use super::acts::Acts;
use super::conflict::ConflictForm;
use super::fields::{GoalFieldset, ProgressFieldset};
use crate::flash::{Flash, use_flash};
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::goals::views::GoalView;
use domain::goals::{GoalDraft, GoalField};
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The form, folded away; or both versions, after a save that didn't fit.
#[component]
pub(super) fn EditSection(acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    let may = acts.part(|g| g.may.edit);
    move || {
        // Made anew after a save, and not when something else about the goal changes: somebody may be typing.
        acts.edition.track();
        let conflict = acts.conflict.get();
        may.get().then(|| {
            acts.typed.set_value(false);
            let open = conflict.is_some() || failed().is_some();
            let form = match conflict {
                Some(conflict) => {
                    let goal = acts.goal.with_untracked(|g| g.id);
                    view! { <ConflictForm goal conflict action=acts.edit /> }.into_any()
                }
                None => view! { <EditForm goal=acts.goal.get_untracked() action=acts.edit /> }.into_any(),
            };
            view! {
                <details class="disclosure" open=open on:input=move |_| acts.typed.set_value(true)>
                    <summary>{i18n.t(m::GOALS_EDIT)}</summary>
                    <div class="disclosure__body">{form}</div>
                </details>
            }
        })
    }
}

/// The form as it was posted without JavaScript, when it could not be saved.
fn failed() -> Option<Flash> {
    use_flash(EditGoal::url()).filter(|flash| flash.error.is_some())
}

#[component]
fn EditForm(goal: GoalView, action: FormAction<EditGoal>) -> impl IntoView {
    let i18n = use_i18n();
    let draft = GoalDraft::from(&goal.fields);
    // A form that comes back goes on from where it began, not from what is saved by now.
    let before = failed().map(|flash| flash.values).unwrap_or_default();
    let from = |name: &str, otherwise: &str| {
        before.iter().find(|(n, _)| n == name).map_or_else(|| otherwise.to_owned(), |(_, value)| value.clone())
    };
    let version = from("version", &goal.version.to_string());
    let base = GoalDraft {
        title: from(base_name(GoalField::Title), &draft.title),
        why: from(base_name(GoalField::Why), &draft.why),
        success: from(base_name(GoalField::Success), &draft.success),
        target_on: from(base_name(GoalField::TargetOn), &draft.target_on),
        progress_mode: from(base_name(GoalField::ProgressMode), &draft.progress_mode),
        progress: from(base_name(GoalField::Progress), &draft.progress),
    };
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Hidden name="goal" value=goal.id.to_string() />
            <Hidden name="version" value=version />
            <Base base />
            <GoalFieldset draft=draft.clone() />
            <ProgressFieldset draft />
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}

/// What the form was made from, sent along unseen.
#[component]
pub(super) fn Base(base: GoalDraft) -> impl IntoView {
    view! {
        <Hidden name=base_name(GoalField::Title) value=base.title />
        <Hidden name=base_name(GoalField::Why) value=base.why />
        <Hidden name=base_name(GoalField::Success) value=base.success />
        <Hidden name=base_name(GoalField::TargetOn) value=base.target_on />
        <Hidden name=base_name(GoalField::ProgressMode) value=base.progress_mode />
        <Hidden name=base_name(GoalField::Progress) value=base.progress />
    }
}

/// The name under which a field's first value is sent.
const fn base_name(field: GoalField) -> &'static str {
    match field {
        GoalField::Title => "base[title]",
        GoalField::Why => "base[why]",
        GoalField::Success => "base[success]",
        GoalField::TargetOn => "base[target_on]",
        GoalField::ProgressMode => "base[progress_mode]",
        GoalField::Progress => "base[progress]",
    }
}
