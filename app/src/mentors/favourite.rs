//! The heart on a card. It changes at once, and back when the server says no; without JavaScript the page comes again.

use super::Favour;
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::form::HiddenAll;
use crate::ui::{Icon, use_toasts};
use domain::PersonId;
use i18n::m;
use leptos::form::ActionForm;
use leptos::prelude::*;

/// Keeps a mentor as a favourite, or no longer.
#[component]
pub(super) fn Favourite(slug: String, id: PersonId, name: String, kept: bool, action: ServerAction<Favour>) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let now = RwSignal::new(kept);
    let mine = StoredValue::new(false);
    let value = action.value();
    Effect::new(move |_| {
        let failed = value.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().err().cloned()));
        if let Some(error) = failed.filter(|_| mine.get_value()) {
            mine.set_value(false);
            now.update(|kept| *kept = !*kept);
            toasts.bad(error_words::error(i18n, &error));
        }
    });
    // The form is read before this has changed what it says: effects run afterwards.
    let sent = move |_| {
        mine.set_value(true);
        now.update(|kept| *kept = !*kept);
    };
    let (add, remove) = (i18n.f(m::MENTORS_FAVOURITE_ADD, &[("name", &name)]), i18n.f(m::MENTORS_FAVOURITE_REMOVE, &[("name", &name)]));
    view! {
        <ActionForm action=action on:submit=sent>
            <HiddenAll values=[("slug", slug), ("mentor", id.to_string())] />
            <input type="hidden" name="keep" value=move || if now.get() { "false" } else { "true" } />
            <button
                type="submit"
                class="icon-button"
                aria-pressed=move || if now.get() { "true" } else { "false" }
                aria-label=move || if now.get() { remove.clone() } else { add.clone() }
            >
                {move || if now.get() { view! { <Icon name="heart-filled" /> } } else { view! { <Icon name="heart" /> } }}
            </button>
        </ActionForm>
    }
}
