//! What a form knows and its fields ask: errors, what was typed, whether it is on its way.

use crate::flash::Flash;
use crate::lang::use_i18n;
use crate::ui::{Icon, Notice};
use crate::{AppError, error_words};
use i18n::m;
use leptos::html;
use leptos::prelude::*;

/// The state of the form around a field.
#[derive(Clone, Copy, Debug)]
pub struct FormState {
    error: Signal<Option<AppError>>,
    pending: Signal<bool>,
    typed: StoredValue<Vec<(String, String)>>,
    labels: StoredValue<Vec<(String, String)>>,
    /// The ids of fields that aren't their names.
    ids: StoredValue<Vec<(String, String)>>,
}

/// The form around this component.
#[must_use]
pub fn use_form() -> FormState {
    use_context::<FormState>().unwrap_or_else(|| FormState::new(Signal::derive(|| None), Signal::derive(|| false), None))
}

impl FormState {
    pub(super) fn new(error: Signal<Option<AppError>>, pending: Signal<bool>, flash: Option<Flash>) -> Self {
        let typed = StoredValue::new(flash.map(|f| f.values).unwrap_or_default());
        Self { error, pending, typed, labels: StoredValue::default(), ids: StoredValue::default() }
    }

    /// What went wrong, if anything.
    #[must_use]
    pub const fn error(self) -> Signal<Option<AppError>> {
        self.error
    }

    /// Whether the form is on its way.
    #[must_use]
    pub const fn pending(self) -> Signal<bool> {
        self.pending
    }

    /// What is wrong with a field, in the reader's words.
    #[must_use]
    pub fn problem(self, name: &str) -> Option<String> {
        let i18n = use_i18n();
        self.error.with(|e| {
            e.as_ref()
                .and_then(AppError::problems)
                .and_then(|p| p.0.iter().find(|p| p.field == name))
                .map(|p| error_words::problem(i18n, &p.code))
        })
    }

    /// Tells the summary of errors what a field is called.
    pub(crate) fn set_label(self, name: &str, label: &str) {
        self.labels.update_value(|l| l.push((name.to_owned(), label.to_owned())));
    }

    /// Tells the summary of errors by which id a field is found, where that isn't its name.
    pub(crate) fn set_id(self, name: &str, id: &str) {
        self.ids.update_value(|ids| ids.push((name.to_owned(), id.to_owned())));
    }

    /// A field's id: its name, unless it said otherwise.
    fn id(self, name: &str) -> String {
        self.ids.with_value(|ids| ids.iter().find(|(n, _)| n == name).map(|(_, id)| id.clone())).unwrap_or_else(|| name.to_owned())
    }

    /// What a field is called.
    #[must_use]
    pub fn label(self, name: &str) -> Option<String> {
        self.labels.with_value(|labels| labels.iter().find(|(n, _)| n == name).map(|(_, label)| label.clone()))
    }

    /// A problem with the name of its field before it, so that it can stand away from the field.
    fn named(self, name: &str, problem: String) -> String {
        match self.label(name) {
            Some(label) => format!("{label} – {problem}"),
            None => problem,
        }
    }

    /// What was typed into a field before, else the value given.
    #[must_use]
    pub fn value(self, name: &str, otherwise: String) -> String {
        self.typed.with_value(|t| t.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone())).unwrap_or(otherwise)
    }

    /// What was typed into several fields of one name before, in their order, else the values given.
    #[must_use]
    pub fn values(self, name: &str, otherwise: Vec<String>) -> Vec<String> {
        let typed = |t: &Vec<(String, String)>| t.iter().filter(|(n, _)| n == name).map(|(_, v)| v.clone()).collect();
        self.typed.with_value(|t| if t.is_empty() { otherwise } else { typed(t) })
    }

    /// Whether a box with this name and value was ticked before; `otherwise` when nothing was typed.
    #[must_use]
    pub fn ticked(self, name: &str, value: &str, otherwise: bool) -> bool {
        self.typed.with_value(|t| if t.is_empty() { otherwise } else { t.iter().any(|(n, v)| n == name && v == value) })
    }
}

/// The summary at the top of a form: what is wrong, with links to the fields. Takes the focus when it appears.
#[component]
pub fn FormErrors() -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if form.error.with(Option::is_some)
            && let Some(div) = node.get()
        {
            let _ = div.focus();
        }
    });
    move || {
        form.error.get().map(|error| {
            // What somebody asked for themselves is no fault of theirs.
            if error.is_as_asked() {
                return view! { <Notice>{error_words::error(i18n, &error)}</Notice> }.into_any();
            }
            let body = match &error {
                AppError::Invalid(problems) if !problems.0.is_empty() => {
                    let rows = problems
                        .0
                        .iter()
                        .map(|p| {
                            let words = form.named(&p.field, error_words::problem(i18n, &p.code));
                            view! { <li><a href=format!("#{}", form.id(&p.field)) rel="external">{words}</a></li> }
                        })
                        .collect_view();
                    view! { <ul>{rows}</ul> }.into_any()
                }
                other => view! { <p>{error_words::error(i18n, other)}</p> }.into_any(),
            };
            view! {
                <div class="form-errors" role="alert" tabindex="-1" node_ref=node>
                    <p class="form-errors__title"><Icon name="warning" />{i18n.t(m::ERRORS_FORM_TITLE)}</p>
                    {body}
                </div>
            }
            .into_any()
        })
    }
}
