//! Where a proposal stands and why the two fit, in the reader's language, from their side, with dates in their time zone.

use crate::fit::{Facts, Names, Reader, told_to};
use crate::{Actor, Ctx};
use chrono::{DateTime, Utc};
use domain::fit::views::Span;
use domain::fit::{Vocabulary, explain};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use i18n::{I18n, Key, m};
use std::collections::HashMap;
use store::mentors::ParticipantRow;
use store::proposals::Proposal;

/// Where a proposal stands, for one of the two or a coordinator. `status` is its state at this moment.
pub(super) fn state(actor: &Actor, proposal: &Proposal, status: ProposalStatus, mentee: &str, mentor: &str) -> String {
    let i18n = I18n::of(actor.locale);
    let day = |at: DateTime<Utc>| i18n.date(at.with_timezone(&actor.tz()).date_naive());
    let date = day(proposal.ended_at.filter(|_| status != ProposalStatus::Expired).unwrap_or(proposal.due_at));
    let mine = if actor.id == proposal.mentee_id {
        Some((proposal.mentee_answer, proposal.mentor_answer, mentor))
    } else if actor.id == proposal.mentor_id {
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
            let reason = i18n.t(reason(proposal.reason.unwrap_or(NoReason::Other)));
            i18n.f(m::PROPOSALS_PAIR_DECLINED, &[("name", name), ("reason", reason)])
        }
        ProposalStatus::Expired if !proposal.is_answered() => i18n.f(m::PROPOSALS_PAIR_EXPIRED, &both),
        ProposalStatus::Expired => i18n.f(m::PROPOSALS_PAIR_EXPIRED_ONE, &[("said", said), ("waits", waits)]),
        ProposalStatus::TakenBack => i18n.t(m::PROPOSALS_PAIR_TAKEN_BACK).to_owned(),
    }
}

/// A reason in words.
const fn reason(reason: NoReason) -> Key {
    match reason {
        NoReason::TooClose => m::PROPOSALS_REASON_TOO_CLOSE,
        NoReason::OtherTopics => m::PROPOSALS_REASON_OTHER_TOPICS,
        NoReason::NoTime => m::PROPOSALS_REASON_NO_TIME,
        NoReason::SomebodyElse => m::PROPOSALS_REASON_SOMEBODY_ELSE,
        NoReason::Other => m::PROPOSALS_REASON_OTHER,
    }
}

/// Why two fit; nothing when they share no language any more. What somebody keeps to those close to them is not told.
pub(super) fn reasons(ctx: &Ctx, actor: &Actor, facts: &Facts, added: &HashMap<String, String>, mentee: &ParticipantRow, mentor: &ParticipantRow) -> Vec<Span> {
    let mut vocabulary = Vocabulary::default();
    let one = facts.features(&mut vocabulary, mentee, ctx.now(), mentee.id == actor.id);
    let other = facts.features(&mut vocabulary, mentor, ctx.now(), mentor.id == actor.id);
    let why = explain(&one, &other);
    if why.shared_languages.is_empty() {
        return Vec::new();
    }
    let names = Names { vocabulary: &vocabulary, added, i18n: I18n::of(actor.locale) };
    let reader = if actor.id == mentee.id {
        Reader::Mentee
    } else if actor.id == mentor.id {
        Reader::Mentor
    } else {
        Reader::Other
    };
    told_to(names, &why, reader, &mentor.name, &mentee.name)
}
