//! The space of a mentorship: who, since when and until when, the agreement, progress, what waits.

use super::agreement::Agreement;
use super::manage::{Manage, ManageSection};
use super::{SignAgreement, load_space};
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{SpaceTop, WaitingList, pair_title};
use crate::ui::form::FormAction;
use crate::ui::{Icon, Loaded, Notice, PageHead, ProgressLine, done};
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{Ended, ProgressView, ReviewView, Space};
use i18n::m;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/mentorships/{id}`.
#[derive(Debug)]
pub struct SpacePage;

#[lazy_route]
impl LazyRoute for SpacePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let sign = FormAction::<SignAgreement>::new();
        let manage = Manage { pause: FormAction::new(), resume: FormAction::new(), end: FormAction::new() };
        let done = done(&[sign.post(), manage.pause.post(), manage.resume.post(), manage.end.post()]);
        let data = Data::new(move || params.read().get("id").unwrap_or_default(), fetch).after(done);
        view! { <Loaded data let:space> <SpaceView space sign manage /> </Loaded> }.into_any()
    }
}

/// The space of an address; an address that is none is nobody's.
pub(super) async fn fetch(id: String) -> Result<Space, AppError> {
    match id.parse() {
        Ok(id) => load_space(id).await,
        Err(_) => Err(AppError::NotFound),
    }
}

#[component]
fn SpaceView(space: Space, sign: FormAction<SignAgreement>, manage: Manage) -> impl IntoView {
    let i18n = use_i18n();
    let Space { head, ended, agreement, progress, waiting, more_due, may, reviewed, reviews } = space;
    let (id, status, party) = (head.id, head.status, head.role.is_party());
    let proposed = status == MentorshipStatus::Proposed;
    let agreement = agreement.map(|agreement| view! { <Agreement id status agreement may_sign=may.sign action=sign /> }.into_any());
    // What is asked for first stands first: before the beginning the yes, afterwards the goals.
    let (first, last) = if proposed || may.sign { (agreement, None) } else { (None, agreement) };
    view! {
        <PageHead title=pair_title(&head) />
        <SpaceTop head=head.clone() />
        <div class="stack stack--l">
            {(!party).then(|| view! { <Notice>{i18n.t(m::MENTORSHIPS_PRIVACY)}</Notice> })}
            {(status == MentorshipStatus::Paused).then(|| view! { <Notice kind="warn">{i18n.t(m::MENTORSHIPS_PAUSED)}</Notice> })}
            {ended.map(|ended| view! { <End ended review=may.review.then(|| format!("/mentorships/{id}/complete")) thanks=reviewed /> })}
            {first}
            {(party && !status.is_over() && !proposed)
                .then(|| {
                    view! {
                        <section class="section">
                            <h2>{i18n.t(m::MENTORSHIPS_WAITING)}</h2>
                            {if waiting.is_empty() {
                                view! { <p class="muted">{i18n.t(m::MENTORSHIPS_WAITING_NONE)}</p> }.into_any()
                            } else {
                                view! { <WaitingList items=waiting more=more_due /> }.into_any()
                            }}
                        </section>
                    }
                })}
            {(!proposed)
                .then(|| view! { <Progress progress goals=may.goals.then(|| format!("/mentorships/{id}/goals")) /> })}
            {last}
            {(!reviews.is_empty()).then(|| view! { <Reviews reviews /> })}
            <ManageSection id may manage />
        </div>
    }
}

#[component]
fn End(ended: Ended, review: Option<String>, thanks: bool) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="card card--accent">
            <p>{ended.sentence}</p>
            {ended.reason.map(|reason| view! { <blockquote class="quote" dir="auto">{reason}</blockquote> })}
            {thanks.then(|| view! { <p>{i18n.t(m::MENTORSHIPS_THANKS_TEXT)}</p> })}
            {review
                .map(|href| {
                    view! {
                        <div class="card__actions">
                            <a class="button button--primary" href=href>{i18n.t(m::MENTORSHIPS_DO_REVIEW)}</a>
                        </div>
                    }
                })}
        </section>
    }
}

/// Goals at a glance.
#[component]
fn Progress(progress: ProgressView, goals: Option<String>) -> impl IntoView {
    let i18n = use_i18n();
    let stat = |n: i64, word| {
        (n > 0).then(|| {
            view! {
                <li class="stat">
                    <span class="stat__number">{i18n.number(n)}</span>
                    <span class="stat__word">{i18n.t(word)}</span>
                </li>
            }
        })
    };
    let body = if progress.total() == 0 {
        view! { <p class="muted">{i18n.t(m::MENTORSHIPS_NO_GOALS)}</p> }.into_any()
    } else {
        view! {
            <ProgressLine percent=progress.percent label=i18n.t(m::MENTORSHIPS_PROGRESS) large=true />
            <ul class="stats" role="list">
                {stat(progress.open, m::GOALS_STATUS_OPEN)}
                {stat(progress.achieved, m::GOALS_STATUS_ACHIEVED)}
                {stat(progress.proposed, m::GOALS_STATUS_PROPOSED)}
                {stat(progress.dropped, m::GOALS_STATUS_DROPPED)}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2>{i18n.t(m::MENTORSHIPS_PROGRESS)}</h2>
                {goals.map(|href| view! { <a href=href>{i18n.t(m::MENTORSHIPS_TO_GOALS)}</a> })}
            </div>
            <div class="stack stack--s">{body}</div>
        </section>
    }
}

/// How it went for the two, for a coordinator.
#[component]
fn Reviews(reviews: Vec<ReviewView>) -> impl IntoView {
    let i18n = use_i18n();
    let cards = reviews
        .into_iter()
        .map(|review| {
            let rating = i18n.f(m::MENTORSHIPS_RATING_OF, &[("rating", &i18n.number(i64::from(review.rating)))]);
            view! {
                <li class="card card--flat">
                    <p class="card__meta"><span dir="auto">{review.name}</span> <span><Icon name="star-filled" class="icon--s" />{rating}</span></p>
                    {(!review.sentence.is_empty()).then(|| view! { <blockquote class="quote" dir="auto">{review.sentence}</blockquote> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section">
            <h2>{i18n.t(m::MENTORSHIPS_REVIEWS)}</h2>
            <ul class="grid" role="list">{cards}</ul>
        </section>
    }
}
