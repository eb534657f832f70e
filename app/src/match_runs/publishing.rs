//! Publishing pairs of a run, and taking them back: each is asked about once, with whom it reaches.
//!
//! What is published is the run as it is saved. While this browser shows something else that was tried, both are on offer.

use super::actions::RunActions;
use super::run_text::{PUBLISH, Publication};
use super::{PublishRun, SaveRun, UndoRun};
use crate::lang::use_i18n;
use crate::ui::form::{ActionError, Form, Hidden, Submit};
use crate::ui::{Dialog, Notice};
use domain::match_runs::RunStatus;
use domain::programs::PublishAs;
use i18n::m;
use leptos::ev;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// The forms.
#[component]
pub(super) fn Publishing(run: Publication, actions: RunActions) -> impl IntoView {
    let i18n = use_i18n();
    let publish = (run.unpublished > 0 && run.status != RunStatus::Undone).then(|| view! { <Publish run=run.clone() actions /> });
    let back = (run.published > 0).then(|| {
        let untouched = (run.untouched > 0).then(|| view! { <TakeBack run=run.clone() actions /> });
        view! { <Notice kind="ok">{i18n.n(m::MATCH_RUNS_PUBLISHED, run.published.into(), &[])}</Notice> {untouched} }
    });
    (publish.is_some() || back.is_some()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_PUBLISH)}</h2></div>
                <div class="stack"><ActionError action=actions.publish /> {publish} {back}</div>
            </section>
        }
    })
}

#[component]
fn Publish(run: Publication, actions: RunActions) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, number) = (StoredValue::new(run.slug), run.number);
    let (all, closing) = (run.unpublished, run.closing);
    let about = match run.publish_as {
        PublishAs::Begun => m::MATCH_RUNS_PUBLISH_ABOUT_BEGUN,
        PublishAs::Proposed => m::MATCH_RUNS_PUBLISH_ABOUT_PROPOSED,
    };
    let chosen = chosen();
    let saving = SaveFirst { slug, number, version: run.version, actions };
    let unsaved = move || {
        actions.unsaved.with(Option::is_some).then(|| {
            view! {
                <Notice kind="warn">{i18n.t(m::MATCH_RUNS_PUBLISH_UNSAVED)}</Notice>
                <div>
                    <button type="button" class="button button--primary" on:click=move |event| saving.start(&event)>
                        {i18n.t(m::MATCH_RUNS_PUBLISH_SAVE_FIRST)}
                    </button>
                </div>
            }
        })
    };
    let closes = (closing > 0).then(|| i18n.n(m::MATCH_RUNS_PUBLISH_CLOSES, closing, &[]));
    let reach = StoredValue::new([Some(i18n.n(m::MATCH_RUNS_PUBLISH_MAILS, i64::from(all) * 2, &[])), closes]);
    let all_words = move || {
        let saved = actions.unsaved.with(Option::is_some);
        i18n.n(if saved { m::MATCH_RUNS_PUBLISH_SAVED } else { m::MATCH_RUNS_PUBLISH_ALL }, all.into(), &[])
    };
    let chosen_words = move || match chosen.get() {
        0 => i18n.t(m::MATCH_RUNS_PUBLISH_CHOSEN).to_owned(),
        n => i18n.n(m::MATCH_RUNS_PUBLISH_CHOSEN_COUNT, n, &[]),
    };
    view! {
        <p>{i18n.t(about)}</p>
        <div>
            <Dialog
                id="publishing"
                open_label=i18n.t(m::MATCH_RUNS_PUBLISH_ASK)
                button_class="button button--primary"
                title=i18n.t(m::MATCH_RUNS_PUBLISH)
                sends=PublishRun::url()
            >
                {unsaved}
                <Form action=actions.publish done=i18n.t(m::MATCH_RUNS_PUBLISHED_DONE) id=PUBLISH>
                    <Hidden name="slug" value=slug.get_value() />
                    <Hidden name="number" value=number.to_string() />
                    <p>{i18n.n(m::MATCH_RUNS_PUBLISH_WHAT, all.into(), &[])}</p>
                    <ul>{reach.get_value().map(|line| line.map(|line| view! { <li>{line}</li> }))}</ul>
                    <div class="form__actions cluster">
                        <button type="submit" class="button" class:button--primary=move || actions.unsaved.with(Option::is_none) name="all" value="true">
                            {all_words}
                        </button>
                        <button type="submit" class="button" name="all" value="false">{chosen_words}</button>
                    </div>
                </Form>
            </Dialog>
        </div>
    }
}

