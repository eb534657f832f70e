//! Many rows at once: for filling a database, and for use cases that concern many people, where one statement a row would
//! take minutes.
//!
//! Each function writes one table, some thousand values a statement, in the order given. The rows are those of the
//! features, as far as these have them; what follows from a row (an event, a notification, a changed roster) is the
//! caller's to write as well.

mod goals;
mod match_preferences;
mod mentoring;
mod people;
mod programs;
mod announcements;

pub use goals::{GoalComment, GoalHistory, comments, goals, history, milestones};
pub use match_preferences::{MatchPreference, match_preferences};
pub use mentoring::{
    MentorshipReview, MentorshipSignature, match_run_pairs, mentorships, messages, proposals, requests, reviews, signatures, spaces,
};
pub use people::{
    InvitationMail, Invited, Language, Membership, Organisation, Person, Skill, invitation_mails, invitations, languages, memberships,
    organisations, people, skills,
};
pub use programs::{Answered, Coordinator, Favourite, Question, answers, coordinators, enrolments, favourites, programs, questions};
pub use announcements::{Delayed, delayed_mails, events, mails, notifications};

use crate::{StoreError, Tx, on};

/// Values in one statement: SQLite takes 32,766, PostgreSQL 65,535, and more than this is no quicker.
const VALUES: usize = 8_000;

/// Declares a function that writes rows of one table: its columns, and the value of each for a row `r`.
macro_rules! writer {
    ($(#[$meta:meta])* $name:ident($table:literal, $r:ident: $row:ty) { $($column:ident: $value:expr),+ $(,)? }) => {
        $(#[$meta])*
        pub async fn $name(tx: &mut $crate::Tx, rows: &[$row]) -> Result<(), $crate::StoreError> {
            const COLUMNS: &[&str] = &[$(stringify!($column)),+];
            for chunk in rows.chunks($crate::bulk::VALUES / COLUMNS.len()) {
                $crate::on!(tx, |c| {
                    let mut query = sqlx::QueryBuilder::new(concat!("INSERT INTO ", $table, " ("));
                    query.push(COLUMNS.join(", ")).push(") ");
                    query.push_values(chunk, |mut values, $r| { $(values.push_bind($value);)+ });
                    query.build().execute(c).await.map(|_| ())
                })?;
            }
            Ok(())
        }
    };
}
use writer;

/// Whether there is nobody in the database yet.
pub async fn is_empty(tx: &mut Tx) -> Result<bool, StoreError> {
    let found: Option<i32> = on!(tx, |c| sqlx::query_scalar("SELECT 1 FROM people LIMIT 1").fetch_optional(c).await)?;
    Ok(found.is_none())
}
