//! Taking, reaching, dropping and reopening a goal.

use super::actions::GoalActions;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{Form, Hidden, Submit};
use domain::goals::GoalStatus;
use i18n::m;
use leptos::prelude::*;

/// A small celebration while the goal is achieved.
#[component]
pub(super) fn Reached(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let reached = actions.part(|g| g.status == GoalStatus::Achieved);
    move || {
        reached.get().then(|| {
            view! {
                <section class="card card--accent reached" role="status">
                    <Icon name="sparkle" class="icon--l" />
                    <div>
                        <h2 class="card__title">{i18n.t(m::GOALS_REACHED)}</h2>
                        <p>{i18n.t(m::GOALS_REACHED_TEXT)}</p>
                    </div>
                </section>
            }
        })
    }
}

/// What the reader can do with the goal's state.
#[component]
pub(super) fn StatusActs(actions: GoalActions) -> impl IntoView {
    let may = actions.part(|g| (g.id, g.status, g.may));
    move || {
        let (id, status, may) = may.get();
        let i18n = use_i18n();
        let goal = move || view! { <Hidden name="goal" value=id.to_string() /> };
        let proposed = status == GoalStatus::Proposed;
        let (drop, dropped) = if !proposed {
            (m::GOALS_DROP, m::GOALS_DROPPED_DONE)
        } else if may.take {
            (m::GOALS_DECLINE, m::GOALS_DROPPED_DONE)
        } else {
            (m::GOALS_TAKE_BACK, m::GOALS_TAKEN_BACK_DONE)
        };
        view! {
            <div class="stack stack--s">
                {may.take
                    .then(|| {
                        view! {
                            <p>{i18n.t(m::GOALS_TAKE_TEXT)}</p>
                            <Form action=actions.take done=i18n.t(m::GOALS_TAKEN_DONE) class="stack stack--s">
                                {goal()}
                                <Submit label=i18n.t(m::GOALS_TAKE) />
                            </Form>
                        }
                    })}
                {may.achieve
                    .then(|| {
                        view! {
                            <Form action=actions.achieve class="stack stack--s">
                                {goal()}
                                <Submit label=i18n.t(m::GOALS_ACHIEVE) />
                            </Form>
                        }
                    })}
                {may.reopen
                    .then(|| {
                        view! {
                            <Form action=actions.reopen done=i18n.t(m::GOALS_REOPENED_DONE) class="stack stack--s">
                                {goal()}
                                <Submit label=i18n.t(m::GOALS_REOPEN) class="button" />
                            </Form>
                        }
                    })}
                {may.drop
                    .then(|| {
                        view! {
                            <Form action=actions.drop done=i18n.t(dropped) class="stack stack--s">
                                {goal()}
                                <Submit label=i18n.t(drop) class="button button--quiet" />
                            </Form>
                        }
                    })}
            </div>
        }
    }
}
