//! The goals of a mentorship.

use super::load_goals;
use super::words::GoalBadge;
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{SpaceTop, space_crumbs};
use crate::ui::ProgressLine;
use crate::ui::{Empty, Icon, Loaded, PageHead, SkeletonKind};
use domain::MentorshipId;
use domain::goals::GoalStatus;
use domain::goals::views::{GoalCard, GoalList, TemplateCard, excerpt};
use domain::mentorships::SpaceRole;
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/mentorships/{id}/goals`.
#[derive(Debug)]
pub struct GoalsPage;

#[lazy_route]
impl LazyRoute for GoalsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let fetch = async |id: String| match id.parse() {
            Ok(id) => load_goals(id).await,
            Err(_) => Err(AppError::NotFound),
        };
        let data = Data::new(move || params.read().get("id").unwrap_or_default(), fetch);
        view! { <Loaded data skeleton=SkeletonKind::Cards let:list> <ListView list /> </Loaded> }.into_any()
    }
}

#[component]
fn ListView(list: GoalList) -> impl IntoView {
    let i18n = use_i18n();
    let GoalList { head, goals, may_add, templates } = list;
    let mentor = head.role == SpaceRole::Mentor;
    let id = head.id;
    let add = if mentor { m::GOALS_PROPOSE } else { m::GOALS_ADD };
    let body = if goals.is_empty() {
        view! { <NoGoals id mentor may_add templates /> }.into_any()
    } else {
        let of = |wanted: &[GoalStatus]| goals.iter().filter(|g| wanted.contains(&g.status)).cloned().collect::<Vec<_>>();
        view! {
            <Group title=m::GOALS_GROUP_PROPOSED goals=of(&[GoalStatus::Proposed]) id />
            <Group title=m::GOALS_GROUP_OPEN goals=of(&[GoalStatus::Open]) id />
            <Group title=m::GOALS_GROUP_OVER goals=of(&[GoalStatus::Achieved, GoalStatus::Dropped]) id />
        }
        .into_any()
    };
    view! {
        <PageHead title=i18n.t(m::GOALS_TITLE) crumbs=space_crumbs(&head, false)>
            {may_add
                .then(|| {
                    view! {
                        <a class="button button--primary" href=format!("/mentorships/{id}/goals/new")>
                            <Icon name="plus" />
                            {i18n.t(add)}
                        </a>
                    }
                })}
        </PageHead>
        <SpaceTop head />
        <div class="stack stack--l">{body}</div>
    }
}

#[component]
fn NoGoals(id: MentorshipId, mentor: bool, may_add: bool, templates: Vec<TemplateCard>) -> impl IntoView {
    let i18n = use_i18n();
    let text = match (may_add, mentor) {
        (false, _) => m::GOALS_EMPTY_OVER,
        (true, true) => m::GOALS_EMPTY_MENTOR,
        (true, false) => m::GOALS_EMPTY_TEXT,
    };
    view! {
        <Empty icon="goal" title=i18n.t(m::GOALS_EMPTY) text=i18n.t(text)>
            {may_add
                .then(|| {
                    view! { <a class="button" href=format!("/mentorships/{id}/goals/new?from=blank")>{i18n.t(m::GOALS_BLANK)}</a> }
                })}
        </Empty>
        {(!templates.is_empty()).then(|| view! { <Templates id templates /> })}
    }
}

/// The starting points as cards that lead to the form.
#[component]
pub(super) fn Templates(id: MentorshipId, templates: Vec<TemplateCard>) -> impl IntoView {
    let i18n = use_i18n();
    let cards = templates
        .into_iter()
        .map(|template| {
            let href = format!("/mentorships/{id}/goals/new?from={}", template.id);
            view! {
                <li>
                    <article class="card card--link template">
                        <h3 class="card__title"><a href=href dir="auto">{template.title}</a></h3>
                        <p dir="auto">{template.why}</p>
                        <p class="card__meta">
                            <span><Icon name=template_icon(&template.icon) class="icon--s" />{template.length}</span>
                        </p>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <h2>{i18n.t(m::GOALS_TEMPLATES)}</h2>
            <ul class="grid" role="list">{cards}</ul>
        </section>
    }
}

/// The sprite's name for a template's icon: names of icons are written in the program, so that a wrong one is seen.
fn template_icon(name: &str) -> &'static str {
    const KNOWN: [&str; 14] =
        ["flag", "compass", "people", "person", "chat", "book", "heart", "sparkle", "leaf", "chart", "building", "globe", "star", "clock"];
    KNOWN.into_iter().find(|known| *known == name).unwrap_or("goal")
}

#[component]
fn Group(title: Key, goals: Vec<GoalCard>, id: MentorshipId) -> impl IntoView {
    let i18n = use_i18n();
    (!goals.is_empty()).then(|| {
        let cards = goals.into_iter().map(|goal| view! { <li><Card goal id /></li> }).collect_view();
        view! {
            <section class="section">
                <h2>{i18n.t(title)}</h2>
                <ul class="grid grid--large" role="list">{cards}</ul>
            </section>
        }
    })
}

#[component]
fn Card(goal: GoalCard, id: MentorshipId) -> impl IntoView {
    let i18n = use_i18n();
    let class = match goal.status {
        GoalStatus::Achieved => "card card--link goal goal--achieved",
        GoalStatus::Dropped => "card card--link goal goal--dropped",
        GoalStatus::Proposed | GoalStatus::Open => "card card--link goal",
    };
    let target = goal.target.map(|target| {
        let late = target.late.then(|| view! { <span class="visually-hidden">{i18n.t(m::MENTORSHIPS_LATE)} ": "</span> });
        let class = if target.late { "milestone__due--late" } else { "" };
        view! { <span class=class><Icon name="calendar" class="icon--s" />{late}{target.words}</span> }
    });
    view! {
        <article class=class>
            <div class="goal__head">
                <h3 class="card__title"><a href=format!("/mentorships/{id}/goals/{}", goal.id) dir="auto">{goal.title}</a></h3>
                <GoalBadge status=goal.status />
            </div>
            {(!goal.why.is_empty()).then(|| view! { <p class="goal__why" dir="auto">{excerpt(&goal.why)}</p> })}
            {(goal.status != GoalStatus::Dropped)
                .then(|| view! { <ProgressLine percent=goal.percent label=i18n.t(m::GOALS_FIELD_PROGRESS) /> })}
            <p class="card__meta">
                {target}
                {goal.milestones.map(|words| view! { <span><Icon name="flag" class="icon--s" />{words}</span> })}
                {goal.next.map(|next| view! { <span>{i18n.f(m::GOALS_NEXT, &[("milestone", &next)])}</span> })}
            </p>
        </article>
    }
}
