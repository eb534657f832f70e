//! The button that sends a form. While it is on its way, a second press does nothing.

use super::use_form;
use leptos::prelude::*;

/// A submit button.
#[component]
pub fn Submit(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Its classes.
    #[prop(default = "button button--primary")]
    class: &'static str,
    /// Sent along, when a form has several buttons.
    #[prop(optional)]
    name: Option<&'static str>,
    /// The value that goes with `name`.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    let pending = use_form().pending();
    view! {
        <button
            type="submit"
            class=class
            name=name
            value=value
            aria-busy=move || pending.get().then_some("true")
            on:click=move |ev| {
                if pending.get_untracked() {
                    ev.prevent_default();
                }
            }
        >
            {label}
        </button>
    }
}
