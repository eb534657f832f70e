//! The clock of a pending request. It runs while it is the asked's turn and stands still while it is the asker's.

use super::{RequestStatus, Turn};
use crate::problem::Refusal;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

const DAY: i64 = 86_400;

text_enum! {
    /// The moments at which the asked is reminded, from the earliest to the last.
    pub enum Reminder {
        /// Half of the time has gone.
        HalfTime = "half_time",
        /// Three days are left.
        ThreeDaysLeft = "three_days_left",
        /// One day is left.
        OneDayLeft = "one_day_left",
    }
}

/// The clock as it is stored: exactly one of `due_at` and `remaining` is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestClock {
    /// Whose turn it is.
    pub turn: Turn,
    /// When it expires, while the clock runs.
    pub due_at: Option<DateTime<Utc>>,
    /// Seconds left, while the clock stands still.
    pub remaining: Option<i64>,
    /// Whether the asked took more time already.
    pub extended: bool,
    /// The reminders that were sent, as bits. An extension is a new deadline with reminders of its own, hence bits of
    /// its own.
    pub reminded: i32,
}

impl RequestClock {
    /// The clock of a request just made: the asked has `days` to answer.
    #[must_use]
    pub fn start(now: DateTime<Utc>, days: i32) -> Self {
        Self { turn: Turn::Asked, due_at: Some(later(now, i64::from(days) * DAY)), remaining: None, extended: false, reminded: 0 }
    }

    /// The asked asks something back: the clock stops and keeps what is left.
    ///
    /// # Errors
    /// [`Refusal::NotYourTurn`], or [`Refusal::RequestEnded`] when the time is over.
    pub fn ask_back(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        let remaining = self.running(now)?;
        Ok(Self { turn: Turn::Asker, due_at: None, remaining: Some(remaining), ..self })
    }

    /// The asker answers: the clock runs on with what was left, at least a day, so that nobody is asked to answer
    /// within minutes.
    ///
    /// # Errors
    /// [`Refusal::NotYourTurn`].
    pub fn answer(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if self.turn != Turn::Asker {
            return Err(Refusal::NotYourTurn);
        }
        let seconds = self.remaining.unwrap_or(DAY).max(DAY);
        Ok(Self { turn: Turn::Asked, due_at: Some(later(now, seconds)), remaining: None, ..self })
    }

    /// The asked takes `days` more, once, while the clock runs.
    ///
    /// # Errors
    /// [`Refusal::NotYourTurn`], [`Refusal::AlreadyExtended`], or [`Refusal::RequestEnded`] when the time is over.
    pub fn extend(self, now: DateTime<Utc>, days: i32) -> Result<Self, Refusal> {
        let remaining = self.running(now)?;
        if self.extended {
            return Err(Refusal::AlreadyExtended);
        }
        let due_at = later(now, remaining.saturating_add(i64::from(days) * DAY));
        Ok(Self { due_at: Some(due_at), extended: true, ..self })
    }

    /// Whether the asked's time is over. A clock that stands still never is.
    #[must_use]
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.due_at.is_some_and(|due| due <= now)
    }

    /// The state of the request at this moment, whether or not somebody has written down yet that it expired.
    #[must_use]
    pub fn status_at(&self, stored: RequestStatus, now: DateTime<Utc>) -> RequestStatus {
        match stored {
            RequestStatus::Pending if self.is_expired(now) => RequestStatus::Expired,
            other => other,
        }
    }

    /// Seconds that the asked has left, running or standing still; never below nought.
    #[must_use]
    pub fn seconds_left(&self, now: DateTime<Utc>) -> i64 {
        let running = self.due_at.map(|due| due.signed_duration_since(now).num_seconds());
        running.or(self.remaining).unwrap_or(0).max(0)
    }

    /// The reminder that is due now, with the clock that remembers it. Each fires once; when several are due at once,
    /// because nobody looked for a while, only the last is sent. `days` is the program's time to answer.
    ///
    /// In a program with little time a threshold that doesn't come after half-time is left out.
    #[must_use]
    pub fn due_reminder(&self, now: DateTime<Utc>, days: i32) -> Option<(Reminder, Self)> {
        let left = self.running(now).ok()?;
        let half = i64::from(days) * DAY / 2;
        let reached = |reminder: &Reminder| match reminder {
            Reminder::HalfTime => left <= half,
            Reminder::ThreeDaysLeft => half > 3 * DAY && left <= 3 * DAY,
            Reminder::OneDayLeft => half > DAY && left <= DAY,
        };
        let reminder = Reminder::ALL.iter().copied().rfind(reached)?;
        if self.reminded & self.bit(reminder) != 0 {
            return None;
        }
        let sent = Reminder::ALL.iter().filter(|earlier| **earlier <= reminder);
        let bits = sent.fold(0, |bits, earlier| bits | self.bit(*earlier));
        Some((reminder, Self { reminded: self.reminded | bits, ..*self }))
    }

    const fn bit(&self, reminder: Reminder) -> i32 {
        let position = match reminder {
            Reminder::HalfTime => 0,
            Reminder::ThreeDaysLeft => 1,
            Reminder::OneDayLeft => 2,
        };
        1 << (position + if self.extended { 3 } else { 0 })
    }

    /// Seconds left, when it is the asked's turn and there are some.
    fn running(&self, now: DateTime<Utc>) -> Result<i64, Refusal> {
        match (self.turn, self.due_at) {
            (Turn::Asked, Some(due)) if due > now => Ok(due.signed_duration_since(now).num_seconds()),
            (Turn::Asked, _) => Err(Refusal::RequestEnded),
            (Turn::Asker, _) => Err(Refusal::NotYourTurn),
        }
    }
}

/// `now` and so many seconds; the end of time at the latest.
fn later(now: DateTime<Utc>, seconds: i64) -> DateTime<Utc> {
    TimeDelta::try_seconds(seconds).and_then(|delta| now.checked_add_signed(delta)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
