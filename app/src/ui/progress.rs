//! How far something is: a bar with its number.

use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;

/// A bar, and the percent beside it.
#[component]
pub fn ProgressLine(
    /// From 0 to 100.
    #[prop(into)]
    percent: Signal<u8>,
    /// What is meant, for those who don't see the bar.
    #[prop(into)]
    label: String,
    /// Whether it is the one thing to see.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let class = if large { "progress progress--large" } else { "progress" };
    let words = move || i18n.f(m::GOALS_PERCENT, &[("percent", &i18n.number(i64::from(percent.get())))]);
    view! {
        <p class="progress-line">
            <progress class=class max="100" value=move || percent.get().to_string() aria-label=label></progress>
            <span>{words}</span>
        </p>
    }
}
