//! Who may see a program or a space, and as what: the walls around organisations and around those who work together, in one place.
//!
//! Every use case that starts from a program's address begins with [`program`], every one of a space with [`space`]. What somebody may not see is [`Error::NotFound`] for
//! them, so that nobody learns that it exists.

mod space;

pub use space::{SpaceAccess, SpaceAddress, locked_space, space};

use crate::{Actor, Error};
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::programs::ProgramStatus;
use domain::{PersonId, ProgramId};
use store::enrolments::Enrolment;
use store::programs::{Program, ProgramRoles};
use store::{Tx, programs};
use use_case::use_case;

/// A program, and what the one who asks is in it.
#[derive(Debug, Clone)]
pub struct ProgramAccess {
    /// The program.
    pub program: Program,
    /// The person's role in its organisation.
    pub org_role: Option<OrgRole>,
    /// Whether the person coordinates it: named, or a manager of its organisation.
    pub coordinator: bool,
    /// The person's enrolment, whatever its status.
    pub enrolment: Option<Enrolment>,
}

impl ProgramAccess {
    /// Managers of the program's organisation coordinate it without being named.
    fn of(program: Program, roles: ProgramRoles) -> Self {
        let coordinator = roles.named || roles.org_role.is_some_and(OrgRole::manages);
        Self { program, org_role: roles.org_role, coordinator, enrolment: roles.enrolment }
    }

    /// The enrolment if it takes part now (active or paused).
    #[must_use]
    pub fn participant(&self) -> Option<&Enrolment> {
        self.enrolment.as_ref().filter(|e| matches!(e.status, EnrolmentStatus::Active | EnrolmentStatus::Paused))
    }

    /// Whether the person sees the other participants.
    #[must_use]
    pub fn sees_people(&self) -> bool {
        self.coordinator || self.participant().is_some()
    }

    /// Only coordinators go on; somebody who sees the program is told no, for anybody else it isn't there.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn need_coordinator(self) -> Result<Self, Error> {
        if self.coordinator { Ok(self) } else { Err(Error::Forbidden) }
    }

    /// Only coordinators and people who take part now go on.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn need_people(self) -> Result<Self, Error> {
        if self.sees_people() { Ok(self) } else { Err(Error::Forbidden) }
    }
}

/// The program of an address as the one who asks sees it.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for them.
#[use_case]
pub async fn program(tx: &mut Tx, actor: Option<&Actor>, slug: &str) -> Result<ProgramAccess, Error> {
    let found = match actor {
        Some(actor) => programs::by_slug_for(tx, slug, actor.id).await?,
        None => programs::by_slug(tx, slug).await?.map(of_nobody),
    };
    judge(found)
}

/// The same from a program's id.
///
/// # Errors
/// [`Error::NotFound`] when it isn't there for them.
#[use_case]
pub async fn program_by_id(tx: &mut Tx, actor: Option<&Actor>, id: ProgramId) -> Result<ProgramAccess, Error> {
    let found = match actor {
        Some(actor) => programs::by_id_for(tx, id, actor.id).await?,
        None => programs::by_id(tx, id).await?.map(of_nobody),
    };
    judge(found)
}

/// What somebody who isn't signed in is in a program.
fn of_nobody(program: Program) -> (Program, ProgramRoles) {
    (program, ProgramRoles::default())
}

fn judge(found: Option<(Program, ProgramRoles)>) -> Result<ProgramAccess, Error> {
    let (program, roles) = found.ok_or(Error::NotFound)?;
    let access = ProgramAccess::of(program, roles);
    let enrolled = access
        .enrolment
        .as_ref()
        .is_some_and(|e| matches!(e.status, EnrolmentStatus::Pending | EnrolmentStatus::Active | EnrolmentStatus::Paused));
    let inside = access.program.organisation_id.is_none() || access.org_role.is_some() || enrolled;
    // One that was called off may never have been open: it is there for those who take part alone.
    let visible = access.coordinator
        || match access.program.status {
            ProgramStatus::Draft => false,
            ProgramStatus::Cancelled => enrolled,
            ProgramStatus::Open | ProgramStatus::Running | ProgramStatus::Completed => inside,
        };
    if visible { Ok(access) } else { Err(Error::NotFound) }
}

/// What somebody is in a program, without judging whether they may see it: for links that carry their own permission.
#[use_case]
pub async fn program_roles(tx: &mut Tx, person: Option<PersonId>, program: Program) -> Result<ProgramAccess, Error> {
    let roles = match person {
        Some(person) => programs::roles(tx, program.id, person).await?,
        None => ProgramRoles::default(),
    };
    Ok(ProgramAccess::of(program, roles))
}
