//! One proposal as its two people or a coordinator see it, and those that wait on somebody's day.

use super::words;
use crate::fit::Facts;
use crate::names::called;
use crate::pairs::{ReservedPlaces, may_pair};
use crate::parties::{Parties, face, program_ref};
use crate::{Actor, Ctx, Error, Reader, access};
use domain::fit::views::Span;
use domain::proposals::views::{AnswerView, ProposalCard, ProposalSide, ProposalView};
use domain::proposals::{Decision, ProposalAct, ProposalActor, ProposalStatus, decide};
use domain::{PersonId, ProgramId, ProposalId};
use std::collections::{BTreeSet, HashMap};
use store::mentors::Whom;
use store::programs::{self, Program};
use store::proposals::{self, Proposal};
use store::{StoreError, Tx};
use use_case::use_case;

/// Proposals on somebody's day.
const OPEN: i64 = 12;

/// A proposal, if it is there for the one who looks: for the two, and for coordinators of the program.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
#[use_case]
pub async fn view(ctx: &Ctx, actor: &Actor, id: ProposalId) -> Result<ProposalView, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let proposal = proposals::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let access = access::program_by_id(&mut tx, Some(actor), proposal.program_id).await?;
    let program = &access.program;
    let takes_part = access.participant().is_some();
    let who = ProposalActor::of(Some(actor.id), proposal.mentee_id, proposal.mentor_id, access.coordinator, takes_part);
    let side = match who {
        ProposalActor::Mentee => ProposalSide::Mentee,
        ProposalActor::Mentor => ProposalSide::Mentor,
        ProposalActor::Coordinator => ProposalSide::Coordinator,
        ProposalActor::OtherParticipant | ProposalActor::Outsider | ProposalActor::Anonymous => return Err(Error::NotFound),
    };
    let status = proposal.status_at(ctx.now());
    let people = called(reader.i18n, Parties::read(&mut tx, vec![proposal.mentee_id, proposal.mentor_id]).await?);
    let (mentee, mentor) = (face(people.get(proposal.mentee_id)?), face(people.get(proposal.mentor_id)?));
    let whom = Whom::Two(program.id, proposal.mentee_id, proposal.mentor_id);
    let mut reasons = reasons(ctx, &mut tx, reader, whom, std::slice::from_ref(&proposal)).await?;
    let may = |act| decide(status, who, act, proposal.answer_of(actor.id), proposal.is_answered()) == Decision::Allowed;
    let coordinates = side == ProposalSide::Coordinator;
    let cannot_begin = if may(ProposalAct::SayYes) {
        may_pair(&mut tx, program, proposal.mentor_id, proposal.mentee_id, ReservedPlaces::Nothing).await?.err()
    } else {
        None
    };
    let run = if coordinates { store::match_runs::number_of(&mut tx, proposal.run_id).await? } else { None };
    let local = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| reader.local(at));
    let answers = if coordinates {
        vec![
            AnswerView { who: mentee.clone(), answer: proposal.mentee_answer, at: local(proposal.mentee_answered_at) },
            AnswerView { who: mentor.clone(), answer: proposal.mentor_answer, at: local(proposal.mentor_answered_at) },
        ]
    } else {
        Vec::new()
    };
    // Why somebody said no is between them and the coordinator.
    let told = coordinates || proposal.answer_of(actor.id) == Some(domain::proposals::ProposalAnswer::No);
    Ok(ProposalView {
        id,
        program: program_ref(program),
        run,
        state: words::state(reader, &proposal, status, &mentee.name, &mentor.name),
        mentee,
        mentor,
        side,
        status,
        reasons: reasons.remove(&proposal.id).unwrap_or_default(),
        can_say_yes: may(ProposalAct::SayYes),
        can_say_no: may(ProposalAct::SayNo),
        cannot_begin,
        answers,
        reason: proposal.reason.filter(|_| told),
        word: proposal.word.clone().filter(|_| told),
        // A coordinator comes to it from the run.
        mentorship: proposal.mentorship_id,
    })
}

/// The proposals that wait for somebody or for the other one, those with the least time first.
pub(crate) async fn open(ctx: &Ctx, actor: &Actor) -> Result<Vec<ProposalCard>, Error> {
    let reader = Reader::of(ctx, actor);
    let mut tx = ctx.read().await?;
    let rows = proposals::open_of(&mut tx, actor.id, ctx.now(), OPEN).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let others: Vec<PersonId> = rows.iter().map(|proposal| proposal.other(actor.id)).collect();
    let people = Parties::read(&mut tx, others).await?;
    let ids: BTreeSet<ProgramId> = rows.iter().map(|proposal| proposal.program_id).collect();
    let ids: Vec<ProgramId> = ids.into_iter().collect();
    let programs: HashMap<ProgramId, Program> =
        programs::by_ids(&mut tx, &ids).await?.into_iter().map(|program| (program.id, program)).collect();
    let mut why = HashMap::new();
    // As many readings as there are programs that propose somebody to them: one, nearly always.
    for program in ids {
        let of: Vec<Proposal> = rows.iter().filter(|proposal| proposal.program_id == program).cloned().collect();
        why.extend(reasons(ctx, &mut tx, reader, Whom::Proposed(program, actor.id), &of).await?);
    }
    let card = |proposal: &Proposal| -> Result<ProposalCard, Error> {
        let program = programs.get(&proposal.program_id).ok_or(StoreError::Inconsistent("a proposal without its program"))?;
        let other = face(people.get(proposal.other(actor.id))?);
        let mentee = proposal.mentee_id == actor.id;
        let (one, two) = if mentee { (&actor.name, &other.name) } else { (&other.name, &actor.name) };
        Ok(ProposalCard {
            id: proposal.id,
            program: program_ref(program),
            side: if mentee { ProposalSide::Mentee } else { ProposalSide::Mentor },
            state: words::state(reader, proposal, ProposalStatus::Proposed, one, two),
            reasons: why.remove(&proposal.id).unwrap_or_default(),
            my_turn: proposal.answer_of(actor.id).is_none(),
            other,
        })
    };
    rows.iter().map(card).collect()
}

/// Why the two of each fit, in sentences for the one who reads.
async fn reasons(ctx: &Ctx, tx: &mut Tx, reader: Reader, whom: Whom, rows: &[Proposal]) -> Result<HashMap<ProposalId, Vec<Span>>, Error> {
    let facts = Facts::read(tx, whom).await?;
    let added = facts.added_skills(tx).await?;
    let one = |proposal: &Proposal| {
        let (mentee, mentor) = (facts.row(proposal.mentee_id)?, facts.row(proposal.mentor_id)?);
        Some((proposal.id, words::reasons(ctx, reader, &facts, &added, mentee, mentor)))
    };
    Ok(rows.iter().filter_map(one).collect())
}
