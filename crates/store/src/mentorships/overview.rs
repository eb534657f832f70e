//! Mentorships in lists: a program's for its coordinator, a person's own for them.
//!
//! One query a list and one for all its goals ([`crate::goals::progress_of`]), however long it is.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::mentorships::MentorshipStatus;
use domain::{MentorshipId, PersonId, PictureId, ProgramId};
use sqlx::{Database, QueryBuilder};

row! {
    /// A mentorship in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Its id.
        pub id: MentorshipId,
        /// The address of its program.
        pub slug: String,
        /// The name of its program.
        pub program: String,
        /// Where it is.
        pub status: MentorshipStatus,
        /// Its first day.
        pub started_on: Option<NaiveDate>,
        /// The day it is meant to end.
        pub ends_on: Option<NaiveDate>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// Whether there is an agreement to sign.
        pub has_agreement: bool,
        /// When something last happened to one of its goals.
        pub goals_touched: Option<DateTime<Utc>>,
        /// The mentor.
        pub mentor_id: PersonId,
        /// Their name.
        pub mentor_name: String,
        /// Their photo.
        pub mentor_picture: Option<PictureId>,
        /// The mentee.
        pub mentee_id: PersonId,
        /// Their name.
        pub mentee_name: String,
        /// Their photo.
        pub mentee_picture: Option<PictureId>,
    }
}

macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "SELECT m.id, pr.slug, pr.name AS program, m.status, m.started_on, m.ends_on, m.created_at, m.ended_at,
                 (m.agreement <> '') AS has_agreement,
                 (SELECT MAX(g.updated_at) FROM goals g WHERE g.mentorship_id = m.id) AS goals_touched,
                 m.mentor_id, tor.name AS mentor_name, tor.picture_id AS mentor_picture,
                 m.mentee_id, tee.name AS mentee_name, tee.picture_id AS mentee_picture
             FROM mentorships m
             JOIN programs pr ON pr.id = m.program_id
             JOIN people tor ON tor.id = m.mentor_id
             JOIN people tee ON tee.id = m.mentee_id
             WHERE ",
            $rest
        )
    };
}

/// Which mentorships of a program, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those in this state.
    pub status: Option<MentorshipStatus>,
    /// Only these.
    pub ids: Option<Vec<MentorshipId>>,
    /// Only those made before this one.
    pub after: Option<MentorshipId>,
    /// Only those made after this one; then the nearest come last, as always newest first.
    pub before: Option<MentorshipId>,
}

/// A page of a program's mentorships, newest first.
pub async fn of_program(tx: &mut Tx, program: ProgramId, filter: &Filter, limit: i64) -> Result<Vec<Listed>, StoreError> {
    let mut rows: Vec<Listed> = on!(tx, |c| page_query(program, filter, limit).build_query_as().fetch_all(c).await)?;
    if filter.before.is_some() {
        rows.reverse();
    }
    Ok(rows)
}

fn page_query<DB>(program: ProgramId, filter: &Filter, limit: i64) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> ProgramId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> MentorshipId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> MentorshipStatus: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> i64: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    let mut query = QueryBuilder::new(listed!("m.program_id = "));
    query.push_bind(program);
    if let Some(status) = filter.status {
        query.push(" AND m.status = ").push_bind(status);
    }
    if let Some(ids) = &filter.ids {
        query.push(" AND m.id IN (");
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(")");
    }
    if let Some(after) = filter.after {
        query.push(" AND m.id < ").push_bind(after);
    }
    match filter.before {
        Some(before) => query.push(" AND m.id > ").push_bind(before).push(" ORDER BY m.id ASC LIMIT "),
        None => query.push(" ORDER BY m.id DESC LIMIT "),
    };
    query.push_bind(limit);
    query
}

/// How many mentorships of a program are in which state.
pub async fn counts(tx: &mut Tx, program: ProgramId) -> Result<Vec<(MentorshipStatus, i64)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT status, COUNT(*) FROM mentorships WHERE program_id = $1 GROUP BY status")
        .bind(program)
        .fetch_all(c)
        .await)?)
}

row! {
    /// A mentorship by the names of its people.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PairNames {
        /// The mentorship.
        pub id: MentorshipId,
        /// The mentor's name.
        pub mentor: String,
        /// The mentee's name.
        pub mentee: String,
    }
}

/// All mentorships of a program by name, newest first: names are compared folded, which no database does for us.
pub async fn names(tx: &mut Tx, program: ProgramId, status: Option<MentorshipStatus>) -> Result<Vec<PairNames>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT m.id, tor.name AS mentor, tee.name AS mentee FROM mentorships m
         JOIN people tor ON tor.id = m.mentor_id JOIN people tee ON tee.id = m.mentee_id
         WHERE m.program_id = $1 AND m.status = COALESCE($2, m.status) ORDER BY m.id DESC"
    )
    .bind(program)
    .bind(status)
    .fetch_all(c)
    .await)?)
}

/// A person's own mentorships, newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Listed>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(listed!("(m.mentor_id = $1 OR m.mentee_id = $1) ORDER BY m.id DESC")).bind(person).fetch_all(c).await)?)
}

/// What a person has done with mentorships of theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Those that have their signature.
    pub signed: Vec<MentorshipId>,
    /// Those that they have reviewed.
    pub reviewed: Vec<MentorshipId>,
}

/// Which of their mentorships a person has signed and reviewed.
pub async fn done_by(tx: &mut Tx, person: PersonId) -> Result<Done, StoreError> {
    let rows: Vec<(MentorshipId, bool)> = on!(tx, |c| sqlx::query_as(
        "SELECT mentorship_id, FALSE AS reviewed FROM agreement_signatures WHERE person_id = $1
         UNION ALL SELECT mentorship_id, TRUE FROM mentorship_reviews WHERE person_id = $1"
    )
    .bind(person)
    .fetch_all(c)
    .await)?;
    let mut done = Done::default();
    for (mentorship, reviewed) in rows {
        let list = if reviewed { &mut done.reviewed } else { &mut done.signed };
        list.push(mentorship);
    }
    Ok(done)
}
