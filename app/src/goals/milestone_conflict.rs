//! Somebody else saved the same milestone meanwhile: both versions of what doesn't fit, a choice, and one's own to work on, in
//! the milestone's row.

use super::EditMilestone;
use super::conflict::Versions;
use super::milestone_edit::{Base, DueField, TitleField};
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::GoalId;
use domain::goals::views::MilestoneConflict;
use domain::goals::{FieldConflict, MilestoneDraft, MilestoneField};
use i18n::m;
use leptos::prelude::*;

/// The second save, on what is saved by now.
#[component]
pub(super) fn MilestoneConflictForm(goal: GoalId, conflict: MilestoneConflict, action: FormAction<EditMilestone>) -> impl IntoView {
    let i18n = use_i18n();
    let joined = MilestoneDraft::from(&conflict.joined);
    let mine = MilestoneDraft::from(&conflict.mine);
    let open: Vec<MilestoneField> = conflict.fields.iter().map(|c| c.field).collect();
    // What fits is sent along as it was joined.
    let rest = MilestoneField::ALL
        .iter()
        .filter(|field| !open.contains(field))
        .map(|field| view! { <Hidden name=field.as_str() value=value(&joined, *field) /> })
        .collect_view();
    let prefix = format!("m-{}", conflict.milestone);
    let fields = conflict
        .fields
        .into_iter()
        .map(|conflict| view! { <Field prefix=prefix.clone() mine=value(&mine, conflict.field) conflict /> })
        .collect_view();
    view! {
        <Form action=action class="stack stack--s" done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Notice kind="warn">
                <p>{conflict.sentence}</p>
                <p>{i18n.t(m::GOALS_CONFLICT_TEXT)}</p>
            </Notice>
            <Hidden name="goal" value=goal.to_string() />
            <Hidden name="milestone" value=conflict.milestone.to_string() />
            <Base base=MilestoneDraft::from(&conflict.theirs) />
            {rest}
            {fields}
            <div class="cluster">
                <Submit label=i18n.t(m::GOALS_CONFLICT_SAVE) class="button button--small" />
            </div>
        </Form>
    }
}

/// A field's value as the form sends it.
fn value(draft: &MilestoneDraft, field: MilestoneField) -> String {
    match field {
        MilestoneField::Title => draft.title.clone(),
        MilestoneField::DueOn => draft.due_on.clone(),
    }
}

/// One field of the milestone, with mine to change.
#[component]
fn Field(prefix: String, conflict: FieldConflict<MilestoneField>, mine: String) -> impl IntoView {
    let i18n = use_i18n();
    let label = i18n.t(m::GOALS_CONFLICT_MINE);
    let (title, own) = match conflict.field {
        MilestoneField::Title => (m::GOALS_MILESTONE, view! { <TitleField prefix label value=mine /> }.into_any()),
        MilestoneField::DueOn => (m::GOALS_MILESTONE_DUE, view! { <DueField prefix label value=mine /> }.into_any()),
    };
    view! {
        <Versions name=conflict.field.as_str() title=i18n.t(title) mine=conflict.mine theirs=conflict.theirs>
            {own}
        </Versions>
    }
}
