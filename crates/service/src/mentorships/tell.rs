//! Telling the two what happened to their mentorship.

use super::Standing;
use crate::announce::{self, Happening, Recipient};
use crate::mail::Letter;
use crate::{Actor, Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use i18n::{Key, Locale, m};
use store::Tx;
use store::mentorships::Party;

/// Where a mail to one of the two goes.
pub(crate) fn recipient(party: &Party) -> Recipient {
    Recipient { name: party.name.clone(), email: party.email.clone(), locale: Locale::from_tag(&party.locale).unwrap_or_default() }
}

/// The other one of the two; for a coordinator there is none.
pub(crate) fn other(standing: &Standing, me: PersonId) -> Option<&Party> {
    if standing.mentor.id == me {
        Some(&standing.mentee)
    } else if standing.mentee.id == me {
        Some(&standing.mentor)
    } else {
        None
    }
}

/// Those of the two who are not the one who acts.
fn others(standing: &Standing, me: PersonId) -> impl Iterator<Item = &Party> {
    [&standing.mentor, &standing.mentee].into_iter().filter(move |party| party.id != me)
}

/// An event about this mentorship.
pub(super) async fn event(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &Standing, kind: EventKind) -> Result<(), Error> {
    let happening = Happening {
        kind,
        actor: Some(actor.id),
        organisation: standing.program.organisation_id,
        program: Some(standing.program.id),
        subject: Some(standing.row.id.0),
        body: None,
    };
    announce::event(ctx, tx, happening).await
}

/// A notification to everybody of the two but the one who acts.
pub(super) async fn notify(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    standing: &Standing,
    kind: NotificationKind,
    page: &str,
) -> Result<(), Error> {
    for party in others(standing, actor.id) {
        let link = format!("/mentorships/{}{page}", standing.row.id);
        announce::notify(ctx, tx, party.id, kind, link, &[("name", &actor.name)]).await?;
    }
    Ok(())
}

/// One kind of mail of this feature.
pub(super) struct Note<'a> {
    /// The subject line.
    pub subject: Key,
    /// The paragraphs.
    pub body: &'a [Key],
    /// Somebody's own words.
    pub quote: Option<&'a str>,
    /// The button.
    pub action: Key,
    /// The part of the space it leads to, such as `/complete`.
    pub page: &'a str,
}

/// A mail to everybody of the two but the one who acts; `{name}` is who acts, `{program}` the program.
pub(super) async fn mail(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &Standing, note: &Note<'_>) -> Result<(), Error> {
    let path = format!("/mentorships/{}{}", standing.row.id, note.page);
    let letter = Letter {
        subject: note.subject,
        body: note.body,
        quote: note.quote,
        action: Some((note.action, &path)),
        args: &[("name", &actor.name), ("program", &standing.program.name)],
    };
    for party in others(standing, actor.id) {
        announce::send(ctx, tx, &recipient(party), &letter).await?;
    }
    Ok(())
}

/// Somebody signed, and the other one hasn't yet.
pub(super) async fn your_turn_to_sign(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &Standing) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_SIGN_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_SIGN_BODY],
        quote: None,
        action: m::MENTORSHIPS_MAIL_SIGN_ACTION,
        page: "",
    };
    mail(ctx, tx, actor, standing, &note).await
}

/// It reached its end.
pub(super) async fn completed(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &Standing) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_COMPLETED_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_COMPLETED_BODY, m::MENTORSHIPS_MAIL_REVIEW],
        quote: None,
        action: m::MENTORSHIPS_MAIL_REVIEW_ACTION,
        page: "/complete",
    };
    mail(ctx, tx, actor, standing, &note).await
}

/// It ended before its time.
pub(super) async fn ended_early(ctx: &Ctx, tx: &mut Tx, actor: &Actor, standing: &Standing, reason: &str) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_ENDED_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_ENDED_BODY, m::MENTORSHIPS_MAIL_REVIEW],
        quote: Some(reason),
        action: m::MENTORSHIPS_MAIL_REVIEW_ACTION,
        page: "/complete",
    };
    mail(ctx, tx, actor, standing, &note).await
}
