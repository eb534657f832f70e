//! Words that several pages about programs need.

use crate::lang::use_i18n;
use crate::ui::Icon;
use domain::programs::ProgramStatus;
use leptos::prelude::*;

/// Where a program is in its cycle.
#[component]
pub(super) fn StatusBadge(status: ProgramStatus) -> impl IntoView {
    let i18n = use_i18n();
    let (class, icon) = match status {
        ProgramStatus::Draft => ("badge badge--quiet", "edit"),
        ProgramStatus::Open => ("badge badge--info", "door"),
        ProgramStatus::Running => ("badge badge--ok", "leaf"),
        ProgramStatus::Completed => ("badge", "check-circle"),
        ProgramStatus::Cancelled => ("badge badge--quiet", "x"),
    };
    view! { <span class=class><Icon name=icon class="icon--s" />{i18n.t(wording::programs::status(status))}</span> }
}
