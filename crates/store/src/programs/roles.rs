//! What somebody is in a program: their role in its organisation, whether they coordinate it, their enrolment. Nearly every page
//! begins with it, so it is one statement, together with the program itself where that isn't known yet.

use super::{Program, columns};
use crate::enrolments::Enrolment;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::{EnrolmentId, PersonId, ProgramId};
use sqlx::types::Json;

/// What somebody is in a program.
#[derive(Debug, Clone, Default)]
pub struct ProgramRoles {
    /// Their role in its organisation.
    pub org_role: Option<OrgRole>,
    /// Whether they coordinate it by name (managers of its organisation do too, without being named).
    pub named: bool,
    /// Their enrolment, whatever its status.
    pub enrolment: Option<Enrolment>,
}

row! {
    /// The same as a row: without an enrolment, nothing of it is there.
    struct Joined {
        org_role: Option<OrgRole>,
        named: bool,
        enrolment_id: Option<EnrolmentId>,
        enrolment_program: Option<ProgramId>,
        enrolment_person: Option<PersonId>,
        enrolment_status: Option<EnrolmentStatus>,
        as_mentor: Option<bool>,
        as_mentee: Option<bool>,
        capacity: Option<i32>,
        criteria: Option<Json<Vec<String>>>,
        enrolment_version: Option<i32>,
        enrolment_created_at: Option<DateTime<Utc>>,
        enrolment_updated_at: Option<DateTime<Utc>>,
    }
}

impl Joined {
    fn roles(self) -> ProgramRoles {
        ProgramRoles { org_role: self.org_role, named: self.named, enrolment: self.enrolment() }
    }

    fn enrolment(self) -> Option<Enrolment> {
        Some(Enrolment {
            id: self.enrolment_id?,
            program_id: self.enrolment_program?,
            person_id: self.enrolment_person?,
            status: self.enrolment_status?,
            as_mentor: self.as_mentor?,
            as_mentee: self.as_mentee?,
            capacity: self.capacity?,
            criteria: self.criteria?,
            version: self.enrolment_version?,
            created_at: self.enrolment_created_at?,
            updated_at: self.enrolment_updated_at?,
        })
    }
}

row! {
    struct Found {
        program: Program = row,
        joined: Joined = row,
    }
}

/// What `$2` is in a program `p`, which is found by one of its columns (`$1`). Programs and enrolments share names of columns, so
/// an enrolment's have others here.
macro_rules! roles {
    ($by:literal $(, $($program:tt)*)?) => {
        concat!(
            "SELECT ",
            $($($program)*)?
            "m.role AS org_role, k.person_id IS NOT NULL AS named, e.id AS enrolment_id, e.program_id AS enrolment_program,
                 e.person_id AS enrolment_person, e.status AS enrolment_status, e.as_mentor, e.as_mentee, e.capacity, e.criteria,
                 e.version AS enrolment_version, e.created_at AS enrolment_created_at, e.updated_at AS enrolment_updated_at
             FROM programs p
                 LEFT JOIN memberships m ON m.organisation_id = p.organisation_id AND m.person_id = $2
                 LEFT JOIN program_coordinators k ON k.program_id = p.id AND k.person_id = $2
                 LEFT JOIN enrolments e ON e.program_id = p.id AND e.person_id = $2
             WHERE p.",
            $by,
            " = $1"
        )
    };
}

/// The program of an address, and what somebody is in it.
pub async fn by_slug_for(tx: &mut Tx, slug: &str, person: PersonId) -> Result<Option<(Program, ProgramRoles)>, StoreError> {
    let found: Option<Found> =
        on!(tx, |c| sqlx::query_as(roles!("slug", columns!("p."), ", ",)).bind(slug).bind(person).fetch_optional(c).await)?;
    Ok(found.map(|found| (found.program, found.joined.roles())))
}

/// A program by its id, and what somebody is in it.
pub async fn by_id_for(tx: &mut Tx, id: ProgramId, person: PersonId) -> Result<Option<(Program, ProgramRoles)>, StoreError> {
    let found: Option<Found> =
        on!(tx, |c| sqlx::query_as(roles!("id", columns!("p."), ", ",)).bind(id).bind(person).fetch_optional(c).await)?;
    Ok(found.map(|found| (found.program, found.joined.roles())))
}

/// What somebody is in a program that is known already; nothing in one that isn't there.
pub async fn roles(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<ProgramRoles, StoreError> {
    let found: Option<Joined> = on!(tx, |c| sqlx::query_as(roles!("id")).bind(program).bind(person).fetch_optional(c).await)?;
    Ok(found.map(Joined::roles).unwrap_or_default())
}
