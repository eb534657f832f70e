//! A program for its coordinator, at a glance. It updates by itself while somebody looks.

use super::cycle::Cycle;
use super::stalled::Stalls;
use super::{AdvanceProgram, RenewJoinLink, load_overview};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs, dates};
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::{CopyField, Crumb, Icon, Loaded, PageHead, done};
use domain::mentorships::MentorshipStatus;
use domain::programs::views::{Numbers, Overview};
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};
use std::time::Duration;

/// How often the numbers are asked for again.
const AGAIN: Duration = Duration::from_secs(15);

/// `/admin/programs/{slug}`.
#[derive(Debug)]
pub struct OverviewPage;

#[lazy_route]
impl LazyRoute for OverviewPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let action = FormAction::<AdvanceProgram>::new();
        let renew = FormAction::<RenewJoinLink>::new();
        let data = Data::new(move || params.read().get("slug").unwrap_or_default(), load_overview)
            .after(done(&[action.post(), renew.post()]))
            .every(AGAIN);
        view! { <Loaded data let:overview> <OverviewView live=data.follow(overview) action renew /> </Loaded> }.into_any()
    }
}

#[component]
fn OverviewView(live: RwSignal<Overview>, action: FormAction<AdvanceProgram>, renew: FormAction<RenewJoinLink>) -> impl IntoView {
    let i18n = use_i18n();
    let slug = live.with_untracked(|o| o.slug.clone());
    let head = Memo::new(move |_| live.with(|o| (o.name.clone(), o.organisation.clone(), o.starts_on, o.ends_on)));
    let cycle = Memo::new(move |_| live.with(|o| (o.slug.clone(), o.status, o.missing.clone(), o.actions.clone())));
    let reach = Memo::new(move |_| live.with(|o| o.reach));
    let numbers = Memo::new(move |_| live.with(|o| (o.slug.clone(), o.numbers.clone())));
    let stalls = Memo::new(move |_| live.with(|o| [o.waiting.clone(), o.unsigned.clone(), o.aimless.clone()]));
    let link = live.with_untracked(|o| o.join_link.clone());
    let public = format!("/programs/{slug}");
    let of_link = slug.clone();
    view! {
        {move || {
            let (name, organisation, from, to) = head.get();
            let lead = [organisation, dates(i18n, from, to)].into_iter().flatten().collect::<Vec<_>>().join(" · ");
            let public = public.clone();
            view! {
                <PageHead title=name lead=lead crumbs=vec![Crumb::new(i18n.t(m::NAV_MANAGE), "/admin")]>
                    <a class="button" href=public><Icon name="eye" />{i18n.t(m::PROGRAMS_SEE_PAGE)}</a>
                </PageHead>
            }
        }}
        <ProgramTabs slug current=ProgramTab::Overview />
        <div class="stack stack--l">
            {move || {
                let (slug, status, missing, actions) = cycle.get();
                view! { <Cycle slug status missing actions reach action /> }
            }}
            {move || {
                let (slug, numbers) = numbers.get();
                view! { <Stats slug numbers /> }
            }}
            {move || view! { <Stalls lists=stalls.get() /> }}
            <JoinLink slug=of_link link renew />
        </div>
    }
}

#[component]
fn Stats(slug: String, numbers: Numbers) -> impl IntoView {
    let i18n = use_i18n();
    let base = format!("/admin/programs/{slug}");
    let stat = |n: i64, word: Key, href: String| {
        view! {
            <li>
                <a class="stat" href=href>
                    <span class="stat__number">{i18n.number(n)}</span>
                    <span class="stat__word">{i18n.t(word)}</span>
                </a>
            </li>
        }
    };
    let mentorships = |status: MentorshipStatus| numbers.mentorships.iter().find(|(s, _)| *s == status).map_or(0, |(_, n)| *n);
    let people = format!("{base}/participants");
    let spaces = |status: MentorshipStatus| format!("{base}/mentorships?status={status}");
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::PROGRAMS_NUMBERS)}</h2></div>
            <ul class="stats" role="list">
                {stat(numbers.participants, m::PROGRAMS_STAT_PARTICIPANTS, people.clone())}
                {stat(numbers.mentors, m::PROGRAMS_STAT_MENTORS, people.clone())}
                {stat(numbers.mentees, m::PROGRAMS_STAT_MENTEES, people.clone())}
                {stat(numbers.pending, m::PROGRAMS_STAT_PENDING, format!("{people}?status=pending"))}
                {stat(numbers.open_requests, m::PROGRAMS_STAT_REQUESTS, format!("{base}/matching?status=pending"))}
                {stat(mentorships(MentorshipStatus::Active), m::PROGRAMS_STAT_ACTIVE, spaces(MentorshipStatus::Active))}
                {stat(mentorships(MentorshipStatus::Paused), m::PROGRAMS_STAT_PAUSED, spaces(MentorshipStatus::Paused))}
                {stat(mentorships(MentorshipStatus::Completed), m::PROGRAMS_STAT_COMPLETED, spaces(MentorshipStatus::Completed))}
                {stat(mentorships(MentorshipStatus::EndedEarly), m::PROGRAMS_STAT_ENDED, spaces(MentorshipStatus::EndedEarly))}
                {stat(numbers.goals_open, m::PROGRAMS_STAT_GOALS_OPEN, format!("{base}/mentorships"))}
                {stat(numbers.goals_achieved, m::PROGRAMS_STAT_GOALS_ACHIEVED, format!("{base}/mentorships"))}
            </ul>
        </section>
    }
}

/// The link to join by, to be copied; and replaced, when it has got into the wrong hands.
#[component]
fn JoinLink(slug: String, link: String, renew: FormAction<RenewJoinLink>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::PROGRAMS_LINK)}</h2></div>
            <div class="field">
                <label class="field__label" for="join-link">{i18n.t(m::PROGRAMS_LINK_LABEL)}</label>
                <p class="field__hint" id="join-link-hint">{i18n.t(m::PROGRAMS_LINK_HINT)}</p>
                <CopyField value=link label=i18n.t(m::PROGRAMS_LINK_LABEL) id="join-link" />
            </div>
            <details class="disclosure">
                <summary>{i18n.t(m::PROGRAMS_LINK_RENEW)}</summary>
                <Form action=renew class="stack stack--s" done=i18n.t(m::PROGRAMS_LINK_RENEWED)>
                    <p class="muted">{i18n.t(m::PROGRAMS_LINK_RENEW_WHAT)}</p>
                    <Hidden name="slug" value=slug />
                    <div class="cluster"><Submit label=i18n.t(m::PROGRAMS_LINK_RENEW_DO) class="button" /></div>
                </Form>
            </details>
        </section>
    }
}
