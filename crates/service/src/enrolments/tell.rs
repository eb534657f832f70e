//! Telling people what became of their enrolment, and coordinators that somebody waits.

use crate::announce::{self, Happening, Recipient};
use crate::mail::Letter;
use crate::{Ctx, Error};
use domain::{EnrolmentId, PersonId};
use i18n::{Key, Locale, m};
use store::enrolments::Enrolment;
use store::programs::{self, Program};
use store::requests::{Party, parties};
use store::{Tx, organisations};

/// What a participant hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// They take part now.
    Approved,
    /// They don't take part (any more).
    Removed,
}

impl News {
    /// The notification's kind, and the mail's subject, body, button and where it leads.
    const fn words(self) -> (&'static str, Key, Key, Key) {
        match self {
            Self::Approved => {
                ("enrolment_approved", m::NOTIFICATIONS_ENROLMENT_APPROVED, m::ENROLMENTS_MAIL_APPROVED, m::ENROLMENTS_MAIL_OPEN)
            }
            Self::Removed => {
                ("enrolment_removed", m::NOTIFICATIONS_ENROLMENT_REMOVED, m::ENROLMENTS_MAIL_REMOVED, m::ENROLMENTS_MAIL_OTHERS)
            }
        }
    }
}

/// An event about an enrolment.
pub(super) async fn event(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    actor: Option<PersonId>,
    e: &Enrolment,
    kind: &'static str,
) -> Result<(), Error> {
    event_of(ctx, tx, program, actor, e.id, kind).await
}

/// The same by the enrolment's id.
pub(super) async fn event_of(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    actor: Option<PersonId>,
    enrolment: EnrolmentId,
    kind: &'static str,
) -> Result<(), Error> {
    let happening =
        Happening { kind, actor, organisation: program.organisation_id, program: Some(program.id), subject: Some(enrolment.0), body: None };
    announce::event(ctx, tx, happening).await
}

/// Tells participants; a word from the coordinator goes into the mail.
pub(super) async fn participants(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    people: &[PersonId],
    news: News,
    word: Option<&str>,
) -> Result<(), Error> {
    let (kind, subject, body, button) = news.words();
    let link = if news == News::Approved { format!("/programs/{}", program.slug) } else { "/explore".to_owned() };
    let args = [("program", program.name.as_str())];
    for to in parties(tx, people).await? {
        announce::notify(ctx, tx, to.id, kind, link.clone(), &args).await?;
        let letter = Letter { subject, body: &[body], quote: word, action: Some((button, &link)), args: &args };
        mail(ctx, tx, &to, &letter).await?;
    }
    Ok(())
}

/// Tells whoever coordinates that somebody waits for approval: those named, else those who manage the organisation.
pub(super) async fn waiting(ctx: &Ctx, tx: &mut Tx, program: &Program, name: &str) -> Result<(), Error> {
    let mut ids: Vec<PersonId> = programs::coordinators(tx, program.id).await?.into_iter().map(|c| c.id).collect();
    if let (true, Some(organisation)) = (ids.is_empty(), program.organisation_id) {
        ids = organisations::managers(tx, organisation).await?;
    }
    let link = format!("/admin/programs/{}/participants?status=pending", program.slug);
    let args = [("name", name), ("program", program.name.as_str())];
    for to in parties(tx, &ids).await? {
        announce::notify(ctx, tx, to.id, "enrolment_waiting", link.clone(), &args).await?;
        let letter = Letter {
            subject: m::NOTIFICATIONS_ENROLMENT_WAITING,
            body: &[m::ENROLMENTS_MAIL_WAITING],
            quote: None,
            action: Some((m::ENROLMENTS_MAIL_LOOK, &link)),
            args: &args,
        };
        mail(ctx, tx, &to, &letter).await?;
    }
    Ok(())
}

/// Mails go to confirmed addresses only.
async fn mail(ctx: &Ctx, tx: &mut Tx, to: &Party, letter: &Letter<'_>) -> Result<(), Error> {
    if !to.verified {
        return Ok(());
    }
    let locale = Locale::from_tag(&to.locale).unwrap_or_default();
    announce::send(ctx, tx, &Recipient { name: to.name.clone(), email: to.email.clone(), locale }, letter).await
}
