//! My day as HTML: what waits, what goes on, and what could come next.

#![cfg(feature = "ssr")]

use super::mentorships::{Current, Goals, Past};
use super::programs::Programs;
use crate::lang::use_i18n;
use crate::mentors::Cards;
use crate::people::missing_words;
use crate::proposals::Proposed;
use crate::requests::Cards as RequestCards;
use crate::shared::WaitingList;
use crate::ui::{Empty, Head, Icon};
use crate::viewer::use_viewer;
use crate::written::PageText;
use domain::home::{Approvals, Home};
use domain::mentors::views::Suggestions;
use domain::mentorships::views::Waiting;
use domain::people::Missing;
use domain::requests::views::{RequestCard, RequestSide};
use i18n::m;
use leptos::prelude::*;

/// So much of what a profile lacks is told here.
const MISSING: usize = 3;

/// The page.
pub(super) fn text(home: Home) -> PageText {
    let i18n = use_i18n();
    let name = use_viewer().person.map(|person| person.name).unwrap_or_default();
    let title = i18n.f(m::HOME_HELLO, &[("name", &name)]);
    PageText::new(&title.clone(), view! { <Day title home /> })
}

#[component]
fn Day(title: String, home: Home) -> impl IntoView {
    let i18n = use_i18n();
    let first_day = home.is_first_day();
    let quiet = home.is_quiet();
    let Home { to_answer, asked, proposals, mentorships, programs, suggestions, approvals, missing } = home;
    let waiting = if first_day && quiet {
        view! {
            <Empty icon="leaf" title=i18n.t(m::HOME_FIRST_TITLE) text=i18n.t(m::HOME_FIRST)>
                <div class="cluster center">
                    <a class="button button--primary" href="/explore">{i18n.t(m::HOME_PROGRAMS_FIND)}</a>
                    <a class="button" href="/profile">{i18n.t(m::HOME_MISSING_DO)}</a>
                </div>
            </Empty>
        }
        .into_any()
    } else if to_answer.is_empty() && mentorships.waiting.is_empty() && approvals.is_empty() && !proposals.is_empty() {
        // The proposals are what waits.
        ().into_any()
    } else {
        view! { <WaitingForMe to_answer approvals waiting=mentorships.waiting more_due=mentorships.more_due /> }.into_any()
    };
    view! {
        <Head title />
        <div class="split">
            <div class="stack stack--l">
                <Proposed cards=proposals />
                {waiting}
                <Current cards=mentorships.current />
                <Goals goals=mentorships.goals />
                {suggestions.map(|suggestions| view! { <Suggested suggestions /> })}
                <Asked cards=asked />
                <Past cards=mentorships.past />
            </div>
            <aside class="stack stack--l">
                <Programs programs />
                {(!missing.is_empty() && !first_day).then(|| view! { <Profile missing /> })}
            </aside>
        </div>
    }
}

/// What waits: other people first.
#[component]
fn WaitingForMe(to_answer: Vec<RequestCard>, approvals: Vec<Approvals>, waiting: Vec<Waiting>, more_due: bool) -> impl IntoView {
    let i18n = use_i18n();
    let quiet = to_answer.is_empty() && waiting.is_empty() && approvals.is_empty();
    let title = if quiet { m::HOME_QUIET_TITLE } else { m::HOME_WAITING };
    let body = if quiet {
        view! { <p class="muted">{i18n.t(m::HOME_QUIET)}</p> }.into_any()
    } else {
        let requests = to_answer.into_iter().map(|card| view! { <RequestRow card /> }).collect_view();
        let approvals = approvals.into_iter().map(|one| view! { <ApprovalRow one /> }).collect_view();
        view! {
            <ul class="waiting" role="list">{requests} {approvals}</ul>
            <WaitingList items=waiting more=more_due />
        }
        .into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(title)}</h2></div>
            <div class="stack">{body}</div>
        </section>
    }
}

/// A request in which it is the reader's turn.
#[component]
fn RequestRow(card: RequestCard) -> impl IntoView {
    let i18n = use_i18n();
    let (title, name) = match card.side {
        RequestSide::Asker => (m::HOME_REQUEST_QUESTION, card.mentor.name),
        RequestSide::Asked | RequestSide::Coordinator => (m::HOME_REQUEST_FROM, card.mentee.name),
    };
    view! {
        <li class="waiting__item">
            <Icon name="mail" />
            <div class="waiting__text">
                <p>{i18n.f(title, &[("name", &name)])}</p>
                <p class="muted small">{card.state}</p>
            </div>
            <a class="button button--small button--primary" href=format!("/programs/{}/requests/{}", card.program.slug, card.id)>
                {i18n.t(m::HOME_ANSWER)} <span class="visually-hidden">": " {name}</span>
            </a>
        </li>
    }
}

/// People who wait to be let into a program.
#[component]
fn ApprovalRow(one: Approvals) -> impl IntoView {
    let i18n = use_i18n();
    let href = format!("/admin/programs/{}/participants?status=pending", one.program.slug);
    view! {
        <li class="waiting__item">
            <Icon name="people" />
            <div class="waiting__text">
                <p>{i18n.n(m::ENROLMENTS_WAITING, one.count, &[])}</p>
                <p class="muted small" dir="auto">{one.program.name.clone()}</p>
            </div>
            <a class="button button--small button--primary" href=href>
                {i18n.t(m::ENROLMENTS_MAIL_LOOK)} <span class="visually-hidden">": " {one.program.name}</span>
            </a>
        </li>
    }
}

/// Mentors whom one might ask.
#[component]
fn Suggested(suggestions: Suggestions) -> impl IntoView {
    let i18n = use_i18n();
    let Suggestions { program, cards } = suggestions;
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{i18n.f(m::HOME_SUGGESTIONS, &[("program", &program.name)])}</h2>
                <a href=format!("/programs/{}/mentors", program.slug)>{i18n.t(m::HOME_SUGGESTIONS_ALL)}</a>
            </div>
            <Cards cards slug=program.slug />
        </section>
    }
}

/// One's requests that others think about.
#[component]
fn Asked(cards: Vec<RequestCard>) -> impl IntoView {
    let i18n = use_i18n();
    (!cards.is_empty()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::HOME_ASKED)}</h2></div>
                <RequestCards cards />
            </section>
        }
    })
}

/// What one's profile lacks, the most helpful first.
#[component]
fn Profile(missing: Vec<Missing>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = missing
        .into_iter()
        .take(MISSING)
        .map(|one| {
            let (words, _) = missing_words(one);
            view! { <li>{i18n.t(words)}</li> }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::HOME_MISSING)}</h2></div>
            <div class="card card--flat">
                <ul>{rows}</ul>
                <div class="card__actions"><a class="button button--small" href="/profile">{i18n.t(m::HOME_MISSING_DO)}</a></div>
            </div>
        </section>
    }
}
