//! What can be done to a request, as forms: only what its reader can do now.

use super::{Accept, Answer, AskBack, Decline, Extend, Withdraw};
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::form::{Form, FormAction, Hidden, Submit, TextArea};
use crate::ui::{Dialog, Notice, done};
use domain::limits::TEXT_MAX;
use domain::requests::RequestAction;
use domain::requests::views::RequestView;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

/// One action for each act.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    accept: FormAction<Accept>,
    decline: FormAction<Decline>,
    withdraw: FormAction<Withdraw>,
    ask_back: FormAction<AskBack>,
    answer: FormAction<Answer>,
    extend: FormAction<Extend>,
}

impl Actions {
    pub(super) fn new() -> Self {
        Self {
            accept: FormAction::new(),
            decline: FormAction::new(),
            withdraw: FormAction::new(),
            ask_back: FormAction::new(),
            answer: FormAction::new(),
            extend: FormAction::new(),
        }
    }

    /// How often one of them was done.
    pub(super) fn changes(self) -> Signal<usize> {
        done(&[self.accept.post(), self.decline.post(), self.withdraw.post(), self.ask_back.post(), self.answer.post(), self.extend.post()])
    }
}

/// The actions that are possible now; nothing when there are none.
#[component]
pub(super) fn ActionButtons(request: RequestView, actions: Actions) -> impl IntoView {
    let can = |action| request.actions.contains(&action);
    let id = StoredValue::new(request.id.to_string());
    let answering = can(RequestAction::Accept).then(|| {
        let back = can(RequestAction::AskBack);
        let days = can(RequestAction::Extend).then_some(request.extension_days);
        let (refused, name) = (request.cannot_accept, request.mentee.name.clone());
        view! { <Answering id name refused back days actions /> }
    });
    let replying = can(RequestAction::Answer).then(|| view! { <Replying id action=actions.answer /> });
    let withdrawing = can(RequestAction::Withdraw).then(|| view! { <Withdrawing id action=actions.withdraw /> });
    (!request.actions.is_empty()).then(|| view! { <div class="answer">{answering} {replying} {withdrawing}</div> })
}

/// The asked: yes, no, a question, more time.
#[component]
fn Answering(
    id: StoredValue<String>,
    name: String,
    refused: Option<domain::Refusal>,
    back: bool,
    days: Option<i32>,
    actions: Actions,
) -> impl IntoView {
    let i18n = use_i18n();
    let yes = match refused {
        Some(reason) => view! { <Notice kind="warn">{reason_words(i18n, reason)}</Notice> }.into_any(),
        None => view! {
            <Form action=actions.accept>
                <p class="muted">{i18n.t(m::REQUESTS_ACCEPT_WHAT)}</p>
                <Hidden name="request" value=id.get_value() />
                <TextArea name="word" id="accept-word" label=i18n.t(m::REQUESTS_KIND_WORD) rows=2 maxlength=TEXT_MAX />
                <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_ACCEPT) /></div>
            </Form>
        }
        .into_any(),
    };
    let question = back.then(|| {
        let hint = StoredValue::new(i18n.f(m::REQUESTS_ASK_BACK_HINT, &[("name", &name)]));
        view! {
            <Dialog id="ask-back" open_label=i18n.t(m::REQUESTS_ASK_BACK) title=i18n.t(m::REQUESTS_ASK_BACK) sends=AskBack::url()>
                <Form action=actions.ask_back done=i18n.t(m::REQUESTS_SAID)>
                    <Hidden name="request" value=id.get_value() />
                    <TextArea name="body" label=i18n.t(m::REQUESTS_ASK_BACK_TEXT) hint=hint.get_value() required=true maxlength=TEXT_MAX />
                    <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_ASK_BACK_SEND) /></div>
                </Form>
            </Dialog>
        }
    });
    let more = days.map(|days| {
        view! {
            <Form action=actions.extend done=i18n.t(m::REQUESTS_EXTENDED)>
                <Hidden name="request" value=id.get_value() />
                <Submit label=i18n.n(m::REQUESTS_EXTEND, days.into(), &[]) class="button" />
            </Form>
        }
    });
    let no = {
        let hint = StoredValue::new(i18n.f(m::REQUESTS_DECLINE_HINT, &[("name", &name)]));
        view! {
            <Dialog
                id="decline"
                open_label=i18n.t(m::REQUESTS_DECLINE)
                button_class="button button--quiet"
                title=i18n.f(m::REQUESTS_DECLINE_TITLE, &[("name", &name)])
                sends=Decline::url()
            >
                <Form action=actions.decline done=i18n.t(m::REQUESTS_DECLINED)>
                    <Hidden name="request" value=id.get_value() />
                    <TextArea name="word" label=i18n.t(m::REQUESTS_KIND_WORD) hint=hint.get_value() maxlength=TEXT_MAX />
                    <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_DECLINE) class="button button--danger" /></div>
                </Form>
            </Dialog>
        }
    };
    view! {
        {yes}
        <div class="cluster">{question} {more} {no}</div>
    }
}

/// Why one can't accept, said to the mentor.
fn reason_words(i18n: i18n::I18n, reason: domain::Refusal) -> &'static str {
    match reason {
        domain::Refusal::MentorFull => i18n.t(m::REQUESTS_YOU_ARE_FULL),
        other => error_words::refusal(i18n, other),
    }
}

/// The asker answers what was asked back.
#[component]
fn Replying(id: StoredValue<String>, action: FormAction<Answer>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Form action=action done=i18n.t(m::REQUESTS_SAID)>
            <Hidden name="request" value=id.get_value() />
            <TextArea name="body" label=i18n.t(m::REQUESTS_ANSWER_TEXT) required=true maxlength=TEXT_MAX />
            <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_ANSWER_SEND) /></div>
        </Form>
    }
}

/// The asker thinks better of it.
#[component]
fn Withdrawing(id: StoredValue<String>, action: FormAction<Withdraw>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <Dialog
            id="withdraw"
            open_label=i18n.t(m::REQUESTS_WITHDRAW)
            button_class="button button--quiet"
            title=i18n.t(m::REQUESTS_WITHDRAW)
            sends=Withdraw::url()
        >
            <Form action=action done=i18n.t(m::REQUESTS_WITHDRAWN)>
                <p>{i18n.t(m::REQUESTS_WITHDRAW_WHAT)}</p>
                <Hidden name="request" value=id.get_value() />
                <div class="form__actions"><Submit label=i18n.t(m::REQUESTS_WITHDRAW) class="button button--danger" /></div>
            </Form>
        </Dialog>
    }
}
