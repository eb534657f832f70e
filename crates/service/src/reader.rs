//! Whoever reads what a use case makes: everything that is said in words or shown as a date is said for them.

use crate::{Actor, Ctx};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use domain::PersonId;
use i18n::{I18n, Locale};
use store::requests::Contact;

/// Whoever reads: who that is, their language, their IANA time zone, and today's date there.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    /// Who.
    pub id: PersonId,
    /// Their language.
    pub i18n: I18n,
    /// Their time zone.
    pub zone: Tz,
    /// Today, where they are.
    pub today: NaiveDate,
}

impl Reader {
    /// Whoever asks.
    #[must_use]
    pub fn of(ctx: &Ctx, actor: &Actor) -> Self {
        Self::new(ctx, actor.id, actor.locale, &actor.zone)
    }

    /// Whoever is told something.
    pub(crate) fn of_party(ctx: &Ctx, party: &Contact) -> Self {
        Self::new(ctx, party.id, Locale::from_tag(&party.locale).unwrap_or_default(), &party.zone)
    }

    fn new(ctx: &Ctx, id: PersonId, locale: Locale, zone: &str) -> Self {
        let zone = zone_named(zone);
        Self { id, i18n: I18n::of(locale), zone, today: ctx.now().with_timezone(&zone).date_naive() }
    }

    /// An instant by the clock where they are.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.zone).naive_local()
    }

    /// The day of an instant where they are.
    #[must_use]
    pub fn day(self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }

    /// The same in words.
    #[must_use]
    pub fn date(self, at: DateTime<Utc>) -> String {
        self.i18n.date(self.day(at))
    }

    /// An instant in words.
    #[must_use]
    pub fn date_time(self, at: DateTime<Utc>) -> String {
        self.i18n.date_time(self.local(at))
    }
}

/// A time zone by its IANA name; UTC if the database holds one that chrono-tz doesn't know any more.
pub(crate) fn zone_named(name: &str) -> Tz {
    name.parse().unwrap_or(chrono_tz::UTC)
}
