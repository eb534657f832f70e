//! How the state of an enrolment looks.

use domain::enrolments::EnrolmentStatus;

/// The badge that goes with it.
pub(super) const fn badge(status: EnrolmentStatus) -> &'static str {
    match status {
        EnrolmentStatus::Pending => "badge badge--warn",
        EnrolmentStatus::Active => "badge badge--ok",
        EnrolmentStatus::Paused => "badge badge--info",
        EnrolmentStatus::Left | EnrolmentStatus::Removed => "badge badge--quiet",
    }
}
