//! One thing that people are told: a notification always, a mail where there is one.

use crate::announce::Batch;
use crate::mail::{EmailTemplate, Recipient};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::notifications::NotificationKind;
use i18n::Key;
use store::programs::{self, Program};
use store::requests::{Contact, parties};
use store::{Tx, organisations};

/// What there is to tell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice<'a> {
    /// The kind of the notification, whose words are the mail's subject too.
    pub kind: NotificationKind,
    /// The mail's paragraph and its button.
    pub mail: Option<(Key, Key)>,
    /// Somebody's own words, for the mail.
    pub quote: Option<&'a str>,
    /// Where both lead.
    pub link: &'a str,
    /// Placeholders of all the words.
    pub args: &'a [(&'a str, &'a str)],
}

impl Notice<'_> {
    /// Tells somebody. Mails go to confirmed addresses only: what two people write to each other is nobody else's business.
    pub fn put(&self, ctx: &Ctx, batch: &mut Batch, to: &Contact) {
        batch.notify(ctx, to.id, self.kind, self.link.to_owned(), self.args);
        if let Some((body, button)) = self.mail.filter(|_| to.verified) {
            let template = EmailTemplate {
                subject: wording::notifications::notification(self.kind),
                body: &[body],
                quote: self.quote,
                action: Some((button, self.link)),
                args: self.args,
            };
            batch.mail(ctx, &Recipient::new(&to.name, &to.email, &to.locale), &template);
        }
    }
}

/// Whoever coordinates a program, but for one person: those named, else those who manage the organisation.
pub(crate) async fn coordinators(tx: &mut Tx, program: &Program, but: Option<PersonId>) -> Result<Vec<Contact>, Error> {
    let mut ids: Vec<PersonId> = programs::coordinators(tx, program.id).await?.into_iter().map(|coordinator| coordinator.id).collect();
    ids.retain(|id| Some(*id) != but);
    if let (true, Some(organisation)) = (ids.is_empty(), program.organisation_id) {
        ids = organisations::managers(tx, organisation).await?;
        ids.retain(|id| Some(*id) != but);
    }
    Ok(parties(tx, &ids).await?)
}
