//! The desk on the page of matching: who waits, a new run, the runs so far.

use super::MakeRun;
use super::fields::SettingsFields;
use super::progress::Progress;
use super::words::{self, made};
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::match_runs::views::{Desk, RunCard};
use i18n::m;
use leptos::prelude::*;

/// The section.
#[component]
pub fn DeskSection(
    /// What it shows.
    desk: Desk,
    /// Makes a run.
    action: FormAction<MakeRun>,
) -> impl IntoView {
    let i18n = use_i18n();
    let slug = desk.program.slug;
    let compare = (desk.runs.len() > 1).then(|| {
        let href = format!("/admin/programs/{slug}/matching/compare");
        view! { <a class="button button--small" href=href>{i18n.t(m::MATCH_RUNS_COMPARE_TWO)}</a> }
    });
    let runs = if desk.runs.is_empty() {
        view! { <p class="muted">{i18n.t(m::MATCH_RUNS_RUNS_EMPTY)}</p> }.into_any()
    } else {
        let rows = desk.runs.into_iter().map(|run| view! { <Run slug=slug.clone() run /> }).collect_view();
        view! { <ul class="list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_DESK_TITLE)}</h2></div>
            <div class="stack">
                <p>{i18n.t(m::MATCH_RUNS_DESK_ABOUT)}</p>
                <p class="muted">{i18n.n(m::MATCH_RUNS_WAITING, desk.mentees, &[])} " " {i18n.n(m::MATCH_RUNS_WITH_ROOM, desk.mentors, &[])}</p>
                <Progress slug=slug.clone() pending=action.pending() />
                <Form action=action>
                    <Hidden name="slug" value=slug.clone() />
                    <details class="disclosure">
                        <summary>{i18n.t(m::MATCH_RUNS_SETTINGS)}</summary>
                        <div class="disclosure__body form"><SettingsFields settings=desk.settings /></div>
                    </details>
                    <div class="form__actions"><Submit label=i18n.t(m::MATCH_RUNS_MAKE) /></div>
                </Form>
            </div>
        </section>
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_RUNS)}</h2> {compare}</div>
            {runs}
        </section>
    }
}

#[component]
fn Run(slug: String, run: RunCard) -> impl IntoView {
    let i18n = use_i18n();
    let href = format!("/admin/programs/{slug}/matching/runs/{}", run.number);
    view! {
        <li class="list__item list__item--link">
            <div class="list__main">
                <a class="list__title" href=href>{i18n.f(m::MATCH_RUNS_RUN, &[("number", &i18n.number(run.number.into()))])}</a>
                <p class="list__meta">{line(i18n, &run)} " · " {made(i18n, &run)}</p>
            </div>
            <span class="list__end"><span class=words::badge(run.status)>{i18n.t(wording::match_runs::status(run.status))}</span></span>
        </li>
    }
}

/// How many have a mentor.
fn line(i18n: i18n::I18n, run: &RunCard) -> String {
    let number = |n: u32| i18n.number(n.into());
    i18n.f(m::MATCH_RUNS_RUN_LINE, &[("matched", &number(run.matched)), ("mentees", &number(run.mentees))])
}
