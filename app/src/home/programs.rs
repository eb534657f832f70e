//! One's programs, each with the one step that comes next.

#![cfg(feature = "ssr")]

use crate::lang::use_i18n;
use domain::programs::NextStep;
use domain::programs::views::MyProgram;
use i18n::{I18n, m};
use leptos::prelude::*;

/// One's programs, and the way to more.
#[component]
pub(super) fn Programs(programs: Vec<MyProgram>) -> impl IntoView {
    let i18n = use_i18n();
    let rows = programs
        .into_iter()
        .map(|program| {
            let (words, href) = next(i18n, &program);
            view! {
                <li class="list__item">
                    <div class="list__main">
                        <a class="list__title" href=format!("/programs/{}", program.slug) dir="auto">{program.name}</a>
                        <a class="small" href=href>{words}</a>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <div class="section__head"><h2>{i18n.t(m::HOME_PROGRAMS)}</h2></div>
            <ul class="list" role="list">{rows}</ul>
            <a class="button" href="/explore">{i18n.t(m::HOME_PROGRAMS_FIND)}</a>
        </section>
    }
}

/// The next step in words, and where it is taken.
fn next(i18n: I18n, program: &MyProgram) -> (String, String) {
    let page = format!("/programs/{}", program.slug);
    let next = program.next;
    let step = |key, href| (i18n.t(key).to_owned(), href);
    match next.step {
        NextStep::WaitForApproval => step(m::HOME_NEXT_WAIT_FOR_APPROVAL, page),
        NextStep::Resume => step(m::HOME_NEXT_RESUME, page),
        NextStep::AnswerRequests => (i18n.n(m::HOME_NEXT_ANSWER_REQUESTS, next.requests, &[]), format!("{page}/requests")),
        NextStep::OpenMentorship => step(m::HOME_NEXT_OPEN_MENTORSHIP, next.mentorship.map_or(page, |id| format!("/mentorships/{id}"))),
        NextStep::FindMentor => step(m::HOME_NEXT_FIND_MENTOR, format!("{page}/mentors")),
        NextStep::SeeRequests => (i18n.n(m::HOME_NEXT_SEE_REQUESTS, next.requests, &[]), format!("{page}/requests")),
        NextStep::WaitForPair => step(m::HOME_NEXT_WAIT_FOR_PAIR, page),
        NextStep::WaitForRequests => step(m::HOME_NEXT_WAIT_FOR_REQUESTS, page),
        NextStep::Manage => step(m::HOME_NEXT_MANAGE, format!("/admin/programs/{}", program.slug)),
        NextStep::Over => step(m::HOME_NEXT_OVER, page),
        NextStep::NotYetOpen | NextStep::SignUp | NextStep::Join | NextStep::AskForLink | NextStep::MembersOnly => {
            step(m::HOME_NEXT_NOT_YET_OPEN, page)
        }
    }
}
