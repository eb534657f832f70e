//! The forms of what the server wrote as HTML, in the browser: they are sent, and what went wrong is told where other forms tell it.

#![cfg(not(feature = "ssr"))]

use super::fields;
use super::written::Forms;
use crate::lang::use_i18n;
use crate::ui::icon;
use crate::{AppError, error_words};
use domain::Problem;
use i18n::{I18n, m};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use maud::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement};

impl Forms {
    /// Posts the form that is being submitted. What can't be read here is the browser's to send.
    pub(super) fn submit(self, event: &SubmitEvent) {
        let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let Some(form) = form.filter(|form| !event.default_prevented() && form.method() == "post") else { return };
        let button = event.submitter();
        let (Some(url), Ok(fields)) = (form.get_attribute("action"), fields(&form, button.clone())) else { return };
        event.prevent_default();
        self.send(Sent { form, button }, url, fields);
    }

    fn send(self, sent: Sent, url: String, fields: String) {
        if !sent.begin() {
            return;
        }
        let (i18n, toasts) = (use_i18n(), self.toasts);
        self.under_way.update(|n| *n += 1);
        leptos::task::spawn_local(async move {
            let answer = crate::wire::post(&url, fields).await;
            sent.end();
            // The page may be another by now.
            let _gone = self.under_way.try_update(|n| *n -= 1);
            match answer {
                Ok(_) => {
                    super::action::sent(&url);
                    if let Some(done) = sent.form.get_attribute("data-done") {
                        toasts.ok(done);
                    }
                    // Its fields are emptied with what comes.
                    let _ = sent.form.set_attribute("data-sent", "");
                    let _gone = self.done.try_update(|n| *n += 1);
                }
                // What somebody asked for themselves is no fault of theirs.
                Err(error) if error.is_as_asked() => toasts.ok(error_words::error(i18n, &error)),
                Err(error) => {
                    sent.take_back();
                    if !show_error(i18n, &sent.form, &error) {
                        toasts.bad(error_words::error(i18n, &error));
                    }
                }
            }
        });
    }
}

/// A form on its way.
struct Sent {
    form: HtmlFormElement,
    button: Option<HtmlElement>,
}

impl Sent {
    /// Whether it may be sent: it isn't while an answer is waited for. A button that is pressed or not changes at once.
    fn begin(&self) -> bool {
        if self.form.has_attribute("aria-busy") {
            return false;
        }
        self.busy(true);
        self.turn();
        clear(&self.form);
        true
    }

    fn end(&self) {
        self.busy(false);
    }

    /// It was not done.
    fn take_back(&self) {
        self.turn();
    }

    fn busy(&self, busy: bool) {
        let elements: [Option<&Element>; 2] = [Some(&self.form), self.button.as_deref()];
        for element in elements.into_iter().flatten() {
            let _ = if busy { element.set_attribute("aria-busy", "true") } else { element.remove_attribute("aria-busy") };
        }
    }

    fn turn(&self) {
        let pressed = self.button.as_ref().and_then(|button| Some((button, button.get_attribute("aria-pressed")?)));
        if let Some((button, pressed)) = pressed {
            let _ = button.set_attribute("aria-pressed", if pressed == "true" { "false" } else { "true" });
        }
    }
}

/// Takes away what was told before.
fn clear(form: &Element) {
    while let Some(told) = found(form, ".form-errors, .field__error") {
        told.remove();
    }
    while let Some(frame) = found(form, ".field--invalid") {
        let _ = frame.class_list().remove_1("field--invalid");
    }
    while let Some(field) = found(form, "[aria-invalid]") {
        let _ = field.remove_attribute("aria-invalid");
    }
}

fn found(within: &Element, what: &str) -> Option<Element> {
    within.query_selector(what).ok().flatten()
}

/// Tells what went wrong above the fields and beside them. Not in a form of a button alone, which has no place for it.
fn show_error(i18n: I18n, form: &HtmlFormElement, error: &AppError) -> bool {
    if !form.no_validate() || form.hidden() {
        return false;
    }
    let problems: Vec<ShownError> =
        error.problems().iter().flat_map(|problems| &problems.0).map(|problem| ShownError::of(i18n, form, problem)).collect();
    let summary = html! {
        div class="form-errors" role="alert" tabindex="-1" data-told {
            p class="form-errors__title" { (icon("warning", "")) (i18n.t(m::ERRORS_FORM_TITLE)) }
            @if problems.is_empty() {
                p { (error_words::error(i18n, error)) }
            } @else {
                ul { @for told in &problems { li { a href=(format_args!("#{}", told.id)) rel="external" { (told.named()) } } } }
            }
        }
    };
    for told in &problems {
        told.mark();
    }
    let _ = form.insert_adjacent_html("afterbegin", &summary.into_string());
    if let Some(summary) = found(form, ".form-errors").and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
    true
}

/// A problem and the field that has it.
struct ShownError {
    id: String,
    field: Option<Element>,
    frame: Option<Element>,
    words: String,
}

impl ShownError {
    fn of(i18n: I18n, form: &Element, problem: &Problem) -> Self {
        let name = &problem.field;
        let field = found(form, &format!("[name=\"{name}\"], [name=\"{name}[]\"]"));
        let frame = field.as_ref().and_then(|field| field.closest(".field").ok().flatten());
        let id = field.as_ref().map(|field| field.id()).filter(|id| !id.is_empty()).unwrap_or_else(|| name.clone());
        Self { id, field, frame, words: error_words::problem(i18n, &problem.code) }
    }

    /// The problem with the name of its field before it. The field's label begins with its name.
    fn named(&self) -> String {
        let label = self.frame.as_ref().and_then(|frame| found(frame, ".field__label, label span"));
        match label.and_then(|label| label.first_child()?.text_content()) {
            Some(label) => format!("{label} – {}", self.words),
            None => self.words.clone(),
        }
    }

    fn mark(&self) {
        let (Some(field), Some(frame)) = (&self.field, &self.frame) else { return };
        let error = format!("{}-error", self.id);
        let hint = format!("{}-hint", self.id);
        let hint = found(frame, &format!("[id=\"{hint}\"]")).map(|_| format!("{hint} ")).unwrap_or_default();
        let _ = field.set_attribute("aria-invalid", "true");
        let _ = field.set_attribute("aria-describedby", &format!("{hint}{error}"));
        let _ = frame.class_list().add_1("field--invalid");
        let text = html! { p class="field__error" id=(error) data-told { (icon("warning", "icon--s")) (self.words) } };
        let _ = frame.insert_adjacent_html("beforeend", &text.into_string());
    }
}
