//! The state of a proposal as a badge.

use domain::proposals::ProposalStatus;
use i18n::Key;

/// A state's badge: its look and its word.
#[must_use]
pub const fn proposal_badge(status: ProposalStatus) -> (&'static str, Key) {
    let class = match status {
        ProposalStatus::Proposed => "badge badge--info",
        ProposalStatus::Accepted => "badge badge--ok",
        ProposalStatus::Declined => "badge badge--warn",
        ProposalStatus::Expired | ProposalStatus::TakenBack => "badge badge--quiet",
    };
    (class, wording::proposals::status(status))
}
