//! A program's participants, for its coordinator: one query a page, however many there are.

use crate::row::row;
use crate::{StoreError, Tx, dialect, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::Side;
use domain::{EnrolmentId, PersonId, PictureId, ProgramId};
use sqlx::{Database, QueryBuilder};

row! {
    /// A participant in the list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// The enrolment.
        pub id: EnrolmentId,
        /// The person.
        pub person_id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline; none of whoever doesn't take part any more.
        pub headline: Option<String>,
        /// Their photo, likewise.
        pub picture_id: Option<PictureId>,
        /// Their address; empty of whoever doesn't take part any more.
        pub email: String,
        /// Where the enrolment is.
        pub status: EnrolmentStatus,
        /// Offers mentoring.
        pub as_mentor: bool,
        /// Looks for a mentor.
        pub as_mentee: bool,
        /// How many mentees they can take.
        pub capacity: i32,
        /// How many of these places are taken.
        pub taken: i64,
        /// How many mentors they have here: none or one.
        pub mentors: i64,
        /// When they enrolled.
        pub created_at: DateTime<Utc>,
    }
}

/// Which participants, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those in this state.
    pub status: Option<EnrolmentStatus>,
    /// Only those on this side.
    pub side: Option<Side>,
    /// Only those with these words in name or address.
    pub words: Option<String>,
    /// Those who enrolled before this one.
    pub after: Option<EnrolmentId>,
    /// Those who enrolled after this one; then the nearest come last, as always newest first.
    pub before: Option<EnrolmentId>,
}

/// A page of a program's participants, newest first.
pub async fn page(tx: &mut Tx, program: ProgramId, filter: &Filter, limit: i64) -> Result<Vec<Listed>, StoreError> {
    let mut rows: Vec<Listed> = on!(tx, |c| query(program, filter, limit).build_query_as().fetch_all(c).await)?;
    if filter.before.is_some() {
        rows.reverse();
    }
    Ok(rows)
}

fn query<DB>(program: ProgramId, filter: &Filter, limit: i64) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> ProgramId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> EnrolmentId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> EnrolmentStatus: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> String: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
    for<'q> i64: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    // What people are now and how to reach them concerns a program as long as they take part in it.
    let mut query = QueryBuilder::new(
        "SELECT e.id, e.person_id, p.name, e.status, e.as_mentor, e.as_mentee, e.capacity,
             CASE WHEN e.status IN ('left', 'removed') THEN NULL ELSE p.headline END AS headline,
             CASE WHEN e.status IN ('left', 'removed') THEN NULL ELSE p.picture_id END AS picture_id,
             CASE WHEN e.status IN ('left', 'removed') THEN '' ELSE p.email END AS email,
             (SELECT COUNT(*) FROM mentorships m WHERE m.mentor_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused')) AS taken,
             (SELECT COUNT(*) FROM mentorships m WHERE m.mentee_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused')) AS mentors,
             e.created_at
         FROM enrolments e JOIN people p ON p.id = e.person_id WHERE e.program_id = ",
    );
    query.push_bind(program);
    if let Some(status) = filter.status {
        query.push(" AND e.status = ").push_bind(status);
    }
    match filter.side {
        Some(Side::Mentor) => query.push(" AND e.as_mentor"),
        Some(Side::Mentee) => query.push(" AND e.as_mentee"),
        None => &mut query,
    };
    if let Some(words) = &filter.words {
        query.push(" AND (p.name_key LIKE ").push_bind(dialect::name_contains(words));
        query.push(" ESCAPE '!' OR (e.status NOT IN ('left', 'removed') AND p.email_key LIKE ");
        query.push_bind(dialect::contains(words)).push(" ESCAPE '!'))");
    }
    if let Some(after) = filter.after {
        query.push(" AND e.id < ").push_bind(after);
    }
    match filter.before {
        Some(before) => query.push(" AND e.id > ").push_bind(before).push(" ORDER BY e.id ASC LIMIT "),
        None => query.push(" ORDER BY e.id DESC LIMIT "),
    };
    query.push_bind(limit);
    query
}

/// How many enrolments of a program are in which state.
pub async fn counts(tx: &mut Tx, program: ProgramId) -> Result<Vec<(EnrolmentStatus, i64)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT status, COUNT(*) FROM enrolments WHERE program_id = $1 GROUP BY status")
        .bind(program)
        .fetch_all(c)
        .await)?)
}
