//! A text to be copied: it stands in a field that can be selected, with a button beside it once the client runs.

use super::{Icon, use_toasts};
use crate::lang::use_i18n;
use i18n::m;
use leptos::html;
use leptos::prelude::*;

/// A field that is read and copied, never changed. It has neither label nor id where `label` says what it is; with `id`, the
/// page has a `<label for>` of its own.
#[component]
pub fn CopyField(
    /// The text.
    value: String,
    /// What it is, for whoever hears the field and the button.
    #[prop(into)]
    label: String,
    /// The field's id, when a label or a hint (`{id}-hint`) in the page belongs to it.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let field = NodeRef::<html::Input>::new();
    // Only pages under https (or on this very machine) have a clipboard; elsewhere the field is selected by hand.
    let clipboard = RwSignal::new(false);
    Effect::new(move |_| clipboard.set(window().is_secure_context()));
    let (text, name) = (StoredValue::new(value.clone()), StoredValue::new(label.clone()));
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
        let _ = window().navigator().clipboard().write_text(&text.get_value());
        toasts.ok(i18n.t(m::COMMON_COPIED));
    };
    let button = move || {
        clipboard.get().then(|| {
            view! {
                <button type="button" class="button" on:click=copy>
                    <Icon name="link" />
                    {i18n.t(m::COMMON_COPY)}
                    <span class="visually-hidden">": " {name.get_value()}</span>
                </button>
            }
        })
    };
    view! {
        <div class="input-group">
            <input
                class="input"
                dir="ltr"
                readonly=true
                value=value
                node_ref=field
                id=id
                aria-label=id.is_none().then_some(label)
                aria-describedby=id.map(|id| format!("{id}-hint"))
            />
            {button}
        </div>
    }
}
