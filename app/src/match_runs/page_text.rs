//! The page of one run, as HTML: all of it but what is tried in the browser.

#![cfg(feature = "ssr")]

use super::fields::SettingsFields;
use super::groups::Groups;
use super::named::NamedPairs;
use super::numbers::Numbers;
use super::pair::PairCard;
use super::run_text::{Publication, RunText, Trial};
use super::sides::{Forbidden, LeftOut, Loads};
use super::text_actions::{RunFormActions, Which};
use super::words::{self, made};
use crate::lang::use_i18n;
use crate::shared::{ProgramTab, ProgramTabs};
use crate::ui::form::{ActionError, ActionForm, Form, FormAction, Hidden, Submit};
use crate::ui::{Crumb, Downloads, Empty, Head, ListAddress, Pagination};
use crate::written::{Html, document};
use domain::match_runs::views::{PairView, RunView};
use domain::match_runs::{GroupsView, RunStatus};
use i18n::m;
use leptos::prelude::*;

/// The page.
pub(super) fn text(run: RunView, groups: Option<GroupsView>) -> RunText {
    let i18n = use_i18n();
    let actions = RunFormActions { change: FormAction::new(), adjust: FormAction::new(), named: FormAction::new() };
    let slug = run.program.slug.clone();
    let base = format!("/admin/programs/{slug}");
    let address = base.clone();
    let crumbs = vec![
        Crumb::new(run.program.name.clone(), base.clone()),
        Crumb::new(i18n.t(m::REQUESTS_MATCHING_TITLE).to_owned(), format!("{base}/matching")),
    ];
    let title = i18n.f(m::MATCH_RUNS_RUN, &[("number", &i18n.number(run.card.number.into()))]);
    let draft = run.card.status == RunStatus::Draft;
    let compare = (run.card.number > 1).then(|| {
        let href = format!("{base}/matching/compare?second={}", run.card.number);
        view! { <a href=href>{i18n.t(m::MATCH_RUNS_COMPARE_BEFORE)}</a> }
    });
    let settings = draft.then(|| view! { <Settings run=run.clone() actions /> });
    RunText {
        title: document(&title),
        head: Html::of(view! {
            <Head title lead=i18n.t(m::MATCH_RUNS_LEAD) crumbs />
            <ProgramTabs slug current=ProgramTab::Matching />
        }),
        standing: Html::of(view! {
            <p class="card__meta">
                <span class=words::badge(run.card.status)>{i18n.t(wording::match_runs::status(run.card.status))}</span>
                <span>{made(i18n, &run.card)}</span>
                {compare}
            </p>
        }),
        result: Html::of(view! {
            <ActionError action=actions.adjust />
            <Numbers numbers=run.numbers.clone() objective=run.settings.objective />
            {settings}
        }),
        trial: (draft && run.try_here).then(|| Trial { version: run.version, settings: run.settings.clone() }),
        publication: Publication {
            slug: run.program.slug.clone(),
            number: run.card.number,
            version: run.version,
            status: run.card.status,
            publish_as: run.settings.publish_as,
            unpublished: run.unpublished,
            published: run.published,
            untouched: run.untouched,
            closing: run.closing,
            reopening: run.reopening,
        },
        pairs: Html::of(view! {
            <Pairs run=run.clone() actions />
            <LeftOut run=run.clone() actions />
            <Loads run=run.clone() actions />
            <Groups base=format!("{address}/matching/runs/{}", run.card.number) groups />
            <Forbidden run=run.clone() actions />
            {draft.then(|| view! { <NamedPairs run actions /> })}
        }),
    }
}

/// The form with the settings of a draft.
#[component]
fn Settings(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <details class="disclosure">
            <summary>{i18n.t(m::MATCH_RUNS_SETTINGS)}</summary>
            <div class="disclosure__body">
                <Form action=actions.change done=i18n.t(m::COMMON_SAVED)>
                    <Hidden name="slug" value=run.program.slug />
                    <Hidden name="number" value=run.card.number.to_string() />
                    <SettingsFields settings=run.settings />
                    <div class="form__actions"><Submit label=i18n.t(m::MATCH_RUNS_RUN_AGAIN) /></div>
                </Form>
            </div>
        </details>
    }
}

/// The pairs, a page of them.
#[component]
fn Pairs(run: RunView, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    let draft = run.card.status == RunStatus::Draft;
    let which = Which { slug: run.program.slug.clone(), number: run.card.number };
    let address = format!("/admin/programs/{}/matching/runs/{}", which.slug, which.number);
    let pages = ListAddress::new(address.clone()).pages(&run.pages, "from", "from");
    let files = (!run.pairs.is_empty()).then(|| format!("{address}/pairs"));
    let keep = (draft && !run.pairs.is_empty()).then(|| view! { <KeepAll which=which.clone() actions /> });
    let body = if run.pairs.is_empty() {
        view! { <Empty icon="people" title=i18n.t(m::MATCH_RUNS_PAIRS_EMPTY) text=i18n.t(m::MATCH_RUNS_PAIRS_EMPTY_TEXT) /> }.into_any()
    } else {
        let open = run.card.status != RunStatus::Undone;
        let name = |pair: &PairView| {
            let words = i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &pair.mentee.name), ("mentor", &pair.mentor.name)]);
            (format!("{}:{}", pair.mentee.id, pair.mentor.id), words)
        };
        let others = StoredValue::new(run.pairs.iter().map(name).collect::<Vec<_>>());
        let rows =
            run.pairs.into_iter().map(|pair| view! { <PairCard pair which=which.clone() actions others draft open /> }).collect_view();
        view! { <ul class="stack run-pairs" role="list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_PAIRS)}</h2></div>
            <div class="stack">
                <p class="muted">{i18n.t(m::MATCH_RUNS_PAIRS_ABOUT)}</p>
                {keep}
                {body}
                {files.map(|path| view! { <Downloads path /> })}
                <Pagination pages />
            </div>
        </section>
    }
}

/// Keeps all pairs, or lets all go.
#[component]
fn KeepAll(which: Which, actions: RunFormActions) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <ActionForm action=actions.adjust class="cluster">
            <Hidden name="slug" value=which.slug />
            <Hidden name="number" value=which.number.to_string() />
            <button type="submit" class="button button--small" name="act" value="pin_all">{i18n.t(m::MATCH_RUNS_PIN_ALL)}</button>
            <button type="submit" class="button button--small button--quiet" name="act" value="free_all">{i18n.t(m::MATCH_RUNS_FREE_ALL)}</button>
        </ActionForm>
    }
}
