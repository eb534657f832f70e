//! Where a proposal stands and why the two fit, in the reader's language, from their side, with dates in their time zone.

use crate::fit::{Facts, Names, Perspective, told_to};
use crate::{Ctx, Reader};
use domain::fit::views::Span;
use domain::fit::{Vocabulary, explain};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use i18n::{I18n, m};
use std::collections::HashMap;
use store::mentors::ParticipantRow;
use store::proposals::Proposal;

/// Where a proposal stands, for one of the two or a coordinator. `status` is its state at this moment.
pub(super) fn state(reader: Reader, proposal: &Proposal, status: ProposalStatus, mentee: &str, mentor: &str) -> String {
    let i18n = reader.i18n;
    let date = reader.date(proposal.ended_at.filter(|_| status != ProposalStatus::Expired).unwrap_or(proposal.due_at));
    let mine = if reader.id == proposal.mentee_id {
        Some((proposal.mentee_answer, proposal.mentor_answer, mentor))
    } else if reader.id == proposal.mentor_id {
        Some((proposal.mentor_answer, proposal.mentee_answer, mentee))
    } else {
        None
    };
    let Some((own, theirs, other)) = mine else {
        return pair(i18n, proposal, status, mentee, mentor);
    };
    let key = match (status, own, theirs) {
        (ProposalStatus::Proposed, None, None) => m::PROPOSALS_STATE_OPEN,
        (ProposalStatus::Proposed, None, Some(_)) => m::PROPOSALS_STATE_THEY_SAID_YES,
        (ProposalStatus::Proposed, Some(_), _) => m::PROPOSALS_STATE_YOU_SAID_YES,
        (ProposalStatus::Accepted, _, _) => m::PROPOSALS_STATE_ACCEPTED,
        (ProposalStatus::Declined, Some(ProposalAnswer::No), _) => m::PROPOSALS_STATE_YOU_SAID_NO,
        (ProposalStatus::Declined, _, _) => m::PROPOSALS_STATE_DECLINED,
        (ProposalStatus::Expired, _, _) => m::PROPOSALS_STATE_EXPIRED,
        (ProposalStatus::TakenBack, _, _) => m::PROPOSALS_STATE_TAKEN_BACK,
    };
    i18n.f(key, &[("name", other), ("date", &date)])
}

/// Who of a pair has answered and what, for a coordinator.
pub(crate) fn pair(i18n: I18n, proposal: &Proposal, status: ProposalStatus, mentee: &str, mentor: &str) -> String {
    let both = [("mentee", mentee), ("mentor", mentor)];
    let (said, waits) = if proposal.mentee_answer.is_some() { (mentee, mentor) } else { (mentor, mentee) };
    match status {
        ProposalStatus::Proposed if !proposal.is_answered() => i18n.f(m::PROPOSALS_PAIR_OPEN, &both),
        ProposalStatus::Proposed => i18n.f(m::PROPOSALS_PAIR_ONE_YES, &[("said", said), ("waits", waits)]),
        ProposalStatus::Accepted => i18n.f(m::PROPOSALS_PAIR_ACCEPTED, &both),
        ProposalStatus::Declined => {
            let name = if proposal.mentee_answer == Some(ProposalAnswer::No) { mentee } else { mentor };
            let reason = i18n.t(wording::proposals::reason(proposal.reason.unwrap_or(NoReason::Other)));
            i18n.f(m::PROPOSALS_PAIR_DECLINED, &[("name", name), ("reason", reason)])
        }
        ProposalStatus::Expired if !proposal.is_answered() => i18n.f(m::PROPOSALS_PAIR_EXPIRED, &both),
        ProposalStatus::Expired => i18n.f(m::PROPOSALS_PAIR_EXPIRED_ONE, &[("said", said), ("waits", waits)]),
        ProposalStatus::TakenBack => i18n.t(m::PROPOSALS_PAIR_TAKEN_BACK).to_owned(),
    }
}

/// Why two fit; nothing when they share no language any more. What somebody keeps to those close to them is not told.
pub(super) fn reasons(
    ctx: &Ctx,
    reader: Reader,
    facts: &Facts,
    added: &HashMap<String, String>,
    mentee: &ParticipantRow,
    mentor: &ParticipantRow,
) -> Vec<Span> {
    let mut vocabulary = Vocabulary::default();
    let one = facts.features(&mut vocabulary, mentee, ctx.now(), mentee.id == reader.id);
    let other = facts.features(&mut vocabulary, mentor, ctx.now(), mentor.id == reader.id);
    let why = explain(&one, &other);
    if why.shared_languages.is_empty() {
        return Vec::new();
    }
    let names = Names { vocabulary: &vocabulary, added, i18n: reader.i18n };
    let perspective = if reader.id == mentee.id {
        Perspective::Mentee
    } else if reader.id == mentor.id {
        Perspective::Mentor
    } else {
        Perspective::Other
    };
    told_to(names, &why, perspective, &mentor.name, &mentee.name)
}
