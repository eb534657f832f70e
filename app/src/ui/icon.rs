//! An icon of the sprite `public/icons.svg`. Decoration only: what it means stands beside it in words.

use leptos::prelude::*;

/// Draws `#i-{name}`.
#[component]
pub fn Icon(
    /// The symbol's name without `i-`.
    name: &'static str,
    /// More classes, such as `icon--s`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg class=if class.is_empty() { "icon".to_owned() } else { format!("icon {class}") } aria-hidden="true">
            <use href=format!("/icons.svg#i-{name}")></use>
        </svg>
    }
}
