//! One participant in the coordinator's list, with what can be done.

use super::actions::ParticipantActions;
use super::words;
use crate::lang::use_i18n;
use crate::ui::Avatar;
use crate::ui::form::{ActionForm, Hidden};
use domain::enrolments::views::Participant;
use domain::enrolments::{EnrolmentAction, EnrolmentStatus};
use domain::limits::{CAPACITY_MAX, TEXT_MAX};
use i18n::m;
use leptos::prelude::*;

/// A participant.
#[component]
pub(super) fn ParticipantRow(slug: String, participant: Participant, actions: ParticipantActions) -> impl IntoView {
    let i18n = use_i18n();
    let p = participant;
    let href = format!("/people/{}", p.face.id);
    let since = i18n.f(m::ENROLMENTS_SINCE, &[("date", &p.since)]);
    let room = p.as_mentor.then(|| {
        let taken = i18n.f(m::ENROLMENTS_TAKEN, &[("taken", &i18n.number(p.taken)), ("capacity", &i18n.number(p.capacity.into()))]);
        view! { <span>{taken}</span> }
    });
    let placed = p.placed.then(|| view! { <span>{i18n.t(m::ENROLMENTS_PLACED)}</span> });
    let answers = (!p.answers.is_empty()).then(|| {
        let rows = p
            .answers
            .iter()
            .map(|(question, answer)| view! { <div><dt dir="auto">{question.clone()}</dt><dd dir="auto">{answer.clone()}</dd></div> })
            .collect_view();
        view! {
            <details class="disclosure">
                <summary>{i18n.t(m::ENROLMENTS_ANSWERS)} <span class="visually-hidden">": " {p.face.name.clone()}</span></summary>
                <div class="disclosure__body"><dl class="definition">{rows}</dl></div>
            </details>
        }
    });
    view! {
        <li class="list__item participant">
            <div class="person">
                <Avatar id=p.face.id name=p.face.name.clone() picture=p.face.picture size="m" />
                <span class="person__text">
                    <a class="person__name" href=href dir="auto">{p.face.name.clone()}</a>
                    <span class="person__headline" dir="auto">{p.face.headline.clone()}</span>
                    <span class="person__headline">{p.email.clone()}</span>
                </span>
            </div>
            <p class="card__meta participant__facts">
                <span class=words::badge(p.status)>{i18n.t(wording::enrolments::status(p.status))}</span>
                <span>{i18n.t(wording::enrolments::sides(p.as_mentor, p.as_mentee))}</span>
                {room}
                {placed}
                <span>{since}</span>
            </p>
            {answers}
            <Buttons slug participant=p actions />
        </li>
    }
}

#[component]
fn Buttons(slug: String, participant: Participant, actions: ParticipantActions) -> impl IntoView {
    let i18n = use_i18n();
    let p = participant;
    let (slug, person, name) = (StoredValue::new(slug), StoredValue::new(p.face.id.to_string()), StoredValue::new(p.face.name));
    let quick = |action: EnrolmentAction, label: &'static str, class: &'static str| {
        view! {
            <ActionForm action=actions.decide>
                <Hidden name="slug" value=slug.get_value() />
                <Hidden name="person" value=person.get_value() />
                <Hidden name="action" value=action.as_str().to_owned() />
                <button type="submit" class=class>{label} <span class="visually-hidden">": " {name.get_value()}</span></button>
            </ActionForm>
        }
    };
    let small = "button button--small";
    let change = match p.status {
        EnrolmentStatus::Pending => {
            Some(quick(EnrolmentAction::Approve, i18n.t(m::ENROLMENTS_APPROVE), "button button--small button--primary"))
        }
        EnrolmentStatus::Active => Some(quick(EnrolmentAction::Pause, i18n.t(m::ENROLMENTS_PAUSE_THEM), small)),
        EnrolmentStatus::Paused => Some(quick(EnrolmentAction::Resume, i18n.t(m::ENROLMENTS_RESUME_THEM), small)),
        EnrolmentStatus::Removed => Some(quick(EnrolmentAction::Approve, i18n.t(m::ENROLMENTS_LET_IN_AGAIN), small)),
        EnrolmentStatus::Left => None,
    };
    let capacity = (p.as_mentor && !p.status.is_over()).then(|| {
        let label = i18n.f(m::ENROLMENTS_CAPACITY_OF, &[("name", &name.get_value())]);
        view! {
            <ActionForm action=actions.capacity class="cluster">
                <Hidden name="slug" value=slug.get_value() />
                <Hidden name="person" value=person.get_value() />
                <input
                    class="input capacity"
                    type="number"
                    name="capacity"
                    min="1"
                    max=CAPACITY_MAX.to_string()
                    value=p.capacity.to_string()
                    aria-label=label.clone()
                />
                <button type="submit" class="button button--small button--quiet">
                    {i18n.t(m::ENROLMENTS_SAVE_CAPACITY)} <span class="visually-hidden">": " {name.get_value()}</span>
                </button>
            </ActionForm>
        }
    });
    let remove = (!p.status.is_over()).then(|| {
        let (title, hint) = if p.status == EnrolmentStatus::Pending {
            (m::ENROLMENTS_DECLINE, m::ENROLMENTS_DECLINE_WORD)
        } else {
            (m::ENROLMENTS_REMOVE, m::ENROLMENTS_REMOVE_WORD)
        };
        let id = format!("word-{}", person.get_value());
        view! {
            <details class="disclosure">
                <summary>{i18n.t(title)} <span class="visually-hidden">": " {name.get_value()}</span></summary>
                <div class="disclosure__body">
                    <ActionForm action=actions.decide class="stack stack--s">
                        <Hidden name="slug" value=slug.get_value() />
                        <Hidden name="person" value=person.get_value() />
                        <Hidden name="action" value=EnrolmentAction::Remove.as_str().to_owned() />
                        <div class="field">
                            <label class="field__label" for=id.clone()>{i18n.t(hint)} <span class="muted">" (" {i18n.t(m::COMMON_OPTIONAL)} ")"</span></label>
                            <textarea class="textarea" dir="auto" id=id name="word" rows="2" maxlength=TEXT_MAX.to_string()></textarea>
                        </div>
                        <div class="cluster">
                            <button type="submit" class="button button--small button--danger">{i18n.t(title)} <span class="visually-hidden">": " {name.get_value()}</span></button>
                        </div>
                    </ActionForm>
                </div>
            </details>
        }
    });
    view! { <div class="participant__acts">{change} {capacity} {remove}</div> }
}
