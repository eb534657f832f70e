//! Mentorships: where one is, and what somebody is in it.

use domain::mentorships::{MentorshipStatus, SpaceRole};
use i18n::{Key, m};

/// Where a mentorship is.
#[must_use]
pub const fn status(status: MentorshipStatus) -> Key {
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
pub const fn role(role: SpaceRole) -> Key {
    match role {
        SpaceRole::Mentor => m::MENTORSHIPS_ROLE_MENTOR,
        SpaceRole::Mentee => m::MENTORSHIPS_ROLE_MENTEE,
        SpaceRole::Coordinator => m::MENTORSHIPS_ROLE_COORDINATOR,
    }
}
