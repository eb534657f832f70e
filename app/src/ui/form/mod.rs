//! Forms that work before the client arrives and without it, keep what was typed, and put each error beside its field.
//!
//! [`Form`] posts in the background once the client is there; [`PlainForm`] is for acts that end with a fresh page (signing in, a change of
//! language). Both tell their fields, through [`FormState`], what is wrong and what was typed.

mod action;
mod action_error;
mod choices;
mod conflict;
mod fields;
mod file;
mod state;
mod submit;
mod written;
mod written_client;

pub use action::{FormAction, Post, successes};
pub use action_error::ActionError;
pub use choices::{Check, Choice, Choices, Select};
pub use conflict::{ConflictFields, ConflictForm, base_fields, returned_base, returned_conflict};
pub(crate) use fields::described_by;
pub use fields::{FieldError, FieldFrame, Hidden, HiddenAll, Password, TextArea, TextField};
pub use file::{FileField, PICTURES, SavedBy};
pub use state::{FormState, use_form};
pub use submit::Submit;
pub use written::{Forms, WrittenForms, WrittenFormsPage};

use crate::AppError;
use crate::flash::{Flash, use_flash};
use crate::ui::{Notice, use_toasts};
use leptos::context::Provider;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use state::FormErrors;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlDialogElement, HtmlElement, HtmlFormElement, UrlSearchParams};

/// A form for a server function.
#[component]
pub fn Form(
    /// The action that runs the server function.
    #[prop(into)]
    action: Post,
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
    /// The functions of its other buttons (`formaction`), which the browser itself sends the form to: what it held comes back with what
    /// became of that.
    #[prop(optional)]
    beside: Vec<&'static str>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let flash = use_flash(action.url()).or_else(|| beside.into_iter().find_map(use_flash));
    let toasts = use_toasts();
    let first = flash.as_ref().and_then(|f| f.error.clone());
    let touched = action.version();
    // The action's own result once there is one; until then what the page before left.
    let error = Signal::derive(move || {
        let error = if touched.get() == 0 { first.clone() } else { action.error() };
        error.filter(|e| !(own_conflict && matches!(e, AppError::Conflict(_))))
    });
    let state = FormState::new(error, action.pending(), flash.clone());
    let returned = returned(flash.as_ref());
    let form = NodeRef::<html::Form>::new();
    // For a form in what the server wrote as HTML.
    let said = done.clone();
    // Toasts need JavaScript, so what was done without it is said in the page.
    let done_before = done.clone().filter(|_| flash.is_some_and(|f| f.error.is_none() && f.action == action.url()));
    // The form may be made anew with the data around it: what was done before that has been told already.
    let told = touched.get_untracked();
    Effect::new(move |_| {
        if touched.get() > told && untrack(|| action.succeeded()) {
            if let Some(done) = done.clone() {
                toasts.ok(done);
            }
            let form = form.get_untracked();
            if let Some(form) = form.as_ref().filter(|_| reset) {
                form.reset();
            }
            // What was asked has been answered.
            let asked = form.and_then(|form| form.closest("dialog").ok().flatten());
            if let Some(asked) = asked.as_ref().and_then(|dialog| dialog.dyn_ref::<HtmlDialogElement>()) {
                asked.close();
            }
        }
    });
    view! {
        <form action=action.url() method="post" class=class id=id novalidate=true data-done=said data-returned=returned node_ref=form on:submit=move |event| submitted(action, &event)>
            <Provider value=state>
                {done_before.map(|d| view! { <Notice kind="ok">{d}</Notice> })}
                <FormErrors />
                {children()}
            </Provider>
        </form>
    }
}

/// A small form that says nothing itself: rows with a button each. [`ActionError`] says what went wrong with any of them.
#[component]
pub fn ActionForm(
    /// The action that runs the server function.
    #[prop(into)]
    action: Post,
    /// The form's classes.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its id, for buttons that belong to it and stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    /// Whether it is there for such buttons alone.
    #[prop(optional)]
    hidden: bool,
    /// The fields.
    children: Children,
) -> impl IntoView {
    view! {
        <form action=action.url() method="post" class=class id=id hidden=hidden on:submit=move |event| submitted(action, &event)>
            {children()}
        </form>
    }
}

/// The mark of a form that shows again what was typed into it; where none has it, the page shows that itself (`nav.rs`).
fn returned(flash: Option<&Flash>) -> Option<&'static str> {
    flash.filter(|flash| flash.error.is_some() || !flash.values.is_empty()).map(|_| "true")
}

/// Posts a form's fields in the background, with the name and value of the button that was pressed. A button that sends them
/// elsewhere is the browser's.
fn submitted(action: Post, event: &SubmitEvent) {
    if event.default_prevented() || event.submitter().is_some_and(|button| button.has_attribute("formaction")) {
        return;
    }
    // A form that can't be read here is the browser's to send.
    if let Some(fields) = event.target().and_then(|form| fields(form.dyn_ref()?, event.submitter()).ok()) {
        event.prevent_default();
        action.send(fields);
    }
}

/// What a browser would send of a form by itself.
fn fields(form: &HtmlFormElement, button: Option<HtmlElement>) -> Result<String, JsValue> {
    let data = FormData::new_with_form(form)?;
    let button =
        button.as_ref().and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value").unwrap_or_default())));
    if let Some((name, value)) = button {
        data.append_with_str(&name, &value)?;
    }
    Ok(UrlSearchParams::new_with_str_sequence_sequence(&data)?.to_string().into())
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
    let returned = returned(flash.as_ref());
    let state = FormState::new(Signal::derive(move || first.clone()), Signal::derive(|| false), flash);
    view! {
        <form action=url method="post" class=class enctype=enctype novalidate=true data-returned=returned>
            <Provider value=state>
                <FormErrors />
                {children()}
            </Provider>
        </form>
    }
}
