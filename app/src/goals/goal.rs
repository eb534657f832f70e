//! One goal: what, why, how far, by which milestones, what the two say about it, and who changed what.

use super::actions::GoalActions;
use super::comments::Comments;
use super::edit::EditSection;
use super::fields::{Input, field_name, with_input};
use super::history::History;
use super::load_goal;
use super::milestones::Milestones;
use super::progress::ProgressCard;
use super::status::{Reached, StatusActs};
use super::words::GoalBadge;
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::space_crumbs;
use crate::ui::{Icon, Loaded, Notice, PageHead};
use domain::editing::Draft;
use domain::goals::views::GoalView;
use domain::goals::{GoalDraft, GoalField};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/mentorships/{id}/goals/{goal}`.
#[derive(Debug)]
pub struct GoalPage;

#[lazy_route]
impl LazyRoute for GoalPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let source = move || {
            let params = params.read();
            (params.get("id").unwrap_or_default(), params.get("goal").unwrap_or_default())
        };
        let data = Data::new(source, fetch);
        view! { <Loaded data let:goal> <GoalBody goal /> </Loaded> }.into_any()
    }
}

/// The goal of an address. One that belongs to another mentorship than the address says isn't there.
async fn fetch((mentorship, goal): (String, String)) -> Result<GoalView, AppError> {
    let Ok(id) = goal.parse() else { return Err(AppError::NotFound) };
    let goal = load_goal(id).await?;
    if goal.head.id.to_string() == mentorship { Ok(goal) } else { Err(AppError::NotFound) }
}

#[component]
fn GoalBody(goal: GoalView) -> impl IntoView {
    let i18n = use_i18n();
    let crumbs = StoredValue::new(space_crumbs(&goal.head, true));
    let actions = GoalActions::new(goal);
    let top = actions.part(|g| (g.fields.title.clone(), g.status, g.byline.clone(), g.target.clone()));
    let joined = actions.part(|g| g.joined);
    let head = move || {
        let (title, status, byline, target) = top.get();
        let target = target.map(|target| {
            let class = if target.late { "milestone__due--late" } else { "" };
            let late = target.late.then(|| view! { <span class="visually-hidden">{i18n.t(m::MENTORSHIPS_LATE)} ": "</span> });
            view! { <span class=class><Icon name="calendar" class="icon--s" />{late}{target.words}</span> }
        });
        view! {
            <PageHead title crumbs=crumbs.get_value() />
            <p class="card__meta">
                <GoalBadge status />
                {target}
                <span>{byline}</span>
            </p>
        }
    };
    view! {
        {head}
        {move || joined.get().then(|| view! { <Notice>{i18n.t(m::GOALS_JOINED)}</Notice> })}
        <Reached actions />
        <div class="split">
            <div class="stack stack--l">
                <Reasons actions />
                <Milestones actions />
                <Comments actions />
            </div>
            <aside class="stack">
                <ProgressCard actions />
                <StatusActs actions />
                <EditSection actions />
                <History actions />
            </aside>
        </div>
    }
}

/// Why it matters, how success is seen, and what else somebody wrote about it.
#[component]
fn Reasons(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let draft = actions.part(|g| GoalDraft::from(&g.fields));
    move || {
        let draft = draft.get();
        let part = |field: GoalField| {
            view! {
                <div>
                    <dt>{i18n.t(field_name(field))}</dt>
                    <dd class="goal__text" dir="auto">{draft.get(field).to_owned()}</dd>
                </div>
            }
        };
        let parts = with_input(Input::Text).filter(|field| !draft.get(*field).is_empty()).map(part).collect::<Vec<_>>();
        (!parts.is_empty()).then(|| view! { <dl class="definition goal__reasons">{parts}</dl> })
    }
}
