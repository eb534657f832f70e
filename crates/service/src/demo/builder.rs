//! What the parts of the demo share while it is worked out: who is who, what day it is, and the rows so far.

use super::data::{self, Data, missing};
use super::rows::Rows;
use crate::{Ctx, Error};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use domain::{PersonId, RequestId};
use i18n::Locale;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use store::Json;
use store::events::NewEvent;
use store::mentorships::Mentorship;
use store::notifications::Notification;
use store::programs::Program;
use uuid::Uuid;

/// A notification that is older than this was read.
const UNREAD: Duration = Duration::days(4);

/// Somebody of the demo.
#[derive(Debug, Clone, Copy)]
pub(super) struct DemoPerson<'a> {
    pub id: PersonId,
    pub data: &'a data::Person,
}

impl DemoPerson<'_> {
    pub fn name(&self) -> &str {
        &self.data.who.name
    }
}

/// The state of the work.
#[derive(Debug)]
pub(super) struct DemoBuilder<'a> {
    pub ctx: &'a Ctx,
    pub data: &'a Data,
    pub now: DateTime<Utc>,
    pub password_hash: String,
    /// People by the address before the `@`, in the order of the data.
    pub people: Vec<DemoPerson<'a>>,
    /// The request that a mentorship came of.
    pub came_of: HashMap<&'a str, RequestId>,
    /// The rows of mentorships, by their names in the data.
    pub mentorships: HashMap<&'a str, Mentorship>,
    pub rows: Rows,
}

impl<'a> DemoBuilder<'a> {
    pub fn new(ctx: &'a Ctx, data: &'a Data, password_hash: String) -> Self {
        let people = data.people.iter().map(|data| DemoPerson { id: ctx.id(), data }).collect();
        let (came_of, mentorships) = (HashMap::new(), HashMap::new());
        Self { ctx, data, now: ctx.now(), password_hash, people, came_of, mentorships, rows: Rows::default() }
    }

    /// Somebody, by the address before the `@`.
    pub fn person(&self, handle: &str) -> Result<DemoPerson<'a>, Error> {
        self.people.iter().find(|demo_person| demo_person.data.who.email == handle).copied().ok_or_else(|| missing("a person", handle))
    }

    /// A program, by the name in its address.
    pub fn program(&self, slug: &str) -> Result<&Program, Error> {
        self.rows.programs.iter().find(|program| program.slug == slug).ok_or_else(|| missing("a program", slug))
    }

    /// A mentorship, by its name in the data.
    pub fn mentorship(&self, name: &str) -> Result<&Mentorship, Error> {
        self.mentorships.get(name).ok_or_else(|| missing("a mentorship", name))
    }

    /// So many weeks ago.
    pub fn ago(&self, weeks: i64) -> DateTime<Utc> {
        self.now - Duration::weeks(weeks)
    }

    /// The day so many weeks from today.
    pub fn day(&self, weeks: i64) -> NaiveDate {
        (self.now + Duration::weeks(weeks)).date_naive()
    }

    /// Adds to the stream of events.
    pub fn happened(&mut self, at: DateTime<Utc>, kind: EventKind, actor: PersonId, program: &Program, subject: Uuid) {
        self.rows.events.push(NewEvent {
            at,
            kind,
            actor: Some(actor),
            organisation: program.organisation_id,
            program: Some(program.id),
            subject: Some(subject),
            body: json!({}),
        });
    }

    /// Tells somebody on the site; what is some days old, they have read.
    pub fn told(&mut self, to: PersonId, at: DateTime<Utc>, kind: NotificationKind, link: String, args: &[(&str, &str)]) {
        let body: serde_json::Map<String, Value> = args.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect();
        self.rows.notifications.push(Notification {
            id: self.ctx.id(),
            person_id: to,
            kind: kind.to_string(),
            link,
            body: Json(Value::Object(body)),
            created_at: at,
            read_at: (self.now - at > UNREAD).then(|| at + Duration::hours(7)),
        });
    }
}

/// The moment that lies so many percent of the way from one to another, in whole seconds.
pub(super) fn between(from: DateTime<Utc>, to: DateTime<Utc>, percent: i32) -> DateTime<Utc> {
    let seconds = (to - from).num_seconds() * i64::from(percent) / 100;
    from + Duration::seconds(seconds)
}

/// The text for a reader of this language, or else the English one; the `n`th where there are several.
pub(super) fn text_for(texts: &BTreeMap<String, Vec<String>>, locale: Locale, n: usize) -> Result<&str, Error> {
    let list = texts.get(locale.as_str()).or_else(|| texts.get(Locale::En.as_str()));
    let text = list.filter(|list| !list.is_empty()).and_then(|list| list.get(n % list.len()));
    text.map(String::as_str).ok_or_else(|| missing("a text", locale.as_str()))
}
