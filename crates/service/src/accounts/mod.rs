//! Accounts: signing up, in and out, passwords, addresses, signed-in devices.
//!
//! Nothing here tells a stranger whether an address has an account: the answers are the same, the costly work (hashing)
//! is done either way, and what else differs hides behind a minimum time ([`Limits::evenly`]). What this module does not
//! do: cookies and HTTP (the server's), or the profile (`people`).

mod attempt;
#[cfg(test)]
mod day_tests;
mod devices;
mod email;
mod emails;
mod hasher;
mod limits;
mod noted;
mod passwords;
mod queue;
mod reset;
mod sessions;
mod settings;
mod signup;
#[cfg(test)]
mod zones_test;

pub(crate) use email::verified;
pub use email::{change_email, confirm, confirms};
pub use hasher::Hasher;
pub use limits::Limits;
pub(crate) use limits::{
    COMMENTS_A_DAY, COPIES_A_DAY, GOALS_A_DAY, GOALS_PER_MENTORSHIP, INVITE_BY_ORGANISATION, INVITE_BY_PERSON, INVITE_PER_ADDRESS,
    INVITE_PER_PERSON, ORGANISATIONS_A_DAY, PROGRAMS_A_DAY, RUNS_A_DAY, WAITING_PER_ENROLMENT,
};
pub(crate) use noted::note;
pub use passwords::change_password;
pub(crate) use passwords::{confirm as confirm_password, right as password_was_right, still_theirs};
pub use reset::{forgot, reset, resets};
pub use sessions::{NewSession, authenticate, sign_in, sign_out, sign_out_device, sign_out_others, visitor};
pub use settings::{change_basics, settings};
pub use signup::{create_admin, sign_up};

use crate::mail::Recipient;
use crate::{Ctx, Error};
use chrono::Duration;
use i18n::Locale;
use std::net::IpAddr;
use store::accounts::{self, Account};
use use_case::use_case;

/// How long somebody stays signed in without being seen.
pub const SESSION_LIFE: Duration = Duration::days(30);
/// A session that was seen less long ago isn't written to again.
const SESSION_TOUCH: Duration = Duration::minutes(10);
/// How long a device counts as one that signed in before, from when it last did.
const DEVICE_LIFE: Duration = Duration::days(180);
/// How long somebody may take to confirm the address they signed up with. After that it is as if they never had: the link from
/// the mail has long run out.
const NEVER_CAME: Duration = Duration::days(30);
/// How long it stays written down who signed in and who failed to.
const SIGN_INS_NOTED: Duration = Duration::days(180);
/// How long a mail that confirms an address works.
const VERIFY_LIFE: Duration = Duration::days(7);
/// How long a mail that sets a new password works.
const RESET_LIFE: Duration = Duration::hours(1);

/// Where a request comes from, as far as the server can tell.
#[derive(Debug, Clone, Default)]
pub struct Client {
    /// The network address of the person, not of a proxy in between.
    pub address: Option<IpAddr>,
    /// What the browser calls itself.
    pub user_agent: String,
    /// The secret that the browser got when somebody signed in on it before.
    pub device: Option<String>,
}

impl Client {
    /// The address as people read it.
    #[must_use]
    pub fn shown_address(&self) -> String {
        self.address.map(|a| a.to_canonical().to_string()).unwrap_or_default()
    }

    /// What limits per network count by. A home or a machine has a whole IPv6 network (/64), so that counts as one.
    fn network(&self) -> String {
        match self.address.map(|a| a.to_canonical()) {
            None => "unknown".to_owned(),
            Some(IpAddr::V4(v4)) => v4.to_string(),
            Some(IpAddr::V6(v6)) => format!("{:x}", v6.to_bits() >> 64),
        }
    }
}

/// Removes sessions, one-time tokens and devices that no longer count, what was noted of signing in long ago, and people who signed
/// up and never came; says how many. For a job that runs now and then.
#[use_case]
pub async fn clean_up(ctx: &Ctx) -> Result<u64, Error> {
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    let sessions = accounts::sessions::delete_expired(&mut tx, now).await?;
    let tokens = accounts::tokens::delete_expired(&mut tx, now).await?;
    let devices = accounts::devices::delete_older(&mut tx, now - DEVICE_LIFE).await?;
    let noted = store::events::delete_sign_ins(&mut tx, now - SIGN_INS_NOTED).await?;
    let strangers = accounts::delete_never_came(&mut tx, now - NEVER_CAME).await?;
    tx.commit().await?;
    Ok(sessions + tokens + devices + noted + strangers)
}

/// The person behind an account as the reader of a mail.
pub(crate) fn recipient(account: &Account) -> Recipient {
    Recipient::new(&account.name, &account.email, &account.locale)
}

/// The language of a stored tag; English if it is one that Trellis no longer speaks.
fn locale(tag: &str) -> Locale {
    Locale::from_tag(tag).unwrap_or_default()
}
