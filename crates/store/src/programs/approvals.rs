//! Who waits to be let in, for whoever lets them in: the coordinators named, else those who manage the organisation, as they are told.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::PersonId;

row! {
    /// People who wait to be let into a program.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Approvals {
        /// The program's name in addresses.
        pub slug: String,
        /// The program's name.
        pub name: String,
        /// How many wait.
        pub count: i64,
    }
}

/// The programs in which people wait for this person to let them in, those first in which somebody has waited longest.
pub async fn approvals(tx: &mut Tx, person: PersonId) -> Result<Vec<Approvals>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.slug, p.name, COUNT(*) AS count FROM programs p JOIN enrolments e ON e.program_id = p.id AND e.status = 'pending'
         WHERE p.status IN ('open', 'running') AND p.id IN (
             SELECT program_id FROM program_coordinators WHERE person_id = $1
             UNION SELECT q.id FROM memberships m JOIN programs q ON q.organisation_id = m.organisation_id
                 WHERE m.person_id = $1 AND m.role IN ('owner', 'admin')
                     AND NOT EXISTS (SELECT 1 FROM program_coordinators c WHERE c.program_id = q.id))
         GROUP BY p.id, p.slug, p.name ORDER BY MIN(e.updated_at), p.slug"
    )
    .bind(person)
    .fetch_all(c)
    .await)?)
}
