//! Where a program is in its cycle, with the next step as one clear button, and the way out.

use super::AdvanceProgram;
use super::words::status_name;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::{Dialog, Icon};
use domain::programs::{Missing, ProgramAction, ProgramStatus};
use i18n::{Key, m};
use leptos::prelude::*;

const WAY: [ProgramStatus; 4] = [ProgramStatus::Draft, ProgramStatus::Open, ProgramStatus::Running, ProgramStatus::Completed];

/// The cycle.
#[component]
pub(super) fn Cycle(
    slug: String,
    status: ProgramStatus,
    missing: Vec<Missing>,
    actions: Vec<ProgramAction>,
    action: FormAction<AdvanceProgram>,
) -> impl IntoView {
    let i18n = use_i18n();
    let place = WAY.iter().position(|step| *step == status);
    let steps = WAY
        .iter()
        .enumerate()
        .map(|(i, step)| {
            let done = place.is_some_and(|place| i < place) || status == ProgramStatus::Completed;
            view! {
                <li class:steps__done=done aria-current=(Some(i) == place).then_some("step")>
                    <span>{i18n.t(status_name(*step))}</span>
                </li>
            }
        })
        .collect_view();
    let forward = actions.iter().copied().find(|action| *action != ProgramAction::Cancel);
    let cancel = actions.contains(&ProgramAction::Cancel);
    let incomplete = !missing.is_empty();
    let (settings, address) = (format!("/admin/programs/{slug}/settings"), StoredValue::new(slug.clone()));
    let forward = forward.map(|next| {
        let (label, what) = words(next);
        let slug = slug.clone();
        if incomplete {
            return view! { <Checklist missing=missing.clone() settings=settings.clone() /> }.into_any();
        }
        view! {
            <Form action=action done=i18n.t(m::COMMON_SAVED) class="stack stack--s">
                <Hidden name="slug" value=slug />
                <Hidden name="action" value=next.to_string() />
                <p>{i18n.t(what)}</p>
                <div><Submit label=i18n.t(label) /></div>
            </Form>
        }
        .into_any()
    });
    let steps = (status != ProgramStatus::Cancelled).then(|| view! { <ol class="steps" aria-label=i18n.t(m::PROGRAMS_CYCLE)>{steps}</ol> });
    let over = status.is_over().then(|| {
        let text = if status == ProgramStatus::Cancelled { m::PROGRAMS_CYCLE_CANCELLED } else { m::PROGRAMS_CYCLE_COMPLETED };
        view! { <p>{i18n.t(text)}</p> }
    });
    let cancel = cancel.then(|| {
        view! {
            // Of its own width: a card's children are as wide as the card.
            <div>
                <Dialog id="cancel" open_label=i18n.t(m::PROGRAMS_CANCEL) button_class="button button--quiet button--danger button--small" title=i18n.t(m::PROGRAMS_CANCEL)>
                    <Form action=action class="stack">
                        <Hidden name="slug" value=address.get_value() />
                        <Hidden name="action" value=ProgramAction::Cancel.to_string() />
                        <p>{i18n.t(m::PROGRAMS_CANCEL_WHAT)}</p>
                        <div><Submit label=i18n.t(m::PROGRAMS_CANCEL_NOW) class="button button--danger" /></div>
                    </Form>
                </Dialog>
            </div>
        }
    });
    view! {
        <section class="card" aria-label=i18n.t(m::PROGRAMS_CYCLE)>
            {steps}
            {over}
            {forward}
            {cancel}
        </section>
    }
}

const fn words(action: ProgramAction) -> (Key, Key) {
    match action {
        ProgramAction::Open => (m::PROGRAMS_OPEN, m::PROGRAMS_OPEN_WHAT),
        ProgramAction::Start => (m::PROGRAMS_START, m::PROGRAMS_START_WHAT),
        ProgramAction::Complete => (m::PROGRAMS_COMPLETE, m::PROGRAMS_COMPLETE_WHAT),
        ProgramAction::Cancel => (m::PROGRAMS_CANCEL, m::PROGRAMS_CANCEL_WHAT),
    }
}

/// What the program needs before it opens.
#[component]
fn Checklist(missing: Vec<Missing>, settings: String) -> impl IntoView {
    let i18n = use_i18n();
    let rows = missing
        .into_iter()
        .map(|missing| {
            let text = match missing {
                Missing::Summary => m::PROGRAMS_MISSING_SUMMARY,
                Missing::Description => m::PROGRAMS_MISSING_DESCRIPTION,
                Missing::StartsOn => m::PROGRAMS_MISSING_STARTS_ON,
                Missing::EndsOn => m::PROGRAMS_MISSING_ENDS_ON,
            };
            view! { <li><a href=format!("{settings}#{missing}") rel="external"><Icon name="arrow-right" class="icon--s" />{i18n.t(text)}</a></li> }
        })
        .collect_view();
    view! {
        <p>{i18n.t(m::PROGRAMS_MISSING)}</p>
        <ul role="list" class="stack stack--s">{rows}</ul>
    }
}
