//! The heart on a card. It changes at once, and back when the server says no; without JavaScript the page comes again.
//!
//! The hearts of a list share two forms, one that keeps and one that lets go: a button names the one it means, so that a
//! card is a button and no form.

use super::{Favour, favour};
use crate::error_words;
use crate::lang::use_i18n;
use crate::ui::form::HiddenAll;
use crate::ui::{Icon, use_toasts};
use domain::PersonId;
use i18n::m;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// The hearts of the cards of one program.
#[derive(Clone, Copy)]
pub(super) struct Hearts {
    slug: StoredValue<String>,
    /// What was pressed since the page came: whose heart, and whether it is kept now.
    pressed: RwSignal<HashMap<PersonId, bool>>,
}

impl Hearts {
    /// As the page brought them.
    pub(super) fn new(slug: String) -> Self {
        Self { slug: StoredValue::new(slug), pressed: RwSignal::new(HashMap::new()) }
    }

    fn form(self, keep: bool) -> String {
        self.slug.with_value(|slug| format!("{}-{slug}", if keep { "keep" } else { "let-go" }))
    }
}

/// The two forms, for once on a page.
#[component]
pub(super) fn HeartForms(hearts: Hearts) -> impl IntoView {
    view! { <HeartForm hearts keep=true /> <HeartForm hearts keep=false /> }
}

#[component]
fn HeartForm(hearts: Hearts, keep: bool) -> impl IntoView {
    let i18n = use_i18n();
    let toasts = use_toasts();
    let sent = move |event: SubmitEvent| {
        let pressed = event.submitter().and_then(|button| button.get_attribute("value"));
        let Some(id) = pressed.and_then(|id| id.parse::<PersonId>().ok()) else { return };
        event.prevent_default();
        hearts.pressed.update(|pressed| {
            pressed.insert(id, keep);
        });
        spawn_local(async move {
            if let Err(error) = favour(hearts.slug.get_value(), id, keep).await {
                hearts.pressed.update(|pressed| {
                    pressed.insert(id, !keep);
                });
                toasts.bad(error_words::error(i18n, &error));
            }
        });
    };
    view! {
        <form hidden id=hearts.form(keep) action=Favour::url() method="post" on:submit=sent>
            <HiddenAll values=[("slug", hearts.slug.get_value()), ("keep", keep.to_string())] />
        </form>
    }
}

/// Keeps a mentor as a favourite, or no longer.
#[component]
pub(super) fn Heart(
    hearts: Hearts,
    /// Whose card it is.
    id: PersonId,
    /// Their name.
    name: String,
    /// How it was when the page was made.
    kept: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let now = move || hearts.pressed.with(|pressed| pressed.get(&id).copied().unwrap_or(kept));
    let label = move || i18n.f(if now() { m::MENTORS_FAVOURITE_REMOVE } else { m::MENTORS_FAVOURITE_ADD }, &[("name", &name)]);
    view! {
        <button
            type="submit"
            class="icon-button"
            form=move || hearts.form(!now())
            name="mentor"
            value=id.to_string()
            aria-pressed=move || now().to_string()
            aria-label=label
        >
            {move || if now() { view! { <Icon name="heart-filled" /> } } else { view! { <Icon name="heart" /> } }}
        </button>
    }
}
