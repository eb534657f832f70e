//! Publishing pairs of a run, and taking them back.

#![cfg(feature = "ssr")]

use super::page_text::Acts;
use super::pair::PUBLISH;
use crate::lang::use_i18n;
use crate::ui::Notice;
use crate::ui::form::{Form, Hidden, Submit};
use domain::match_runs::views::RunView;
use domain::match_runs::{PublishAs, RunStatus};
use i18n::m;
use leptos::prelude::*;

/// The forms.
#[component]
pub(super) fn Publishing(run: RunView, acts: Acts) -> impl IntoView {
    let i18n = use_i18n();
    let (slug, number) = (StoredValue::new(run.program.slug.clone()), StoredValue::new(run.card.number.to_string()));
    let about = match run.settings.publish_as {
        PublishAs::Begun => m::MATCH_RUNS_PUBLISH_ABOUT_BEGUN,
        PublishAs::Proposed => m::MATCH_RUNS_PUBLISH_ABOUT_PROPOSED,
    };
    let publish = (run.unpublished > 0 && run.card.status != RunStatus::Undone).then(|| {
        view! {
            <p>{i18n.t(about)}</p>
                <Form action=acts.publish done=i18n.t(m::MATCH_RUNS_PUBLISHED_DONE) id=PUBLISH>
                    <Hidden name="slug" value=slug.get_value() />
                    <Hidden name="number" value=number.get_value() />
                    <div class="form__actions">
                        <Submit label=i18n.n(m::MATCH_RUNS_PUBLISH_ALL, run.unpublished.into(), &[]) name="all" value="true" />
                        <Submit label=i18n.t(m::MATCH_RUNS_PUBLISH_CHOSEN) class="button" name="all" value="false" />
                    </div>
                </Form>
        }
    });
    let back = (run.published > 0).then(|| {
        let untouched = (run.untouched > 0).then(|| {
            view! {
                <p>{i18n.n(m::MATCH_RUNS_UNTOUCHED, run.untouched.into(), &[])}</p>
                <Form action=acts.undo class="cluster" done=i18n.t(m::MATCH_RUNS_UNDO_DONE)>
                    <Hidden name="slug" value=slug.get_value() />
                    <Hidden name="number" value=number.get_value() />
                    <Submit label=i18n.t(m::MATCH_RUNS_UNDO) class="button button--danger" />
                </Form>
            }
        });
        view! { <Notice kind="ok">{i18n.n(m::MATCH_RUNS_PUBLISHED, run.published.into(), &[])}</Notice> {untouched} }
    });
    (publish.is_some() || back.is_some()).then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::MATCH_RUNS_PUBLISH)}</h2></div>
                <div class="stack">{publish} {back}</div>
            </section>
        }
    })
}
