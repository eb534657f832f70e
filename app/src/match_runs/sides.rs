//! What lies beside the pairs: who is left out and why, how full mentors are, which pairs are forbidden.

#![cfg(feature = "ssr")]

use super::pair::Adjust;
use super::text_actions::{RunFormActions, Which};
use crate::lang::use_i18n;
use crate::ui::form::{ActionForm, Hidden};
use crate::ui::{Avatar, keyed};
use domain::limits::CAPACITY_MAX;
use domain::match_runs::RunStatus;
use domain::match_runs::views::{LeftOutView, LoadView, RunView};
use i18n::m;
use leptos::prelude::*;

fn which(run: &RunView) -> Which {
    Which { slug: run.program.slug.clone(), number: run.card.number }
}

/// Who got nobody, why, and what would help.
#[component]
pub(super) fn LeftOut(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    let draft = run.card.status == RunStatus::Draft;
    let which = which(&run);
    let shown = u32::try_from(run.left_out.len()).unwrap_or(u32::MAX);
    let more = run.left_out_count.saturating_sub(shown);
    let promising = (!run.promising.is_empty()).then(|| {
        let rows = run.promising.iter().map(|words| view! { <li>{words.clone()}</li> }).collect_view();
        view! { <h3>{i18n.t(m::MATCH_RUNS_PROMISING)}</h3> <ul>{rows}</ul> }
    });
    let demand = (!run.demand.is_empty()).then(|| {
        let rows = run.demand.iter().map(|words| view! { <li dir="auto">{words.clone()}</li> }).collect_view();
        view! { <h3>{i18n.t(m::MATCH_RUNS_DEMAND)}</h3> <ul>{rows}</ul> }
    });
    let body = if run.left_out.is_empty() {
        view! { <p class="muted">{i18n.t(m::MATCH_RUNS_LEFT_NONE)}</p> }.into_any()
    } else {
        let rows = run.left_out.into_iter().map(|left| view! { <Left left which=which.clone() actions draft /> }).collect_view();
        view! { <ul class="list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_LEFT)}</h2></div>
            <div class="stack">
                {body}
                {(more > 0).then(|| view! { <p class="muted">{i18n.n(m::MATCH_RUNS_LEFT_MORE, more.into(), &[])}</p> })}
                {promising}
                {demand}
            </div>
        </section>
    }
}

#[component]
fn Left(left: LeftOutView, which: Which, actions: RunFormActions, draft: bool) -> impl IntoView {
    let i18n = use_i18n();
    let href = format!("/people/{}", left.mentee.id);
    let name = left.mentee.name.clone();
    let place = left.more_with.filter(|_| draft).map(|(mentor, capacity)| {
        view! {
            <ActionForm action=actions.adjust class="cluster">
                <Hidden name="slug" value=which.slug />
                <Hidden name="number" value=which.number.to_string() />
                <Hidden name="act" value="places" />
                <Hidden name="mentor" value=mentor.to_string() />
                <Hidden name="capacity" value=capacity.to_string() />
                <button type="submit" class="button button--small">
                    {i18n.t(m::MATCH_RUNS_GIVE_PLACE)} <span class="visually-hidden">": " {name.clone()}</span>
                </button>
            </ActionForm>
        }
    });
    view! {
        <li class="list__item" data-key=left.mentee.id.to_string()>
            <div class="person">
                <Avatar id=left.mentee.id name=left.mentee.name.clone() picture=left.mentee.picture size="m" />
                <span class="person__text">
                    <a class="person__name" href=href>{left.mentee.name}</a>
                    <span class="person__headline">{left.words}</span>
                </span>
            </div>
            {place}
        </li>
    }
}

/// How full mentors are, with a small form for their places in this run.
#[component]
pub(super) fn Loads(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    let draft = run.card.status == RunStatus::Draft;
    let which = which(&run);
    let rows = keyed(run.loads.into_iter().map(|load| {
        let key = format!("{} {}", load.mentor.id, load.capacity);
        (key, view! { <Load load which=which.clone() actions draft /> }.into_any())
    }));
    view! {
        <section class="section">
            <details class="disclosure">
                <summary>{i18n.t(m::MATCH_RUNS_LOADS)}</summary>
                <div class="disclosure__body"><ul class="list">{rows}</ul></div>
            </details>
        </section>
    }
}

#[component]
fn Load(load: LoadView, which: Which, actions: RunFormActions, draft: bool) -> impl IntoView {
    let i18n = use_i18n();
    let name = load.mentor.name.clone();
    let href = format!("/people/{}", load.mentor.id);
    let taken = load.has + load.gets;
    let number = |n: i32| i18n.number(n.into());
    let words = i18n.f(m::MATCH_RUNS_LOAD, &[("taken", &number(taken)), ("capacity", &number(load.capacity))]);
    let of = name.clone();
    let form = draft.then(|| {
        let label = i18n.f(m::MATCH_RUNS_PLACES, &[("name", &of)]);
        view! {
            <ActionForm action=actions.adjust class="cluster">
                <Hidden name="slug" value=which.slug />
                <Hidden name="number" value=which.number.to_string() />
                <Hidden name="act" value="places" />
                <Hidden name="mentor" value=load.mentor.id.to_string() />
                <input
                    class="input capacity"
                    type="number"
                    name="capacity"
                    min="0"
                    max=CAPACITY_MAX.to_string()
                    value=load.capacity.to_string()
                    aria-label=label
                />
                <button type="submit" class="button button--small button--quiet">
                    {i18n.t(m::MATCH_RUNS_CHANGE)} <span class="visually-hidden">": " {of}</span>
                </button>
            </ActionForm>
        }
    });
    view! {
        <li class="list__item" data-key=format!("{} {}", load.mentor.id, load.capacity)>
            <div class="person">
                <Avatar id=load.mentor.id name=load.mentor.name.clone() picture=load.mentor.picture size="m" />
                <span class="person__text">
                    <a class="person__name" href=href>{load.mentor.name}</a>
                    <span class="person__headline">{words.clone()}</span>
                </span>
            </div>
            <meter class="meter" min="0" max=load.capacity.max(1).to_string() value=taken.to_string() aria-label=format!("{name}: {words}")></meter>
            {load.changed.then(|| view! { <span class="badge badge--info">{i18n.t(m::MATCH_RUNS_PLACES_CHANGED)}</span> })}
            {form}
        </li>
    }
}

/// Pairs that must not be made.
#[component]
pub(super) fn Forbidden(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    let draft = run.card.status == RunStatus::Draft;
    let which = which(&run);
    let rows = run
        .forbidden
        .iter()
        .map(|couple| {
            let words = i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &couple.mentee.1), ("mentor", &couple.mentor.1)]);
            let (mentee, mentor) = (couple.mentee.0, couple.mentor.0);
            let of = words.clone();
            let free = draft.then(|| {
                view! {
                    <Adjust which=which.clone() actions mentee mentor>
                        <button type="submit" class="button button--small button--quiet" name="act" value="free">
                            {i18n.t(m::MATCH_RUNS_FREE)} <span class="visually-hidden">": " {of}</span>
                        </button>
                    </Adjust>
                }
            });
            view! { <li class="list__item" data-key=format!("{mentee}:{mentor}")><span class="list__main">{words}</span> {free}</li> }
        })
        .collect_view();
    (!run.forbidden.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_FORBIDDEN)}</h2></div>
                <ul class="list">{rows}</ul>
            </section>
        }
    })
}
