//! What people are told when somebody leaves: the one who does, whoever they worked with, and coordinators. None of it names them, as
//! there is no such name any more when it is read.

use crate::announce::{Batch, send};
use crate::mail::{EmailTemplate, Recipient};
use crate::mentorships::recipient;
use crate::notify::{Notice, coordinators, space_link};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::notifications::NotificationKind;
use i18n::{Key, m};
use store::Tx;
use store::mentorships::{Mentorship, Party};
use store::programs::Program;

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
    let space = space_link(mentorship.id);
    let review = format!("{space}/complete");
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

/// To whoever coordinates.
pub(super) async fn to_coordinators(ctx: &Ctx, tx: &mut Tx, batch: &mut Batch, program: &Program, but: PersonId) -> Result<(), Error> {
    let link = format!("/admin/programs/{}/participants?status=left", program.slug);
    let notice = Notice {
        kind: NotificationKind::EnrolmentErased,
        mail: Some((m::LEAVING_MAIL_COORDINATOR, m::ENROLMENTS_MAIL_LOOK)),
        quote: None,
        link: &link,
        args: &[("program", program.name.as_str())],
    };
    coordinators(tx, program, Some(but)).await?.iter().for_each(|to| notice.put(ctx, batch, to));
    Ok(())
}
