//! Programs: the row that every program page begins with, who coordinates, and the lists of them.

mod approvals;
mod coordinators;
mod lists;
mod mine;
mod numbers;
mod roles;
mod stalled;
mod write;

pub use approvals::{Approvals, approvals};
pub use coordinators::{Coordinator, add_coordinator, candidate, coordinators, count_coordinators, managed_by, remove_coordinator};
pub use lists::{Listed, ProgramName, joinable_by_id, joinable_names, open_to_everyone, participants};
pub use mine::{Mine, mine};
pub use numbers::{Ending, Enrolled, ending, enrolled, goals, participating};
pub use roles::{ProgramRoles, by_id_for, by_slug_for, roles};
pub use stalled::{Stalled, mentorships_unsigned, mentorships_without_goal, requests_waiting};
pub use write::{insert, lock, set_join_token, set_picture, set_status, slugs_like, update};

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::programs::PublishAs;
use domain::programs::{JoinPolicy, MatchingMode, ProgramKind, ProgramStatus, ProgramTemplate};
use domain::{OrganisationId, PersonId, PictureId, ProgramId};

row! {
    /// A program.
    #[derive(Debug, Clone)]
    pub struct Program in "programs" as columns {
        /// Its id.
        pub id: ProgramId,
        /// Its organisation; none for a program of the open community.
        pub organisation_id: Option<OrganisationId>,
        /// Its name in addresses.
        pub slug: String = set,
        /// The template it started from.
        pub template: ProgramTemplate,
        /// Who works together in its spaces.
        pub kind: ProgramKind,
        /// Where it is in its cycle.
        pub status: ProgramStatus,
        /// Its name.
        pub name: String = set,
        /// One line about it.
        pub summary: String = set,
        /// Paragraphs about it.
        pub description: String = set,
        /// Its picture.
        pub picture_id: Option<PictureId>,
        /// Its first day.
        pub starts_on: Option<NaiveDate> = set,
        /// Its last day.
        pub ends_on: Option<NaiveDate> = set,
        /// How long a mentorship lasts, in weeks.
        pub length_weeks: i32 = set,
        /// Who may enrol.
        pub join_policy: JoinPolicy = set,
        /// Whether a coordinator approves each enrolment.
        pub approval: bool = set,
        /// The secret part of the link to join by.
        pub join_token: String,
        /// How pairs come about.
        pub matching: MatchingMode = set,
        /// How many mentees a mentor takes unless they say otherwise.
        pub default_capacity: i32 = set,
        /// How many open requests a mentee may have.
        pub max_open_requests: i32 = set,
        /// How many days a mentor has to answer.
        pub request_days: i32 = set,
        /// What publishing a pair of a match run makes of it, unless the run says otherwise.
        pub publish_as: PublishAs = set,
        /// How many days both have to answer a proposed mentorship.
        pub proposal_days: i32 = set,
        /// The agreement that mentor and mentee sign; empty for none.
        pub agreement: String = set,
        /// Rises with every change that the list of mentors shows.
        pub roster_version: i64 = next,
        /// Rises with every change of the program itself.
        pub version: i32 = next,
        /// When it was created.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc> = set,
    }
}

use columns;

/// The program of an address.
pub async fn by_slug(tx: &mut Tx, slug: &str) -> Result<Option<Program>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM programs WHERE slug = $1")).bind(slug).fetch_optional(c).await)?)
}

/// A program by its id.
pub async fn by_id(tx: &mut Tx, id: ProgramId) -> Result<Option<Program>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM programs WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// The programs with these ids; what isn't there is left out.
pub async fn by_ids(tx: &mut Tx, ids: &[ProgramId]) -> Result<Vec<Program>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new(concat!("SELECT ", columns!(), " FROM programs WHERE id IN ("));
        let mut list = query.separated(", ");
        for id in ids {
            list.push_bind(*id);
        }
        query.push(")");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// Whether somebody coordinates a program by name (managers of its organisation do too, without being named).
pub async fn is_coordinator(tx: &mut Tx, program: ProgramId, person: PersonId) -> Result<bool, StoreError> {
    let found: Option<i32> =
        on!(tx, |c| sqlx::query_scalar("SELECT 1 FROM program_coordinators WHERE program_id = $1 AND person_id = $2")
            .bind(program)
            .bind(person)
            .fetch_optional(c)
            .await)?;
    Ok(found.is_some())
}

/// Notes that what the list of mentors shows has changed, so that nobody goes on using what they kept of it.
pub async fn touch_roster(tx: &mut Tx, program: ProgramId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE programs SET roster_version = roster_version + 1 WHERE id = $1")
        .bind(program)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// [`touch_roster`] for every program that a person takes part in: their profile changed.
pub async fn touch_rosters_of(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE programs SET roster_version = roster_version + 1 WHERE id IN (SELECT program_id FROM enrolments WHERE person_id = $1)"
    )
    .bind(person)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}
