//! Telling people what became of their enrolment, and coordinators that somebody waits.

use crate::announce::{self, Batch, Event};
use crate::notify::{Notice, coordinators, program_link};
use crate::{Ctx, Error};
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::{EnrolmentId, PersonId};
use i18n::{Key, m};
use store::Tx;
use store::enrolments::Enrolment;
use store::programs::Program;
use store::requests::Contact;

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
    announce::event(ctx, tx, Event::in_program(program, kind, actor, e.id.0)).await
}

/// An event about each of these enrolments.
pub(super) fn events(ctx: &Ctx, batch: &mut Batch, program: &Program, actor: PersonId, enrolments: &[EnrolmentId], kind: EventKind) {
    for enrolment in enrolments {
        batch.event(ctx, Event::in_program(program, kind, Some(actor), enrolment.0));
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
    let link = if notification == EnrolmentNotification::Approved { program_link(program) } else { "/explore".to_owned() };
    let args = [("program", program.name.as_str())];
    let notice = Notice { kind, mail: Some((body, button)), quote: word, link: &link, args: &args };
    people.iter().for_each(|to| notice.put(ctx, batch, to));
}

/// Tells whoever coordinates that somebody waits for approval.
pub(super) async fn waiting(ctx: &Ctx, tx: &mut Tx, program: &Program, name: &str) -> Result<(), Error> {
    let link = format!("/admin/programs/{}/participants?status=pending", program.slug);
    let notice = Notice {
        kind: NotificationKind::EnrolmentWaiting,
        mail: Some((m::ENROLMENTS_MAIL_WAITING, m::ENROLMENTS_MAIL_LOOK)),
        quote: None,
        link: &link,
        args: &[("name", name), ("program", program.name.as_str())],
    };
    let mut batch = Batch::default();
    coordinators(tx, program, None).await?.iter().for_each(|to| notice.put(ctx, &mut batch, to));
    batch.write(tx).await
}
