//! Where a proposal is, in the reader's words.

use domain::proposals::ProposalStatus;
use i18n::{Key, m};

/// The badge of a proposal's state: its look and its word.
#[must_use]
pub const fn proposal_badge(status: ProposalStatus) -> (&'static str, Key) {
    match status {
        ProposalStatus::Proposed => ("badge badge--info", m::PROPOSALS_STATUS_PROPOSED),
        ProposalStatus::Accepted => ("badge badge--ok", m::PROPOSALS_STATUS_ACCEPTED),
        ProposalStatus::Declined => ("badge badge--warn", m::PROPOSALS_STATUS_DECLINED),
        ProposalStatus::Expired => ("badge badge--quiet", m::PROPOSALS_STATUS_EXPIRED),
        ProposalStatus::TakenBack => ("badge badge--quiet", m::PROPOSALS_STATUS_TAKEN_BACK),
    }
}
