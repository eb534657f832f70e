//! Forms that work before the client arrives and without it, keep what was typed, and put each error beside its field.
//!
//! [`Form`] wraps Leptos' `ActionForm`; [`PlainForm`] is for acts that end with a fresh page (signing in, a change of
//! language). Both tell their fields, through [`FormState`], what is wrong and what was typed.

mod action_error;
mod choices;
mod fields;
mod file;
mod state;
mod submit;

pub use action_error::ActionError;
pub use choices::{Check, Choice, Choices, Select};
pub(crate) use fields::described_by;
pub use fields::{FieldError, FieldFrame, Hidden, HiddenAll, Password, TextArea, TextField};
pub use file::{FileField, PICTURES, SavedBy};
pub use state::{FormState, use_form};
pub use submit::Submit;

use crate::ui::{Notice, use_toasts};
use crate::{AppError, flash::use_flash};
use leptos::context::Provider;
use leptos::form::ActionForm;
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::client::Client;
use leptos::server_fn::codec::PostUrl;
use leptos::server_fn::request::ClientReq;
use leptos::server_fn::{Http, ServerFn};
use serde::de::DeserializeOwned;
use state::FormErrors;
use web_sys::FormData;

/// A form for a server function.
#[component]
pub fn Form<S, P>(
    /// The action that runs the server function.
    action: ServerAction<S>,
    /// The form's classes.
    #[prop(default = "form")]
    class: &'static str,
    /// Its id, for fields that belong to it and stand elsewhere.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Said in a toast when it was done.
    #[prop(optional, into)]
    done: Option<String>,
    /// Whether the fields are emptied when it was done: for comments and the like.
    #[prop(optional)]
    reset: bool,
    /// Whether the page shows a conflict with somebody else's change itself; else the form says that there is one.
    #[prop(optional)]
    own_conflict: bool,
    /// The fields.
    children: Children,
) -> impl IntoView
where
    S: DeserializeOwned + ServerFn<Protocol = Http<PostUrl, P>, Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
    S::Client: Client<AppError>,
    <<S::Client as Client<AppError>>::Request as ClientReq<AppError>>::FormData: From<FormData>,
    P: 'static,
{
    let flash = use_flash(S::url());
    let toasts = use_toasts();
    let first = flash.as_ref().and_then(|f| f.error.clone());
    let value = action.value();
    let touched = action.version();
    // The action's own result once there is one; until then what the page before left.
    let error =
        Signal::derive(
            move || if touched.get() == 0 { first.clone() } else { value.with(|v| v.as_ref().and_then(|r| r.as_ref().err().cloned())) },
        );
    let error = Signal::derive(move || error.get().filter(|e| !(own_conflict && matches!(e, AppError::Conflict(_)))));
    let state = FormState::new(error, action.pending().into(), flash.clone());
    let form = NodeRef::<html::Form>::new();
    // Toasts need JavaScript, so what was done without it is said in the page.
    let done_before = done.clone().filter(|_| flash.is_some_and(|f| f.error.is_none()));
    // The form may be made anew with the data around it: what was done before that has been told already.
    let told = touched.get_untracked();
    Effect::new(move |_| {
        if touched.get() > told && value.with_untracked(|v| matches!(v, Some(Ok(_)))) {
            if let Some(done) = done.clone() {
                toasts.ok(done);
            }
            if let Some(form) = form.get_untracked().filter(|_| reset) {
                form.reset();
            }
        }
    });
    view! {
        <ActionForm action=action node_ref=form attr:class=class attr:id=id attr:novalidate=true>
            <Provider value=state>
                {done_before.map(|d| view! { <Notice kind="ok">{d}</Notice> })}
                <FormErrors />
                {children()}
            </Provider>
        </ActionForm>
    }
}

/// How often an action has succeeded: for resources that fetch anew then. A failure must not fetch, since that would make
/// the forms anew and lose what was typed.
#[must_use]
pub fn successes<S>(action: ServerAction<S>) -> Memo<usize>
where
    S: ServerFn<Error = AppError> + Clone + Send + Sync + 'static,
    S::Output: Send + Sync + 'static,
{
    let (version, value) = (action.version(), action.value());
    Memo::new(move |before: Option<&usize>| {
        let now = version.get();
        if value.with_untracked(|v| matches!(v, Some(Ok(_)))) { now } else { before.copied().unwrap_or_default() }
    })
}

/// A form that is posted as forms have always been; the server answers with a fresh page.
#[component]
pub fn PlainForm(
    /// The server function's address, `S::url()`.
    url: &'static str,
    /// The form's classes.
    #[prop(default = "form")]
    class: &'static str,
    /// `multipart/form-data` for files.
    #[prop(optional)]
    enctype: Option<&'static str>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let flash = use_flash(url);
    let first = flash.as_ref().and_then(|f| f.error.clone());
    let state = FormState::new(Signal::derive(move || first.clone()), Signal::derive(|| false), flash);
    view! {
        <form action=url method="post" class=class enctype=enctype novalidate=true>
            <Provider value=state>
                <FormErrors />
                {children()}
            </Provider>
        </form>
    }
}
