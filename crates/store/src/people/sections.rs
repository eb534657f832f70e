//! Changing a profile, section by section. Each raises its version.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::people::{About, HelpKind, SkillSide, Visibility, WeeklySlot, Work};
use domain::{PersonId, PictureId};
use sqlx::types::Json;

/// Who somebody is and where, with their languages.
pub async fn set_about(tx: &mut Tx, person: PersonId, about: &About, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE people SET pronouns = $2, headline = $3, about = $4, country = $5, zone = $6, version = version + 1, updated_at = $7
         WHERE id = $1"
    )
    .bind(person)
    .bind(&about.pronouns)
    .bind(&about.headline)
    .bind(&about.about)
    .bind(&about.country)
    .bind(&about.zone)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    set_languages(tx, person, &about.languages).await
}

/// The languages that somebody speaks, the best first, instead of those before.
pub async fn set_languages(tx: &mut Tx, person: PersonId, languages: &[String]) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM person_languages WHERE person_id = $1").bind(person).execute(c).await.map(|_| ()))?;
    if languages.is_empty() {
        return Ok(());
    }
    on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("INSERT INTO person_languages (person_id, language, position) ");
        query.push_values((0_i32..).zip(languages), |mut row, (position, language)| {
            row.push_bind(person);
            row.push_bind(language.clone());
            row.push_bind(position);
        });
        query.build().execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// What somebody works as.
pub async fn set_work(tx: &mut Tx, person: PersonId, work: &Work, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE people SET industry = $2, role_title = $3, experience_years = $4, version = version + 1, updated_at = $5 WHERE id = $1"
    )
    .bind(person)
    .bind(&work.industry)
    .bind(&work.role_title)
    .bind(work.experience_years)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The skills of both sides in their order, instead of those before.
pub async fn set_skills(
    tx: &mut Tx,
    person: PersonId,
    offered: &[String],
    wanted: &[String],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM person_skills WHERE person_id = $1").bind(person).execute(c).await.map(|_| ()))?;
    let sides = [(SkillSide::Offered, offered), (SkillSide::Wanted, wanted)];
    let rows: Vec<(SkillSide, i32, &String)> =
        sides.into_iter().flat_map(|(side, skills)| (0_i32..).zip(skills).map(move |(position, skill)| (side, position, skill))).collect();
    if !rows.is_empty() {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO person_skills (person_id, side, skill_id, position) ");
            query.push_values(&rows, |mut row, (side, position, skill)| {
                row.push_bind(person);
                row.push_bind(*side);
                row.push_bind((*skill).clone());
                row.push_bind(*position);
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    touch(tx, person, now).await
}

/// The kinds of help of both sides.
pub async fn set_help(
    tx: &mut Tx,
    person: PersonId,
    offered: &[HelpKind],
    wanted: &[HelpKind],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE people SET help_offered = $2, help_wanted = $3, version = version + 1, updated_at = $4 WHERE id = $1"
    )
    .bind(person)
    .bind(Json(offered))
    .bind(Json(wanted))
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The usual week.
pub async fn set_week(tx: &mut Tx, person: PersonId, week: &[WeeklySlot], now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET availability = $2, version = version + 1, updated_at = $3 WHERE id = $1")
        .bind(person)
        .bind(Json(week))
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Who sees the personal part.
pub async fn set_visibility(tx: &mut Tx, person: PersonId, visibility: Visibility, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET visibility = $2, version = version + 1, updated_at = $3 WHERE id = $1")
        .bind(person)
        .bind(visibility)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The photo, or none.
pub async fn set_picture(tx: &mut Tx, person: PersonId, picture: Option<PictureId>, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET picture_id = $2, version = version + 1, updated_at = $3 WHERE id = $1")
        .bind(person)
        .bind(picture)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

async fn touch(tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE people SET version = version + 1, updated_at = $2 WHERE id = $1")
        .bind(person)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
