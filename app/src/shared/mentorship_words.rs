//! Where a mentorship is and what somebody is in it, in the reader's words.

use crate::lang::use_i18n;
use domain::mentorships::{MentorshipStatus, SpaceRole};
use i18n::{Key, m};
use leptos::prelude::*;

/// The name of a state.
#[must_use]
pub const fn mentorship_status(status: MentorshipStatus) -> Key {
    match status {
        MentorshipStatus::Proposed => m::MENTORSHIPS_STATUS_PROPOSED,
        MentorshipStatus::Active => m::MENTORSHIPS_STATUS_ACTIVE,
        MentorshipStatus::Paused => m::MENTORSHIPS_STATUS_PAUSED,
        MentorshipStatus::Completed => m::MENTORSHIPS_STATUS_COMPLETED,
        MentorshipStatus::EndedEarly => m::MENTORSHIPS_STATUS_ENDED_EARLY,
    }
}

/// What somebody is in a mentorship.
#[must_use]
pub const fn role_name(role: SpaceRole) -> Key {
    match role {
        SpaceRole::Mentor => m::MENTORSHIPS_ROLE_MENTOR,
        SpaceRole::Mentee => m::MENTORSHIPS_ROLE_MENTEE,
        SpaceRole::Coordinator => m::MENTORSHIPS_ROLE_COORDINATOR,
    }
}

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
    view! { <span class=class>{i18n.t(mentorship_status(status))}</span> }
}
