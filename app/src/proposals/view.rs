//! One proposal: who, why they fit, where it stands, and what the reader can say.

use super::answering::Actions;
use super::answering::Answering;
use super::load_proposal;
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{Reasons, proposal_badge};
use crate::ui::{Avatar, Crumb, Icon, Loaded, Notice, PageHead};
use domain::ProposalId;
use domain::proposals::views::{AnswerView, ProposalSide, ProposalView};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use domain::shared::Face;
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/proposals/{id}`.
#[derive(Debug)]
pub struct ProposalPage;

#[lazy_route]
impl LazyRoute for ProposalPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let actions = Actions::new();
        let asked = move || params.read().get_str("id").and_then(|id| id.parse::<ProposalId>().ok());
        let data = Data::new(asked, |id| async move {
            match id {
                Some(id) => load_proposal(id).await,
                None => Err(AppError::NotFound),
            }
        })
        .after(actions.changes());
        view! { <Loaded data let:proposal> <OneProposal proposal actions /> </Loaded> }.into_any()
    }
}

#[component]
fn OneProposal(proposal: ProposalView, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let slug = proposal.program.slug.clone();
    let coordinates = proposal.side == ProposalSide::Coordinator;
    let mut crumbs = Vec::new();
    match proposal.run.filter(|_| coordinates) {
        Some(run) => {
            let base = format!("/admin/programs/{slug}");
            crumbs.push(Crumb::new(proposal.program.name.clone(), base.clone()));
            let title = i18n.f(m::MATCH_RUNS_RUN, &[("number", &i18n.number(run.into()))]);
            crumbs.push(Crumb::new(title, format!("{base}/matching/runs/{run}")));
        }
        None => crumbs.push(Crumb::new(proposal.program.name.clone(), format!("/programs/{slug}"))),
    }
    let (mentee, mentor) = (proposal.mentee, proposal.mentor);
    let (title, other) = match proposal.side {
        ProposalSide::Coordinator => (i18n.f(m::MATCH_RUNS_WITH, &[("mentee", &mentee.name), ("mentor", &mentor.name)]), String::new()),
        ProposalSide::Mentee => (i18n.t(m::PROPOSALS_TITLE).to_owned(), mentor.name.clone()),
        ProposalSide::Mentor => (i18n.t(m::PROPOSALS_TITLE).to_owned(), mentee.name.clone()),
    };
    let faces = match proposal.side {
        ProposalSide::Mentee => vec![mentor],
        ProposalSide::Mentor => vec![mentee],
        ProposalSide::Coordinator => vec![mentee, mentor],
    };
    let what = match proposal.side {
        ProposalSide::Mentee => Some(i18n.f(m::PROPOSALS_AS_MENTOR, &[("name", &other)])),
        ProposalSide::Mentor => Some(i18n.f(m::PROPOSALS_AS_MENTEE, &[("name", &other)])),
        ProposalSide::Coordinator => None,
    };
    let (class, status) = proposal_badge(proposal.status);
    let mine = proposal.can_say_yes;
    let standing = if proposal.status == ProposalStatus::Accepted {
        view! { <Notice kind="ok">{proposal.state}</Notice> }.into_any()
    } else {
        view! { <p class="turn" class:turn--mine=mine><Icon name="clock" class="icon--s" /><span>{proposal.state}</span></p> }.into_any()
    };
    let space = proposal.mentorship.map(|id| {
        view! { <a class="button button--primary" href=format!("/mentorships/{id}")>{i18n.t(m::MATCH_RUNS_OPEN_MENTORSHIP)}</a> }
    });
    let answering = (proposal.can_say_yes || proposal.can_say_no).then(|| {
        view! {
            <Answering
                id=proposal.id.to_string()
                name=other
                yes=proposal.can_say_yes
                no=proposal.can_say_no
                refused=proposal.cannot_begin
                actions
            />
        }
    });
    view! {
        <PageHead title=title crumbs=crumbs><span class=class>{i18n.t(status)}</span></PageHead>
        <div class="split">
            <div class="stack">
                {what.map(|what| view! { <p class="lead">{what}</p> })}
                <Reasons reasons=proposal.reasons />
                {standing}
                <div class="cluster">{space}</div>
                {answering}
                <Answers answers=proposal.answers />
                <Reason reason=proposal.reason word=proposal.word />
            </div>
            <aside class="stack">{faces.into_iter().map(|face| view! { <Person face /> }).collect_view()}</aside>
        </div>
    }
}

/// What each said, for the coordinator.
#[component]
fn Answers(answers: Vec<AnswerView>) -> impl IntoView {
    let i18n = use_i18n();
    let any = !answers.is_empty();
    let rows = answers
        .into_iter()
        .map(|AnswerView { who, answer, at }| {
            let words = match answer {
                Some(ProposalAnswer::Yes) => m::PROPOSALS_ANSWER_YES,
                Some(ProposalAnswer::No) => m::PROPOSALS_ANSWER_NO,
                None => m::PROPOSALS_ANSWER_NONE,
            };
            let at = at.map(|at| view! { <time datetime=at.format("%Y-%m-%dT%H:%M").to_string()>{i18n.date_time(at)}</time> });
            view! {
                <li class="list__item">
                    <div class="list__main">
                        <p class="list__title"><bdi>{who.name}</bdi></p>
                        <p class="list__meta">{i18n.t(words)} " " {at}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    any.then(|| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PROPOSALS_ANSWERS)}</h2></div>
                <ul class="list">{rows}</ul>
            </section>
        }
    })
}

/// Why one said no.
#[component]
fn Reason(reason: Option<NoReason>, word: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    reason.map(|reason| {
        view! {
            <section class="section">
                <div class="section__head"><h2>{i18n.t(m::PROPOSALS_REASON)}</h2></div>
                <p>{i18n.t(wording::proposals::reason(reason))}</p>
                {word.map(|word| view! { <blockquote dir="auto">{word}</blockquote> })}
            </section>
        }
    })
}

#[component]
fn Person(face: Face) -> impl IntoView {
    view! {
        <div class="person">
            <Avatar id=face.id name=face.name.clone() picture=face.picture />
            <span class="person__text">
                <a class="person__name" href=format!("/people/{}", face.id) dir="auto">{face.name}</a>
                {face.headline.map(|h| view! { <span class="person__headline" dir="auto">{h}</span> })}
            </span>
        </div>
    }
}
