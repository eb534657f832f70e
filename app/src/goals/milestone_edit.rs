//! Adding a milestone, and changing or removing one: small forms whose fields have ids of their own, because a page holds
//! several of them.

use super::acts::Acts;
use super::{AddMilestone, EditMilestone};
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{FieldError, Form, Hidden, Submit, use_form};
use domain::goals::views::MilestoneView;
use domain::limits::MILESTONE_TITLE_MAX;
use domain::{GoalId, MilestoneId};
use i18n::m;
use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What is to be done and until when, side by side.
#[component]
fn Fields(prefix: String, title: String, due_on: String) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let (title_id, due_id) = (format!("{prefix}-title"), format!("{prefix}-due"));
    view! {
        <div class="field-row">
            <div class="field" class:field--invalid=move || form.problem("title").is_some()>
                <label class="field__label" for=title_id.clone()>{i18n.t(m::GOALS_MILESTONE)}</label>
                <input class="input" dir="auto" id=title_id name="title" value=title required=true maxlength=MILESTONE_TITLE_MAX.to_string() />
                <FieldError name="title" />
                <FieldError name="milestones" />
            </div>
            <div class="field" class:field--invalid=move || form.problem("due_on").is_some()>
                <label class="field__label" for=due_id.clone()>{i18n.t(m::GOALS_MILESTONE_DUE)}</label>
                <input class="input" type="date" id=due_id name="due_on" value=due_on />
                <FieldError name="due_on" />
            </div>
        </div>
    }
}

/// What was typed into one of these forms before, if it came back.
fn typed(url: &str, milestone: Option<MilestoneId>) -> Option<(String, String)> {
    let flash = use_flash(url).filter(|flash| flash.error.is_some())?;
    let value = |name: &str| flash.values.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let this_one = value("milestone") == milestone.map(|id| id.to_string());
    this_one.then(|| (value("title").unwrap_or_default(), value("due_on").unwrap_or_default()))
}

/// A new milestone.
#[component]
pub(super) fn AddRow(goal: GoalId, action: ServerAction<AddMilestone>) -> impl IntoView {
    let i18n = use_i18n();
    let before = typed(AddMilestone::url(), None);
    let open = before.is_some();
    let (title, due_on) = before.unwrap_or_default();
    view! {
        <details class="disclosure" open=open>
            <summary>{i18n.t(m::GOALS_ADD_MILESTONE)}</summary>
            <div class="disclosure__body">
                <Form action=action reset=true>
                    <Hidden name="goal" value=goal.to_string() />
                    <Fields prefix="new".to_owned() title due_on />
                    <div class="form__actions">
                        <Submit label=i18n.t(m::GOALS_ADD_MILESTONE) class="button" />
                    </div>
                </Form>
            </div>
        </details>
    }
}

/// Changing or removing a milestone, folded away in its row.
#[component]
pub(super) fn EditRow(acts: Acts, goal: GoalId, milestone: MilestoneView) -> impl IntoView {
    let i18n = use_i18n();
    let before = typed(EditMilestone::url(), Some(milestone.id));
    let open = before.is_some();
    let name = milestone.title.clone();
    let removed = milestone.title.clone();
    let (title, due_on) = before.unwrap_or_else(|| (milestone.title, milestone.due.map(|due| due.on.to_string()).unwrap_or_default()));
    view! {
        <details class="milestone__edit" open=open>
            <summary class="icon-button icon-button--small" aria-label=i18n.f(m::GOALS_EDIT_MILESTONE, &[("milestone", &name)])>
                <Icon name="edit" />
            </summary>
            <div class="stack stack--s">
                <Form action=acts.change class="stack stack--s">
                    <Hidden name="goal" value=goal.to_string() />
                    <Hidden name="milestone" value=milestone.id.to_string() />
                    <Fields prefix=format!("m-{}", milestone.id) title due_on />
                    <div class="cluster"><Submit label=i18n.t(m::COMMON_SAVE) class="button button--small" /></div>
                </Form>
                <ActionForm action=acts.remove>
                    <Hidden name="goal" value=goal.to_string() />
                    <Hidden name="milestone" value=milestone.id.to_string() />
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
