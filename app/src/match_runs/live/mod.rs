//! Change and see: in the browser everybody is paired again as soon as a weight moves or a pair is kept or forbidden, with the
//! same code as on the server. Nothing is saved until it is saved, and then the server pairs them itself.
//!
//! Appears once the client runs; without JavaScript the forms of the page do the same, one step at a time.

mod controls;
mod rows;
mod state;
mod why;

use super::actions::RunActions;
use super::load_people;
use super::run_text::Trial;
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::ActionError;
use controls::Controls;
use i18n::m;
use leptos::prelude::*;
use leptos::task::spawn_local;
use rows::Rows;
use state::Trying;

/// The section.
#[component]
pub(super) fn Live(
    /// Of which run.
    which: (String, i32),
    /// What it begins with.
    trial: Trial,
    actions: RunActions,
) -> impl IntoView {
    let i18n = use_i18n();
    let Trial { version, settings } = trial;
    let trying = Trying::new(settings);
    let client = RwSignal::new(false);
    let failed = RwSignal::new(None);
    let slug = StoredValue::new(which.0.clone());
    let which = StoredValue::new(which);
    why::keep_reasons(trying, slug);
    // Settings are lists and numbers: they can be written.
    Effect::new(move |_| {
        actions.unsaved.set(trying.differs().then(|| trying.settings.with(|settings| serde_json::to_string(settings).ok())).flatten())
    });
    on_cleanup(move || drop(actions.unsaved.try_set(None)));
    Effect::new(move |_| {
        client.set(true);
        spawn_local(async move {
            let Some(slug) = slug.try_get_value() else { return };
            match load_people(slug).await {
                Ok(people) => trying.begin(people),
                // The page may be gone by now.
                Err(error) => drop(failed.try_set(Some(error))),
            }
        });
    });
    let body = move || {
        if let Some(error) = failed.get() {
            return view! { <Notice kind="warn">{error_words::error(i18n, &error)}</Notice> }.into_any();
        }
        if !trying.ready.get() {
            return view! { <p class="muted">{i18n.t(m::MATCH_RUNS_TRY_LOADING)}</p> }.into_any();
        }
        view! { <Controls trying which=which.get_value() version actions /> <Rows trying /> }.into_any()
    };
    view! {
        <Show when=move || client.get()>
            <section class="section live" data-unsaved=move || actions.unsaved.with(Option::is_some).then_some("true")>
                <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_TRY)}</h2></div>
                <div class="stack">
                    <p class="muted">{i18n.t(m::MATCH_RUNS_TRY_ABOUT)}</p>
                    <ActionError action=actions.save />
                    {body}
                </div>
            </section>
        </Show>
    }
}
