//! Proposals: where one is, and why somebody said no.

use domain::proposals::{NoReason, ProposalStatus};
use i18n::{Key, m};

/// Where a proposal is.
#[must_use]
pub const fn status(status: ProposalStatus) -> Key {
    match status {
        ProposalStatus::Proposed => m::PROPOSALS_STATUS_PROPOSED,
        ProposalStatus::Accepted => m::PROPOSALS_STATUS_ACCEPTED,
        ProposalStatus::Declined => m::PROPOSALS_STATUS_DECLINED,
        ProposalStatus::Expired => m::PROPOSALS_STATUS_EXPIRED,
        ProposalStatus::TakenBack => m::PROPOSALS_STATUS_TAKEN_BACK,
    }
}

/// Why somebody said no.
#[must_use]
pub const fn reason(reason: NoReason) -> Key {
    match reason {
        NoReason::TooClose => m::PROPOSALS_REASON_TOO_CLOSE,
        NoReason::OtherTopics => m::PROPOSALS_REASON_OTHER_TOPICS,
        NoReason::NoTime => m::PROPOSALS_REASON_NO_TIME,
        NoReason::SomebodyElse => m::PROPOSALS_REASON_SOMEBODY_ELSE,
        NoReason::Other => m::PROPOSALS_REASON_OTHER,
    }
}
