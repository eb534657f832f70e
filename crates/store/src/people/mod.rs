//! People's profiles: the row, what belongs to it, and changing one section at a time.
//!
//! What a person signs in with belongs to `accounts`.

mod fill;
pub mod names;
mod sections;
pub mod ties;

pub use fill::{Filling, fill, said};
pub use sections::{set_about, set_help, set_languages, set_picture, set_skills, set_visibility, set_week, set_work};
pub use ties::acquainted;

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::people::{HelpKind, SkillSide, Visibility, WeeklySlot};
use domain::{PersonId, PictureId};
use sqlx::types::Json;

row! {
    /// A person's profile.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Profile {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their IANA time zone.
        pub zone: String,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Their pronouns.
        pub pronouns: Option<String>,
        /// One line about them.
        pub headline: Option<String>,
        /// Paragraphs about them.
        pub about: Option<String>,
        /// The code of their country.
        pub country: Option<String>,
        /// The id of their industry.
        pub industry: Option<String>,
        /// What they work as.
        pub role_title: Option<String>,
        /// For how many years they have worked.
        pub experience_years: Option<i32>,
        /// Kinds of help they offer.
        pub help_offered: Json<Vec<HelpKind>>,
        /// Kinds of help they look for.
        pub help_wanted: Json<Vec<HelpKind>>,
        /// Their usual week.
        pub availability: Json<Vec<WeeklySlot>>,
        /// Who sees the personal part.
        pub visibility: Visibility,
        /// Rises with every change.
        pub version: i32,
    }
}

/// A person's profile.
pub async fn by_id(tx: &mut Tx, person: PersonId) -> Result<Option<Profile>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT id, name, zone, picture_id, pronouns, headline, about, country, industry, role_title, experience_years, help_offered,
             help_wanted, availability, visibility, version
         FROM people WHERE id = $1"
    )
    .bind(person)
    .fetch_optional(c)
    .await)?)
}

/// Holds a person's profile until the transaction ends, so that two changes happen one after the other.
pub async fn lock(tx: &mut Tx, person: PersonId) -> Result<Option<Profile>, StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET version = version WHERE id = $1").bind(person).execute(c).await.map(|_| ()))?;
    by_id(tx, person).await
}

/// The codes of the languages that somebody speaks, the best first.
pub async fn languages(tx: &mut Tx, person: PersonId) -> Result<Vec<String>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_scalar("SELECT language FROM person_languages WHERE person_id = $1 ORDER BY position").bind(person).fetch_all(c).await
    })?)
}

/// A person's skills with their side, in their order.
pub async fn skills(tx: &mut Tx, person: PersonId) -> Result<Vec<(SkillSide, String)>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as("SELECT side, skill_id FROM person_skills WHERE person_id = $1 ORDER BY side, position")
            .bind(person)
            .fetch_all(c)
            .await
    })?)
}

/// Whether somebody offers mentoring, and whether they look for a mentor, in any program that they take part in now.
pub async fn sides(tx: &mut Tx, person: PersonId) -> Result<(bool, bool), StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT EXISTS (SELECT 1 FROM enrolments WHERE person_id = $1 AND as_mentor = $2 AND status IN ('pending', 'active', 'paused')),
                EXISTS (SELECT 1 FROM enrolments WHERE person_id = $1 AND as_mentee = $2 AND status IN ('pending', 'active', 'paused'))"
    )
    .bind(person)
    .bind(true)
    .fetch_one(c)
    .await)?)
}
