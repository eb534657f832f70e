//! One's mentorships and goals, as mentor and as mentee.

#![cfg(feature = "ssr")]

use crate::lang::use_i18n;
use crate::shared::MentorshipBadge;
use crate::ui::{Avatar, ProgressLine};
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{GoalInProgress, MentorshipCard};
use i18n::m;
use leptos::prelude::*;

/// The mentorships that go on.
#[component]
pub(super) fn Current(cards: Vec<MentorshipCard>) -> impl IntoView {
    let i18n = use_i18n();
    (!cards.is_empty()).then(|| {
        let rows = cards.into_iter().map(|card| view! { <li><Card card /></li> }).collect_view();
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::HOME_MENTORSHIPS)}</h2></div>
                <ul class="grid" role="list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Card(card: MentorshipCard) -> impl IntoView {
    let i18n = use_i18n();
    let name = card.other.name;
    // Active is what one expects.
    let badge = (card.status != MentorshipStatus::Active).then(|| view! { <MentorshipBadge status=card.status /> });
    let label = i18n.f(m::HOME_PROGRESS, &[("name", &name)]);
    view! {
        <article class="card card--link">
            <div class="person">
                <Avatar id=card.other.id name=name.clone() picture=card.other.picture />
                <div class="person__text">
                    <h3 class="card__title"><a href=format!("/mentorships/{}", card.id)>{name}</a></h3>
                    <p class="card__meta"><span>{i18n.t(wording::mentorships::role(card.role))}</span> <span>{card.program}</span></p>
                </div>
            </div>
            <p class="card__meta">{badge} <span>{card.when}</span></p>
            {(card.progress.total() > 0).then(|| view! { <ProgressLine percent=card.progress.percent label /> })}
        </article>
    }
}

/// Goals being worked on.
#[component]
pub(super) fn Goals(goals: Vec<GoalInProgress>) -> impl IntoView {
    let i18n = use_i18n();
    (!goals.is_empty()).then(|| {
        let rows = goals
            .into_iter()
            .map(|goal| {
                let with = i18n.f(m::HOME_GOAL_WITH, &[("name", &goal.other)]);
                let meta = goal.target.map_or_else(|| with.clone(), |target| format!("{with} · {target}"));
                view! {
                    <li class="list__item list__item--link">
                        <div class="list__main">
                            <a class="list__title" href=goal.href dir="auto">{goal.title.clone()}</a>
                            <span class="list__meta">{meta}</span>
                            <ProgressLine percent=goal.percent label=goal.title />
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::HOME_GOALS)}</h2></div>
                <ul class="list" role="list">{rows}</ul>
            </section>
        }
    })
}

/// The mentorships that are over.
#[component]
pub(super) fn Past(cards: Vec<MentorshipCard>) -> impl IntoView {
    let i18n = use_i18n();
    (!cards.is_empty()).then(|| {
        let rows = cards
            .into_iter()
            .map(|card| {
                view! {
                    <li class="list__item list__item--link">
                        <Avatar id=card.other.id name=card.other.name.clone() picture=card.other.picture size="s" />
                        <div class="list__main">
                            <a class="list__title" href=format!("/mentorships/{}", card.id) dir="auto">{card.other.name}</a>
                            <span class="list__meta">{card.program} " · " {card.when}</span>
                        </div>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::HOME_PAST)}</h2></div>
                <ul class="list" role="list">{rows}</ul>
            </section>
        }
    })
}
