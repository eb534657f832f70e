//! What is missing in the profile, and why it helps to say it.

use super::super::words::missing_words;
use crate::lang::use_i18n;
use crate::ui::{Icon, Notice};
use domain::people::Missing;
use i18n::m;
use leptos::prelude::*;

/// The list; it gets shorter as sections are saved.
#[component]
pub(super) fn MissingList(missing: RwSignal<Vec<Missing>>) -> impl IntoView {
    let i18n = use_i18n();
    let row = move |missing: Missing| {
        let (words, href) = missing_words(missing);
        view! { <li><Icon name="sparkle" /><a href=href rel="external">{i18n.t(words)}</a></li> }
    };
    move || {
        let missing = missing.get();
        if missing.is_empty() {
            return view! { <Notice kind="ok">{i18n.t(m::PEOPLE_COMPLETE)}</Notice> }.into_any();
        }
        view! {
            <section class="card card--flat">
                <h2 class="card__title">{i18n.t(m::PEOPLE_MISSING_TITLE)}</h2>
                <ul class="missing" role="list">{missing.into_iter().map(row).collect_view()}</ul>
            </section>
        }
        .into_any()
    }
}
