//! What one does to one's own enrolment besides changing it: a break, going on, leaving.

use super::{LeaveProgram, PauseEnrolment, ResumeEnrolment};
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use crate::ui::{Dialog, done};
use domain::enrolments::EnrolmentStatus;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

/// The actions, made once for the page.
#[derive(Clone, Copy)]
pub(super) struct Own {
    pause: FormAction<PauseEnrolment>,
    resume: FormAction<ResumeEnrolment>,
    leave: FormAction<LeaveProgram>,
}

impl Own {
    pub(super) fn new() -> Self {
        Self { pause: FormAction::new(), resume: FormAction::new(), leave: FormAction::new() }
    }

    /// How often one of them was done.
    pub(super) fn changes(self) -> Signal<usize> {
        done(&[self.pause.post(), self.resume.post()])
    }
}

/// Break or going on, and leaving.
#[component]
pub(super) fn OwnActs(slug: String, status: EnrolmentStatus, mentorships: i64, own: Own) -> impl IntoView {
    let i18n = use_i18n();
    let slug = StoredValue::new(slug);
    let pause = (status == EnrolmentStatus::Active).then(|| {
        view! {
            <Form action=own.pause class="stack stack--s" done=i18n.t(m::ENROLMENTS_PAUSED_DONE)>
                <p class="muted">{i18n.t(m::ENROLMENTS_PAUSE_WHAT)}</p>
                <Hidden name="slug" value=slug.get_value() />
                <div class="cluster"><Submit label=i18n.t(m::ENROLMENTS_PAUSE) class="button" /></div>
            </Form>
        }
    });
    let resume = (status == EnrolmentStatus::Paused).then(|| {
        view! {
            <Form action=own.resume class="stack stack--s" done=i18n.t(m::ENROLMENTS_RESUMED_DONE)>
                <p class="muted">{i18n.t(m::ENROLMENTS_RESUME_WHAT)}</p>
                <Hidden name="slug" value=slug.get_value() />
                <div class="cluster"><Submit label=i18n.t(m::ENROLMENTS_RESUME) class="button" /></div>
            </Form>
        }
    });
    let leave = if mentorships > 0 {
        view! { <p class="muted">{i18n.t(m::ENROLMENTS_CANNOT_LEAVE)}</p> }.into_any()
    } else {
        view! {
            <Dialog id="leave" open_label=i18n.t(m::ENROLMENTS_LEAVE) button_class="button button--quiet" title=i18n.t(m::ENROLMENTS_LEAVE) sends=LeaveProgram::url()>
                <Form action=own.leave>
                    <p>{i18n.t(m::ENROLMENTS_LEAVE_WHAT)}</p>
                    <Hidden name="slug" value=slug.get_value() />
                    <div class="form__actions"><Submit label=i18n.t(m::ENROLMENTS_LEAVE) class="button button--danger" /></div>
                </Form>
            </Dialog>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::ENROLMENTS_BREAK_OR_LEAVE)}</h2></div>
            <div class="stack">{pause} {resume} {leave}</div>
        </section>
    }
}
