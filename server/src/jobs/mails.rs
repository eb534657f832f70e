//! Sends what is in the outbox.

use crate::mail::{MailError, Mailer};
use crate::metrics;
use chrono::Duration;
use service::{Ctx, Error};
use store::mails::{self, Mail};

/// How many are taken at once.
const BATCH: i64 = 20;
/// For how long those that were taken are left alone by others. Longer than a batch can take; were the server to die
/// meanwhile, they are sent after this time.
const TAKEN: Duration = Duration::minutes(10);
/// After so many tries a mail is given up.
const TRIES: i32 = 12;

/// Sends all mails that are due and says how many were sent.
pub async fn send(ctx: &Ctx, mailer: &Mailer) -> Result<usize, Error> {
    let mut sent = 0;
    loop {
        let now = ctx.now();
        let mut tx = ctx.write().await?;
        let batch = mails::claim(&mut tx, now, now + TAKEN, BATCH).await?;
        tx.commit().await?;
        if batch.is_empty() {
            return Ok(sent);
        }
        for mail in &batch {
            sent += usize::from(one(ctx, mailer, mail).await?);
        }
    }
}

/// Tries one mail, outside any transaction, and notes what became of it.
async fn one(ctx: &Ctx, mailer: &Mailer, mail: &Mail) -> Result<bool, Error> {
    let result = mailer.send(mail).await;
    let mut tx = ctx.write().await?;
    match &result {
        Ok(()) => {
            mails::mark_sent(&mut tx, mail.id, ctx.now()).await?;
            metrics::mailed("sent");
        }
        Err(MailError::Later(why)) if mail.attempts < TRIES => {
            mails::mark_failed(&mut tx, mail.id, why, ctx.now() + pause(mail.attempts)).await?;
            tracing::warn!(mail = %mail.id, attempts = mail.attempts, why, "a mail could not be sent; it is tried again");
            metrics::mailed("failed");
        }
        Err(MailError::Later(why) | MailError::Never(why)) => {
            mails::give_up(&mut tx, mail.id, why).await?;
            tracing::error!(mail = %mail.id, attempts = mail.attempts, why, "a mail was given up");
            metrics::mailed("given up");
        }
    }
    tx.commit().await?;
    Ok(result.is_ok())
}

/// A minute, two, four, … but never more than six hours.
fn pause(attempts: i32) -> Duration {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(9);
    Duration::minutes(2_i64.pow(doublings)).min(Duration::hours(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_six_hours() {
        let minutes: Vec<i64> = [0, 1, 2, 3, 9, 10, 12, i32::MAX].map(|n| pause(n).num_minutes()).to_vec();
        assert_eq!(minutes, [1, 1, 2, 4, 256, 360, 360, 360]);
    }
}
