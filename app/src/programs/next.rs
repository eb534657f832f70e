//! The reader's next step in a program: a sentence, and one button where there is something to do.

use crate::lang::use_i18n;
use domain::programs::NextStep;
use domain::programs::views::Next;
use i18n::{I18n, m};
use leptos::prelude::*;

/// What the step is, in a sentence.
pub(super) fn sentence(i18n: I18n, next: Next) -> String {
    let key = match next.step {
        NextStep::AnswerRequests => return i18n.n(m::PROGRAMS_NEXT_ANSWER, next.requests, &[]),
        NextStep::SeeRequests => return i18n.n(m::PROGRAMS_NEXT_SEE, next.requests, &[]),
        NextStep::SignUp => m::PROGRAMS_NEXT_SIGN_UP,
        NextStep::Join => m::PROGRAMS_NEXT_JOIN,
        NextStep::AskForLink => m::PROGRAMS_NEXT_ASK_FOR_LINK,
        NextStep::MembersOnly => m::PROGRAMS_NEXT_MEMBERS_ONLY,
        NextStep::WaitForApproval => m::PROGRAMS_NEXT_WAIT_FOR_APPROVAL,
        NextStep::Resume => m::PROGRAMS_NEXT_RESUME,
        NextStep::OpenMentorship => m::PROGRAMS_NEXT_OPEN_MENTORSHIP,
        NextStep::FindMentor => m::PROGRAMS_NEXT_FIND_MENTOR,
        NextStep::WaitForPair => m::PROGRAMS_NEXT_WAIT_FOR_PAIR,
        NextStep::WaitForRequests => m::PROGRAMS_NEXT_WAIT_FOR_REQUESTS,
        NextStep::Manage => m::PROGRAMS_NEXT_MANAGE,
        NextStep::NotYetOpen => m::PROGRAMS_NEXT_NOT_YET_OPEN,
        NextStep::Over => m::PROGRAMS_NEXT_OVER,
    };
    i18n.t(key).to_owned()
}

/// The button, where there is something to do.
#[component]
pub(super) fn NextButton(
    /// The program's name in addresses.
    slug: String,
    /// The step.
    next: Next,
    /// Its classes.
    #[prop(default = "button button--primary")]
    class: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let program = format!("/programs/{slug}");
    let step = match next.step {
        // Signing up leads back here: joining is the step after it.
        NextStep::SignUp => Some((m::PROGRAMS_DO_SIGN_UP, format!("/signup?next={program}/join"))),
        NextStep::Join => Some((m::PROGRAMS_DO_JOIN, format!("{program}/join"))),
        NextStep::Resume => Some((m::PROGRAMS_DO_RESUME, format!("{program}/join"))),
        NextStep::AnswerRequests => Some((m::PROGRAMS_DO_ANSWER, format!("{program}/requests"))),
        NextStep::SeeRequests => Some((m::PROGRAMS_DO_SEE, format!("{program}/requests"))),
        NextStep::FindMentor => Some((m::PROGRAMS_DO_FIND_MENTOR, format!("{program}/mentors"))),
        // Until a coordinator pairs everybody there is one thing that one can do for it.
        NextStep::WaitForPair => Some((m::MATCH_PREFERENCES_TITLE, format!("{program}/preferences"))),
        NextStep::OpenMentorship => next.mentorship.map(|id| (m::PROGRAMS_DO_OPEN_MENTORSHIP, format!("/mentorships/{id}"))),
        NextStep::Manage => Some((m::PROGRAMS_DO_MANAGE, format!("/admin/programs/{slug}"))),
        NextStep::AskForLink
        | NextStep::MembersOnly
        | NextStep::WaitForApproval
        | NextStep::WaitForRequests
        | NextStep::NotYetOpen
        | NextStep::Over => None,
    };
    step.map(|(label, href)| view! { <a class=class href=href>{i18n.t(label)}</a> })
}
