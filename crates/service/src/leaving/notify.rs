//! What people are told when somebody leaves: the one who does, whoever they worked with, and coordinators. None of it names them, as
//! there is no such name any more when it is read.

use crate::announce::{Batch, Recipient, send};
use crate::mail::EmailTemplate;
use crate::mentorships::recipient;
use crate::{Ctx, Error};
use domain::PersonId;
use domain::notifications::NotificationKind;
use i18n::{Key, Locale, m};
use store::mentorships::{Mentorship, Party};
use store::programs::{self, Program};
use store::requests::parties;
use store::{Tx, organisations};

/// To the one who asked: when it will be, and how to come back.
pub(super) async fn scheduled(ctx: &Ctx, tx: &mut Tx, to: &Recipient, day: &str) -> Result<(), Error> {
    let template = EmailTemplate {
        subject: m::LEAVING_MAIL_SUBJECT,
        body: &[m::LEAVING_MAIL_BODY, m::LEAVING_MAIL_KEEP, m::ACCOUNTS_MAIL_NOT_YOU],
        quote: None,
        action: Some((m::ACCOUNTS_MAIL_EXISTS_ACTION, "/login")),
        args: &[("date", day)],
    };
    send(ctx, tx, to, &template).await
}

/// To the other one of a mentorship: it has ended. One that had started is asked about.
pub(super) fn ended(ctx: &Ctx, batch: &mut Batch, program: &Program, mentorship: &Mentorship, to: &Party) {
    let (space, review) = (format!("/mentorships/{}", mentorship.id), format!("/mentorships/{}/complete", mentorship.id));
    let args = [("program", program.name.as_str())];
    batch.notify(ctx, to.id, NotificationKind::MentorshipErased, space.clone(), &args);
    let (body, action): (&[Key], (Key, &str)) = if mentorship.started_on.is_some() {
        (&[m::LEAVING_MAIL_MENTORSHIP, m::MENTORSHIPS_MAIL_REVIEW], (m::MENTORSHIPS_MAIL_REVIEW_ACTION, review.as_str()))
    } else {
        (&[m::LEAVING_MAIL_MENTORSHIP], (m::REQUESTS_MAIL_OPEN_SPACE, space.as_str()))
    };
    let template = EmailTemplate { subject: m::MENTORSHIPS_MAIL_ENDED_SUBJECT, body, quote: None, action: Some(action), args: &args };
    batch.mail(ctx, &recipient(to), &template);
}

/// To whoever coordinates: those named, else those who manage the organisation.
pub(super) async fn coordinators(ctx: &Ctx, tx: &mut Tx, batch: &mut Batch, program: &Program, but: PersonId) -> Result<(), Error> {
    let mut ids: Vec<PersonId> = programs::coordinators(tx, program.id).await?.into_iter().map(|c| c.id).filter(|id| *id != but).collect();
    if let (true, Some(organisation)) = (ids.is_empty(), program.organisation_id) {
        ids = organisations::managers(tx, organisation).await?.into_iter().filter(|id| *id != but).collect();
    }
    let link = format!("/admin/programs/{}/participants?status=left", program.slug);
    let args = [("program", program.name.as_str())];
    let template = EmailTemplate {
        subject: m::NOTIFICATIONS_ENROLMENT_ERASED,
        body: &[m::LEAVING_MAIL_COORDINATOR],
        quote: None,
        action: Some((m::ENROLMENTS_MAIL_LOOK, &link)),
        args: &args,
    };
    for to in parties(tx, &ids).await? {
        batch.notify(ctx, to.id, NotificationKind::EnrolmentErased, link.clone(), &args);
        if to.verified {
            let locale = Locale::from_tag(&to.locale).unwrap_or_default();
            batch.mail(ctx, &Recipient { name: to.name, email: to.email, locale }, &template);
        }
    }
    Ok(())
}
