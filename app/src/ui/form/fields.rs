//! Fields of text: label, hint, the field, and beside it what is wrong.

use super::use_form;
use crate::lang::use_i18n;
use crate::ui::Icon;
use i18n::m;
use leptos::prelude::*;
use maud::html;

/// Label, hint and error around any field. The field's id is its name, unless another form of the page has a field of that name.
#[component]
pub fn FieldFrame(
    /// The field's name.
    #[prop(into)]
    name: String,
    /// Its id, where that isn't its name.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its label.
    label: String,
    /// A sentence of help.
    hint: Option<String>,
    /// Whether it must be filled; the others say "optional".
    required: bool,
    /// The field.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    form.set_label(&name, &label);
    let id = match id {
        Some(id) => {
            form.set_id(&name, &id);
            id
        }
        None => name.clone(),
    };
    let wrong = {
        let name = name.clone();
        move || form.problem(&name).is_some()
    };
    view! {
        <div class="field" class:field--invalid=wrong>
            <label class="field__label" for=id.clone()>
                {label}
                {(!required).then(|| view! { <span class="muted">" (" {i18n.t(m::COMMON_OPTIONAL)} ")"</span> })}
            </label>
            {hint.map(|h| view! { <p class="field__hint" id=format!("{id}-hint")>{h}</p> })}
            {children()}
            <FieldError name id />
        </div>
    }
}

/// What is wrong with a field.
#[component]
pub fn FieldError(
    /// The field's name.
    #[prop(into)]
    name: String,
    /// Its id, where that isn't its name.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let form = use_form();
    let id = id.unwrap_or_else(|| name.clone());
    move || {
        form.problem(&name)
            .map(|text| view! { <p class="field__error" id=format!("{id}-error")><Icon name="warning" class="icon--s" />{text}</p> })
    }
}

/// Which elements describe a field: its hint and its error.
pub(crate) fn described_by(name: impl Into<String>, hint: bool) -> impl Fn() -> Option<String> + Clone + Send + 'static {
    let name = name.into();
    describes(name.clone(), name, hint)
}

/// The same for a field whose id isn't its name.
fn describes(id: String, name: String, hint: bool) -> impl Fn() -> Option<String> + Clone + Send + 'static {
    let form = use_form();
    move || match (hint, form.problem(&name).is_some()) {
        (true, true) => Some(format!("{id}-hint {id}-error")),
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (false, false) => None,
    }
}

/// A field of one line.
#[component]
pub fn TextField(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// `text`, `email`, `date`, `number`, `search`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
    /// HTML's `autocomplete`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The greatest length in characters, for the browser.
    #[prop(optional)]
    maxlength: Option<usize>,
    /// `numeric`, `email`, …
    #[prop(optional)]
    inputmode: Option<&'static str>,
    /// The id of a `<datalist>` in the page.
    #[prop(optional)]
    list: Option<&'static str>,
) -> impl IntoView {
    let form = use_form();
    let described = described_by(name, hint.is_some());
    let value = form.value(name, value);
    view! {
        <FieldFrame name label hint required>
            <input
                class="input"
                id=name
                name=name
                type=kind
                dir=(kind == "text").then_some("auto")
                value=value
                required=required
                autocomplete=autocomplete
                maxlength=maxlength.map(|n| n.to_string())
                inputmode=inputmode
                list=list
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described
            />
        </FieldFrame>
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its id, where another form of the page has a field of the same name.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
    /// How many lines it shows.
    #[prop(default = 4)]
    rows: u32,
    /// The greatest length in characters, for the browser.
    #[prop(optional)]
    maxlength: Option<usize>,
) -> impl IntoView {
    let form = use_form();
    let id = id.unwrap_or(name);
    let described = describes(id.to_owned(), name.to_owned(), hint.is_some());
    let value = form.value(name, value);
    view! {
        <FieldFrame name id label hint required>
            <textarea
                class="textarea"
                dir="auto"
                id=id
                name=name
                rows=rows.to_string()
                required=required
                maxlength=maxlength.map(|n| n.to_string())
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described
            >
                {value}
            </textarea>
        </FieldFrame>
    }
}

/// A password, with a button to look at it once the client runs. What was typed is never given back.
#[component]
pub fn Password(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its label.
    #[prop(into)]
    label: String,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let described = described_by(name, hint.is_some());
    let shown = RwSignal::new(false);
    let enhanced = RwSignal::new(false);
    Effect::new(move |_| enhanced.set(true));
    view! {
        <FieldFrame name label hint required=true>
            <div class="password">
                <input
                    class="input"
                    id=name
                    name=name
                    type=move || if shown.get() { "text" } else { "password" }
                    required=true
                    autocomplete=autocomplete
                    maxlength="200"
                    aria-invalid=move || form.problem(name).map(|_| "true")
                    aria-describedby=described
                />
                {move || {
                    enhanced.get().then(|| {
                        view! {
                            <button
                                type="button"
                                class="icon-button"
                                aria-pressed=move || if shown.get() { "true" } else { "false" }
                                aria-label=i18n.t(m::ERRORS_SHOW_PASSWORD)
                                on:click=move |_| shown.update(|s| *s = !*s)
                            >
                                {move || if shown.get() { view! { <Icon name="eye-off" /> } } else { view! { <Icon name="eye" /> } }}
                            </button>
                        }
                    })
                }}
            </div>
        </FieldFrame>
    }
}

/// A value that goes along unseen.
#[component]
pub fn Hidden(
    /// Its name: the server function's argument.
    name: &'static str,
    /// The value.
    #[prop(into)]
    value: Signal<String>,
) -> impl IntoView {
    view! { <input type="hidden" name=name value=move || value.get() /> }
}

/// Values that go along unseen and never change: written as text, for forms that stand on a page many times.
#[component]
pub fn HiddenAll(
    /// Names, the server function's arguments, and values.
    #[prop(into)]
    values: Vec<(&'static str, String)>,
) -> impl IntoView {
    let inputs = html! { @for (name, value) in &values { input type="hidden" name=(name) value=(value); } };
    view! { <div hidden inner_html=inputs.into_string()></div> }
}
