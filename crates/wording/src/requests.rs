//! Requests: where one is, and how fast a mentor usually answers.

use domain::requests::{ReplySpeed, RequestStatus};
use i18n::{Key, m};

/// Where a request is.
#[must_use]
pub const fn status(status: RequestStatus) -> Key {
    match status {
        RequestStatus::Pending => m::REQUESTS_STATUS_PENDING,
        RequestStatus::Accepted => m::REQUESTS_STATUS_ACCEPTED,
        RequestStatus::Declined => m::REQUESTS_STATUS_DECLINED,
        RequestStatus::Withdrawn => m::REQUESTS_STATUS_WITHDRAWN,
        RequestStatus::Expired => m::REQUESTS_STATUS_EXPIRED,
    }
}

/// How fast a mentor usually answers, of whom `{name}` is the name.
#[must_use]
pub const fn reply_speed(speed: ReplySpeed) -> Key {
    match speed {
        ReplySpeed::WithinADay => m::REQUESTS_USUALLY_WITHIN_A_DAY,
        ReplySpeed::FewDays => m::REQUESTS_USUALLY_FEW_DAYS,
        ReplySpeed::WithinAWeek => m::REQUESTS_USUALLY_WITHIN_A_WEEK,
        ReplySpeed::Longer => m::REQUESTS_USUALLY_LONGER,
    }
}
