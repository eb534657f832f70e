//! Lists of programs that people may join, and who takes part in one.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::NaiveDate;
use domain::enrolments::EnrolmentStatus;
use domain::{PersonId, PictureId, ProgramId};

row! {
    /// A program in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Its id.
        pub id: ProgramId,
        /// Its name in addresses.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// One line about it.
        pub summary: String,
        /// Its picture.
        pub picture_id: Option<PictureId>,
        /// The name of its organisation.
        pub organisation: Option<String>,
        /// Its first day.
        pub starts_on: Option<NaiveDate>,
        /// How long a mentorship lasts, in weeks.
        pub length_weeks: i32,
    }
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.slug, p.name, p.summary, p.picture_id, o.name AS organisation, p.starts_on, p.length_weeks
             FROM programs p LEFT JOIN organisations o ON o.id = p.organisation_id WHERE ",
            $rest
        )
    };
}

/// The newest programs of the open community that anybody may join now.
pub async fn open_to_everyone(tx: &mut Tx, limit: i64) -> Result<Vec<Listed>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(listed!(
        "p.organisation_id IS NULL AND p.status IN ('open', 'running') AND p.join_policy = 'everyone' ORDER BY p.id DESC LIMIT $1"
    ))
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

row! {
    /// A program by its words.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ProgramName {
        /// Its id.
        pub id: ProgramId,
        /// Its name.
        pub name: String,
        /// One line about it.
        pub summary: String,
        /// The name of its organisation.
        pub organisation: Option<String>,
    }
}

/// The programs that somebody may join now and doesn't take part in, newest first, by their words: words are compared
/// folded, which no database does for us. Nobody in particular sees the open community's.
pub async fn joinable_names(tx: &mut Tx, person: Option<PersonId>) -> Result<Vec<ProgramName>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.name, p.summary, o.name AS organisation FROM programs p LEFT JOIN organisations o ON o.id = p.organisation_id
         WHERE p.status IN ('open', 'running') AND p.join_policy IN ('everyone', 'members')
             AND (p.organisation_id IS NULL
                  OR EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = p.organisation_id AND m.person_id = $1))
             AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.program_id = p.id AND e.person_id = $1
                             AND e.status IN ('pending', 'active', 'paused', 'removed'))
         ORDER BY p.id DESC"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// The programs with these ids, newest first.
pub async fn joinable_by_id(tx: &mut Tx, ids: &[ProgramId]) -> Result<Vec<Listed>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(listed!("p.id IN ("));
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(") ORDER BY p.id DESC");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Who is enrolled in a program and neither left nor was removed, with where and as what.
pub async fn participants(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, EnrolmentStatus)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT person_id, status FROM enrolments WHERE program_id = $1 AND status IN ('pending', 'active', 'paused') ORDER BY id"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}
