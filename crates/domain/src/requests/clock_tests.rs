//! The clock of a request, told as stories.
#![allow(clippy::unwrap_used, reason = "a test that fails here should fail")]

use super::*;

/// So many hours after the request was made.
fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_750_000_000 + hours * 3600, 0).unwrap()
}

#[test]
fn a_mentor_who_says_nothing_for_fourteen_days_lets_it_expire() {
    let clock = RequestClock::start(at(0), 14);
    assert!(!clock.is_expired(at(14 * 24 - 1)));
    assert!(clock.is_expired(at(14 * 24)));
    assert_eq!(clock.status_at(RequestStatus::Pending, at(15 * 24)), RequestStatus::Expired);
    assert_eq!(clock.status_at(RequestStatus::Accepted, at(15 * 24)), RequestStatus::Accepted);
}

#[test]
fn asking_back_stops_the_clock_for_as_long_as_the_answer_takes() {
    let asked_back = RequestClock::start(at(0), 14).ask_back(at(4 * 24)).unwrap();
    assert_eq!(asked_back.turn, Turn::Asker);
    assert_eq!((asked_back.due_at, asked_back.remaining), (None, Some(10 * DAY)));
    assert!(!asked_back.is_expired(at(10_000)), "a clock that stands still never expires");
    assert_eq!(asked_back.seconds_left(at(10_000)), 10 * DAY);

    let answered = asked_back.answer(at(100 * 24)).unwrap();
    assert_eq!(answered.turn, Turn::Asked);
    assert_eq!((answered.due_at, answered.remaining), (Some(at(110 * 24)), None));
}

#[test]
fn an_answer_to_a_question_asked_in_the_last_minutes_leaves_a_day() {
    let clock = RequestClock::start(at(0), 14).ask_back(at(14 * 24 - 1)).unwrap();
    assert_eq!(clock.remaining, Some(3600));
    assert_eq!(clock.answer(at(400)).unwrap().due_at, Some(at(424)));
}

#[test]
fn nobody_speaks_out_of_turn() {
    let theirs = RequestClock::start(at(0), 14);
    assert_eq!(theirs.answer(at(1)), Err(Refusal::NotYourTurn));
    let mine = theirs.ask_back(at(1)).unwrap();
    assert_eq!(mine.ask_back(at(2)), Err(Refusal::NotYourTurn));
    assert_eq!(mine.extend(at(2), 14), Err(Refusal::NotYourTurn));
}

#[test]
fn one_tap_gives_the_time_again_but_only_once() {
    let longer = RequestClock::start(at(0), 14).extend(at(13 * 24), 14).unwrap();
    assert_eq!(longer.due_at, Some(at(28 * 24)));
    assert!(longer.extended);
    assert_eq!(longer.extend(at(14 * 24), 14), Err(Refusal::AlreadyExtended));
    let through_a_question = longer.ask_back(at(14 * 24)).unwrap().answer(at(15 * 24)).unwrap();
    assert_eq!(through_a_question.extend(at(15 * 24), 14), Err(Refusal::AlreadyExtended));
}

#[test]
fn what_is_over_is_neither_asked_back_nor_extended() {
    let clock = RequestClock::start(at(0), 3);
    assert_eq!(clock.ask_back(at(72)), Err(Refusal::RequestEnded));
    assert_eq!(clock.extend(at(72), 3), Err(Refusal::RequestEnded));
    assert_eq!(clock.seconds_left(at(80)), 0);
}

/// Looks every hour and notes which reminders fired at which hour.
fn reminders(mut clock: RequestClock, hours: std::ops::Range<i64>, days: i32) -> Vec<(i64, Reminder)> {
    let mut fired = Vec::new();
    for hour in hours {
        if let Some((reminder, next)) = clock.due_reminder(at(hour), days) {
            fired.push((hour, reminder));
            clock = next;
        }
    }
    fired
}

#[test]
fn each_reminder_fires_once_at_its_threshold() {
    let expected = [(7 * 24, Reminder::HalfTime), (11 * 24, Reminder::ThreeDaysLeft), (13 * 24, Reminder::OneDayLeft)];
    assert_eq!(reminders(RequestClock::start(at(0), 14), 0..500, 14), expected);
}

#[test]
fn a_program_in_a_hurry_does_not_remind_on_the_first_day() {
    let expected = [(36, Reminder::HalfTime), (48, Reminder::OneDayLeft)];
    assert_eq!(reminders(RequestClock::start(at(0), 3), 0..100, 3), expected);
}

#[test]
fn after_a_night_without_a_look_only_the_last_reminder_is_sent() {
    let clock = RequestClock::start(at(0), 14);
    let (reminder, next) = clock.due_reminder(at(13 * 24 + 5), 14).unwrap();
    assert_eq!(reminder, Reminder::OneDayLeft);
    assert_eq!(next.due_reminder(at(13 * 24 + 6), 14), None);
}

#[test]
fn nobody_is_reminded_while_it_is_not_their_turn() {
    let clock = RequestClock::start(at(0), 14).ask_back(at(13 * 24 + 12)).unwrap();
    assert_eq!(clock.due_reminder(at(20 * 24), 14), None);
}

#[test]
fn a_reminder_does_not_fire_again_when_an_answer_gives_a_day_back() {
    let (_, clock) = RequestClock::start(at(0), 14).due_reminder(at(13 * 24 + 1), 14).unwrap();
    let answered = clock.ask_back(at(13 * 24 + 20)).unwrap().answer(at(400)).unwrap();
    assert_eq!(reminders(answered, 400..500, 14), []);
}

#[test]
fn more_time_brings_the_reminders_of_the_new_deadline() {
    let (_, clock) = RequestClock::start(at(0), 14).due_reminder(at(13 * 24), 14).unwrap();
    let longer = clock.extend(at(13 * 24 + 1), 14).unwrap();
    let expected = [(21 * 24, Reminder::HalfTime), (25 * 24, Reminder::ThreeDaysLeft), (27 * 24, Reminder::OneDayLeft)];
    assert_eq!(reminders(longer, 13 * 24 + 1..1000, 14), expected);
}
