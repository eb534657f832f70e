//! Filling what is empty in profiles, and never what somebody said themselves.

use crate::row::VALUES;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::PersonId;
use domain::people::SkillSide;
use std::collections::HashSet;

/// The time zone of who has said none.
const NO_ZONE: &str = "UTC";

/// What may be filled in for a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filling {
    /// Themselves in one line.
    pub headline: Option<String>,
    /// What they work as.
    pub role_title: Option<String>,
    /// An industry's id.
    pub industry: Option<String>,
    /// A country's code.
    pub country: Option<String>,
    /// An IANA time zone.
    pub zone: Option<String>,
    /// Years of experience.
    pub experience_years: Option<i32>,
}

/// Fills what is empty in these profiles.
pub async fn fill(tx: &mut Tx, people: &[(PersonId, Filling)], now: DateTime<Utc>) -> Result<(), StoreError> {
    for chunk in people.chunks(VALUES / 7) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("WITH said (id, headline, role_title, industry, country, zone, years) AS (");
            query.push_values(chunk, |mut row, (person, said)| {
                row.push_bind(*person).push_bind(&said.headline).push_bind(&said.role_title).push_bind(&said.industry);
                row.push_bind(&said.country).push_bind(&said.zone).push_bind(said.experience_years);
            });
            query.push(") UPDATE people SET version = version + 1, updated_at = ").push_bind(now);
            query.push(
                ", headline = COALESCE(people.headline, said.headline), role_title = COALESCE(people.role_title, said.role_title),
                 industry = COALESCE(people.industry, said.industry), country = COALESCE(people.country, said.country),
                 experience_years = COALESCE(people.experience_years, said.years), zone = CASE WHEN people.zone = ",
            );
            query
                .push_bind(NO_ZONE)
                .push(" THEN COALESCE(said.zone, people.zone) ELSE people.zone END FROM said WHERE said.id = people.id");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Which of these people have said something already: their languages, and skills by side.
pub async fn said(tx: &mut Tx, people: &[PersonId]) -> Result<(HashSet<PersonId>, HashSet<(PersonId, SkillSide)>), StoreError> {
    let (mut languages, mut skills) = (HashSet::new(), HashSet::new());
    for chunk in people.chunks(VALUES) {
        let some: Vec<PersonId> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("SELECT DISTINCT person_id FROM person_languages WHERE person_id IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|id| {
                list.push_bind(*id);
            });
            query.push(")");
            query.build_query_scalar().fetch_all(c).await
        })?;
        languages.extend(some);
        let some: Vec<(PersonId, SkillSide)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("SELECT DISTINCT person_id, side FROM person_skills WHERE person_id IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|id| {
                list.push_bind(*id);
            });
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        skills.extend(some);
    }
    Ok((languages, skills))
}
