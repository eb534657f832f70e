//! The stages of a program, as an organisation sees them.

use domain::programs::ProgramStatus;
use i18n::{Key, m};

/// Where a program is, with the badge that goes with it.
pub(super) const fn stage(status: ProgramStatus) -> (Key, &'static str) {
    match status {
        ProgramStatus::Draft => (m::ORGANISATIONS_STATE_DRAFT, "badge badge--quiet"),
        ProgramStatus::Open => (m::ORGANISATIONS_STATE_OPEN, "badge badge--info"),
        ProgramStatus::Running => (m::ORGANISATIONS_STATE_RUNNING, "badge badge--ok"),
        ProgramStatus::Completed => (m::ORGANISATIONS_STATE_COMPLETED, "badge badge--quiet"),
        ProgramStatus::Cancelled => (m::ORGANISATIONS_STATE_CANCELLED, "badge badge--bad"),
    }
}
