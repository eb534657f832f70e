//! How many mails with invitations leave in a day: of an organisation, of a person, and to an address. Those beyond wait in the outbox.

use crate::{Ctx, Error};
use chrono::{DateTime, Utc};
use domain::organisations::{DAY, Pace};
use domain::{OrganisationId, PersonId};
use std::collections::HashMap;
use store::Tx;
use store::organisations::{self, invitation_mails};

/// Mails with invitations to one address in a day, whoever sends them.
const TO_ONE_ADDRESS: usize = 5;

/// The paces that an invitation keeps to.
pub(crate) struct Paces {
    organisation: Pace,
    person: Pace,
    addresses: HashMap<String, Pace>,
}

impl Paces {
    /// Reads what has left, or waits, of an organisation, of whoever invites, and to some addresses.
    pub(crate) async fn read(
        ctx: &Ctx,
        tx: &mut Tx,
        organisation: OrganisationId,
        person: PersonId,
        email_keys: &[String],
    ) -> Result<Self, Error> {
        let most = ctx.settings.invitations_a_day;
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let day_ago = ctx.now() - DAY;
        let mut addresses: HashMap<String, Pace> = HashMap::new();
        for (key, at) in invitation_mails::to(tx, email_keys, day_ago).await? {
            addresses.entry(key).or_insert_with(to_one_address).take(at);
        }
        Ok(Self {
            organisation: Pace::new(most, invitation_mails::of_organisation(tx, organisation, day_ago, limit).await?),
            person: Pace::new(most, invitation_mails::of_person(tx, person, day_ago, limit).await?),
            addresses,
        })
    }

    /// The same for writing: nobody else counts the organisation's mails until the transaction ends.
    pub(crate) async fn lock(
        ctx: &Ctx,
        tx: &mut Tx,
        organisation: OrganisationId,
        person: PersonId,
        email_keys: &[String],
    ) -> Result<Self, Error> {
        organisations::lock(tx, organisation).await?;
        Self::read(ctx, tx, organisation, person, email_keys).await
    }

    /// When the next one leaves that goes to an address.
    pub(crate) fn next(&mut self, now: DateTime<Utc>, email_key: &str) -> DateTime<Utc> {
        let address = self.addresses.entry(email_key.to_owned()).or_insert_with(to_one_address);
        let at = [&self.organisation, &self.person, &*address].into_iter().map(|pace| pace.earliest(now)).max().unwrap_or(now);
        [&mut self.organisation, &mut self.person, address].into_iter().for_each(|pace| pace.take(at));
        at
    }
}

fn to_one_address() -> Pace {
    Pace::new(TO_ONE_ADDRESS, [])
}
