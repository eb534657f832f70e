//! Many rows at once: for filling a database, and for use cases that concern many people, where one statement a row would
//! take minutes.
//!
//! Each function writes one table, some thousand values a statement, in the order given. The rows are those of the
//! features, as far as these have them; what follows from a row (an event, a notification, a changed roster) is the
//! caller's to write as well.

mod announcements;
mod match_preferences;
mod people;
mod programs;

pub use crate::goals::{GoalComment, GoalHistory};
pub use crate::mentorships::{MentorshipReview, MentorshipSignature};
pub use crate::organisations::invitations::Invited;
pub use announcements::{Delayed, delayed_mails, events, mails};
pub use match_preferences::MatchPreference;
pub use people::{InvitationMail, Language, Membership, Organisation, Person, Skill, organisations, people};
pub use programs::{Answered, Coordinator, Favourite, Question, answers, questions};

use crate::enrolments::Enrolment;
use crate::goals::{Goal, Milestone};
use crate::match_runs::RunPair;
use crate::mentorships::Mentorship;
use crate::notifications::Notification;
use crate::programs::Program;
use crate::proposals::Proposal;
use crate::requests::{Line, Request};
use crate::spaces::Space;
use crate::{StoreError, Tx, on, row};

/// Declares functions that write rows as `row!` declares them.
macro_rules! writers {
    ($($(#[$meta:meta])* $name:ident: $row:ty;)+) => {
        $(
            $(#[$meta])*
            ///
            /// # Errors
            /// [`StoreError`] of the database, as for one that is there already.
            pub async fn $name(tx: &mut Tx, rows: &[$row]) -> Result<(), StoreError> {
                row::insert_all(tx, rows).await
            }
        )+
    };
}

writers! {
    /// Writes the languages that people speak.
    languages: Language;
    /// Writes the skills that people offer and want.
    skills: Skill;
    /// Writes who belongs to which organisation.
    memberships: Membership;
    /// Writes new invitations.
    invitations: Invited;
    /// Notes when mails with invitations leave.
    invitation_mails: InvitationMail;
    /// Writes programs.
    programs: Program;
    /// Writes who coordinates.
    coordinators: Coordinator;
    /// Writes enrolments.
    enrolments: Enrolment;
    /// Writes favourites.
    favourites: Favourite;
    /// Writes match preferences.
    match_preferences: MatchPreference;
    /// Writes requests.
    requests: Request;
    /// Writes lines of the conversations in requests.
    messages: Line;
    /// Writes spaces.
    spaces: Space;
    /// Writes mentorships. Their spaces are there already.
    mentorships: Mentorship;
    /// Writes signatures.
    signatures: MentorshipSignature;
    /// Writes reviews.
    reviews: MentorshipReview;
    /// Writes proposals.
    proposals: Proposal;
    /// Writes pairs of match runs.
    match_run_pairs: RunPair;
    /// Writes goals.
    goals: Goal;
    /// Writes milestones.
    milestones: Milestone;
    /// Writes comments on goals.
    comments: GoalComment;
    /// Writes lines of the history of goals.
    history: GoalHistory;
    /// Writes notifications, read ones too.
    notifications: Notification;
}

/// Declares a function that writes rows that aren't those of the table: its columns, and the value of each for a row `r`.
macro_rules! writer {
    ($(#[$meta:meta])* $name:ident($table:literal, $r:ident: $row:ty) { $($column:ident: $value:expr),+ $(,)? }) => {
        $(#[$meta])*
        pub async fn $name(tx: &mut $crate::Tx, rows: &[$row]) -> Result<(), $crate::StoreError> {
            const COLUMNS: &[&str] = &[$(stringify!($column)),+];
            for chunk in rows.chunks($crate::row::VALUES / COLUMNS.len()) {
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