/// Saves what was tried, and publishes it once it is saved.
#[derive(Clone, Copy)]
struct SaveFirst {
    slug: StoredValue<String>,
    number: i32,
    version: i32,
    actions: RunActions,
}

impl SaveFirst {
    fn start(self, event: &ev::MouseEvent) {
        let Some(settings) = self.actions.unsaved.get_untracked() else { return };
        let (slug, number, version, actions) = (self.slug.get_value(), self.number, self.version, self.actions);
        // Whatever becomes of it is said in the page.
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let dialog = button.and_then(|button| button.closest("dialog").ok().flatten());
        if let Some(dialog) = dialog.as_ref().and_then(|dialog| dialog.dyn_ref::<HtmlDialogElement>()) {
            dialog.close();
        }
        actions.publish_next.set_value(Some((slug.clone(), number)));
        actions.save.dispatch(&SaveRun { slug, number, version, settings });
    }
}

/// Publishes all pairs of a run when it has been saved for that. Called once for the page, which lives on when its data change.
pub(super) fn publish_when_saved(actions: RunActions) {
    Effect::new(move |_| {
        if actions.save.version().get() > 0
            && let Some((slug, number)) = actions.publish_next.try_update_value(Option::take).flatten()
            && untrack(|| actions.save.post().succeeded())
        {
            actions.publish.dispatch(&PublishRun { slug, number, pairs: Vec::new(), all: true });
        }
    });
}

/// How many pairs are ticked, wherever they stand; none while nobody counts.
fn chosen() -> RwSignal<i64> {
    let chosen = RwSignal::new(0);
    Effect::new(move |_| {
        let count = move || {
            let ticked = document().query_selector_all(&format!("input[form={PUBLISH}]:checked")).map_or(0, |boxes| boxes.length());
            let _ = chosen.try_set(ticked.into());
        };
        count();
        let listening = window_event_listener(ev::change, move |_| count());
        on_cleanup(move || listening.remove());
    });
    chosen
}

#[component]
fn TakeBack(run: Publication, actions: RunActions) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, number) = (StoredValue::new(run.slug), run.number);
    let (untouched, reopening) = (i64::from(run.untouched), run.reopening);
    let again = (reopening > 0).then(|| i18n.n(m::MATCH_RUNS_UNDO_REOPENS, reopening, &[]));
    let reach = StoredValue::new([Some(i18n.n(m::MATCH_RUNS_PUBLISH_MAILS, untouched * 2, &[])), again]);
    view! {
        <p>{i18n.n(m::MATCH_RUNS_UNTOUCHED, untouched, &[])}</p>
        <div>
            <Dialog
                id="taking-back"
                open_label=i18n.t(m::MATCH_RUNS_UNDO)
                button_class="button button--danger"
                title=i18n.t(m::MATCH_RUNS_UNDO)
                sends=UndoRun::url()
            >
                <Form action=actions.undo class="stack" done=i18n.t(m::MATCH_RUNS_UNDO_DONE)>
                    <Hidden name="slug" value=slug.get_value() />
                    <Hidden name="number" value=number.to_string() />
                    <p>{i18n.n(m::MATCH_RUNS_UNDO_WHAT, untouched, &[])}</p>
                    <ul>{reach.get_value().map(|line| line.map(|line| view! { <li>{line}</li> }))}</ul>
                    <div><Submit label=i18n.t(m::MATCH_RUNS_UNDO_NOW) class="button button--danger" /></div>
                </Form>
            </Dialog>
        </div>
    }
}
