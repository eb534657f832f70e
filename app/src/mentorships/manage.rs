//! Pausing, going on, completing, ending early.

use super::{EndMentorship, PauseMentorship, ResumeMentorship};
use crate::flash::was_refused;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit, TextArea};
use domain::MentorshipId;
use domain::limits::GOAL_TEXT_MAX;
use domain::mentorships::views::SpaceMay;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// What can be done to the mentorship as a whole.
#[derive(Clone, Copy)]
pub(super) struct Manage {
    pub pause: FormAction<PauseMentorship>,
    pub resume: FormAction<ResumeMentorship>,
    pub end: FormAction<EndMentorship>,
}

/// The section with all of it; nothing for a mentorship that is over.
#[component]
pub(super) fn ManageSection(id: MentorshipId, may: SpaceMay, manage: Manage) -> impl IntoView {
    let i18n = use_i18n();
    let complete = may.complete.then(|| {
        view! {
            <p class="muted">{i18n.t(m::MENTORSHIPS_COMPLETE_HINT)}</p>
            <div class="cluster">
                <a class="button" href=format!("/mentorships/{id}/complete")>{i18n.t(m::MENTORSHIPS_COMPLETE)}</a>
            </div>
        }
    });
    let pause = may.pause.then(|| {
        view! {
            <Form action=manage.pause done=i18n.t(m::MENTORSHIPS_PAUSED_DONE) class="stack stack--s">
                <Hidden name="id" value=id.to_string() />
                <p class="muted">{i18n.t(m::MENTORSHIPS_PAUSE_HINT)}</p>
                <div class="cluster"><Submit label=i18n.t(m::MENTORSHIPS_PAUSE) class="button" /></div>
            </Form>
        }
    });
    let resume = may.resume.then(|| {
        view! {
            <Form action=manage.resume done=i18n.t(m::MENTORSHIPS_RESUMED_DONE) class="stack stack--s">
                <Hidden name="id" value=id.to_string() />
                <p class="muted">{i18n.t(m::MENTORSHIPS_RESUME_HINT)}</p>
                <div class="cluster"><Submit label=i18n.t(m::MENTORSHIPS_RESUME) /></div>
            </Form>
        }
    });
    let end = may.end.then(|| view! { <EndForm id action=manage.end /> });
    (may.complete || may.pause || may.resume || may.end).then(|| {
        view! {
            <section class="section stack" id="end">
                <h2>{i18n.t(m::MENTORSHIPS_MANAGE)}</h2>
                {complete}
                {pause}
                {resume}
                {end}
            </section>
        }
    })
}

/// Ending early: folded away, with what it means said before the button.
#[component]
fn EndForm(id: MentorshipId, action: FormAction<EndMentorship>) -> impl IntoView {
    let i18n = use_i18n();
    // Without JavaScript a reason that was too short comes back on a fresh page: then the form stands open.
    let failed = was_refused(EndMentorship::url());
    view! {
        <details class="disclosure" open=failed>
            <summary>{i18n.t(m::MENTORSHIPS_END)}</summary>
            <div class="disclosure__body">
                <Form action=action done=i18n.t(m::MENTORSHIPS_ENDED_DONE)>
                    <Hidden name="id" value=id.to_string() />
                    <p>{i18n.t(m::MENTORSHIPS_END_HINT)}</p>
                    <TextArea
                        name="reason"
                        label=i18n.t(m::MENTORSHIPS_REASON)
                        hint=i18n.t(m::MENTORSHIPS_REASON_HINT)
                        required=true
                        maxlength=GOAL_TEXT_MAX
                    />
                    <div class="form__actions">
                        <Submit label=i18n.t(m::MENTORSHIPS_END_NOW) class="button button--danger" />
                    </div>
                </Form>
            </div>
        </details>
    }
}
