//! What every use case is given: the database, time, chance and settings; and who is asking.

use crate::clock::{Clock, Entropy, SystemClock, SystemEntropy};
use crate::error::Error;
use chrono::{DateTime, Utc};
use domain::{PersonId, SessionId};
use i18n::{I18n, Locale};
use std::sync::Arc;
use store::{Db, Tx};
use tokio::sync::Notify;
use use_case::use_case;
use uuid::Uuid;

/// What a use case works with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The database.
    pub db: Db,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The random source.
    pub entropy: Arc<dyn Entropy>,
    /// What the operator set.
    pub settings: Arc<Settings>,
    /// Password hashing with bounded concurrency.
    pub hasher: Arc<crate::accounts::Hasher>,
    /// How often one may try to sign in and the like.
    pub limits: Arc<crate::accounts::Limits>,
    /// Mentor lists kept in memory, per program.
    pub rosters: Arc<crate::mentors::Rosters>,
    /// Rung when a mail goes to the outbox, a little before it can be seen there: who sends mails need not wait for the next
    /// look. Other servers' mails ring nothing here.
    pub outbox: Arc<Notify>,
}

/// What the operator set and use cases need to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The address of the site as people see it, without a slash at the end; links in mails begin with it.
    pub base_url: String,
    /// How many mails with invitations leave in a day for one organisation; those beyond wait.
    pub invitations_a_day: usize,
}

/// More people than most programs have, and few enough that a mail server isn't taken for a spammer's.
pub const INVITATIONS_A_DAY: usize = 500;

impl Default for Settings {
    fn default() -> Self {
        Self { base_url: "http://127.0.0.1:3000".to_owned(), invitations_a_day: INVITATIONS_A_DAY }
    }
}

impl Ctx {
    /// A context on the system's clock and random source.
    #[must_use]
    pub fn new(db: Db, settings: Settings) -> Self {
        Self {
            db,
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            settings: Arc::new(settings),
            hasher: Arc::default(),
            limits: Arc::default(),
            rosters: Arc::default(),
            outbox: Arc::default(),
        }
    }

    /// The present instant, in whole microseconds.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// A new UUIDv7 from this context's clock and random source.
    #[must_use]
    pub fn uuid(&self) -> Uuid {
        let mut random = [0_u8; 10];
        self.entropy.fill(&mut random);
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    /// A new id of any kind.
    #[must_use]
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.uuid().into()
    }

    /// A connection for reading.
    ///
    /// # Errors
    /// The database is out of reach.
    #[use_case]
    pub async fn read(&self) -> Result<Tx, Error> {
        Ok(self.db.read().await?)
    }

    /// Reading in which all statements see the same. See [`Db::snapshot`].
    ///
    /// # Errors
    /// The database is out of reach.
    #[use_case]
    pub async fn snapshot(&self) -> Result<Tx, Error> {
        Ok(self.db.snapshot().await?)
    }

    /// A transaction for writing.
    ///
    /// # Errors
    /// The database is out of reach.
    #[use_case]
    pub async fn write(&self) -> Result<Tx, Error> {
        Ok(self.db.write().await?)
    }
}

/// Who is asking: somebody signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person.
    pub id: PersonId,
    /// The device they are signed in on.
    pub session: SessionId,
    /// Their name.
    pub name: String,
    /// Their language.
    pub locale: Locale,
    /// Their IANA time zone.
    pub zone: String,
    /// Whether their e-mail address is confirmed. Nobody signs in before; what reaches others asks for it all the same.
    pub verified: bool,
}

impl Actor {
    /// The person's language, with its words.
    #[must_use]
    pub fn i18n(&self) -> I18n {
        I18n::of(self.locale)
    }
}
