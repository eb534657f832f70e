//! The fields of a question, for a new one and for changing one. Ids begin with a prefix: a page holds several of them.

use crate::lang::use_i18n;
use crate::ui::form::{FieldError, use_form};
use domain::programs::questions::{PROMPT_MAX, Question};
use domain::programs::{Audience, QuestionKind};
use i18n::m;
use leptos::prelude::*;

/// Kind, audience, question, options, two boxes. `typed` is what was typed before, if this very form came back.
#[component]
pub(super) fn QuestionFields(prefix: String, question: Option<Question>, typed: Option<Vec<(String, String)>>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let value = |name: &str, stored: fn(&Question) -> String| match (&typed, &question) {
        (Some(typed), _) => typed.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default(),
        (None, Some(question)) => stored(question),
        (None, None) => String::new(),
    };
    let ticked = |name: &str, stored: fn(&Question) -> bool| match (&typed, &question) {
        (Some(typed), _) => typed.iter().any(|(n, _)| n == name),
        (None, question) => question.as_ref().is_some_and(stored),
    };
    let (kind, audience) = (value("kind", |q| q.kind.to_string()), value("audience", |q| q.audience.to_string()));
    let kinds = QuestionKind::ALL.iter().map(|k| (k.as_str(), i18n.t(wording::enrolments::question_kind(*k)))).collect();
    let default = if audience.is_empty() { Audience::Both.to_string() } else { audience };
    let audiences = Audience::ALL.iter().map(|a| (a.as_str(), i18n.t(wording::enrolments::audience(*a)))).collect();
    let (prompt, options) = (value("prompt", |q| q.prompt.clone()), value("options", |q| q.options.join("\n")));
    let (prompt_id, options_id) = (format!("{prefix}-prompt"), format!("{prefix}-options"));
    let (required, counted) = (ticked("required", |q| q.required), ticked("counted", |q| q.counted));
    for (name, label) in [("prompt", m::ENROLMENTS_QUESTION), ("options", m::ENROLMENTS_OPTIONS), ("kind", m::ENROLMENTS_KIND)] {
        form.set_label(name, i18n.t(label));
    }
    view! {
        <div class="field" class:field--invalid=move || form.problem("prompt").is_some()>
            <label class="field__label" for=prompt_id.clone()>{i18n.t(m::ENROLMENTS_QUESTION)}</label>
            <input class="input" dir="auto" id=prompt_id name="prompt" value=prompt required=true maxlength=PROMPT_MAX.to_string() />
            <FieldError name="prompt" />
        </div>
        <div class="field-row">
            <Pick id=format!("{prefix}-kind") name="kind" label=i18n.t(m::ENROLMENTS_KIND) chosen=kind options=kinds />
            <Pick id=format!("{prefix}-audience") name="audience" label=i18n.t(m::ENROLMENTS_AUDIENCE) chosen=default options=audiences />
        </div>
        <div class="field" class:field--invalid=move || form.problem("options").is_some()>
            <label class="field__label" for=options_id.clone()>{i18n.t(m::ENROLMENTS_OPTIONS)}</label>
            <p class="field__hint">{i18n.t(m::ENROLMENTS_OPTIONS_HINT)}</p>
            <textarea class="textarea" dir="auto" id=options_id name="options" rows="4">{options}</textarea>
            <FieldError name="options" />
        </div>
        <label class="check">
            <input type="checkbox" name="required" value="true" checked=required />
            <span>{i18n.t(m::ENROLMENTS_REQUIRED)}</span>
        </label>
        <label class="check">
            <input type="checkbox" name="counted" value="true" checked=counted />
            <span>{i18n.t(m::ENROLMENTS_COUNTED)} <span class="check__hint">{i18n.t(m::ENROLMENTS_COUNTED_HINT)}</span></span>
        </label>
    }
}

#[component]
fn Pick(id: String, name: &'static str, label: &'static str, chosen: String, options: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let form = use_form();
    let options = options
        .into_iter()
        .map(|(value, label)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field" class:field--invalid=move || form.problem(name).is_some()>
            <label class="field__label" for=id.clone()>{label}</label>
            <select class="select" id=id name=name>{options}</select>
            <FieldError name />
        </div>
    }
}
