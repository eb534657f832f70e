//! The state of a mentorship as a badge.

use crate::lang::use_i18n;
use domain::mentorships::MentorshipStatus;
use leptos::prelude::*;

/// Where a mentorship is.
#[component]
pub fn MentorshipBadge(
    /// Its state.
    status: MentorshipStatus,
) -> impl IntoView {
    let i18n = use_i18n();
    let class = match status {
        MentorshipStatus::Active => "badge badge--ok",
        MentorshipStatus::Proposed => "badge badge--info",
        MentorshipStatus::Paused => "badge badge--warn",
        MentorshipStatus::Completed | MentorshipStatus::EndedEarly => "badge badge--quiet",
    };
    view! { <span class=class>{i18n.t(wording::mentorships::status(status))}</span> }
}
