//! Pairs of a run that are proposed to both rather than begun: making the proposals, and what became of them.

use super::compute::{Newcomers, now};
use super::known::Known;
use super::run::write;
use crate::announce::Batch;
use crate::notify::{PairingNotification, ToBoth, proposal_link};
use crate::pairs::proposal_event;
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, proposals};
use chrono::{DateTime, Days, Utc};
use domain::events::EventKind;
use domain::match_runs::{Couple, RunSettings, RunStatus};
use domain::notifications::NotificationKind;
use domain::programs::PublishAs;
use domain::proposals::ProposalStatus;
use domain::proposals::views::PairProposal;
use domain::{MatchRunId, PersonId};
use i18n::I18n;
use pairing::People;
use std::collections::{HashMap, HashSet};
use store::match_runs::{self, MatchRun, RunPair};
use store::programs::Program;
use store::proposals::Proposal;
use store::{Tx, bulk};
use use_case::use_case;

/// The proposals of a run, the last one of each pair.
pub(super) struct Proposals(HashMap<(PersonId, PersonId), Proposal>);

impl Proposals {
    /// Reads them.
    #[use_case]
    pub async fn of(tx: &mut Tx, run: MatchRunId) -> Result<Self, Error> {
        let rows = store::proposals::of_run(tx, run).await?;
        Ok(Self(rows.into_iter().map(|proposal| ((proposal.mentee_id, proposal.mentor_id), proposal)).collect()))
    }

    fn get(&self, pair: &RunPair) -> Option<&Proposal> {
        self.0.get(&(pair.mentee_id, pair.mentor_id))
    }

    /// Whether a pair is published: it has begun, or is proposed, or one of the two said no. One that nobody answered may be
    /// published again.
    pub fn published(&self, pair: &RunPair) -> bool {
        pair.mentorship_id.is_some() || self.get(pair).is_some_and(|proposal| !proposal.status.frees_the_pair())
    }

    /// How many can be taken back.
    pub fn unanswered(&self, now: DateTime<Utc>) -> i64 {
        let open = |proposal: &&Proposal| proposal.status_at(now) == ProposalStatus::Proposed && !proposal.is_answered();
        i64::try_from(self.0.values().filter(open).count()).unwrap_or(i64::MAX)
    }

    /// What became of a pair, for the coordinator.
    pub fn view(&self, i18n: I18n, now: DateTime<Utc>, pair: &RunPair, mentee: &str, mentor: &str) -> Option<PairProposal> {
        let proposal = self.get(pair)?;
        let status = proposal.status_at(now);
        Some(PairProposal { id: proposal.id, status, words: proposals::pair_words(i18n, proposal, status, mentee, mentor) })
    }
}

/// A pair as a proposal that nobody has answered.
pub(super) fn proposal(ctx: &Ctx, program: &Program, run: &MatchRun, couple: Couple) -> Proposal {
    let now = ctx.now();
    let days = Days::new(u64::try_from(program.proposal_days).unwrap_or(1));
    Proposal {
        id: ctx.id(),
        program_id: program.id,
        run_id: run.id,
        mentee_id: couple.mentee,
        mentor_id: couple.mentor,
        status: ProposalStatus::Proposed,
        mentee_answer: None,
        mentee_answered_at: None,
        mentor_answer: None,
        mentor_answered_at: None,
        reason: None,
        word: None,
        due_at: now.checked_add_days(days).unwrap_or(now),
        reminded_at: None,
        mentorship_id: None,
        created_at: now,
        ended_at: None,
        version: 1,
    }
}

/// Tells both of each who is proposed to them and until when there is time.
pub(super) async fn notify_both(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, made: &[Proposal]) -> Result<(), Error> {
    let people = Parties::read(tx, made.iter().flat_map(|proposal| [proposal.mentor_id, proposal.mentee_id]).collect()).await?;
    let mut batch = Batch::default();
    for proposal in made {
        let (mentor, mentee) = (people.get(proposal.mentor_id)?, people.get(proposal.mentee_id)?);
        let both = ToBoth { program, mentee, mentor, link: &proposal_link(proposal.id), until: Some(proposal.due_at) };
        both.put(ctx, &mut batch, PairingNotification::ProposedMentor, PairingNotification::ProposedMentee);
        batch.event(ctx, proposal_event(program, proposal, EventKind::ProposalMade, Some(actor.id)));
    }
    batch.write(tx).await
}

/// A published run of a few couples, proposed to both, in the caller's transaction: for a database that is being filled. They hear of
/// it on the site alone.
pub(crate) async fn propose_here(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    by: PersonId,
    couples: &[Couple],
) -> Result<Vec<Proposal>, Error> {
    let known = Known::read(ctx, tx, program).await?.people;
    let mut settings = RunSettings { publish_as: PublishAs::Proposed, ..RunSettings::for_template(program.template) };
    couples.iter().for_each(|couple| settings.pin(*couple));
    let named: HashSet<PersonId> = couples.iter().flat_map(|couple| [couple.mentee, couple.mentor]).collect();
    let people = People {
        mentees: known.mentees.into_iter().filter(|one| named.contains(&one.id)).collect(),
        mentors: known.mentors.into_iter().filter(|one| named.contains(&one.id)).collect(),
        ..People::default()
    };
    let computed = now(people, &settings, &Newcomers::default())?;
    let number = write(ctx, tx, program, by, settings, &computed).await?;
    let mut run = match_runs::by_number(tx, program.id, number).await?.ok_or(Error::NotFound)?;
    run.status = RunStatus::Published;
    run.published_at = Some(ctx.now());
    match_runs::update(tx, &run).await?;
    let made: Vec<Proposal> = couples.iter().map(|couple| proposal(ctx, program, &run, *couple)).collect();
    bulk::proposals(tx, &made).await?;
    let people = Parties::read(tx, couples.iter().flat_map(|couple| [couple.mentor, couple.mentee]).collect()).await?;
    let mut batch = Batch::default();
    for one in &made {
        for (kind, to, other) in [
            (NotificationKind::ProposedMentor, one.mentee_id, one.mentor_id),
            (NotificationKind::ProposedMentee, one.mentor_id, one.mentee_id),
        ] {
            let args = [("name", people.get(other)?.name.as_str()), ("program", program.name.as_str())];
            batch.notify(ctx, to, kind, proposal_link(one.id), &args);
        }
        batch.event(ctx, proposal_event(program, one, EventKind::ProposalMade, Some(by)));
    }
    batch.write(tx).await?;
    Ok(made)
}
