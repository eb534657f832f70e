//! What people wrote in several paragraphs. Each stands in the direction of its own language, whatever the page's is.

use leptos::prelude::*;

/// The paragraphs of a text, which lie between empty lines.
#[component]
pub fn Paragraphs(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    text.split("\n\n")
        .filter(|paragraph| !paragraph.trim().is_empty())
        .map(|paragraph| view! { <p class="lines" dir="auto">{paragraph.to_owned()}</p> })
        .collect_view()
}
