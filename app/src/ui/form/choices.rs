//! Fields that offer values: a select, one box, several boxes.

use super::fields::{FieldError, FieldFrame, described_by};
use super::use_form;
use crate::ui::keyed;
use leptos::prelude::*;

/// A value on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

impl Choice {
    /// A value and its label.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of many, in a list that opens.
#[component]
pub fn Select(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The values on offer.
    options: Vec<Choice>,
    /// The one chosen at first.
    #[prop(optional, into)]
    value: String,
    /// Offers "none" under these words.
    #[prop(optional, into)]
    none: Option<String>,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether one must be chosen.
    #[prop(optional)]
    required: bool,
    /// HTML's `autocomplete`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
) -> impl IntoView {
    let form = use_form();
    let described = described_by(name, hint.is_some());
    let chosen = form.value(name, value);
    // A browser keeps what was chosen: it must not become somebody else when the list changes.
    let options = keyed(options.into_iter().map(|o| {
        let selected = o.value == chosen;
        (o.value.clone(), view! { <option value=o.value selected=selected>{o.label}</option> }.into_any())
    }));
    view! {
        <FieldFrame name label hint required>
            <select class="select" id=name name=name autocomplete=autocomplete aria-invalid=move || form.problem(name).map(|_| "true") aria-describedby=described>
                {none.map(|n| view! { <option value="">{n}</option> })}
                {options}
            </select>
        </FieldFrame>
    }
}

/// One box to tick. Sends `true` or nothing: the server function's argument is `#[server(default)] bool`.
#[component]
pub fn Check(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let form = use_form();
    let checked = form.ticked(name, "true", checked);
    form.set_label(name, &label);
    view! {
        <div class="field" class:field--invalid=move || form.problem(name).is_some()>
            <label class="check">
                <input type="checkbox" id=name name=name value="true" checked=checked />
                <span>{label}</span>
            </label>
            {hint.map(|h| view! { <p class="field__hint">{h}</p> })}
            <FieldError name />
        </div>
    }
}

/// Boxes or buttons for several values, or one of several. For several values the server function's argument is
/// `#[server(default)] Vec<String>` and `name` ends with `[]` in the form.
#[component]
pub fn Choices(
    /// Its name: the server function's argument, without `[]`.
    name: &'static str,
    /// What the choices are of.
    #[prop(into)]
    legend: String,
    /// The values on offer.
    options: Vec<Choice>,
    /// Those chosen at first.
    #[prop(optional)]
    chosen: Vec<String>,
    /// Whether only one may be chosen.
    #[prop(optional)]
    one: bool,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let form = use_form();
    form.set_label(name, &legend);
    let (kind, sent) = if one { ("radio", name.to_owned()) } else { ("checkbox", format!("{name}[]")) };
    let boxes = options
        .into_iter()
        .enumerate()
        .map(|(i, option)| {
            let ticked = form.ticked(name, &option.value, chosen.contains(&option.value));
            // The first box carries the field's name as its id, so that the error summary's link finds it.
            let id = if i == 0 { name.to_owned() } else { format!("{name}-{i}") };
            view! {
                <label class="check">
                    <input type=kind id=id name=sent.clone() value=option.value checked=ticked />
                    <span>{option.label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field choices" class:field--invalid=move || form.problem(name).is_some()>
            <legend class="field__label">{legend}</legend>
            {hint.map(|h| view! { <p class="field__hint">{h}</p> })}
            {boxes}
            <FieldError name />
        </fieldset>
    }
}
