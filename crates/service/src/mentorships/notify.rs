//! NotificationContext the two what happened to their mentorship.

use super::MentorshipAccess;
use crate::announce::{self, Event};
use crate::mail::{EmailTemplate, Recipient};
use crate::notify::space_link;
use crate::{Actor, Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use i18n::{Key, m};
use store::Tx;
use store::mentorships::Party;

/// Where a mail to one of the two goes.
pub(crate) fn recipient(party: &Party) -> Recipient {
    Recipient::new(&party.name, &party.email, &party.locale)
}

/// The other one of the two; for a coordinator there is none.
pub(crate) fn other(access: &MentorshipAccess, me: PersonId) -> Option<&Party> {
    if access.mentor.id == me {
        Some(&access.mentee)
    } else if access.mentee.id == me {
        Some(&access.mentor)
    } else {
        None
    }
}

/// Those of the two who are not the one who acts.
fn others(access: &MentorshipAccess, me: PersonId) -> impl Iterator<Item = &Party> {
    [&access.mentor, &access.mentee].into_iter().filter(move |party| party.id != me)
}

/// An event about this mentorship.
pub(super) async fn event(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &MentorshipAccess, kind: EventKind) -> Result<(), Error> {
    announce::event(ctx, tx, Event::in_program(&access.program, kind, Some(actor.id), access.row.id.0)).await
}

/// A notification to everybody of the two but the one who acts.
pub(super) async fn notify(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    access: &MentorshipAccess,
    kind: NotificationKind,
    page: &str,
) -> Result<(), Error> {
    for party in others(access, actor.id) {
        let link = format!("{}{page}", space_link(access.row.id));
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
pub(super) async fn mail(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &MentorshipAccess, note: &Note<'_>) -> Result<(), Error> {
    let path = format!("{}{}", space_link(access.row.id), note.page);
    let template = EmailTemplate {
        subject: note.subject,
        body: note.body,
        quote: note.quote,
        action: Some((note.action, &path)),
        args: &[("name", &actor.name), ("program", &access.program.name)],
    };
    for party in others(access, actor.id) {
        announce::send(ctx, tx, &recipient(party), &template).await?;
    }
    Ok(())
}

/// Somebody signed, and the other one hasn't yet.
pub(super) async fn your_turn_to_sign(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &MentorshipAccess) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_SIGN_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_SIGN_BODY],
        quote: None,
        action: m::MENTORSHIPS_MAIL_SIGN_ACTION,
        page: "",
    };
    mail(ctx, tx, actor, access, &note).await
}

/// It reached its end.
pub(super) async fn completed(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &MentorshipAccess) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_COMPLETED_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_COMPLETED_BODY, m::MENTORSHIPS_MAIL_REVIEW],
        quote: None,
        action: m::MENTORSHIPS_MAIL_REVIEW_ACTION,
        page: "/complete",
    };
    mail(ctx, tx, actor, access, &note).await
}

/// It ended before its time.
pub(super) async fn ended_early(ctx: &Ctx, tx: &mut Tx, actor: &Actor, access: &MentorshipAccess, reason: &str) -> Result<(), Error> {
    let note = Note {
        subject: m::MENTORSHIPS_MAIL_ENDED_SUBJECT,
        body: &[m::MENTORSHIPS_MAIL_ENDED_BODY, m::MENTORSHIPS_MAIL_REVIEW],
        quote: Some(reason),
        action: m::MENTORSHIPS_MAIL_REVIEW_ACTION,
        page: "/complete",
    };
    mail(ctx, tx, actor, access, &note).await
}
