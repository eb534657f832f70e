//! The field of one enrolment question. Its name holds the question's id, so it is made here and not from the form's parts.

use crate::lang::use_i18n;
use crate::skills::SkillField;
use crate::ui::Icon;
use crate::ui::form::use_form;
use domain::enrolments::views::Asked;
use domain::limits::{LINE_MAX, TEXT_MAX};
use domain::programs::{Audience, QuestionKind};
use i18n::m;
use leptos::prelude::*;

/// A question with the field for its answer.
#[component]
pub(super) fn QuestionField(asked: Asked) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let Asked { question, typed } = asked;
    // What the field is called in the form, and what it and its problems are called in the page.
    // An id may begin with a digit, and would be taken for a place in a list then.
    let id = format!("q-{}", question.id);
    let name = format!("answers[{id}][]");
    form.set_label(&id, &question.prompt);
    let field = StoredValue::new(id.clone());
    let problem = move || field.with_value(|id| form.problem(id));
    let values = form.values(&name, typed);
    let first = values.first().cloned().unwrap_or_default();
    let optional = (!question.required).then(|| view! { <span class="muted">" (" {i18n.t(m::COMMON_OPTIONAL)} ")"</span> });
    let error = move || {
        problem().map(|text| {
            view! { <p class="field__error" id=field.with_value(|id| format!("{id}-error"))><Icon name="warning" class="icon--s" />{text}</p> }
        })
    };
    let side = match question.audience {
        Audience::Mentor => "field for-mentors",
        Audience::Mentee => "field for-mentees",
        Audience::Both => "field",
    };
    let invalid = move || problem().map(|_| "true");
    let described = move || problem().map(|_| field.with_value(|id| format!("{id}-error")));
    let boxes = |kind: &'static str, options: Vec<(String, String)>| {
        options
            .into_iter()
            .enumerate()
            .map(|(i, (value, label))| {
                let checked = values.contains(&value);
                // The first box carries the field's id, so that the error summary's link finds it.
                let id = if i == 0 { id.clone() } else { format!("{id}-{i}") };
                view! {
                    <label class="check">
                        <input type=kind id=id name=name.clone() value=value checked=checked />
                        <span dir="auto">{label}</span>
                    </label>
                }
            })
            .collect_view()
    };
    let numbered = || question.options.iter().enumerate().map(|(i, option)| (i.to_string(), option.clone())).collect::<Vec<_>>();
    match question.kind {
        QuestionKind::OneOf | QuestionKind::SeveralOf => {
            let kind = if question.kind == QuestionKind::OneOf { "radio" } else { "checkbox" };
            let options = boxes(kind, numbered());
            view! {
                <fieldset class=format!("{side} choices") class:field--invalid=move || problem().is_some()>
                    <legend class="field__label"><bdi>{question.prompt}</bdi> {optional}</legend>
                    {options}
                    {error}
                </fieldset>
            }
            .into_any()
        }
        QuestionKind::Scale => {
            let options = boxes("radio", (1..=5_i64).map(|n| (n.to_string(), i18n.number(n))).collect());
            view! {
                <fieldset class=format!("{side} choices") class:field--invalid=move || problem().is_some()>
                    <legend class="field__label"><bdi>{question.prompt}</bdi> {optional}</legend>
                    <div class="scale">
                        <span class="scale__end">{i18n.t(m::ENROLMENTS_SCALE_LOW)}</span>
                        {options}
                        <span class="scale__end">{i18n.t(m::ENROLMENTS_SCALE_HIGH)}</span>
                    </div>
                    {error}
                </fieldset>
            }
            .into_any()
        }
        QuestionKind::Short => view! {
            <div class=side class:field--invalid=move || problem().is_some()>
                <label class="field__label" for=id.clone()><bdi>{question.prompt}</bdi> {optional}</label>
                <input class="input" dir="auto" id=id name=name value=first maxlength=LINE_MAX.to_string() aria-invalid=invalid aria-describedby=described />
                {error}
            </div>
        }
        .into_any(),
        QuestionKind::Long => view! {
            <div class=side class:field--invalid=move || problem().is_some()>
                <label class="field__label" for=id.clone()><bdi>{question.prompt}</bdi> {optional}</label>
                <textarea
                    class="textarea"
                    dir="auto"
                    id=id
                    name=name
                    rows="4"
                    maxlength=TEXT_MAX.to_string()
                    aria-invalid=invalid
                    aria-describedby=described
                >
                    {first}
                </textarea>
                {error}
            </div>
        }
        .into_any(),
        QuestionKind::Skills => view! {
            <div class=side>
                <SkillField
                    name=id
                    sent=name
                    label=question.prompt
                    value=first
                    hint=i18n.t(m::ENROLMENTS_SKILLS_HINT)
                    required=question.required
                />
            </div>
        }
        .into_any(),
    }
}
