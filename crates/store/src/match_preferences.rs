//! Match preferences: whom somebody would like to be paired with in a program, in order of preference.
//!
//! Whoever doesn't take part any more, or not on that side, is left out wherever lists are read: they drop out, and those behind
//! them move up. What is left of them goes when the list is written the next time.

use crate::row::row;
use crate::{StoreError, Tx, dialect, on};
use chrono::{DateTime, Utc};
use domain::match_preferences::PreferenceSide;
use domain::{PersonId, PictureId, ProgramId};

/// The preferences `r` of people `e` who take part on the side that the list is about. `$1` is the program.
macro_rules! still_there {
    () => {
        concat!(
            "match_preferences r JOIN enrolments e ON e.program_id = r.program_id AND e.person_id = r.preferred_id AND e.status IN ('active', 'paused')
                 AND ((r.side = 'mentors' AND e.as_mentor) OR (r.side = 'mentees' AND e.as_mentee)) AND ",
            $crate::leaving::stays!()
        )
    };
}

pub(crate) use still_there;

row! {
    /// Somebody in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PreferredPerson {
        /// The list.
        pub side: PreferenceSide,
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Whether they take a break.
        pub paused: bool,
    }
}

/// Somebody's lists in a program, each in its order.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<Vec<PreferredPerson>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT r.side, p.id, p.name, p.headline, p.picture_id, (e.status = 'paused') AS paused FROM ",
        still_there!(),
        " JOIN people p ON p.id = r.preferred_id WHERE r.program_id = $1 AND r.person_id = $2 ORDER BY r.side, r.place"
    ))
    .bind(program)
    .bind(person)
    .fetch_all(c)
    .await)?)
}

/// The ids of one of somebody's lists, in its order.
pub async fn ids(tx: &mut Tx, program: ProgramId, person: PersonId, side: PreferenceSide) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!(
        "SELECT r.preferred_id FROM ",
        still_there!(),
        " WHERE r.program_id = $1 AND r.person_id = $2 AND r.side = $3 ORDER BY r.place"
    ))
    .bind(program)
    .bind(person)
    .bind(side)
    .fetch_all(c)
    .await)?)
}

/// Writes a list instead of the one that was there: the first is the first preference.
pub async fn replace(
    tx: &mut Tx,
    program: ProgramId,
    person: PersonId,
    side: PreferenceSide,
    list: &[PersonId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM match_preferences WHERE program_id = $1 AND person_id = $2 AND side = $3")
        .bind(program)
        .bind(person)
        .bind(side)
        .execute(c)
        .await
        .map(|_| ()))?;
    let row = |(place, ranked): (i32, &PersonId)| crate::bulk::MatchPreference {
        program_id: program,
        person_id: person,
        side,
        preferred_id: *ranked,
        place,
        created_at: now,
    };
    let rows: Vec<crate::bulk::MatchPreference> = (1..).zip(list).map(row).collect();
    crate::row::insert_all(tx, &rows).await
}

row! {
    /// A preference as a match run reads it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct MatchPreference {
        /// Whose list.
        pub person_id: PersonId,
        /// Which.
        pub side: PreferenceSide,
        /// Who is in it.
        pub preferred_id: PersonId,
    }
}

/// Everybody's lists in a program, each in its order.
pub async fn of_program(tx: &mut Tx, program: ProgramId) -> Result<Vec<MatchPreference>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT r.person_id, r.side, r.preferred_id FROM ",
        still_there!(),
        " WHERE r.program_id = $1 ORDER BY r.person_id, r.side, r.place"
    ))
    .bind(program)
    .fetch_all(c)
    .await)?)
}

row! {
    /// A mentee who can be named.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mentee {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// Their headline.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
    }
}

/// The active mentees of a program by a part of their name (`$2`), without the one who asks (`$3`).
macro_rules! others {
    () => {
        " FROM enrolments e JOIN people p ON p.id = e.person_id
          WHERE e.program_id = $1 AND e.status = 'active' AND e.as_mentee AND p.leaves_at IS NULL AND p.name_key LIKE $2 ESCAPE '!' AND e.person_id <> $3"
    };
}

/// Mentees whom a mentor can name, by name.
pub async fn mentees(tx: &mut Tx, program: ProgramId, mentor: PersonId, words: &str, limit: i64) -> Result<Vec<Mentee>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT p.id, p.name, p.headline, p.picture_id",
        others!(),
        " ORDER BY p.name_key, p.id LIMIT $4"
    ))
    .bind(program)
    .bind(dialect::name_contains(words))
    .bind(mentor)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// How many there are.
pub async fn count_mentees(tx: &mut Tx, program: ProgramId, mentor: PersonId, words: &str) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!("SELECT COUNT(*)", others!()))
        .bind(program)
        .bind(dialect::name_contains(words))
        .bind(mentor)
        .fetch_one(c)
        .await)?)
}

/// The skills that some people want, each person's in their order.
pub async fn wanted(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT person_id, skill_id FROM person_skills WHERE side = 'wanted' AND person_id IN (");
        let mut list = query.separated(", ");
        for person in people {
            list.push_bind(*person);
        }
        query.push(") ORDER BY person_id, position");
        query.build_query_as().fetch_all(c).await
    })?)
}
