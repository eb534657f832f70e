//! Where a request stands, in a sentence: in the reader's language, from their side, with dates in their time zone.

use crate::Reader;
use chrono::{DateTime, Utc};
use domain::requests::views::RequestSide;
use domain::requests::{CloseReason, ReplySpeed, RequestStatus, Turn};
use i18n::{I18n, Key, m};
use store::requests::Request;

/// Of whom a sentence speaks: "you" to that one, by name to everybody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Mentor,
    Mentee,
}

/// Where a request stands. `status` is its state at this moment.
pub(super) fn state(reader: Reader, side: RequestSide, request: &Request, status: RequestStatus, (mentee, mentor): (&str, &str)) -> String {
    let (subject, named, you) = sentence(request, status);
    let (is_reader, name) = match subject {
        Subject::Mentor => (side == RequestSide::Asked, mentor),
        Subject::Mentee => (side == RequestSide::Asker, mentee),
    };
    // Who is addressed as "you" may want to hear of the other: "You asked {name} …" has that name.
    let other = if subject == Subject::Mentor { mentee } else { mentor };
    let date = instant(request, status).map(|at| reader.date(at)).unwrap_or_default();
    let (key, name) = if is_reader { (you, other) } else { (named, name) };
    reader.i18n.f(key, &[("name", name), ("date", &date)])
}

/// The instant that matters: until when, or when it ended.
const fn instant(request: &Request, status: RequestStatus) -> Option<DateTime<Utc>> {
    match status {
        RequestStatus::Pending | RequestStatus::Expired => request.due_at,
        RequestStatus::Accepted | RequestStatus::Declined | RequestStatus::Withdrawn => request.ended_at,
    }
}

const fn sentence(request: &Request, status: RequestStatus) -> (Subject, Key, Key) {
    use Subject::{Mentee, Mentor};
    match (status, request.close_reason) {
        (_, Some(CloseReason::MenteePlaced)) => (Mentee, m::REQUESTS_STATE_MENTEE_PLACED, m::REQUESTS_STATE_MENTEE_PLACED_YOU),
        (_, Some(CloseReason::MentorPaused)) => (Mentor, m::REQUESTS_STATE_PAUSED, m::REQUESTS_STATE_PAUSED_YOU),
        (_, Some(CloseReason::MenteePaused)) => (Mentee, m::REQUESTS_STATE_PAUSED, m::REQUESTS_STATE_PAUSED_YOU),
        (_, Some(CloseReason::MentorErased)) => (Mentor, m::REQUESTS_STATE_ERASED, m::REQUESTS_STATE_ERASED),
        (_, Some(CloseReason::MenteeErased)) => (Mentee, m::REQUESTS_STATE_ERASED, m::REQUESTS_STATE_ERASED),
        (_, Some(CloseReason::ProgramEnded)) => (Mentor, m::REQUESTS_STATE_PROGRAM_ENDED, m::REQUESTS_STATE_PROGRAM_ENDED),
        (RequestStatus::Pending, None) => match request.turn {
            Turn::Asked => (Mentor, m::REQUESTS_STATE_WAITING, m::REQUESTS_STATE_WAITING_YOU),
            Turn::Asker => (Mentee, m::REQUESTS_STATE_QUESTION, m::REQUESTS_STATE_QUESTION_YOU),
        },
        (RequestStatus::Accepted, None) => (Mentor, m::REQUESTS_STATE_ACCEPTED, m::REQUESTS_STATE_ACCEPTED_YOU),
        (RequestStatus::Declined, None) => (Mentor, m::REQUESTS_STATE_DECLINED, m::REQUESTS_STATE_DECLINED_YOU),
        (RequestStatus::Withdrawn, None) => (Mentee, m::REQUESTS_STATE_WITHDRAWN, m::REQUESTS_STATE_WITHDRAWN_YOU),
        (RequestStatus::Expired, None) => (Mentor, m::REQUESTS_STATE_EXPIRED, m::REQUESTS_STATE_EXPIRED_YOU),
    }
}

/// How fast a mentor usually answers.
pub(crate) fn reply_speed(i18n: I18n, speed: ReplySpeed, name: &str) -> String {
    i18n.f(wording::requests::reply_speed(speed), &[("name", name)])
}
