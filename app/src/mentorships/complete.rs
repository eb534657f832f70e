//! The end: a friendly question first, then how it went, then thanks.

use super::space::fetch;
use super::{CompleteMentorship, ReviewMentorship};
use crate::AppError;
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::space_crumbs;
use crate::ui::form::{FieldError, Form, FormAction, Hidden, Submit, TextArea, use_form};
use crate::ui::{ErrorView, Icon, Loaded, PageHead, done};
use domain::mentorships::SENTENCE_MAX;
use domain::mentorships::views::Space;
use i18n::{Key, m};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

/// `/mentorships/{id}/complete`.
#[derive(Debug)]
pub struct CompletePage;

#[lazy_route]
impl LazyRoute for CompletePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let params = use_params_map();
        let (complete, review) = (FormAction::<CompleteMentorship>::new(), FormAction::<ReviewMentorship>::new());
        let done = done(&[complete.post(), review.post()]);
        let data = Data::new(move || params.read().get("id").unwrap_or_default(), fetch).after(done);
        view! { <Loaded data let:space> <CompleteView space complete review /> </Loaded> }.into_any()
    }
}

#[component]
fn CompleteView(space: Space, complete: FormAction<CompleteMentorship>, review: FormAction<ReviewMentorship>) -> impl IntoView {
    let Some(other) = space.head.other().map(|f| f.name.clone()) else {
        return view! { <ErrorView error=AppError::Forbidden /> }.into_any();
    };
    if space.may.review {
        view! { <Review space other action=review /> }.into_any()
    } else if space.reviewed {
        view! { <Thanks space other /> }.into_any()
    } else if space.may.complete {
        view! { <Confirm space other action=complete /> }.into_any()
    } else {
        view! { <ErrorView error=AppError::NotFound /> }.into_any()
    }
}

#[component]
fn Confirm(space: Space, other: String, action: FormAction<CompleteMentorship>) -> impl IntoView {
    let i18n = use_i18n();
    let id = space.head.id;
    let achieved =
        (space.progress.achieved > 0).then(|| view! { <p>{i18n.n(m::MENTORSHIPS_COMPLETE_ACHIEVED, space.progress.achieved, &[])}</p> });
    let open = (space.progress.open > 0).then(|| view! { <p>{i18n.n(m::MENTORSHIPS_COMPLETE_OPEN, space.progress.open, &[])}</p> });
    view! {
        <PageHead title=i18n.f(m::MENTORSHIPS_COMPLETE_TITLE, &[("name", &other)]) crumbs=space_crumbs(&space.head, false) />
        <div class="prose">
            <p>{i18n.f(m::MENTORSHIPS_COMPLETE_TEXT, &[("name", &other)])}</p>
            {achieved}
            {open}
        </div>
        <Form action=action>
            <Hidden name="id" value=id.to_string() />
            <div class="form__actions">
                <Submit label=i18n.t(m::MENTORSHIPS_COMPLETE_NOW) />
                <a class="button button--quiet" href=format!("/mentorships/{id}")>{i18n.t(m::MENTORSHIPS_NOT_YET)}</a>
            </div>
        </Form>
    }
}

/// Highest first: the style fills the stars below the chosen one.
const RATINGS: [(&str, Key); 5] = [
    ("5", m::MENTORSHIPS_RATING_5),
    ("4", m::MENTORSHIPS_RATING_4),
    ("3", m::MENTORSHIPS_RATING_3),
    ("2", m::MENTORSHIPS_RATING_2),
    ("1", m::MENTORSHIPS_RATING_1),
];

#[component]
fn Review(space: Space, other: String, action: FormAction<ReviewMentorship>) -> impl IntoView {
    let i18n = use_i18n();
    let id = space.head.id;
    view! {
        <PageHead
            title=i18n.f(m::MENTORSHIPS_WAITS_REVIEW, &[("name", &other)])
            lead=i18n.f(m::MENTORSHIPS_REVIEW_LEAD, &[("name", &other)])
            crumbs=space_crumbs(&space.head, false)
        />
        <Form action=action>
            <Hidden name="id" value=id.to_string() />
            <Stars />
            <TextArea
                name="sentence"
                label=i18n.t(m::MENTORSHIPS_SENTENCE)
                hint=i18n.f(m::MENTORSHIPS_SENTENCE_HINT, &[("name", &other)])
                rows=3
                maxlength=SENTENCE_MAX
            />
            <div class="form__actions">
                <Submit label=i18n.t(m::MENTORSHIPS_REVIEW_SEND) />
            </div>
        </Form>
    }
}

#[component]
fn Stars() -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let stars = RATINGS
        .into_iter()
        .map(|(value, label)| {
            // The error summary's link leads to the field's name.
            let id = if value == "5" { "rating".to_owned() } else { format!("rating-{value}") };
            view! {
                <label>
                    <input
                        class="visually-hidden"
                        type="radio"
                        id=id
                        name="rating"
                        value=value
                        aria-label=i18n.t(label)
                        checked=form.ticked("rating", value, false)
                    />
                    <Icon name="star-filled" />
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field choices" class:field--invalid=move || form.problem("rating").is_some()>
            <legend class="field__label">{i18n.t(m::MENTORSHIPS_RATING)}</legend>
            <div class="rating">{stars}</div>
            <FieldError name="rating" />
        </fieldset>
    }
}

#[component]
fn Thanks(space: Space, other: String) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <PageHead title=i18n.t(m::MENTORSHIPS_THANKS_TITLE) crumbs=space_crumbs(&space.head, false) />
        <div class="stack">
            <div class="prose">
                <p>{i18n.f(m::MENTORSHIPS_THANKS_LONG, &[("name", &other)])}</p>
            </div>
            <div class="cluster">
                <a class="button button--primary" href="/home">{i18n.t(m::NAV_HOME)}</a>
                <a class="button" href="/explore">{i18n.t(m::NAV_EXPLORE)}</a>
            </div>
        </div>
    }
}
