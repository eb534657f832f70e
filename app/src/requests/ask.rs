//! The page on which a mentee asks a mentor: who it is, a friendly guide of what to write, and the text.

use super::card::Person;
use super::{Ask, load_ask, parsed};
use crate::data::Data;
use crate::lang::use_i18n;
use crate::shared::{FitParts, Reasons};
use crate::ui::form::{Form, FormAction, Hidden, Submit, TextArea};
use crate::ui::{Crumb, Icon, Loaded, Notice, PageHead};
use crate::{AppError, error_words};
use domain::limits::REQUEST_TEXT_MAX;
use domain::requests::views::AskPage as Asking;
use domain::{PersonId, Refusal};
use i18n::{I18n, m};
use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

/// `/programs/{slug}/requests/new?mentor={id}`.
#[derive(Debug)]
pub struct AskPage;

#[lazy_route]
impl LazyRoute for AskPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let (params, query) = (use_params_map(), use_query_map());
        let asked = move || (params.read().get("slug").unwrap_or_default(), parsed::<PersonId>(&query.read(), "mentor"));
        let data = Data::new(asked, |(slug, mentor)| async move {
            match mentor {
                Some(mentor) => load_ask(slug, mentor).await,
                None => Err(AppError::NotFound),
            }
        });
        let action = FormAction::new();
        view! { <Loaded data let:page> <AskView page action /> </Loaded> }.into_any()
    }
}

#[component]
fn AskView(page: Asking, action: FormAction<Ask>) -> impl IntoView {
    let i18n = use_i18n();
    let Asking { program, mentor, usual_reply, days, refusal, open, fit } = page;
    let base = format!("/programs/{}", program.slug);
    let crumbs = vec![Crumb::new(program.name, base.clone()), Crumb::new(i18n.t(m::REQUESTS_MAIL_FIND_MENTOR), format!("{base}/mentors"))];
    let title = i18n.f(m::REQUESTS_ASK_TITLE, &[("name", &mentor.name)]);
    let until = i18n.n(m::REQUESTS_ASK_DAYS, days.into(), &[("name", &mentor.name)]);
    let body = match refusal {
        Some(reason) => {
            let link = open.map(|id| (m::REQUESTS_MAIL_OPEN_REQUEST, format!("{base}/requests/{id}")));
            let (label, href) = link.unwrap_or_else(|| (m::REQUESTS_MAIL_FIND_MENTOR, format!("{base}/mentors")));
            view! {
                <div class="stack">
                    <Notice kind="warn">{reason_words(i18n, reason)}</Notice>
                    <div class="cluster"><a class="button" href=href>{i18n.t(label)}</a></div>
                </div>
            }
            .into_any()
        }
        None => view! {
            <Form action=action done=i18n.t(m::REQUESTS_ASK_SENT)>
                <Hidden name="slug" value=program.slug />
                <Hidden name="mentor" value=mentor.id.to_string() />
                <Counted max=REQUEST_TEXT_MAX>
                    <TextArea name="body" label=i18n.t(m::REQUESTS_ASK_TEXT) hint=i18n.t(m::REQUESTS_ASK_HINT) required=true rows=9 />
                </Counted>
                <div class="form__actions">
                    <Submit label=i18n.t(m::REQUESTS_ASK_SEND) />
                </div>
            </Form>
        }
        .into_any(),
    };
    view! {
        <PageHead title=title crumbs=crumbs />
        <div class="split">
            <div class="stack">{body}</div>
            <aside class="stack">
                <Person face=mentor.clone() />
                {fit.map(|fit| {
                    view! {
                        <div>
                            <Reasons reasons=fit.reasons.clone() />
                            <FitParts fit name=mentor.name />
                        </div>
                    }
                })}
                <p class="turn"><Icon name="clock" class="icon--s" /><span>{usual_reply.unwrap_or(until)}</span></p>
                <Guide />
            </aside>
        </div>
    }
}

/// Why one can't ask, said to the asker: some rules have other words for other readers.
fn reason_words(i18n: I18n, reason: Refusal) -> &'static str {
    match reason {
        Refusal::MenteeHasMentor => i18n.t(m::REQUESTS_YOU_HAVE_A_MENTOR),
        other => error_words::refusal(i18n, other),
    }
}

/// What helps a mentor say yes.
#[component]
fn Guide() -> impl IntoView {
    let i18n = use_i18n();
    let tips = [m::REQUESTS_GUIDE_AIM, m::REQUESTS_GUIDE_WHY, m::REQUESTS_GUIDE_TRIED, m::REQUESTS_GUIDE_TIME];
    view! {
        <section class="card card--flat">
            <h2 class="card__title">{i18n.t(m::REQUESTS_GUIDE_TITLE)}</h2>
            <ul>{tips.map(|tip| view! { <li>{i18n.t(tip)}</li> })}</ul>
        </section>
    }
}

/// Counts the characters of the text within, from the first one typed.
#[component]
fn Counted(
    /// How many there may be.
    max: usize,
    /// The text's field.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let count = RwSignal::new(None::<usize>);
    let typed = move |event: ev::Event| count.set(Some(event_target_value(&event).trim().chars().count()));
    let number = move |n: usize| i18n.number(i64::try_from(n).unwrap_or(i64::MAX));
    view! {
        <div on:input=typed>
            {children()}
            {move || {
                count
                    .get()
                    .map(|n| {
                        let over = n > max;
                        view! {
                            <p class="field__count" class:field__count--over=over>
                                {i18n.f(m::REQUESTS_COUNT, &[("count", &number(n)), ("max", &number(max))])}
                            </p>
                        }
                    })
            }}
        </div>
    }
}
