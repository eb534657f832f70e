//! Erasing somebody: everything by the list of [`places`], then their row.

use super::places::{Erase, PLACES, Place};
use super::{Leaver, rewrite};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PersonId;
use domain::people::Visibility;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{Database, QueryBuilder};

/// Erases what refers to somebody. Their row is still theirs afterwards: [`empty`] it last, as that is when others wait for it.
pub async fn erase(tx: &mut Tx, leaver: &Leaver, now: DateTime<Utc>) -> Result<(), StoreError> {
    forget_words(tx, leaver.id).await?;
    forget_skills(tx, leaver.id).await?;
    forget_invitations(tx, leaver, now).await?;
    forget_networks(tx, leaver.id).await?;
    on!(tx, |c| sqlx::query("DELETE FROM pictures WHERE id IN (SELECT picture_id FROM people WHERE id = $1)")
        .bind(leaver.id)
        .execute(c)
        .await
        .map(|_| ()))?;
    for place in PLACES {
        if !matches!(place.erase, Erase::Keep(_)) {
            on!(tx, |c| statement(place, leaver.id).build().execute(c).await.map(|_| ()))?;
        }
    }
    Ok(())
}

/// What is done to the rows of a place.
fn statement<DB>(place: &Place, person: PersonId) -> QueryBuilder<DB>
where
    DB: Database,
    DB::Arguments: Default,
    for<'q> PersonId: sqlx::Encode<'q, DB> + sqlx::Type<DB>,
{
    let (set, only) = match place.erase {
        Erase::Change { set, only } => (set, only),
        Erase::DeleteIf(only) => ("", only),
        Erase::Delete | Erase::Nobody | Erase::Keep(_) => ("", ""),
    };
    let mut query = QueryBuilder::new("");
    match place.erase {
        Erase::Delete | Erase::DeleteIf(_) => query.push("DELETE FROM ").push(place.table),
        Erase::Nobody => query.push("UPDATE ").push(place.table).push(" SET ").push(place.column).push(" = NULL"),
        Erase::Change { .. } | Erase::Keep(_) => query.push("UPDATE ").push(place.table).push(" SET ").push(set),
    };
    query.push(" WHERE ").push(place.column);
    match place.through.split_once("$1") {
        Some((before, after)) => query.push(" IN (").push(before).push_bind(person).push(after).push(")"),
        None => query.push(" = ").push_bind(person),
    };
    if !only.is_empty() {
        query.push(" AND ").push(only);
    }
    query
}

/// The words for searching that are nobody else's go with their trigrams: a name may be one.
async fn forget_words(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "DELETE FROM search_words WHERE id IN (SELECT word_id FROM person_words WHERE person_id = $1)
             AND NOT EXISTS (SELECT 1 FROM person_words o WHERE o.word_id = search_words.id AND o.person_id <> $1)"
    )
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Skills that they added and nobody else has.
async fn forget_skills(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "DELETE FROM custom_skills WHERE added_by = $1
             AND NOT EXISTS (SELECT 1 FROM person_skills s WHERE s.skill_id = custom_skills.id AND s.person_id <> $1)
             AND NOT EXISTS (SELECT 1 FROM answers a JOIN enrolments e ON e.id = a.enrolment_id
                 WHERE e.person_id <> $1 AND CAST(a.body AS TEXT) LIKE '%' || custom_skills.id || '%')"
    )
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Invitations to them, with what was known of them, and mails to them go; invitations by them open nothing any more.
async fn forget_invitations(tx: &mut Tx, leaver: &Leaver, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (email, key) = (leaver.email.to_lowercase(), &leaver.email_key);
    on!(tx, |c| sqlx::query("DELETE FROM invitations WHERE LOWER(email) = $1 OR LOWER(email) = $2")
        .bind(&email)
        .bind(key)
        .execute(c)
        .await
        .map(|_| ()))?;
    on!(tx, |c| sqlx::query("DELETE FROM invitation_mails WHERE email_key = $1").bind(key).execute(c).await.map(|_| ()))?;
    on!(tx, |c| sqlx::query("DELETE FROM mails WHERE LOWER(to_email) = $1 OR LOWER(to_email) = $2")
        .bind(&email)
        .bind(key)
        .execute(c)
        .await
        .map(|_| ()))?;
    on!(tx, |c| sqlx::query(
        "UPDATE invitations SET revoked_at = $2 WHERE created_by = $1 AND revoked_at IS NULL AND accepted_at IS NULL"
    )
    .bind(leaver.id)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    on!(tx, |c| sqlx::query(
        "DELETE FROM mails WHERE sent_at IS NULL AND id IN (SELECT mail_id FROM invitation_mails WHERE sent_by = $1)"
    )
    .bind(leaver.id)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Where they signed in from, and where they took files to.
async fn forget_networks(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "DELETE FROM events WHERE kind IN ('account.signed_in', 'account.sign_in_failed') AND (actor_id = $1 OR subject_id = $1)"
    )
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    let with: Vec<(i64, Json<Value>)> =
        on!(tx, |c| sqlx::query_as("SELECT seq, body FROM events WHERE actor_id = $1 AND CAST(body AS TEXT) LIKE '%\"network\"%'")
            .bind(person)
            .fetch_all(c)
            .await)?;
    let mut changed = Vec::new();
    for (seq, Json(mut body)) in with {
        if body.as_object_mut().is_some_and(|body| body.remove("network").is_some()) {
            changed.push((seq, body));
        }
    }
    rewrite!(tx, changed, "events SET body = changed.body FROM changed WHERE events.seq = changed.id");
    Ok(())
}

/// Empties somebody's row: a name of nobody, an address that nobody can have, a password that nothing fits.
pub async fn empty(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let nothing = Json(Vec::<String>::new());
    on!(tx, |c| sqlx::query(
        "UPDATE people SET email = '', email_key = $2, email_verified_at = NULL, password_hash = '', name = '', name_key = '',
             locale = 'en', zone = 'UTC', picture_id = NULL, pronouns = NULL, headline = NULL, about = NULL, country = NULL,
             industry = NULL, role_title = NULL, experience_years = NULL, help_offered = $3, help_wanted = $3, availability = $3,
             visibility = $4, version = version + 1, updated_at = $5, leaves_at = NULL, erased_at = $5
         WHERE id = $1"
    )
    .bind(person)
    .bind(format!("erased {person}"))
    .bind(&nothing)
    .bind(Visibility::Close)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}
