//! What a list says when it has nothing: what to do next.

use crate::ui::Icon;
use leptos::prelude::*;

/// An empty state; its children are the action.
#[component]
pub fn Empty(
    /// An icon of the sprite.
    icon: &'static str,
    /// In a few words.
    #[prop(into)]
    title: String,
    /// What to do next.
    #[prop(into)]
    text: String,
    /// The action, usually a link that looks like a button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon name=icon class="icon--l" />
            <h2 class="empty__title">{title}</h2>
            <p>{text}</p>
            {children.map(|c| c())}
        </div>
    }
}
