//! A program's public face: what it is, how it goes, who runs it, and what comes next for the reader.

use super::load_program;
use super::next::{NextButton, sentence};
use super::words::StatusBadge;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{dates, length};
use crate::ui::{Avatar, Icon, Loaded, PageHead, Paragraphs};
use domain::enrolments::EnrolmentStatus;
use domain::programs::views::ProgramPage as Program;
use domain::programs::{MatchingMode, ProgramStatus};
use domain::shared::Face;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}`.
#[derive(Debug)]
pub struct ProgramPage;

#[lazy_route]
impl LazyRoute for ProgramPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let data = Data::new(move || params.read().get("slug").unwrap_or_default(), load_program);
        view! { <Loaded data let:program> <ProgramView program /> </Loaded> }.into_any()
    }
}

#[component]
fn ProgramView(program: Program) -> impl IntoView {
    let i18n = use_i18n();
    let banner = program.picture.map(|id| {
        view! { <img class="program__banner" src=format!("/pictures/{id}") alt="" width="1200" height="630" /> }
    });
    let published = program.status != ProgramStatus::Open && program.status != ProgramStatus::Running;
    let manage = program.coordinator.then(|| {
        view! { <a class="button" href=format!("/admin/programs/{}", program.slug)><Icon name="settings" />{i18n.t(m::PROGRAMS_DO_MANAGE)}</a> }
    });
    view! {
        <div class="stack stack--l">
            {banner}
            <div>
                {program.organisation.clone().map(|name| view! { <p class="program__organisation" dir="auto">{name}</p> })}
                <PageHead title=program.name.clone() lead=program.summary.clone()>{manage}</PageHead>
                {published.then(|| view! { <StatusBadge status=program.status /> })}
            </div>
            <NextCard program=program.clone() />
            <div class="split">
                <div class="stack stack--l">
                    <div class="prose"><Paragraphs text=program.description.clone() /></div>
                    <How matching=program.matching />
                </div>
                <aside class="stack">
                    <Facts program=program.clone() />
                    <People coordinators=program.coordinators />
                </aside>
            </div>
        </div>
    }
}

/// The one next step, and the ways that a participant goes often.
#[component]
fn NextCard(program: Program) -> impl IntoView {
    let i18n = use_i18n();
    let takes_part = matches!(program.enrolment, Some(EnrolmentStatus::Active | EnrolmentStatus::Paused));
    let base = format!("/programs/{}", program.slug);
    let ways = takes_part.then(|| {
        view! {
            <p class="cluster">
                <a href=format!("{base}/mentors")>{i18n.t(m::PROGRAMS_WAY_MENTORS)}</a>
                <a href=format!("{base}/requests")>{i18n.t(m::PROGRAMS_WAY_REQUESTS)}</a>
                <a href=format!("{base}/preferences")>{i18n.t(m::MATCH_PREFERENCES_TITLE)}</a>
                <a href=format!("{base}/join")>{i18n.t(m::PROGRAMS_WAY_ENROLMENT)}</a>
            </p>
        }
    });
    view! {
        <section class="card card--accent" aria-label=i18n.t(m::PROGRAMS_NEXT_TITLE)>
            <div class="cluster cluster--apart">
                <p>{sentence(i18n, program.next)}</p>
                <NextButton slug=program.slug next=program.next />
            </div>
            {ways}
        </section>
    }
}

#[component]
fn Facts(program: Program) -> impl IntoView {
    let i18n = use_i18n();
    let when = dates(i18n, program.starts_on, program.ends_on);
    let fact = move |title, text: String| view! { <div><dt>{i18n.t(title)}</dt><dd>{text}</dd></div> };
    let approval = if program.approval { format!(" {}", i18n.t(m::PROGRAMS_APPROVAL_SAID)) } else { String::new() };
    view! {
        <dl class="definition">
            {when.map(|when| fact(m::PROGRAMS_FACT_WHEN, when))}
            {fact(m::PROGRAMS_FACT_LENGTH, length(i18n, program.length_weeks))}
            {fact(m::PROGRAMS_FACT_JOIN, format!("{}.{approval}", i18n.t(wording::programs::join_policy(program.join_policy))))}
            {fact(m::PROGRAMS_FACT_PEOPLE, i18n.n(m::PROGRAMS_PARTICIPANTS, program.participants, &[]))}
        </dl>
    }
}

#[component]
fn People(coordinators: Vec<Face>) -> impl IntoView {
    let i18n = use_i18n();
    (!coordinators.is_empty()).then(|| {
        let faces = coordinators
            .into_iter()
            .map(|face| {
                view! {
                    <li class="person">
                        <Avatar id=face.id name=face.name.clone() picture=face.picture />
                        <span class="person__text">
                            <span class="person__name" dir="auto">{face.name}</span>
                            {face.headline.map(|h| view! { <span class="person__headline" dir="auto">{h}</span> })}
                        </span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <section class="stack stack--s">
                <h2>{i18n.t(m::PROGRAMS_COORDINATORS)}</h2>
                <ul class="stack stack--s" role="list">{faces}</ul>
            </section>
        }
    })
}

/// How it goes, in three steps.
#[component]
fn How(matching: MatchingMode) -> impl IntoView {
    let i18n = use_i18n();
    let (second, second_text) = match matching {
        MatchingMode::MenteesAsk => (m::PROGRAMS_HOW_ASK, m::PROGRAMS_HOW_ASK_TEXT),
        MatchingMode::CoordinatorPairs => (m::PROGRAMS_HOW_PAIR, m::PROGRAMS_HOW_PAIR_TEXT),
        MatchingMode::Bulk => (m::PROGRAMS_HOW_BULK, m::PROGRAMS_HOW_BULK_TEXT),
    };
    let steps =
        [(m::PROGRAMS_HOW_ENROL, m::PROGRAMS_HOW_ENROL_TEXT), (second, second_text), (m::PROGRAMS_HOW_WORK, m::PROGRAMS_HOW_WORK_TEXT)];
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::PROGRAMS_HOW)}</h2></div>
            <ol class="how">{steps.map(|(title, text)| view! { <li><h3>{i18n.t(title)}</h3><p>{i18n.t(text)}</p></li> }).collect_view()}</ol>
        </section>
    }
}
