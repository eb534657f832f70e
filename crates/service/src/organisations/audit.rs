//! What happened in an organisation, in words. The stream of events itself is `announce`'s.

use super::access::{manager, reference};
use crate::names::called;
use crate::{Actor, Ctx, Error, Reader};
use domain::PersonId;
use domain::events::{Audience, EventKind};
use domain::organisations::views::{AuditPage, EventLine};
use domain::shared::{Pages, ProgramRef};
use i18n::{Key, m};
use serde_json::Value;
use store::organisations::{self, EventFilter, NamedEvent};
use use_case::use_case;

/// Events on one page.
const PAGE: usize = 50;

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
    let pages = Pages::onward(&mut events, PAGE, |e| e.seq);
    let reader = Reader::of(ctx, actor);
    Ok(AuditPage {
        organisation: reference(&organisation),
        family: family.to_owned(),
        person,
        families: FAMILIES.iter().map(|(name, key)| ((*name).to_owned(), reader.i18n.t(*key).to_owned())).collect(),
        events: lines(reader, events),
        pages,
    })
}

/// Events in the reader's words and zone.
pub(super) fn lines(reader: Reader, events: Vec<NamedEvent>) -> Vec<EventLine> {
    let i18n = reader.i18n;
    let line = |e: NamedEvent| EventLine {
        seq: e.seq,
        who: e.actor_id.zip(e.actor),
        stranger: e.kind == EventKind::AccountSignInFailed.as_str(),
        network: e.body.get("network").and_then(Value::as_str).filter(|network| !network.is_empty()).map(str::to_owned),
        whom: e.whom.into_iter().chain(e.whom_too).collect(),
        // A kind that only a newer version knows is shown as it is.
        what: kind_words(&e.kind).map_or_else(|| e.kind.clone(), |key| i18n.t(key).to_owned()),
        program: e.slug.zip(e.program).map(|(slug, name)| ProgramRef { slug, name }),
        when: reader.date_time(e.at),
    };
    called(i18n, events.into_iter().filter(|e| is_shown(&e.kind)).collect::<Vec<_>>()).into_iter().map(line).collect()
}

/// The words of a kind of event, by its word in the database; none for what is shown to nobody and what another version wrote.
#[must_use]
pub fn kind_words(kind: &str) -> Option<Key> {
    kind.parse().ok().and_then(wording::events::event)
}

/// Whether a kind of event is for managers at all.
fn is_shown(kind: &str) -> bool {
    kind.parse().map_or(true, |kind: EventKind| kind.audience() != Audience::Nobody)
}
