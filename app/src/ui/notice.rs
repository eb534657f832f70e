//! A word on a coloured ground: information, success, a warning or an error.

use crate::ui::Icon;
use leptos::prelude::*;

/// Says something that matters for this page.
#[component]
pub fn Notice(
    /// `info`, `ok`, `warn` or `bad`.
    #[prop(default = "info")]
    kind: &'static str,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let icon = match kind {
        "ok" => "check-circle",
        "warn" | "bad" => "warning",
        _ => "info",
    };
    let role = if kind == "bad" { "alert" } else { "status" };
    view! {
        <div class=format!("notice notice--{kind}") role=role>
            <Icon name=icon />
            <div class="notice__text">{children()}</div>
        </div>
    }
}
