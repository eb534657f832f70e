//! The page of one run: what the server wrote of it, and between that what is tried in the browser.

use super::actions::RunActions;
use super::live::Live;
use super::load_run;
use super::progress::Progress;
use super::publishing::{Publishing, publish_when_saved};
use super::run_text::QUERY;
use crate::data::Data;
use crate::ui::form::{FormAction, Forms, WrittenForms};
use crate::ui::{Loaded, Written, done};
use domain::match_runs::GroupBy;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/admin/programs/{slug}/matching/runs/{number}`, with `from`.
#[derive(Debug)]
pub struct RunPage;

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
        let which = move || {
            let params = params.read();
            let number = params.get("number").and_then(|number| number.parse().ok()).unwrap_or(0);
            (params.get("slug").unwrap_or_default(), number)
        };
        let asked = move || {
            let from = query.read().get("from").and_then(|from| from.parse().ok()).unwrap_or(0);
            let by = query.read().get(QUERY).and_then(|by| by.parse::<GroupBy>().ok());
            (which(), from, by)
        };
        let data = Data::new(asked, |((slug, number), from, by)| load_run(slug, number, from, by))
            .after(Signal::derive(move || forms.done()))
            .after(done(&[actions.save.post(), actions.publish.post(), actions.undo.post()]));
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
