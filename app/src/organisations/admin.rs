//! What one manages, at a glance; asks again by itself while somebody looks.

use super::tabs::{OrgTab, OrgTabs};
use super::{load_admin, words};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::ui::{Empty, Icon, Loaded, PageHead};
use domain::organisations::views::{AdminPage as Page, EventLine, ProgramGlance, UnansweredLine};
use domain::shared::OrganisationRef;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};
use std::time::Duration;

/// `/admin`.
#[derive(Debug)]
pub struct AdminPage;

/// How often the page asks again.
const OFTEN: Duration = Duration::from_secs(15);

#[lazy_route]
impl LazyRoute for AdminPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let query = use_query_map();
        let data = Data::new(move || query.read().get("org").unwrap_or_default(), load_admin).every(OFTEN);
        view! { <Loaded data let:page> <Glance page /> </Loaded> }.into_any()
    }
}

#[component]
fn Glance(page: Page) -> impl IntoView {
    let i18n = use_i18n();
    let title = page.organisation.as_ref().map_or_else(|| i18n.t(m::ORGANISATIONS_MANAGE).to_owned(), |o| o.name.clone());
    let nothing = page.organisation.is_none() && page.others.is_empty();
    let actions = view! {
        <a class="button button--primary" href="/admin/programs/new"><Icon name="plus" />{i18n.t(m::ORGANISATIONS_NEW_PROGRAM)}</a>
        <a class="button button--quiet" href="/admin/new">{i18n.t(m::ORGANISATIONS_NEW_ORGANISATION)}</a>
    };
    if nothing {
        return view! {
            <PageHead title=i18n.t(m::ORGANISATIONS_MANAGE) />
            <Empty icon="people" title=i18n.t(m::ORGANISATIONS_NOTHING) text=i18n.t(m::ORGANISATIONS_NOTHING_TEXT)>
                <div class="cluster">{actions}</div>
            </Empty>
        }
        .into_any();
    }
    let organisation = page.organisation.clone().map(|o| {
        let members = i18n.n(m::ORGANISATIONS_N_MEMBERS, page.members, &[]);
        let programs = if page.programs.is_empty() {
            view! { <Empty icon="list" title=i18n.t(m::ORGANISATIONS_NO_PROGRAMS) text=i18n.t(m::ORGANISATIONS_NO_PROGRAMS_TEXT) /> }
                .into_any()
        } else {
            view! { <Programs programs=page.programs.clone() /> }.into_any()
        };
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::ORGANISATIONS_PROGRAMS)}</h2> <span class="muted">{members}</span></div>
                {programs}
            </section>
            <Unanswered lines=page.unanswered.clone() />
            <Lately slug=o.slug events=page.events.clone() />
        }
    });
    let others = (!page.others.is_empty()).then(|| {
        let title = if page.organisation.is_some() { m::ORGANISATIONS_OTHER_PROGRAMS } else { m::ORGANISATIONS_PROGRAMS };
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(title)}</h2></div>
                <Programs programs=page.others.clone() />
            </section>
        }
    });
    let here = page.organisation.clone();
    let tabs = here.clone().map(|o| view! { <OrgTabs slug=o.slug current=OrgTab::Overview /> });
    let switch = (page.organisations.len() > 1).then(|| view! { <Switch organisations=page.organisations here /> });
    view! {
        <PageHead title lead=i18n.t(m::ORGANISATIONS_MANAGE_LEAD)>{actions}</PageHead>
        {switch}
        {tabs}
        <div class="stack stack--l">{organisation} {others}</div>
    }
    .into_any()
}

/// The organisations that one manages.
#[component]
fn Switch(organisations: Vec<OrganisationRef>, here: Option<OrganisationRef>) -> impl IntoView {
    let i18n = use_i18n();
    let links = organisations
        .into_iter()
        .map(|o| {
            let current = (here.as_ref() == Some(&o)).then_some("true");
            view! { <li><a class="chip" href=format!("/admin?org={}", o.slug) aria-current=current>{o.name}</a></li> }
        })
        .collect_view();
    view! { <nav aria-label=i18n.t(m::ORGANISATIONS_SWITCH)><ul class="cluster" role="list">{links}</ul></nav> }
}

#[component]
fn Programs(programs: Vec<ProgramGlance>) -> impl IntoView {
    let i18n = use_i18n();
    let number = |n: i64, word| view! { <li class="stat"><span class="stat__number">{i18n.number(n)}</span><span class="stat__word">{i18n.t(word)}</span></li> };
    let cards = programs
        .into_iter()
        .map(|p| {
            let (stage, badge) = words::stage(p.status);
            let pending = (p.pending > 0).then(|| {
                view! { <span class="badge badge--warn">{i18n.n(m::ORGANISATIONS_WAITING, p.pending, &[])}</span> }
            });
            view! {
                <li>
                    <article class="card card--link">
                        <h3 class="card__title"><a href=format!("/admin/programs/{}", p.slug) dir="auto">{p.name}</a></h3>
                        <p class="card__meta"><span class=badge>{i18n.t(stage)}</span> {pending}</p>
                        <ul class="stats" role="list">
                            {number(p.participants, m::ORGANISATIONS_N_PARTICIPANTS)}
                            {number(p.open_requests, m::ORGANISATIONS_N_REQUESTS)}
                            {number(p.mentorships, m::ORGANISATIONS_N_MENTORSHIPS)}
                            {number(p.achieved, m::ORGANISATIONS_N_ACHIEVED)}
                        </ul>
                    </article>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="grid" role="list">{cards}</ul> }
}

/// Mentors who let mentees wait for long.
#[component]
fn Unanswered(lines: Vec<UnansweredLine>) -> impl IntoView {
    let i18n = use_i18n();
    let calm = lines.is_empty();
    let rows = lines
        .into_iter()
        .map(|line| {
            view! {
                <li class="list__item">
                    <div class="list__main">
                        <p class="list__title"><a href=format!("/people/{}", line.mentor) dir="auto">{line.name}</a></p>
                        <p class="list__meta">
                            <a href=format!("/admin/programs/{}", line.program.slug)>{line.program.name}</a> " · "
                            {i18n.n(m::PROGRAMS_STALLED_REQUESTS, line.requests, &[])} " · "
                            {i18n.f(m::ORGANISATIONS_SINCE, &[("date", &line.since)])}
                        </p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::ORGANISATIONS_UNANSWERED)}</h2></div>
            {calm.then(|| view! { <p class="muted"><Icon name="check-circle" class="icon--s" /> {i18n.t(m::ORGANISATIONS_UNANSWERED_NONE)}</p> })}
            {(!calm).then(|| view! { <ul class="list" role="list">{rows}</ul> })}
        </section>
    }
}

/// What happened last.
#[component]
fn Lately(slug: String, events: Vec<EventLine>) -> impl IntoView {
    let i18n = use_i18n();
    let lines = events
        .into_iter()
        .map(|e| {
            let who = e.who.map_or_else(|| i18n.t(m::AUDIT_NOBODY).to_owned(), |(_, name)| name);
            let program = e.program.map(|p| view! { " · " <a href=format!("/admin/programs/{}", p.slug) dir="auto">{p.name}</a> });
            view! { <li><strong>{who}</strong> " · " {e.what} {program} <span class="timeline__time">{e.when}</span></li> }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{i18n.t(m::ORGANISATIONS_HAPPENED)}</h2>
                <a href=format!("/admin/audit?org={slug}")>{i18n.t(m::ORGANISATIONS_ALL_EVENTS)}</a>
            </div>
            <ol class="timeline">{lines}</ol>
        </section>
    }
}
