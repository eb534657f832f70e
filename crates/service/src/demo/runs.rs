//! Match runs of the demo: a draft for everybody who waits in the organisation's program, made as it is always made, and a published
//! one whose pairs are proposed to both.

use super::data::{Data, DemoParty, missing};
use super::rows::Rows;
use crate::{Ctx, Error, match_runs};
use domain::PersonId;
use domain::match_runs::{Couple, RunSettings};
use domain::proposals::ProposalAnswer;
use store::programs::Program;
use store::{Tx, proposals};
use use_case::use_case;

/// Makes the draft. The demo is small, so it is paired while the transaction is open.
pub(super) async fn make(ctx: &Ctx, tx: &mut Tx, program: &Program, by: PersonId) -> Result<(), Error> {
    match_runs::make_here(ctx, tx, program, by, RunSettings::for_template(program.template)).await
}

/// The people and the program of a proposal of the data.
struct Described {
    program: Program,
    by: PersonId,
    couple: Couple,
    said: Vec<DemoParty>,
}

/// What the data say about proposals, with the rows that they name.
pub(super) struct Proposed(Vec<Described>);

impl Proposed {
    /// Finds the rows.
    pub fn of(data: &Data, rows: &Rows) -> Result<Self, Error> {
        let person = |handle: &str| {
            let found = rows.people.iter().find(|person| person.email.split('@').next() == Some(handle));
            found.map(|person| person.id).ok_or_else(|| missing("a person", handle))
        };
        let one = |described: &super::data::Proposal| {
            let program = rows.programs.iter().find(|program| program.slug == described.program);
            let program = program.ok_or_else(|| missing("a program", &described.program))?.clone();
            let by = rows.coordinators.iter().find(|coordinator| coordinator.program_id == program.id);
            let by = by.ok_or_else(|| missing("a coordinator", &described.program))?.person_id;
            let couple = Couple { mentee: person(&described.mentee)?, mentor: person(&described.mentor)? };
            Ok(Described { program, by, couple, said: described.said.clone() })
        };
        data.texts.proposal.iter().map(one).collect::<Result<Vec<_>, Error>>().map(Self)
    }

    /// Makes them: one run for each program.
    #[use_case]
    pub async fn make(self, ctx: &Ctx, tx: &mut Tx) -> Result<(), Error> {
        let mut left = self.0;
        while let Some((program, by)) = left.first().map(|one| (one.program.clone(), one.by)) {
            let (here, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|one| one.program.id == program.id);
            left = others;
            let couples: Vec<Couple> = here.iter().map(|one| one.couple).collect();
            for mut proposal in match_runs::propose_here(ctx, tx, &program, by, &couples).await? {
                let said = here.iter().find(|one| one.couple.mentee == proposal.mentee_id).map(|one| one.said.as_slice());
                let said = said.unwrap_or_default();
                let (yes, at) = (Some(ProposalAnswer::Yes), Some(ctx.now()));
                if said.contains(&DemoParty::Mentor) {
                    (proposal.mentor_answer, proposal.mentor_answered_at) = (yes, at);
                }
                if said.contains(&DemoParty::Mentee) {
                    (proposal.mentee_answer, proposal.mentee_answered_at) = (yes, at);
                }
                proposals::update(tx, &proposal).await?;
            }
        }
        Ok(())
    }
}
