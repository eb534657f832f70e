//! An attempt to sign in: what it counts as before the password is looked at, and what is taken back when it was right.
//!
//! Guessing is slowed down where it happens, at one network or on one device, and hardly elsewhere: whoever guesses somebody's
//! password must not keep them from signing in.

use super::limits::{self, GUESS_ANYWHERE, GUESS_AT_NETWORK, GUESS_ON_DEVICE};
use super::queue::Asker;
use super::{Client, DEVICE_LIFE};
use crate::{Ctx, Error, tokens};
use store::accounts::devices;

/// An attempt that was counted.
#[derive(Debug)]
pub(super) struct Attempt {
    network: String,
    /// The account, by the form of its address that is unique, whether there is one or not.
    account: String,
    /// The account at this network or, where it signed in before, on this device.
    here: String,
    known: bool,
}

impl Attempt {
    /// Counts an attempt; who comes too early waits.
    pub(super) async fn begin(ctx: &Ctx, client: &Client, account: &str) -> Result<Self, Error> {
        let now = ctx.now();
        let network = client.network();
        let device = client.device.as_deref().map(tokens::hash);
        let known = match &device {
            Some(device) => devices::is_known(&mut ctx.read().await?, device, account, now - DEVICE_LIFE).await?,
            None => false,
        };
        let here = match device.filter(|_| known) {
            Some(device) => format!("{device:x?} {account}"),
            None => format!("{network} {account}"),
        };
        let attempt = Self { network, account: account.to_owned(), here, known };
        if known {
            ctx.limits.pace(now, &[(GUESS_ON_DEVICE, &attempt.here)]).await?;
        } else {
            ctx.limits.take(now, limits::SIGN_INS, &attempt.network)?;
            ctx.limits.take(now, limits::WRONG_SIGN_INS, &attempt.network)?;
            let paced = ctx.limits.pace(now, &[(GUESS_AT_NETWORK, &attempt.here), (GUESS_ANYWHERE, account)]).await;
            if paced.is_err() {
                // Nothing was guessed.
                ctx.limits.give_back(limits::WRONG_SIGN_INS, &attempt.network);
            }
            paced?;
        }
        Ok(attempt)
    }

    /// As whom to wait for the password to be looked at.
    pub(super) const fn asker(&self) -> Asker {
        if self.known { Asker::Known } else { Asker::Stranger }
    }

    /// Takes it back: it was the right person, or the password was never looked at.
    pub(super) fn was_no_guess(&self, ctx: &Ctx) {
        if self.known {
            ctx.limits.forgive(GUESS_ON_DEVICE, &self.here);
        } else {
            ctx.limits.give_back(limits::WRONG_SIGN_INS, &self.network);
            ctx.limits.give_turn_back(GUESS_AT_NETWORK, &self.here);
            ctx.limits.give_turn_back(GUESS_ANYWHERE, &self.account);
        }
    }
}
