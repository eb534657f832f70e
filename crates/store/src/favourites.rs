//! Favourites: mentors whom somebody keeps in mind in a program.

use crate::bulk::Favourite;
use crate::{StoreError, Tx, on, row};
use chrono::{DateTime, Utc};
use domain::{PersonId, ProgramId};

/// Somebody's favourites in a program.
pub async fn of(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<Vec<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT mentor_id FROM favourites WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .fetch_all(c)
        .await)?)
}

/// Keeps a mentor as a favourite; nothing happens when it is one already.
pub async fn add(tx: &mut Tx, program: ProgramId, person: PersonId, mentor: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let favourite = Favourite { program_id: program, person_id: person, mentor_id: mentor, created_at: now };
    row::insert_new(tx, &favourite, "").await?;
    Ok(())
}

/// Keeps a mentor no longer.
pub async fn remove(tx: &mut Tx, program: ProgramId, person: PersonId, mentor: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM favourites WHERE program_id = $1 AND person_id = $2 AND mentor_id = $3")
        .bind(program)
        .bind(person)
        .bind(mentor)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
