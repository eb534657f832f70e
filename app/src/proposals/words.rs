//! The words of proposals that are chosen by a value.

use domain::proposals::{NoReason, ProposalStatus};
use i18n::{Key, m};

pub(super) const fn reason(reason: NoReason) -> Key {
    match reason {
        NoReason::TooClose => m::PROPOSALS_REASON_TOO_CLOSE,
        NoReason::OtherTopics => m::PROPOSALS_REASON_OTHER_TOPICS,
        NoReason::NoTime => m::PROPOSALS_REASON_NO_TIME,
        NoReason::SomebodyElse => m::PROPOSALS_REASON_SOMEBODY_ELSE,
        NoReason::Other => m::PROPOSALS_REASON_OTHER,
    }
}

/// A state's badge: its look and its word.
pub(crate) const fn badge(status: ProposalStatus) -> (&'static str, Key) {
    match status {
        ProposalStatus::Proposed => ("badge badge--info", m::PROPOSALS_STATUS_PROPOSED),
        ProposalStatus::Accepted => ("badge badge--ok", m::PROPOSALS_STATUS_ACCEPTED),
        ProposalStatus::Declined => ("badge badge--warn", m::PROPOSALS_STATUS_DECLINED),
        ProposalStatus::Expired => ("badge badge--quiet", m::PROPOSALS_STATUS_EXPIRED),
        ProposalStatus::TakenBack => ("badge badge--quiet", m::PROPOSALS_STATUS_TAKEN_BACK),
    }
}
