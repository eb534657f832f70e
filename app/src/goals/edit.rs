//! Changing a goal's fields. The form carries what it was made from, so that two people's changes can be told apart.

use super::EditGoal;
use super::actions::GoalActions;
use super::fields::{GoalFieldset, GoalInput, ProgressFieldset, field_name, field_words};
use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::form::{ConflictFields, ConflictForm, Form, FormAction, Hidden, Submit, base_fields, returned_base};
use domain::goals::GoalDraft;
use domain::goals::views::GoalView;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The form, folded away; or both versions, after a save that didn't fit.
#[component]
pub(super) fn EditSection(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let may = actions.part(|g| g.may.edit);
    move || {
        // Made anew after a save, and not when something else about the goal changes: somebody may be typing.
        actions.edition.track();
        let conflict = actions.conflict.get();
        may.get().then(|| {
            actions.typed.set_value(false);
            let open = conflict.is_some() || was_refused(EditGoal::url());
            let form = match conflict {
                Some(conflict) => {
                    let about = vec![("goal", actions.goal.with_untracked(|g| g.id.to_string()))];
                    view! { <ConflictForm conflict fields=conflict_fields() about action=actions.edit /> }.into_any()
                }
                None => view! { <EditForm goal=actions.goal.get_untracked() action=actions.edit /> }.into_any(),
            };
            view! {
                <details class="disclosure" open=open on:input=move |_| actions.typed.set_value(true)>
                    <summary>{i18n.t(m::GOALS_EDIT)}</summary>
                    <div class="disclosure__body">{form}</div>
                </details>
            }
        })
    }
}

/// Both versions of a goal's fields, in words and to change.
fn conflict_fields() -> ConflictFields<GoalDraft> {
    let input = |field, value| view! { <GoalInput field value mine=true /> }.into_any();
    ConflictFields { label: field_name, words: field_words, input: Box::new(input) }
}

#[component]
fn EditForm(goal: GoalView, action: FormAction<EditGoal>) -> impl IntoView {
    let i18n = use_i18n();
    let draft = GoalDraft::from(&goal.fields);
    let base = returned_base(EditGoal::url(), &draft);
    view! {
        <Form action=action done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Hidden name="goal" value=goal.id.to_string() />
            {base_fields(&base)}
            <GoalFieldset draft=draft.clone() />
            <ProgressFieldset draft />
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_SAVE) />
            </div>
        </Form>
    }
}
