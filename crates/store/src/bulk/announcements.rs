//! Notifications, mails, and events in the order of the stream.

use super::writer;
use crate::events::NewEvent;
use crate::mails::Mail;
use chrono::{DateTime, Utc};
use sqlx::types::Json;

writer! {
    /// Appends to the stream of events, oldest first.
    events("events", e: NewEvent) {
        at: e.at,
        kind: e.kind,
        actor_id: e.actor,
        organisation_id: e.organisation,
        program_id: e.program,
        subject_id: e.subject,
        body: Json(&e.body),
    }
}

writer! {
    /// Puts mails in the outbox, due at once.
    mails("mails", m: Mail) {
        id: m.id,
        to_name: &m.to_name,
        to_email: &m.to_email,
        locale: &m.locale,
        subject: &m.subject,
        body_text: &m.body_text,
        body_html: &m.body_html,
        created_at: m.created_at,
        not_before: m.created_at,
        attempts: m.attempts,
        given_up: false,
    }
}

/// A mail that isn't due yet.
#[derive(Debug, Clone)]
pub struct Delayed {
    /// The mail.
    pub mail: Mail,
    /// When it is due.
    pub not_before: DateTime<Utc>,
}

writer! {
    /// Puts mails in the outbox that are due later.
    delayed_mails("mails", d: Delayed) {
        id: d.mail.id,
        to_name: &d.mail.to_name,
        to_email: &d.mail.to_email,
        locale: &d.mail.locale,
        subject: &d.mail.subject,
        body_text: &d.mail.body_text,
        body_html: &d.mail.body_html,
        created_at: d.mail.created_at,
        not_before: d.not_before,
        attempts: d.mail.attempts,
        given_up: false,
    }
}
