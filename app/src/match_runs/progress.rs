//! While a run takes its time: how far it is, and a button that stops it. Needs the client; without it a browser waits as it does for
//! any page.

use super::{StopRun, load_progress};
use crate::lang::use_i18n;
use crate::ui::form::FormAction;
use i18n::m;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How often it is asked.
const EACH: Duration = Duration::from_millis(700);

/// Appears once the server says that a run takes its time: what is quick never shows it.
#[component]
pub(super) fn Progress(
    /// The program's address.
    slug: String,
    /// Whether somebody waits for a run.
    #[prop(into)]
    pending: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let done = RwSignal::new(None::<u16>);
    let stop = FormAction::<StopRun>::new();
    let slug = StoredValue::new(slug);
    let asking = StoredValue::new(None::<IntervalHandle>);
    let quiet = move || {
        if let Some(before) = asking.try_update_value(Option::take).flatten() {
            before.clear();
        }
    };
    let ask = move || {
        spawn_local(async move {
            let Some(slug) = slug.try_get_value() else { return };
            let told = load_progress(slug).await.ok().flatten();
            // The run may be done by now, and the page gone.
            if pending.try_get_untracked() == Some(true) {
                let _gone = done.try_set(told);
            }
        });
    };
    Effect::new(move |_| {
        quiet();
        if pending.get() {
            asking.set_value(set_interval_with_handle(ask, EACH).ok());
        } else {
            done.set(None);
        }
    });
    on_cleanup(quiet);
    let bar = move |done: u16| {
        let words = i18n.f(m::MATCH_RUNS_PROGRESS, &[("percent", &i18n.number((done / 10).into()))]);
        view! {
            <div class="running">
                <label class="running__words" for="run-progress">{words}</label>
                <progress class="progress" id="run-progress" max="1000" value=done.to_string()></progress>
                <button
                    type="button"
                    class="button button--small"
                    disabled=move || stop.pending().get()
                    on:click=move |_| stop.dispatch(&StopRun { slug: slug.get_value() })
                >
                    {i18n.t(m::MATCH_RUNS_PROGRESS_STOP)}
                </button>
            </div>
        }
    };
    move || done.get().map(bar)
}
