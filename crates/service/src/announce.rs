//! Telling others: an event in the stream, a notification on the site and a mail, all in the use case's transaction.

use crate::{Ctx, Error, mail};
use domain::{NotificationId, OrganisationId, PersonId, ProgramId};
use i18n::Locale;
use serde_json::{Value, json};
use store::{Tx, events, mails, notifications};
use uuid::Uuid;

/// What happened, where and to what.
#[derive(Debug, Clone, Default)]
pub struct Happening {
    /// `noun.verb`.
    pub kind: &'static str,
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

/// Writes an event to the stream.
///
/// # Errors
/// The database said no.
pub async fn event(ctx: &Ctx, tx: &mut Tx, happening: Happening) -> Result<(), Error> {
    let event = events::NewEvent {
        at: ctx.now(),
        kind: happening.kind,
        actor: happening.actor,
        organisation: happening.organisation,
        program: happening.program,
        subject: happening.subject,
        body: happening.body.unwrap_or_else(|| json!({})),
    };
    Ok(events::append(tx, &event).await?)
}

/// Tells a person on the site. `kind` names the message `notifications.<kind>`, `args` are its placeholders.
///
/// # Errors
/// The database said no.
pub async fn notify(ctx: &Ctx, tx: &mut Tx, person: PersonId, kind: &str, link: String, args: &[(&str, &str)]) -> Result<(), Error> {
    let body: serde_json::Map<String, Value> = args.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect();
    let notification = notifications::Notification {
        id: ctx.id::<NotificationId>(),
        person_id: person,
        kind: kind.to_owned(),
        link,
        body: sqlx_json(Value::Object(body)),
        created_at: ctx.now(),
        read_at: None,
    };
    Ok(notifications::insert(tx, &notification).await?)
}

fn sqlx_json(value: Value) -> store::Json<Value> {
    store::Json(value)
}

/// Whom a mail is for.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their language.
    pub locale: Locale,
}

/// Puts a mail in the outbox, in the reader's language. See [`mail::Letter`].
///
/// # Errors
/// The database said no.
pub async fn send(ctx: &Ctx, tx: &mut Tx, to: &Recipient, letter: &mail::Letter<'_>) -> Result<(), Error> {
    let rendered = mail::render(to, letter, &ctx.settings.base_url);
    let mail = mails::Mail {
        id: ctx.id(),
        to_name: to.name.clone(),
        to_email: to.email.clone(),
        locale: to.locale.as_str().to_owned(),
        subject: rendered.subject,
        body_text: rendered.text,
        body_html: rendered.html,
        created_at: ctx.now(),
        attempts: 0,
    };
    Ok(mails::insert(tx, &mail).await?)
}
