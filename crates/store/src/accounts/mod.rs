//! Accounts: what a person signs in with, their signed-in devices and the one-time tokens sent by mail.
//!
//! The rest of a person (the profile) belongs to `people`.

pub mod devices;
mod glance;
pub mod keys;
pub mod sessions;
pub mod tokens;

pub use glance::{Glance, Visitor, visitor};

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PersonId;
use domain::people::Visibility;
use domain::search::name_key;
use sqlx::types::Json;

row! {
    /// What a person signs in with, and how they are addressed.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Account {
        /// The person.
        pub id: PersonId,
        /// Their address, as they wrote it.
        pub email: String,
        /// When they confirmed it.
        pub email_verified_at: Option<DateTime<Utc>>,
        /// Their password's hash, a PHC string.
        pub password_hash: String,
        /// Their name.
        pub name: String,
        /// Their language's tag.
        pub locale: String,
        /// Their IANA time zone.
        pub zone: String,
    }
}

/// Creates a person with an empty profile; `email_key` is the form of the address that is unique. `false` when somebody
/// has this address already.
pub async fn insert(tx: &mut Tx, account: &Account, email_key: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let empty = Json(Vec::<String>::new());
    let rows = on!(tx, |c| sqlx::query(
        "INSERT INTO people (id, email, email_key, email_verified_at, password_hash, name, name_key, locale, zone, help_offered,
             help_wanted, availability, visibility, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $11, 1, $12, $12)
         ON CONFLICT (email_key) DO NOTHING"
    )
    .bind(account.id)
    .bind(&account.email)
    .bind(email_key)
    .bind(account.email_verified_at)
    .bind(&account.password_hash)
    .bind(&account.name)
    .bind(name_key(&account.name))
    .bind(&account.locale)
    .bind(&account.zone)
    .bind(&empty)
    .bind(Visibility::Shared)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// The account with an address.
pub async fn by_email_key(tx: &mut Tx, email_key: &str) -> Result<Option<Account>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as("SELECT id, email, email_verified_at, password_hash, name, locale, zone FROM people WHERE email_key = $1")
            .bind(email_key)
            .fetch_optional(c)
            .await
    })?)
}

/// The accounts with some addresses, in one query: each with the form of the address that is unique.
pub async fn by_email_keys(tx: &mut Tx, email_keys: &[String]) -> Result<Vec<(String, Account)>, StoreError> {
    row! {
        struct Keyed {
            email_key: String,
            account: Account = row,
        }
    }
    if email_keys.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Keyed> = on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT email_key, id, email, email_verified_at, password_hash, name, locale, zone FROM people WHERE email_key IN (",
        );
        let mut list = query.separated(", ");
        for key in email_keys {
            list.push_bind(key);
        }
        query.push(")");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(found.into_iter().map(|row| (row.email_key, row.account)).collect())
}

/// A person's account.
pub async fn by_id(tx: &mut Tx, person: PersonId) -> Result<Option<Account>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as("SELECT id, email, email_verified_at, password_hash, name, locale, zone FROM people WHERE id = $1")
            .bind(person)
            .fetch_optional(c)
            .await
    })?)
}

/// Holds an account until the transaction ends, so that nobody changes its password meanwhile. `false` when its password isn't the
/// one of this hash any more.
pub async fn lock(tx: &mut Tx, person: PersonId, password_hash: &str) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query("UPDATE people SET password_hash = password_hash WHERE id = $1 AND password_hash = $2")
        .bind(person)
        .bind(password_hash)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Replaces the hash of a person's password.
pub async fn set_password_hash(tx: &mut Tx, person: PersonId, hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET password_hash = $2, updated_at = $3 WHERE id = $1")
        .bind(person)
        .bind(hash)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Notes that a person's address is theirs, unless that is known already.
pub async fn set_verified(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET email_verified_at = $2, updated_at = $2 WHERE id = $1 AND email_verified_at IS NULL")
        .bind(person)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Gives a person another, confirmed address. `false` when somebody else has it.
pub async fn set_email(tx: &mut Tx, person: PersonId, email: &str, email_key: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    // A unique violation would end a PostgreSQL transaction, so the question comes first. When two ask at once, the index
    // still decides.
    let rows = on!(tx, |c| sqlx::query(
        "UPDATE people SET email = $2, email_key = $3, email_verified_at = $4, updated_at = $4
         WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM people other WHERE other.email_key = $3 AND other.id <> $1)"
    )
    .bind(person)
    .bind(email)
    .bind(email_key)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// Removes people who signed up before an instant and never came: nobody confirmed their address, so they never did anything, and
/// nothing refers to them. Says how many.
pub async fn delete_never_came(tx: &mut Tx, before: DateTime<Utc>) -> Result<u64, StoreError> {
    // Earlier versions let people in before; whoever did anything then stays.
    Ok(on!(tx, |c| sqlx::query(
        "DELETE FROM people WHERE email_verified_at IS NULL AND created_at <= $1 AND erased_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = people.id)
             AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = people.id)
             AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = people.id)
             AND NOT EXISTS (SELECT 1 FROM program_coordinators k WHERE k.person_id = people.id)"
    )
    .bind(before)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?)
}

/// Changes a person's name, language and time zone.
pub async fn set_basics(tx: &mut Tx, person: PersonId, name: &str, locale: &str, zone: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE people SET name = $2, name_key = $3, locale = $4, zone = $5, version = version + 1, updated_at = $6 WHERE id = $1"
    )
    .bind(person)
    .bind(name)
    .bind(name_key(name))
    .bind(locale)
    .bind(zone)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}
