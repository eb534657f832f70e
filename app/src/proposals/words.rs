//! The words of proposals that are chosen by a value.

use domain::proposals::NoReason;
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
