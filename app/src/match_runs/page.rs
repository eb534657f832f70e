//! The page of one run.

use super::desk::made;
use super::fields::SettingsFields;
use super::groups::{Groups, QUERY};
use super::live::Live;
use super::named::Named;
use super::numbers::Numbers;
use super::pair::PairCard;
use super::progress::Progress;
use super::publishing::{Publishing, publish_when_saved};
use super::sides::{Forbidden, LeftOut, Loads};
use super::{AdjustNamed, AdjustRun, ChangeRun, PublishRun, SaveRun, UndoRun, load_groups, load_run, words};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::programs::{ProgramTab, ProgramTabs};
use crate::ui::form::{ActionError, ActionForm, Form, FormAction, Hidden, Submit, successes};
use crate::ui::{Crumb, Downloads, Empty, Loaded, PageHead, Pagination, keyed};
use domain::match_runs::views::{PairView, RunView};
use domain::match_runs::{GroupBy, GroupsView, RunStatus};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/matching/runs/{number}`, with `from`.
#[derive(Debug)]
pub struct RunPage;

/// The actions of the page, made once.
#[derive(Clone, Copy)]
pub(super) struct Acts {
    pub change: FormAction<ChangeRun>,
    pub adjust: FormAction<AdjustRun>,
    pub named: FormAction<AdjustNamed>,
    pub save: FormAction<SaveRun>,
    pub publish: FormAction<PublishRun>,
    pub undo: FormAction<UndoRun>,
    /// What this browser tried and nobody has saved: the settings, as they are saved.
    pub unsaved: RwSignal<Option<String>>,
    /// The run that is published as soon as it is saved: its program and its number.
    pub publish_next: StoredValue<Option<(String, i32)>>,
}

impl Acts {
    /// Whether everybody is being paired again.
    fn computing(self) -> Signal<bool> {
        let pending = [self.change.pending(), self.adjust.pending(), self.named.pending(), self.save.pending()];
        Signal::derive(move || pending.iter().any(|pending| pending.get()))
    }
}

/// The run that a small form is about.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Which {
    pub slug: String,
    pub number: i32,
}

#[lazy_route]
impl LazyRoute for RunPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let acts = Acts {
            change: FormAction::new(),
            adjust: FormAction::new(),
            named: FormAction::new(),
            save: FormAction::new(),
            publish: FormAction::new(),
            undo: FormAction::new(),
            unsaved: RwSignal::new(None),
            publish_next: StoredValue::new(None),
        };
        publish_when_saved(acts);
        let changes = [
            successes(acts.change),
            successes(acts.adjust),
            successes(acts.named),
            successes(acts.save),
            successes(acts.publish),
            successes(acts.undo),
        ];
        let asked = move || {
            let params = params.read();
            let number = params.get("number").and_then(|number| number.parse().ok()).unwrap_or(0);
            let from = query.read().get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
            let by = query.read().get(QUERY).and_then(|by| by.parse::<GroupBy>().ok());
            (params.get("slug").unwrap_or_default(), number, from, by, changes.map(|changes| changes.get()))
        };
        let data = Data::new(asked, |(slug, number, from, by, _)| async move {
            let run = load_run(slug.clone(), number, from).await?;
            let groups = match by {
                Some(by) => Some(load_groups(slug, number, by).await?),
                None => None,
            };
            Ok((run, groups))
        });
        view! { <Loaded data let:loaded> <RunContent run=loaded.0 groups=loaded.1 acts /> </Loaded> }.into_any()
    }
}

#[component]
fn RunContent(run: RunView, #[prop(optional_no_strip)] groups: Option<GroupsView>, acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    let slug = run.program.slug.clone();
    let base = format!("/admin/programs/{slug}");
    let address = base.clone();
    let crumbs = vec![
        Crumb::new(run.program.name.clone(), base.clone()),
        Crumb::new(i18n.t(m::REQUESTS_MATCHING_TITLE).to_owned(), format!("{base}/matching")),
    ];
    let title = i18n.f(m::MATCH_RUNS_RUN, &[("number", &i18n.number(run.card.number.into()))]);
    let draft = run.card.status == RunStatus::Draft;
    let which = Which { slug: slug.clone(), number: run.card.number };
    let compare = (run.card.number > 1).then(|| {
        let href = format!("{base}/matching/compare?second={}", run.card.number);
        view! { <a href=href>{i18n.t(m::MATCH_RUNS_COMPARE_BEFORE)}</a> }
    });
    let settings = draft.then(|| view! { <Settings run=run.clone() acts /> });
    let live =
        (draft && run.try_here).then(|| view! { <Live which=which.clone() version=run.version settings=run.settings.clone() acts /> });
    view! {
        <PageHead title lead=i18n.t(m::MATCH_RUNS_LEAD) crumbs />
        <ProgramTabs slug current=ProgramTab::Matching />
        <div class="stack stack--l">
            <p class="card__meta">
                <span class=words::badge(run.card.status)>{i18n.t(words::status(run.card.status))}</span>
                <span>{made(i18n, &run.card)}</span>
                {compare}
            </p>
            <Progress slug=which.slug.clone() pending=acts.computing() />
            <ActionError action=acts.adjust />
            <Numbers numbers=run.numbers.clone() objective=run.settings.objective />
            {settings}
            {live}
            <Publishing run=run.clone() acts />
            <Pairs run=run.clone() acts />
            <LeftOut run=run.clone() acts />
            <Loads run=run.clone() acts />
            <Groups base=format!("{address}/matching/runs/{}", run.card.number) groups />
            <Forbidden run=run.clone() acts />
            {draft.then(|| view! { <Named run acts /> })}
        </div>
    }
}

/// The form with the settings of a draft.
#[component]
fn Settings(run: RunView, acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <details class="disclosure">
            <summary>{i18n.t(m::MATCH_RUNS_SETTINGS)}</summary>
            <div class="disclosure__body">
                <Form action=acts.change done=i18n.t(m::COMMON_SAVED)>
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
fn Pairs(run: RunView, acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    let draft = run.card.status == RunStatus::Draft;
    let which = Which { slug: run.program.slug.clone(), number: run.card.number };
    let address = format!("/admin/programs/{}/matching/runs/{}", which.slug, which.number);
    let page = |from: u32| format!("{address}?from={from}");
    let (previous, next) = (run.previous.map(page), run.next.map(page));
    let files = (!run.pairs.is_empty()).then(|| format!("{address}/pairs"));
    let keep = (draft && !run.pairs.is_empty()).then(|| view! { <KeepAll which=which.clone() acts /> });
    let body = if run.pairs.is_empty() {
        view! { <Empty icon="people" title=i18n.t(m::MATCH_RUNS_PAIRS_EMPTY) text=i18n.t(m::MATCH_RUNS_PAIRS_EMPTY_TEXT) /> }.into_any()
    } else {
        let open = run.card.status != RunStatus::Undone;
        let name = |pair: &PairView| {
            let words = i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &pair.mentee.name), ("mentor", &pair.mentor.name)]);
            (format!("{}:{}", pair.mentee.id, pair.mentor.id), words)
        };
        let others = StoredValue::new(run.pairs.iter().map(name).collect::<Vec<_>>());
        let rows = keyed(run.pairs.into_iter().map(|pair| {
            let key = format!("{} {}", pair.mentee.id, pair.mentor.id);
            (key, view! { <PairCard pair which=which.clone() acts others draft open /> }.into_any())
        }));
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
                <Pagination previous next />
            </div>
        </section>
    }
}

/// Keeps all pairs, or lets all go.
#[component]
fn KeepAll(which: Which, acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <ActionForm action=acts.adjust class="cluster">
            <Hidden name="slug" value=which.slug />
            <Hidden name="number" value=which.number.to_string() />
            <button type="submit" class="button button--small" name="act" value="pin_all">{i18n.t(m::MATCH_RUNS_PIN_ALL)}</button>
            <button type="submit" class="button button--small button--quiet" name="act" value="free_all">{i18n.t(m::MATCH_RUNS_FREE_ALL)}</button>
        </ActionForm>
    }
}
