//! What happened in an organisation, in words. The stream of events itself is `announce`'s.

use super::standing::{manager, reference};
use crate::names::called;
use crate::{Actor, Ctx, Error};
use domain::PersonId;
use domain::organisations::views::{AuditPage, EventLine, OrganisationRef};
use i18n::{I18n, Key, m};
use serde_json::Value;
use store::organisations::{self, EventFilter, NamedEvent};
use use_case::use_case;

/// Events on one page.
const PAGE: usize = 50;

/// The words of each kind of event that an organisation can see.
const KINDS: &[(&str, Key)] = &[
    ("request.asked", m::AUDIT_REQUEST_ASKED),
    ("request.asked_back", m::AUDIT_REQUEST_ASKED_BACK),
    ("request.answered", m::AUDIT_REQUEST_ANSWERED),
    ("request.accepted", m::AUDIT_REQUEST_ACCEPTED),
    ("request.declined", m::AUDIT_REQUEST_DECLINED),
    ("request.withdrawn", m::AUDIT_REQUEST_WITHDRAWN),
    ("request.expired", m::AUDIT_REQUEST_EXPIRED),
    ("request.extended", m::AUDIT_REQUEST_EXTENDED),
    ("request.reminded", m::AUDIT_REQUEST_REMINDED),
    ("request.closed", m::AUDIT_REQUEST_CLOSED),
    ("request.reopened", m::AUDIT_REQUEST_REOPENED),
    ("mentorship.started", m::AUDIT_MENTORSHIP_STARTED),
    ("mentorship.proposed", m::AUDIT_MENTORSHIP_PROPOSED),
    ("mentorship.taken_back", m::AUDIT_MENTORSHIP_TAKEN_BACK),
    ("proposal.made", m::AUDIT_PROPOSAL_MADE),
    ("proposal.answered", m::AUDIT_PROPOSAL_ANSWERED),
    ("proposal.accepted", m::AUDIT_PROPOSAL_ACCEPTED),
    ("proposal.declined", m::AUDIT_PROPOSAL_DECLINED),
    ("proposal.expired", m::AUDIT_PROPOSAL_EXPIRED),
    ("proposal.taken_back", m::AUDIT_PROPOSAL_TAKEN_BACK),
    ("proposal.reminded", m::AUDIT_PROPOSAL_REMINDED),
    ("match_run.made", m::AUDIT_MATCH_RUN_MADE),
    ("match_run.changed", m::AUDIT_MATCH_RUN_CHANGED),
    ("match_run.published", m::AUDIT_MATCH_RUN_PUBLISHED),
    ("match_run.undone", m::AUDIT_MATCH_RUN_UNDONE),
    ("mentorship.began", m::AUDIT_MENTORSHIP_BEGAN),
    ("mentorship.signed", m::AUDIT_MENTORSHIP_SIGNED),
    ("mentorship.paused", m::AUDIT_MENTORSHIP_PAUSED),
    ("mentorship.resumed", m::AUDIT_MENTORSHIP_RESUMED),
    ("mentorship.completed", m::AUDIT_MENTORSHIP_COMPLETED),
    ("mentorship.ended_early", m::AUDIT_MENTORSHIP_ENDED_EARLY),
    ("mentorship.reviewed", m::AUDIT_MENTORSHIP_REVIEWED),
    ("goal.created", m::AUDIT_GOAL_CREATED),
    ("goal.proposed", m::AUDIT_GOAL_PROPOSED),
    ("goal.taken", m::AUDIT_GOAL_TAKEN),
    ("goal.changed", m::AUDIT_GOAL_CHANGED),
    ("goal.achieved", m::AUDIT_GOAL_ACHIEVED),
    ("goal.dropped", m::AUDIT_GOAL_DROPPED),
    ("goal.reopened", m::AUDIT_GOAL_REOPENED),
    ("goal.commented", m::AUDIT_GOAL_COMMENTED),
    ("milestone.added", m::AUDIT_MILESTONE_ADDED),
    ("milestone.changed", m::AUDIT_MILESTONE_CHANGED),
    ("milestone.moved", m::AUDIT_MILESTONE_MOVED),
    ("milestone.removed", m::AUDIT_MILESTONE_REMOVED),
    ("milestone.done", m::AUDIT_MILESTONE_DONE),
    ("milestone.undone", m::AUDIT_MILESTONE_UNDONE),
    ("program.created", m::AUDIT_PROGRAM_CREATED),
    ("program.changed", m::AUDIT_PROGRAM_CHANGED),
    ("program.opened", m::AUDIT_PROGRAM_OPENED),
    ("program.started", m::AUDIT_PROGRAM_STARTED),
    ("program.completed", m::AUDIT_PROGRAM_COMPLETED),
    ("program.cancelled", m::AUDIT_PROGRAM_CANCELLED),
    ("program.questions_changed", m::AUDIT_PROGRAM_QUESTIONS_CHANGED),
    ("program.coordinator_added", m::AUDIT_PROGRAM_COORDINATOR_ADDED),
    ("program.coordinator_removed", m::AUDIT_PROGRAM_COORDINATOR_REMOVED),
    ("program.imported", m::AUDIT_PROGRAM_IMPORTED),
    ("program.exported", m::AUDIT_PROGRAM_EXPORTED),
    ("program.join_link_renewed", m::AUDIT_PROGRAM_JOIN_LINK_RENEWED),
    ("enrolment.imported", m::AUDIT_ENROLMENT_IMPORTED),
    ("enrolment.joined", m::AUDIT_ENROLMENT_JOINED),
    ("enrolment.changed", m::AUDIT_ENROLMENT_CHANGED),
    ("enrolment.approved", m::AUDIT_ENROLMENT_APPROVED),
    ("enrolment.paused", m::AUDIT_ENROLMENT_PAUSED),
    ("enrolment.resumed", m::AUDIT_ENROLMENT_RESUMED),
    ("enrolment.left", m::AUDIT_ENROLMENT_LEFT),
    ("enrolment.removed", m::AUDIT_ENROLMENT_REMOVED),
    ("organisation.created", m::AUDIT_ORGANISATION_CREATED),
    ("organisation.changed", m::AUDIT_ORGANISATION_CHANGED),
    ("member.invited", m::AUDIT_MEMBER_INVITED),
    ("member.invitation_revoked", m::AUDIT_MEMBER_INVITATION_REVOKED),
    ("member.joined", m::AUDIT_MEMBER_JOINED),
    ("member.role_changed", m::AUDIT_MEMBER_ROLE_CHANGED),
    ("member.left", m::AUDIT_MEMBER_LEFT),
    ("member.removed", m::AUDIT_MEMBER_REMOVED),
    ("account.signed_in", m::AUDIT_ACCOUNT_SIGNED_IN),
    ("account.sign_in_failed", m::AUDIT_ACCOUNT_SIGN_IN_FAILED),
    ("account.copied", m::AUDIT_ACCOUNT_COPIED),
    ("account.erased", m::AUDIT_ACCOUNT_ERASED),
    ("enrolment.erased", m::AUDIT_ENROLMENT_ERASED),
    ("mentorship.erased", m::AUDIT_MENTORSHIP_ERASED),
];

