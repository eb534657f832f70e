//! Programs: where one is, who may join, and how people find each other.

use domain::programs::{JoinPolicy, MatchingMode, ProgramStatus};
use i18n::{Key, m};

/// Where a program is in its cycle.
#[must_use]
pub const fn status(status: ProgramStatus) -> Key {
    match status {
        ProgramStatus::Draft => m::PROGRAMS_STATUS_DRAFT,
        ProgramStatus::Open => m::PROGRAMS_STATUS_OPEN,
        ProgramStatus::Running => m::PROGRAMS_STATUS_RUNNING,
        ProgramStatus::Completed => m::PROGRAMS_STATUS_COMPLETED,
        ProgramStatus::Cancelled => m::PROGRAMS_STATUS_CANCELLED,
    }
}

/// Who may join.
#[must_use]
pub const fn join_policy(join: JoinPolicy) -> Key {
    match join {
        JoinPolicy::Everyone => m::PROGRAMS_JOIN_EVERYONE,
        JoinPolicy::Members => m::PROGRAMS_JOIN_MEMBERS,
        JoinPolicy::Link => m::PROGRAMS_JOIN_LINK,
    }
}

/// How mentees and mentors find each other.
#[must_use]
pub const fn matching_mode(matching: MatchingMode) -> Key {
    match matching {
        MatchingMode::MenteesAsk => m::PROGRAMS_MATCHING_MENTEES_ASK,
        MatchingMode::CoordinatorPairs => m::PROGRAMS_MATCHING_COORDINATOR_PAIRS,
        MatchingMode::Bulk => m::PROGRAMS_MATCHING_BULK,
    }
}
