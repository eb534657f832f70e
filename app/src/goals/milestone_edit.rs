//! Adding a milestone, and changing or removing one: small forms whose fields have ids of their own, because a page holds
//! several of them.

use super::actions::GoalActions;
use super::{AddMilestone, EditMilestone};
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{
    ActionForm, ConflictFields, ConflictForm, FieldError, Form, FormAction, Hidden, Submit, base_fields, returned_base, use_form,
};
use domain::editing::Conflict;
use domain::goals::{MilestoneDraft, MilestoneField};
use domain::limits::MILESTONE_TITLE_MAX;
use domain::{GoalId, MilestoneId};
use i18n::{I18n, m};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What is to be done and until when, side by side.
#[component]
fn Fields(prefix: String, draft: MilestoneDraft) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="field-row">
            <TitleField prefix=prefix.clone() label=i18n.t(m::GOALS_MILESTONE) value=draft.title />
            <DueField prefix label=i18n.t(m::GOALS_MILESTONE_DUE) value=draft.due_on />
        </div>
    }
}

/// What is to be done.
#[component]
fn TitleField(prefix: String, label: &'static str, value: String) -> impl IntoView {
    let form = use_form();
    let id = format!("{prefix}-title");
    view! {
        <div class="field" class:field--invalid=move || form.problem("title").is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            <input class="input" dir="auto" id=id name="title" value=value required=true maxlength=MILESTONE_TITLE_MAX.to_string() />
            <FieldError name="title" />
            <FieldError name="milestones" />
        </div>
    }
}

/// Until when.
#[component]
fn DueField(prefix: String, label: &'static str, value: String) -> impl IntoView {
    let form = use_form();
    let id = format!("{prefix}-due");
    view! {
        <div class="field" class:field--invalid=move || form.problem("due_on").is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            <input class="input" type="date" id=id name="due_on" value=value />
            <FieldError name="due_on" />
        </div>
    }
}

/// One of these forms that came back, posted without JavaScript.
struct Returned {
    /// What was typed into it.
    mine: MilestoneDraft,
    /// What it was made from.
    base: MilestoneDraft,
}

/// What came back of the form of this milestone, or of a new one.
fn returned(url: &str, milestone: Option<MilestoneId>) -> Option<Returned> {
    let flash = use_flash(url).filter(|flash| flash.error.is_some())?;
    let value = |name: &str| flash.values.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let mine = MilestoneDraft { title: value("title").unwrap_or_default(), due_on: value("due_on").unwrap_or_default() };
    let this_one = value("milestone") == milestone.map(|id| id.to_string());
    this_one.then(|| Returned { mine, base: returned_base(url, &MilestoneDraft::default()) })
}

/// A new milestone.
#[component]
pub(super) fn AddRow(goal: GoalId, action: FormAction<AddMilestone>) -> impl IntoView {
    let i18n = use_i18n();
    let before = returned(AddMilestone::url(), None);
    let open = before.is_some();
    let draft = before.map(|before| before.mine).unwrap_or_default();
    view! {
        <details class="disclosure" open=open>
            <summary>{i18n.t(m::GOALS_ADD_MILESTONE)}</summary>
            <div class="disclosure__body">
                <Form action=action reset=true>
                    <Hidden name="goal" value=goal.to_string() />
                    <Fields prefix="new".to_owned() draft />
                    <div class="form__actions">
                        <Submit label=i18n.t(m::GOALS_ADD_MILESTONE) class="button" />
                    </div>
                </Form>
            </div>
        </details>
    }
}

/// Changing or removing a milestone, folded away in its row; or both versions, after a save that didn't fit.
#[component]
pub(super) fn EditRow(
    actions: GoalActions,
    goal: GoalId,
    id: MilestoneId,
    saved: MilestoneDraft,
    conflict: Option<Conflict<MilestoneDraft>>,
) -> impl IntoView {
    let i18n = use_i18n();
    // What came back with the page is over once something was saved on it.
    let fresh = actions.change.version().get_untracked() == 0;
    let before = returned(EditMilestone::url(), Some(id)).filter(|_| fresh);
    let open = before.is_some() || conflict.is_some();
    let name = saved.title.clone();
    let removed = saved.title.clone();
    let form = match conflict {
        Some(conflict) => {
            let about = vec![("goal", goal.to_string()), ("milestone", id.to_string())];
            view! { <ConflictForm conflict fields=conflict_fields(id) about small=true action=actions.change /> }.into_any()
        }
        None => view! { <EditForm actions goal id saved before /> }.into_any(),
    };
    view! {
        <details class="milestone__edit" open=open>
            <summary class="icon-button icon-button--small" aria-label=i18n.f(m::GOALS_EDIT_MILESTONE, &[("milestone", &name)])>
                <Icon name="edit" />
            </summary>
            <div class="stack stack--s">
                {form}
                <ActionForm action=actions.remove>
                    <Hidden name="goal" value=goal.to_string() />
                    <Hidden name="milestone" value=id.to_string() />
                    <button type="submit" class="button button--small button--quiet">
                        <Icon name="trash" class="icon--s" />
                        {i18n.t(m::COMMON_REMOVE)}
                        <span class="visually-hidden">": " {removed}</span>
                    </button>
                </ActionForm>
            </div>
        </details>
    }
}

#[component]
fn EditForm(actions: GoalActions, goal: GoalId, id: MilestoneId, saved: MilestoneDraft, before: Option<Returned>) -> impl IntoView {
    let i18n = use_i18n();
    // A form that comes back goes on from where it began, not from what is saved by now.
    let Returned { mine, base } = before.unwrap_or_else(|| Returned { mine: saved.clone(), base: saved });
    view! {
        <Form action=actions.change class="stack stack--s" own_conflict=true>
            <Hidden name="goal" value=goal.to_string() />
            <Hidden name="milestone" value=id.to_string() />
            {base_fields(&base)}
            <Fields prefix=format!("m-{id}") draft=mine />
            <div class="cluster"><Submit label=i18n.t(m::COMMON_SAVE) class="button button--small" /></div>
        </Form>
    }
}

/// Both versions of a milestone's fields, in words and to change.
fn conflict_fields(id: MilestoneId) -> ConflictFields<MilestoneDraft> {
    let input = move |field, value| {
        let (prefix, label) = (format!("m-{id}"), use_i18n().t(m::COMMON_CONFLICT_MINE));
        match field {
            MilestoneField::Title => view! { <TitleField prefix label value /> }.into_any(),
            MilestoneField::DueOn => view! { <DueField prefix label value /> }.into_any(),
        }
    };
    let label = |field| match field {
        MilestoneField::Title => m::GOALS_MILESTONE,
        MilestoneField::DueOn => m::GOALS_MILESTONE_DUE,
    };
    let words = |i18n: I18n, field, text: &str| match field {
        MilestoneField::DueOn => text.parse().map_or_else(|_| text.to_owned(), |day| i18n.date(day)),
        MilestoneField::Title => text.to_owned(),
    };
    ConflictFields { label, words, input: Box::new(input) }
}
