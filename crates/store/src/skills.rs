//! Skills that people added to the taxonomy: each belongs to an organisation, or to the open community.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{OrganisationId, PersonId};

/// Names looked for in one statement, as in [`crate::bulk`].
const AT_ONCE: usize = 8_000;

row! {
    /// A skill that somebody added.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct CustomSkill {
        /// Its id, which no shipped skill has.
        pub id: String,
        /// Whose it is; none for the open community's.
        pub organisation_id: Option<OrganisationId>,
        /// Its name, as it was typed.
        pub name: String,
        /// Its name, folded: once in each organisation.
        pub name_key: String,
    }
}

/// Adds skills, except those whose name their organisation (or the open community) has already.
pub async fn insert(tx: &mut Tx, skills: &[CustomSkill], added_by: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    if skills.is_empty() {
        return Ok(());
    }
    on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("INSERT INTO custom_skills (id, organisation_id, name, name_key, added_by, created_at) ");
        query.push_values(skills, |mut row, skill| {
            row.push_bind(skill.id.clone());
            row.push_bind(skill.organisation_id);
            row.push_bind(skill.name.clone());
            row.push_bind(skill.name_key.clone());
            row.push_bind(added_by);
            row.push_bind(now);
        });
        query.push(" ON CONFLICT DO NOTHING");
        query.build().execute(c).await.map(|_| ())
    })?;
    Ok(())
}

/// How many skills a person has added.
pub async fn added_by(tx: &mut Tx, person: PersonId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM custom_skills WHERE added_by = $1").bind(person).fetch_one(c).await)?)
}

/// The organisation to which a skill that this person adds belongs: the first that they joined.
pub async fn home_of(tx: &mut Tx, person: PersonId) -> Result<Option<OrganisationId>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_scalar("SELECT organisation_id FROM memberships WHERE person_id = $1 ORDER BY joined_at, organisation_id LIMIT 1")
            .bind(person)
            .fetch_optional(c)
            .await
    })?)
}

/// The skills of a person's organisations and of the open community whose id or folded name is among these; those of
/// organisations first.
pub async fn known(tx: &mut Tx, person: PersonId, ids_or_keys: &[String]) -> Result<Vec<CustomSkill>, StoreError> {
    if ids_or_keys.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(
            "SELECT id, organisation_id, name, name_key FROM custom_skills
             WHERE (organisation_id IS NULL OR organisation_id IN (SELECT organisation_id FROM memberships WHERE person_id = ",
        );
        query.push_bind(person).push(")) AND (name_key IN (");
        let mut list = query.separated(", ");
        for key in ids_or_keys {
            list.push_bind(key.clone());
        }
        query.push(") OR id IN (");
        let mut list = query.separated(", ");
        for id in ids_or_keys {
            list.push_bind(id.clone());
        }
        query.push(")) ORDER BY (organisation_id IS NULL), id");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The skills of an organisation and of the open community whose folded name is among these; those of the organisation first.
pub async fn known_in(tx: &mut Tx, organisation: OrganisationId, keys: &[String]) -> Result<Vec<CustomSkill>, StoreError> {
    let mut found = Vec::new();
    for chunk in keys.chunks(AT_ONCE) {
        let some: Vec<CustomSkill> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT id, organisation_id, name, name_key FROM custom_skills WHERE (organisation_id IS NULL OR organisation_id = ",
            );
            query.push_bind(organisation).push(") AND name_key IN (");
            let mut list = query.separated(", ");
            for key in chunk {
                list.push_bind(key.clone());
            }
            query.push(") ORDER BY (organisation_id IS NULL), id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(some);
    }
    Ok(found)
}

/// The newest skills that a person's organisations and the open community added.
pub async fn newest(tx: &mut Tx, person: PersonId, limit: i64) -> Result<Vec<CustomSkill>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT id, organisation_id, name, name_key FROM custom_skills
         WHERE organisation_id IS NULL OR organisation_id IN (SELECT organisation_id FROM memberships WHERE person_id = $1)
         ORDER BY id DESC LIMIT $2"
    )
    .bind(person)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The names of added skills by their ids, whosever they are: whoever may see a profile may read it.
pub async fn names(tx: &mut Tx, ids: &[String]) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    for chunk in ids.chunks(AT_ONCE) {
        let some: Vec<(String, String)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("SELECT id, name FROM custom_skills WHERE id IN (");
            let mut list = query.separated(", ");
            for id in chunk {
                list.push_bind(id.clone());
            }
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(some);
    }
    Ok(found)
}
