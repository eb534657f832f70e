//! A mentorship as its pages and goals need it. Who may see it is decided by [`access::space`].

use crate::access::{self, SpaceAccess, SpaceAddress};
use crate::names::called;
use crate::{Actor, Error};
use domain::MentorshipId;
use domain::mentorships::{MentorshipAction, SpaceRole};
use store::mentorships::{Mentorship, Party};
use store::programs::Program;
use store::{Tx, mentorships};
use use_case::use_case;

/// A mentorship with its people and its program, and what the one who asks is to it.
#[derive(Debug, Clone)]
pub(crate) struct MentorshipAccess {
    /// The mentorship.
    pub row: Mentorship,
    /// Its program.
    pub program: Program,
    /// The mentor.
    pub mentor: Party,
    /// The mentee.
    pub mentee: Party,
    /// What the one who asks is to it.
    pub role: SpaceRole,
}

impl MentorshipAccess {
    /// To read.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever is neither of the two nor a coordinator of the program.
    #[use_case]
    pub async fn read(tx: &mut Tx, actor: &Actor, id: MentorshipId) -> Result<Self, Error> {
        let access = access::space(tx, actor, SpaceAddress::Mentorship(id)).await?;
        Self::of(tx, actor, access).await
    }

    /// To change: nobody else changes it until the transaction ends.
    ///
    /// # Errors
    /// As [`MentorshipAccess::read`].
    #[use_case]
    pub async fn lock(tx: &mut Tx, actor: &Actor, id: MentorshipId) -> Result<Self, Error> {
        let access = access::locked_space(tx, actor, SpaceAddress::Mentorship(id)).await?;
        Self::of(tx, actor, access).await
    }

    async fn of(tx: &mut Tx, actor: &Actor, access: SpaceAccess) -> Result<Self, Error> {
        let SpaceAccess { program, role, mentorship, .. } = access;
        let row = mentorship.ok_or(Error::NotFound)?;
        let parties = mentorships::parties(tx, row.id).await?.ok_or(Error::NotFound)?;
        let (mentor, mentee) = called(actor.i18n(), parties);
        Ok(Self { row, program, mentor, mentee, role })
    }

    /// Goes on for the two only.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for a coordinator.
    pub fn need_party(&self) -> Result<(), Error> {
        if self.role.is_party() { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// Moves it to another state, if the one who asks may and the state allows it.
    ///
    /// # Errors
    /// [`Error::Forbidden`] or the refusal of the table.
    pub fn apply(&mut self, action: MentorshipAction) -> Result<(), Error> {
        if !self.role.may(action) {
            return Err(Error::Forbidden);
        }
        self.row.status = self.row.status.apply(action)?;
        Ok(())
    }
}
