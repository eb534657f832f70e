//! Enrolling many at once: who of a list of addresses is known here, and writing.

use super::Enrolment;
use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use domain::enrolments::EnrolmentStatus;
use domain::{OrganisationId, PersonId, ProgramId};

row! {
    /// Somebody whom an organisation or a program knows, by the form of their address that is unique.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Known {
        /// The form of the address that is unique.
        pub email_key: String,
        /// The person.
        pub person_id: PersonId,
        /// Where their enrolment in the program is, if there is one.
        pub status: Option<EnrolmentStatus>,
    }
}

/// Who of these addresses is a member of the organisation, or is or was enrolled in the program. Accounts of others are left
/// out: nobody learns here who has one.
pub async fn known(tx: &mut Tx, organisation: OrganisationId, program: ProgramId, email_keys: &[String]) -> Result<Vec<Known>, StoreError> {
    let mut found = Vec::new();
    for chunk in email_keys.chunks(row::VALUES) {
        let some: Vec<Known> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT p.email_key, p.id AS person_id, e.status FROM people p LEFT JOIN enrolments e ON e.person_id = p.id AND e.program_id = ",
            );
            query.push_bind(program).push(" WHERE p.email_key IN (");
            let mut list = query.separated(", ");
            for key in chunk {
                list.push_bind(key);
            }
            query.push(") AND (e.id IS NOT NULL OR EXISTS (SELECT 1 FROM memberships m WHERE m.person_id = p.id AND m.organisation_id = ");
            query.push_bind(organisation).push("))");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(some);
    }
    Ok(found)
}

/// Writes new enrolments, except of people who have one in that program already, and says whose were written.
pub async fn insert_many(tx: &mut Tx, enrolments: &[Enrolment]) -> Result<Vec<PersonId>, StoreError> {
    let mut written = Vec::with_capacity(enrolments.len());
    for chunk in row::chunks(enrolments) {
        let some: Vec<PersonId> = on!(tx, |c| {
            let mut query = row::inserting(chunk);
            query.push(" ON CONFLICT (program_id, person_id) DO NOTHING RETURNING person_id");
            query.build_query_scalar().fetch_all(c).await
        })?;
        written.extend(some);
    }
    Ok(written)
}
