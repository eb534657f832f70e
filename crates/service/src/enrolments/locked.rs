//! What holds somebody in a program, and what must be closed when that changes.

use crate::{Ctx, Error, pairs};
use domain::{PersonId, Refusal};
use store::enrolments::Enrolment;
use store::programs::{self, Program};
use store::{Tx, enrolments, mentorships};

/// How many mentorships somebody has in a program that aren't over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ActiveMentorships {
    /// As a mentor.
    pub mentees: i64,
    /// Whether as a mentee.
    pub placed: bool,
}

impl ActiveMentorships {
    pub(super) async fn of(tx: &mut Tx, program: &Program, person: PersonId) -> Result<Self, Error> {
        Ok(Self {
            mentees: mentorships::places_taken(tx, program.id, person).await?,
            placed: mentorships::mentee_is_placed(tx, program.id, person).await?,
        })
    }

    /// Nobody goes while they mentor somebody or are mentored.
    pub(super) fn may_go(self) -> Result<(), Refusal> {
        if self.mentees > 0 || self.placed { Err(Refusal::HasActiveMentorships) } else { Ok(()) }
    }

    pub(super) fn count(self) -> i64 {
        self.mentees + i64::from(self.placed)
    }
}

/// Somebody's enrolment, held until the transaction ends.
pub(super) async fn lock(tx: &mut Tx, program: &Program, person: PersonId) -> Result<Option<Enrolment>, Error> {
    enrolments::lock(tx, program.id, person).await?;
    Ok(enrolments::of(tx, program.id, person).await?)
}

/// Writes a changed enrolment, closes the open proposals and requests of a side that isn't there any more, and lets lists know.
pub(super) async fn write(ctx: &Ctx, tx: &mut Tx, program: &Program, enrolment: &mut Enrolment) -> Result<(), Error> {
    enrolment.version += 1;
    enrolment.updated_at = ctx.now();
    enrolments::update(tx, enrolment).await?;
    let active = enrolment.status.accepts_requests();
    if !(active && enrolment.as_mentor) {
        pairs::close_as_mentor(ctx, tx, program, enrolment.person_id).await?;
    }
    if !(active && enrolment.as_mentee) {
        pairs::close_as_mentee(ctx, tx, program, enrolment.person_id).await?;
    }
    Ok(programs::touch_roster(tx, program.id).await?)
}
