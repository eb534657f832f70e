//! An icon of the sprite `public/icons.svg`. Decoration only: what it means stands beside it in words.

use leptos::prelude::*;
use maud::{Markup, html};

/// Draws `#i-{name}`.
#[component]
pub fn Icon(
    /// The symbol's name without `i-`.
    name: &'static str,
    /// More classes, such as `icon--s`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    view! { <svg class=classes(class) aria-hidden="true" inner_html=drawing(name).into_string()></svg> }
}

/// The same as text, for what is written as text.
pub(crate) fn icon(name: &'static str, class: &'static str) -> Markup {
    html! { svg class=(classes(class)) aria-hidden="true" { (drawing(name)) } }
}

fn classes(more: &str) -> String {
    if more.is_empty() { "icon".to_owned() } else { format!("icon {more}") }
}

fn drawing(name: &str) -> Markup {
    html! { use href=(format_args!("/icons.svg#i-{name}")) {} }
}
