//! The page of one run: what the server wrote of it, and between that what is tried in the browser.

use super::live::Live;
use super::progress::Progress;
use super::publishing::{Publishing, publish_when_saved};
use super::{PublishRun, SaveRun, UndoRun, load_run};
use crate::data::Data;
use crate::ui::form::{FormAction, Forms, WrittenForms, successes};
use crate::ui::{Loaded, Written};
use crate::written::Html;
use domain::match_runs::{GroupBy, PublishAs, RunSettings, RunStatus};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};
use serde::{Deserialize, Serialize};

/// `/admin/programs/{slug}/matching/runs/{number}`, with `from`.
#[derive(Debug)]
pub struct RunPage;

/// The query of the address that names the groups.
pub(super) const QUERY: &str = "groups";

/// The page as the server wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunText {
    /// The document's title.
    pub title: String,
    /// Title and tabs.
    pub head: Html,
    /// Where the run stands.
    pub standing: Html,
    /// What it came to, and its settings.
    pub result: Html,
    /// What can be tried in the browser, if anything.
    pub trial: Option<Trial>,
    /// What can be published and taken back.
    pub publication: Publication,
    /// The pairs, and what lies beside them.
    pub pairs: Html,
}

/// What of the run can be published, and taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The program's name in addresses.
    pub slug: String,
    /// The run's number.
    pub number: i32,
    /// Its version.
    pub version: i32,
    /// Where it stands.
    pub status: RunStatus,
    /// What publishing does.
    pub publish_as: PublishAs,
    /// How many pairs aren't published.
    pub unpublished: u32,
    /// How many are.
    pub published: u32,
    /// On how many of those nobody has acted.
    pub untouched: u32,
    /// How many requests publishing closes.
    pub closing: i64,
    /// How many requests taking back opens again.
    pub reopening: i64,
}

/// What the browser does by itself, made once for the page.
#[derive(Clone, Copy)]
pub(super) struct RunActions {
    pub save: FormAction<SaveRun>,
    pub publish: FormAction<PublishRun>,
    pub undo: FormAction<UndoRun>,
    /// What this browser tried and nobody has saved: the settings, as they are saved.
    pub unsaved: RwSignal<Option<String>>,
    /// The run that is published as soon as it is saved: its program and its number.
    pub publish_next: StoredValue<Option<(String, i32)>>,
}

/// What the browser begins with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// The version of the run that is tried.
    pub version: i32,
    /// What is saved.
    pub settings: RunSettings,
}

#[lazy_route]
impl LazyRoute for RunPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let forms = Forms::new();
        let actions = RunActions {
            save: FormAction::new(),
            publish: FormAction::new(),
            undo: FormAction::new(),
            unsaved: RwSignal::new(None),
            publish_next: StoredValue::new(None),
        };
        publish_when_saved(actions);
        let changes = [successes(actions.save), successes(actions.publish), successes(actions.undo)];
        let which = move || {
            let params = params.read();
            let number = params.get("number").and_then(|number| number.parse().ok()).unwrap_or(0);
            (params.get("slug").unwrap_or_default(), number)
        };
        let asked = move || {
            let from = query.read().get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
            let by = query.read().get(QUERY).and_then(|by| by.parse::<GroupBy>().ok());
            (which(), from, by, forms.done(), changes.map(|changes| changes.get()))
        };
        let data = Data::new(asked, |((slug, number), from, by, ..)| load_run(slug, number, from, by));
        let computing = Signal::derive(move || forms.pending() || actions.save.pending().get());
        view! {
            <Loaded data let:run>
                <Title text=run.title />
                <Written html=run.head />
                <div class="stack stack--l">
                    <Written html=run.standing />
                    <Progress slug=untrack(which).0 pending=computing />
                    <WrittenForms html=run.result forms />
                    {run.trial.map(|trial| view! { <Live which=untrack(which) trial actions /> })}
                    <Publishing run=run.publication actions />
                    <WrittenForms html=run.pairs forms />
                </div>
            </Loaded>
        }
        .into_any()
    }
}
