//! Spaces come about, close and go with the mentorships in them, in the same transaction.
//!
//! Whoever makes a mentorship, ends one or takes one back calls this and holds the program first ([`store::requests::hold_program`]),
//! so that a group's space doesn't close while somebody joins it, and no mentor gets two. Who may enter a space is told in
//! [`crate::access::space`].

use crate::{Ctx, Error};
use domain::programs::ProgramKind;
use domain::spaces::SpaceKind;
use domain::{MentorshipId, PersonId, ProgramId, SpaceId};
use std::collections::HashMap;
use store::match_runs::publishing::TakenBack;
use store::mentorships::Mentorship;
use store::programs::Program;
use store::spaces::{self, Space};
use store::{Tx, bulk, requests};

/// The spaces of mentorships that are about to be written: each has its own, or all of one mentor share the mentor's open one.
pub(crate) struct NewSpaces {
    program: ProgramId,
    kind: ProgramKind,
    /// The open spaces of groups, by their mentors.
    open: HashMap<PersonId, SpaceId>,
    made: Vec<Space>,
}

impl NewSpaces {
    /// Reads which spaces of these mentors are open.
    pub async fn read(tx: &mut Tx, program: &Program, mentors: &[PersonId]) -> Result<Self, Error> {
        let open = match program.kind {
            ProgramKind::Pair => HashMap::new(),
            ProgramKind::Group => {
                requests::lock_program(tx, program.id).await?;
                spaces::open_groups(tx, program.id, mentors).await?.into_iter().collect()
            }
        };
        Ok(Self { program: program.id, kind: program.kind, open, made: Vec::new() })
    }

    /// The space of a new mentorship.
    pub fn of(&mut self, ctx: &Ctx, mentorship: MentorshipId, mentor: PersonId) -> SpaceId {
        let id = match self.kind {
            ProgramKind::Pair => SpaceId::of_pair(mentorship),
            ProgramKind::Group => match self.open.get(&mentor) {
                Some(open) => return *open,
                None => ctx.id(),
            },
        };
        self.open.insert(mentor, id);
        self.made.push(Space {
            id,
            program_id: self.program,
            kind: SpaceKind::from(self.kind),
            name: String::new(),
            created_at: ctx.now(),
            closed_at: None,
        });
        id
    }

    /// Writes those that are new, before the mentorships in them.
    pub async fn write(&self, tx: &mut Tx) -> Result<(), Error> {
        Ok(bulk::spaces(tx, &self.made).await?)
    }
}

/// The space of one new mentorship, written.
pub(crate) async fn space_for(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mentor: PersonId,
    mentorship: MentorshipId,
) -> Result<SpaceId, Error> {
    let mut new = NewSpaces::read(tx, program, &[mentor]).await?;
    let space = new.of(ctx, mentorship, mentor);
    new.write(tx).await?;
    Ok(space)
}

/// Closes the space of a mentorship that was moved to an end, if it was the last current one there; opens it again where one is
/// current. To be called after the mentorship was written.
pub(crate) async fn settle(ctx: &Ctx, tx: &mut Tx, mentorship: &Mentorship) -> Result<(), Error> {
    Ok(spaces::settle(tx, &[mentorship.space_id], ctx.now()).await?)
}

/// Removes the spaces of mentorships that were taken back, as nothing ever stood there; a group's stays while others were in it, and
/// closes if none of them is current.
pub(crate) async fn after_taking_back(ctx: &Ctx, tx: &mut Tx, back: &[TakenBack]) -> Result<(), Error> {
    let mut ids: Vec<SpaceId> = back.iter().map(|taken| taken.space_id).collect();
    ids.sort_unstable();
    ids.dedup();
    spaces::remove_empty(tx, &ids).await?;
    Ok(spaces::settle(tx, &ids, ctx.now()).await?)
}
