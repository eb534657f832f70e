//! NotificationContext others: an event in the stream, a notification on the site and a mail, all in the use case's transaction.

use crate::mail::{self, Recipient};
use crate::{Ctx, Error};
use chrono::{DateTime, Utc};
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::{MailId, NotificationId, OrganisationId, PersonId, ProgramId};
use serde_json::{Value, json};
use store::programs::Program;
use store::{Json, Tx, bulk, events, mails, notifications};
use use_case::use_case;
use uuid::Uuid;

/// What happened, where and to what.
#[derive(Debug, Clone)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Who did it.
    pub actor: Option<PersonId>,
    /// In which organisation.
    pub organisation: Option<OrganisationId>,
    /// In which program.
    pub program: Option<ProgramId>,
    /// To what.
    pub subject: Option<Uuid>,
    /// More, never personal text.
    pub body: Option<Value>,
}

impl Event {
    /// Something of this kind: who did it, where and to what is still to be said.
    #[must_use]
    pub const fn of(kind: EventKind) -> Self {
        Self { kind, actor: None, organisation: None, program: None, subject: None, body: None }
    }

    /// Something in a program: by whom, if by anybody, and to what.
    #[must_use]
    pub fn in_program(program: &Program, kind: EventKind, actor: Option<PersonId>, subject: Uuid) -> Self {
        Self { actor, organisation: program.organisation_id, program: Some(program.id), subject: Some(subject), ..Self::of(kind) }
    }

    /// The same, with more to say.
    #[must_use]
    pub fn with(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }
}

/// What there is to tell, gathered while people and rows are gone through and written together: three statements,
/// however many are told.
#[derive(Debug, Default)]
pub struct Batch {
    events: Vec<events::NewEvent>,
    notifications: Vec<notifications::Notification>,
    mails: Vec<mails::Mail>,
    delayed: Vec<bulk::Delayed>,
}

impl Batch {
    /// An event for the stream.
    pub fn event(&mut self, ctx: &Ctx, event: Event) {
        self.events.push(events::NewEvent {
            at: ctx.now(),
            kind: event.kind,
            actor: event.actor,
            organisation: event.organisation,
            program: event.program,
            subject: event.subject,
            body: event.body.unwrap_or_else(|| json!({})),
        });
    }

    /// Tells a person on the site. `args` are the placeholders of the kind's message.
    pub fn notify(&mut self, ctx: &Ctx, person: PersonId, kind: NotificationKind, link: String, args: &[(&str, &str)]) {
        let body: serde_json::Map<String, Value> = args.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect();
        self.notifications.push(notifications::Notification {
            id: ctx.id::<NotificationId>(),
            person_id: person,
            kind: kind.to_string(),
            link,
            body: Json(Value::Object(body)),
            created_at: ctx.now(),
            read_at: None,
        });
    }

    /// A mail for the outbox, in the reader's language. See [`mail::EmailTemplate`].
    pub fn mail(&mut self, ctx: &Ctx, to: &Recipient, template: &mail::EmailTemplate<'_>) -> MailId {
        ctx.outbox.notify_one();
        let mail = written(ctx, to, template);
        let id = mail.id;
        // Whoever left has no address.
        if !to.email.is_empty() {
            self.mails.push(mail);
        }
        id
    }

    /// The same for one that leaves at an instant; at once when that is now.
    pub fn mail_at(&mut self, ctx: &Ctx, to: &Recipient, template: &mail::EmailTemplate<'_>, at: DateTime<Utc>) -> MailId {
        if at <= ctx.now() {
            return self.mail(ctx, to, template);
        }
        let mail = written(ctx, to, template);
        let id = mail.id;
        self.delayed.push(bulk::Delayed { mail, not_before: at });
        id
    }

    /// Writes it all.
    #[use_case]
    pub async fn write(self, tx: &mut Tx) -> Result<(), Error> {
        bulk::events(tx, &self.events).await?;
        bulk::notifications(tx, &self.notifications).await?;
        bulk::mails(tx, &self.mails).await?;
        Ok(bulk::delayed_mails(tx, &self.delayed).await?)
    }
}

fn written(ctx: &Ctx, to: &Recipient, template: &mail::EmailTemplate<'_>) -> mails::Mail {
    let rendered = mail::render(to, template, &ctx.settings.base_url);
    mails::Mail {
        id: ctx.id(),
        to_name: to.name.clone(),
        to_email: to.email.clone(),
        locale: to.locale.as_str().to_owned(),
        subject: rendered.subject,
        body_text: rendered.text,
        body_html: rendered.html,
        created_at: ctx.now(),
        attempts: 0,
    }
}

/// Writes an event to the stream.
#[use_case]
pub async fn event(ctx: &Ctx, tx: &mut Tx, event: Event) -> Result<(), Error> {
    let mut batch = Batch::default();
    batch.event(ctx, event);
    batch.write(tx).await
}

/// Tells one person on the site. See [`Batch::notify`].
#[use_case]
pub async fn notify(
    ctx: &Ctx,
    tx: &mut Tx,
    person: PersonId,
    kind: NotificationKind,
    link: String,
    args: &[(&str, &str)],
) -> Result<(), Error> {
    let mut batch = Batch::default();
    batch.notify(ctx, person, kind, link, args);
    batch.write(tx).await
}

/// Puts one mail in the outbox. See [`Batch::mail`].
#[use_case]
pub async fn send(ctx: &Ctx, tx: &mut Tx, to: &Recipient, template: &mail::EmailTemplate<'_>) -> Result<(), Error> {
    let mut batch = Batch::default();
    batch.mail(ctx, to, template);
    batch.write(tx).await
}