/// The families of events: the nouns, by which the list is filtered.
const FAMILIES: &[(&str, Key)] = &[
    ("request", m::AUDIT_FAMILY_REQUEST),
    ("mentorship", m::AUDIT_FAMILY_MENTORSHIP),
    ("match_run", m::AUDIT_FAMILY_MATCH_RUN),
    ("proposal", m::AUDIT_FAMILY_PROPOSAL),
    ("goal", m::AUDIT_FAMILY_GOAL),
    ("milestone", m::AUDIT_FAMILY_MILESTONE),
    ("program", m::AUDIT_FAMILY_PROGRAM),
    ("enrolment", m::AUDIT_FAMILY_ENROLMENT),
    ("organisation", m::AUDIT_FAMILY_ORGANISATION),
    ("member", m::AUDIT_FAMILY_MEMBER),
    ("account", m::AUDIT_FAMILY_ACCOUNT),
];

/// A page of what happened in an organisation, newest first; `family` is a noun or empty for everything, `person` who did it.
///
/// # Errors
/// [`Error::NotFound`] for who is no member, [`Error::Forbidden`] for who doesn't manage it.
#[use_case]
pub async fn audit(
    ctx: &Ctx,
    actor: &Actor,
    slug: &str,
    family: &str,
    person: Option<PersonId>,
    before: Option<i64>,
) -> Result<AuditPage, Error> {
    let mut tx = ctx.read().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    let family = FAMILIES.iter().map(|(name, _)| *name).find(|name| *name == family).unwrap_or_default();
    let mut events = organisations::events(
        &mut tx,
        organisation.id,
        EventFilter { family, actor: person, before, without_sign_ins: false },
        i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    )
    .await?;
    let more = events.len() > PAGE;
    events.truncate(PAGE);
    let next = events.last().map(|e| e.seq).filter(|_| more);
    let i18n = I18n::of(actor.locale);
    Ok(AuditPage {
        organisation: reference(&organisation),
        family: family.to_owned(),
        person,
        families: FAMILIES.iter().map(|(name, key)| ((*name).to_owned(), i18n.t(*key).to_owned())).collect(),
        events: lines(actor, events),
        next,
    })
}

/// Events in the reader's words and zone.
pub(super) fn lines(actor: &Actor, events: Vec<NamedEvent>) -> Vec<EventLine> {
    let i18n = I18n::of(actor.locale);
    let line = |e: NamedEvent| EventLine {
        seq: e.seq,
        who: e.actor_id.zip(e.actor),
        stranger: e.kind == "account.sign_in_failed",
        network: e.body.get("network").and_then(Value::as_str).filter(|network| !network.is_empty()).map(str::to_owned),
        whom: e.whom.into_iter().chain(e.whom_too).collect(),
        // A kind that only a newer version knows is shown as it is.
        what: kind_words(&e.kind).map_or_else(|| e.kind.clone(), |key| i18n.t(key).to_owned()),
        program: e.slug.zip(e.program).map(|(slug, name)| OrganisationRef { slug, name }),
        when: i18n.date_time(e.at.with_timezone(&actor.tz()).naive_local()),
    };
    called(i18n, events).into_iter().map(line).collect()
}

/// The words of a kind of event.
#[must_use]
pub fn kind_words(kind: &str) -> Option<Key> {
    KINDS.iter().find(|(known, _)| *known == kind).map(|(_, key)| *key)
}
