//! Yes, or no with a reason, as forms.

use super::{SayNo, SayYes};
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::form::{Choice, Form, FormAction, Hidden, Select, Submit, TextArea};
use crate::ui::{Dialog, Notice, done};
use domain::Refusal;
use domain::limits::PROPOSAL_WORD_MAX;
use domain::proposals::NoReason;
use i18n::m;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

/// One action for each answer.
#[derive(Clone, Copy)]
pub struct Actions {
    pub(super) yes: FormAction<SayYes>,
    pub(super) no: FormAction<SayNo>,
}

impl Actions {
    /// New ones, for a page.
    #[must_use]
    pub fn new() -> Self {
        Self { yes: FormAction::new(), no: FormAction::new() }
    }

    /// How often an answer was given.
    #[must_use]
    pub fn changes(self) -> Signal<usize> {
        done(&[self.yes.post(), self.no.post()])
    }
}

impl std::fmt::Debug for Actions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Actions")
    }
}

impl Default for Actions {
    fn default() -> Self {
        Self::new()
    }
}

/// The answers that are possible now.
#[component]
pub(super) fn Answering(
    /// The proposal.
    id: String,
    /// The other one's name.
    name: String,
    /// Whether yes is possible.
    yes: bool,
    /// Whether no is possible.
    no: bool,
    /// Why a yes would not help now.
    #[prop(optional_no_strip)]
    refused: Option<Refusal>,
    actions: Actions,
) -> impl IntoView {
    let i18n = use_i18n();
    let (id, name) = (StoredValue::new(id), StoredValue::new(name));
    let yes = yes.then(|| match refused {
        Some(reason) => view! { <Notice kind="warn">{error_words::refusal(i18n, reason)}</Notice> }.into_any(),
        None => view! {
            <Form action=actions.yes done=i18n.t(m::PROPOSALS_DONE)>
                <p class="muted">{i18n.t(m::PROPOSALS_YES_WHAT)}</p>
                <Hidden name="proposal" value=id.get_value() />
                <div class="form__actions"><Submit label=i18n.t(m::PROPOSALS_YES) /></div>
            </Form>
        }
        .into_any(),
    });
    let no = no.then(|| {
        view! {
            <Dialog
                id="say-no"
                open_label=i18n.t(m::PROPOSALS_NO)
                button_class="button button--quiet"
                title=i18n.f(m::PROPOSALS_NO_TITLE, &[("name", &name.get_value())])
                sends=SayNo::url()
            >
                <NoForm id name actions />
            </Dialog>
        }
    });
    view! { <div class="answer">{yes} {no}</div> }
}

#[component]
fn NoForm(id: StoredValue<String>, name: StoredValue<String>, actions: Actions) -> impl IntoView {
    let i18n = use_i18n();
    let options =
        NoReason::ALL.iter().map(|reason| Choice::new(reason.as_str(), i18n.t(wording::proposals::reason(*reason)))).collect::<Vec<_>>();
    let hint = i18n.f(m::PROPOSALS_NO_REASON_HINT, &[("name", &name.get_value())]);
    view! {
        <Form action=actions.no done=i18n.t(m::PROPOSALS_DONE)>
            <Hidden name="proposal" value=id.get_value() />
            <Select name="reason" label=i18n.t(m::PROPOSALS_NO_REASON) options none=i18n.t(m::PROPOSALS_NO_CHOOSE) hint required=true />
            <TextArea name="word" label=i18n.t(m::PROPOSALS_NO_WORD) maxlength=PROPOSAL_WORD_MAX />
            <div class="form__actions"><Submit label=i18n.t(m::PROPOSALS_NO_SEND) class="button button--danger" /></div>
        </Form>
    }
}
