//! A new goal: a starting point first, then the form.

use super::fields::GoalFieldset;
use super::list::Templates;
use super::{CreateGoal, start_goal};
use crate::AppError;
use crate::data::Data;
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::shared::space_crumbs;
use crate::ui::form::{FieldError, Form, FormAction, Hidden, Submit, use_form};
use crate::ui::{Loaded, PageHead};
use domain::MentorshipId;
use domain::goals::views::{GoalStart, NewGoal};
use domain::limits::{MILESTONE_TITLE_MAX, MILESTONES_MAX};
use domain::mentorships::SpaceRole;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/mentorships/{id}/goals/new`; `from` names the starting point.
#[derive(Debug)]
pub struct NewGoalPage;

#[lazy_route]
impl LazyRoute for NewGoalPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let source = move || (params.read().get("id").unwrap_or_default(), query.read().get("from").unwrap_or_default());
        let fetch = async |(id, from): (String, String)| match id.parse() {
            Ok(id) => start_goal(id, from).await,
            Err(_) => Err(AppError::NotFound),
        };
        let data = Data::new(source, fetch);
        let create = FormAction::new();
        view! { <Loaded data let:new> <NewView new action=create /> </Loaded> }.into_any()
    }
}

#[component]
fn NewView(new: NewGoal, action: FormAction<CreateGoal>) -> impl IntoView {
    let i18n = use_i18n();
    let NewGoal { head, templates, start } = new;
    let mentor = head.role == SpaceRole::Mentor;
    let id = head.id;
    let crumbs = space_crumbs(&head, true);
    let title = i18n.t(if mentor { m::GOALS_PROPOSE } else { m::GOALS_ADD });
    let name = head.other().map(|other| other.name.clone()).unwrap_or_default();
    let lead = if mentor { i18n.t(m::GOALS_PROPOSE_LEAD).to_owned() } else { i18n.f(m::GOALS_CREATE_LEAD, &[("name", &name)]) };
    match start {
        Some(start) => view! {
            <PageHead title crumbs lead />
            <StartForm id start mentor action />
        }
        .into_any(),
        None => view! {
            <PageHead title crumbs lead=i18n.t(m::GOALS_NEW_LEAD)>
                <a class="button" href=format!("/mentorships/{id}/goals/new?from=blank")>{i18n.t(m::GOALS_BLANK)}</a>
            </PageHead>
            <Templates id templates />
        }
        .into_any(),
    }
}

#[component]
fn StartForm(id: MentorshipId, start: GoalStart, mentor: bool, action: FormAction<CreateGoal>) -> impl IntoView {
    let i18n = use_i18n();
    let GoalStart { draft, milestones } = start;
    let milestones = milestones.into_iter().map(|(title, day)| (title, day.map(|d| d.to_string()).unwrap_or_default())).collect();
    view! {
        <Form action=action>
            <Hidden name="mentorship" value=id.to_string() />
            <GoalFieldset draft />
            <MilestoneRows milestones />
            <div class="form__actions">
                <Submit label=i18n.t(if mentor { m::GOALS_PROPOSE_NOW } else { m::GOALS_CREATE }) />
                <a class="button button--quiet" href=format!("/mentorships/{id}/goals/new")>{i18n.t(m::GOALS_ANOTHER_START)}</a>
            </div>
        </Form>
    }
}

/// Rows offered beyond those that the starting point fills.
const EMPTY_ROWS: usize = 3;

/// The rows as they were typed before, if this form came back; else those of the starting point; and some empty ones.
fn rows(milestones: Vec<(String, String)>) -> Vec<(String, String)> {
    let typed = use_flash(CreateGoal::url()).map(|flash| flash.values).unwrap_or_default();
    let all = |name: &'static str| typed.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.clone());
    let mut rows: Vec<(String, String)> = all("milestones[]").zip(all("days[]")).collect();
    if rows.is_empty() {
        rows = milestones;
        rows.extend(std::iter::repeat_n((String::new(), String::new()), EMPTY_ROWS));
    }
    rows.truncate(MILESTONES_MAX);
    rows
}

#[component]
fn MilestoneRows(milestones: Vec<(String, String)>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let rows = rows(milestones)
        .into_iter()
        .enumerate()
        .map(|(i, (title, day))| {
            let number = i18n.number(i64::try_from(i + 1).unwrap_or_default());
            // The first row carries the field's name as its id, so that the error summary's link finds it.
            let id = if i == 0 { "milestones".to_owned() } else { format!("milestones-{i}") };
            view! {
                <li class="step">
                    <input
                        class="input"
                        dir="auto"
                        id=id
                        name="milestones[]"
                        value=title
                        maxlength=MILESTONE_TITLE_MAX.to_string()
                        aria-label=i18n.f(m::GOALS_MILESTONE_N, &[("number", &number)])
                    />
                    <input class="input" type="date" name="days[]" value=day aria-label=i18n.f(m::GOALS_MILESTONE_DAY_N, &[("number", &number)]) />
                </li>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field choices" class:field--invalid=move || form.problem("milestones").is_some()>
            <legend class="field__label">{i18n.t(m::GOALS_MILESTONES)}</legend>
            <p class="field__hint">{i18n.t(m::GOALS_HINT_MILESTONES)}</p>
            <ol class="step-list">{rows}</ol>
            <FieldError name="milestones" />
        </fieldset>
    }
}
