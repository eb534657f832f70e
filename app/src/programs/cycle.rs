//! Where a program is in its cycle, with the next step as one clear button, and the way out. Each step is asked about once: none of
//! them can be undone, and most are told to everybody.

use super::AdvanceProgram;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::{Dialog, Icon};
use domain::programs::views::Reach;
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
    reach: Memo<Reach>,
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
                    <span>{i18n.t(wording::programs::status(*step))}</span>
                </li>
            }
        })
        .collect_view();
    let forward = actions.iter().copied().find(|action| *action != ProgramAction::Cancel);
    let cancel = actions.contains(&ProgramAction::Cancel);
    let incomplete = !missing.is_empty();
    let settings = format!("/admin/programs/{slug}/settings");
    let forward = forward.map(|next| {
        if incomplete {
            view! { <Checklist missing=missing.clone() settings=settings.clone() /> }.into_any()
        } else {
            let class = if next == ProgramAction::Complete { "button" } else { "button button--primary" };
            view! { <div><Step slug=slug.clone() next class reach action /></div> }.into_any()
        }
    });
    let steps = (status != ProgramStatus::Cancelled).then(|| view! { <ol class="steps" aria-label=i18n.t(m::PROGRAMS_CYCLE)>{steps}</ol> });
    let over = status.is_over().then(|| {
        let text = if status == ProgramStatus::Cancelled { m::PROGRAMS_CYCLE_CANCELLED } else { m::PROGRAMS_CYCLE_COMPLETED };
        view! { <p>{i18n.t(text)}</p> }
    });
    let cancel = cancel.then(|| {
        let class = "button button--quiet button--danger button--small";
        // Of its own width: a card's children are as wide as the card.
        view! { <div><Step slug=slug.clone() next=ProgramAction::Cancel class reach action /></div> }
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

/// What it is called, what it means, and what says yes to it.
const fn words(action: ProgramAction) -> (Key, Key, Key) {
    match action {
        ProgramAction::Open => (m::PROGRAMS_OPEN, m::PROGRAMS_OPEN_WHAT, m::PROGRAMS_OPEN_NOW),
        ProgramAction::Start => (m::PROGRAMS_START, m::PROGRAMS_START_WHAT, m::PROGRAMS_START_NOW),
        ProgramAction::Complete => (m::PROGRAMS_COMPLETE, m::PROGRAMS_COMPLETE_WHAT, m::PROGRAMS_COMPLETE_NOW),
        ProgramAction::Cancel => (m::PROGRAMS_CANCEL, m::PROGRAMS_CANCEL_WHAT, m::PROGRAMS_CANCEL_NOW),
    }
}

/// A step, asked about once, with whom it reaches.
#[component]
fn Step(slug: String, next: ProgramAction, class: &'static str, reach: Memo<Reach>, action: FormAction<AdvanceProgram>) -> impl IntoView {
    let i18n = use_i18n();
    let (label, what, now) = words(next);
    let slug = StoredValue::new(slug);
    let ends = matches!(next, ProgramAction::Complete | ProgramAction::Cancel);
    let button = if ends { "button button--danger" } else { "button button--primary" };
    // They change while somebody looks: the question stays open meanwhile.
    let list = move || {
        let reach = reach.get();
        let numbers = match next {
            ProgramAction::Open => Vec::new(),
            ProgramAction::Start => vec![(m::PROGRAMS_REACH_TOLD, reach.told_at_start)],
            ProgramAction::Complete | ProgramAction::Cancel => vec![
                (m::PROGRAMS_REACH_REQUESTS, reach.requests),
                (m::PROGRAMS_REACH_PROPOSALS, reach.proposals),
                (m::PROGRAMS_REACH_TOLD, reach.told_at_end),
                (m::PROGRAMS_REACH_MAILED, reach.mailed),
            ],
        };
        let lines: Vec<String> = numbers.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| i18n.n(key, n, &[])).collect();
        (!lines.is_empty()).then(|| view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> })
    };
    view! {
        <Dialog id=next.as_str() open_label=i18n.t(label) button_class=class title=i18n.t(label)>
            <Form action=action class="stack" done=i18n.t(m::COMMON_SAVED)>
                <Hidden name="slug" value=slug.get_value() />
                <Hidden name="action" value=next.to_string() />
                <p>{i18n.t(what)}</p>
                {list}
                <div><Submit label=i18n.t(now) class=button /></div>
            </Form>
        </Dialog>
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
