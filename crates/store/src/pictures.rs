//! Pictures: portraits of people and banners of programs, as the service made them.

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{PersonId, PictureId, ProgramId};

row! {
    /// A picture to store.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Picture in "pictures" as columns {
        /// Its id.
        pub id: PictureId,
        /// Who gave it.
        pub owner_id: Option<PersonId>,
        /// Its media type.
        pub content_type: String,
        /// In pixels.
        pub width: i32,
        /// In pixels.
        pub height: i32,
        /// The file.
        pub bytes: Vec<u8>,
        /// When it was given.
        pub created_at: DateTime<Utc>,
    }
}

/// What a picture is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A person.
    Person(PersonId),
    /// A program.
    Program(ProgramId),
}

/// Stores a picture.
pub async fn insert(tx: &mut Tx, picture: &Picture) -> Result<(), StoreError> {
    row::insert(tx, picture).await
}

/// A picture.
pub async fn by_id(tx: &mut Tx, id: PictureId) -> Result<Option<Picture>, StoreError> {
    Ok(on!(tx, |c| { sqlx::query_as(concat!("SELECT ", columns!(), " FROM pictures WHERE id = $1")).bind(id).fetch_optional(c).await })?)
}

/// The pictures that somebody gave.
pub async fn of_owner(tx: &mut Tx, owner: PersonId) -> Result<Vec<Picture>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!("SELECT ", columns!(), " FROM pictures WHERE owner_id = $1 ORDER BY id")).bind(owner).fetch_all(c).await
    })?)
}

/// What a picture is of now; nothing for one that nobody uses (any more).
pub async fn subject(tx: &mut Tx, id: PictureId) -> Result<Option<Subject>, StoreError> {
    let found: Option<(Option<PersonId>, Option<ProgramId>)> = on!(tx, |c| {
        sqlx::query_as(
            "SELECT (SELECT id FROM people WHERE picture_id = $1 LIMIT 1), (SELECT id FROM programs WHERE picture_id = $1 LIMIT 1)",
        )
        .bind(id)
        .fetch_optional(c)
        .await
    })?;
    Ok(found.and_then(|(person, program)| person.map(Subject::Person).or(program.map(Subject::Program))))
}

/// Deletes a picture; whoever used it has none then.
pub async fn delete(tx: &mut Tx, id: PictureId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM pictures WHERE id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}
