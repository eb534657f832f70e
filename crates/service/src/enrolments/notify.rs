//! Telling people what became of their enrolment, and coordinators that somebody waits.

use crate::announce::{self, Batch, Event, Recipient};
use crate::home::notification_words;
use crate::mail::EmailTemplate;
use crate::{Ctx, Error};
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::{EnrolmentId, PersonId};
use i18n::{Key, Locale, m};
use store::enrolments::Enrolment;
use store::programs::{self, Program};
use store::requests::{Contact, parties};
use store::{Tx, organisations};

/// What a participant hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EnrolmentNotification {
    /// They take part now.
    Approved,
    /// They don't take part (any more).
    Removed,
}

impl EnrolmentNotification {
    /// The notification's kind, whose words are the mail's subject too, and the mail's body and button.
    const fn words(self) -> (NotificationKind, Key, Key) {
        match self {
            Self::Approved => (NotificationKind::EnrolmentApproved, m::ENROLMENTS_MAIL_APPROVED, m::ENROLMENTS_MAIL_OPEN),
            Self::Removed => (NotificationKind::EnrolmentRemoved, m::ENROLMENTS_MAIL_REMOVED, m::ENROLMENTS_MAIL_OTHERS),
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
    kind: EventKind,
) -> Result<(), Error> {
    announce::event(ctx, tx, new_event(program, actor, e.id, kind)).await
}

/// An event about each of these enrolments.
pub(super) fn events(ctx: &Ctx, batch: &mut Batch, program: &Program, actor: PersonId, enrolments: &[EnrolmentId], kind: EventKind) {
    for enrolment in enrolments {
        batch.event(ctx, new_event(program, Some(actor), *enrolment, kind));
    }
}

/// Tells people that a coordinator has enrolled them.
pub(crate) fn welcomed(
    ctx: &Ctx,
    batch: &mut Batch,
    program: &Program,
    actor: PersonId,
    enrolled: &[(PersonId, EnrolmentId)],
    people: &[Contact],
) {
    let ids: Vec<EnrolmentId> = enrolled.iter().map(|(_, enrolment)| *enrolment).collect();
    events(ctx, batch, program, actor, &ids, EventKind::EnrolmentImported);
    participants(ctx, batch, program, people, EnrolmentNotification::Approved, None);
}

fn new_event(program: &Program, actor: Option<PersonId>, enrolment: EnrolmentId, kind: EventKind) -> Event {
    Event { kind, actor, organisation: program.organisation_id, program: Some(program.id), subject: Some(enrolment.0), body: None }
}

/// Tells participants; a word from the coordinator goes into the mail.
pub(super) fn participants(
    ctx: &Ctx,
    batch: &mut Batch,
    program: &Program,
    people: &[Contact],
    notification: EnrolmentNotification,
    word: Option<&str>,
) {
    let (kind, body, button) = notification.words();
    let link = if notification == EnrolmentNotification::Approved { format!("/programs/{}", program.slug) } else { "/explore".to_owned() };
    let args = [("program", program.name.as_str())];
    let template =
        EmailTemplate { subject: notification_words(kind), body: &[body], quote: word, action: Some((button, &link)), args: &args };
    for to in people {
        batch.notify(ctx, to.id, kind, link.clone(), &args);
        mail(ctx, batch, to, &template);
    }
}

/// Tells whoever coordinates that somebody waits for approval: those named, else those who manage the organisation.
pub(super) async fn waiting(ctx: &Ctx, tx: &mut Tx, program: &Program, name: &str) -> Result<(), Error> {
    let mut ids: Vec<PersonId> = programs::coordinators(tx, program.id).await?.into_iter().map(|c| c.id).collect();
    if let (true, Some(organisation)) = (ids.is_empty(), program.organisation_id) {
        ids = organisations::managers(tx, organisation).await?;
    }
    let link = format!("/admin/programs/{}/participants?status=pending", program.slug);
    let args = [("name", name), ("program", program.name.as_str())];
    let template = EmailTemplate {
        subject: notification_words(NotificationKind::EnrolmentWaiting),
        body: &[m::ENROLMENTS_MAIL_WAITING],
        quote: None,
        action: Some((m::ENROLMENTS_MAIL_LOOK, &link)),
        args: &args,
    };
    let mut batch = Batch::default();
    for to in parties(tx, &ids).await? {
        batch.notify(ctx, to.id, NotificationKind::EnrolmentWaiting, link.clone(), &args);
        mail(ctx, &mut batch, &to, &template);
    }
    batch.write(tx).await
}

/// Mails go to confirmed addresses only.
fn mail(ctx: &Ctx, batch: &mut Batch, to: &Contact, template: &EmailTemplate<'_>) {
    if to.verified {
        let locale = Locale::from_tag(&to.locale).unwrap_or_default();
        batch.mail(ctx, &Recipient { name: to.name.clone(), email: to.email.clone(), locale }, template);
    }
}
