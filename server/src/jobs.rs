//! What runs beside the answers: one loop each, ended gracefully with the server.
//!
//! Several servers on one database may run the same jobs: each job takes what it works on by a statement that only one of them
//! wins, so nothing is done twice.

pub mod leaving;
pub mod mails;
pub mod tidy;

use crate::mail::Mailer;
use crate::metrics;
use crate::state::AppState;
use std::future::pending;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

/// How often the outbox is looked into when nobody rang: for mails of other servers, and those to be tried again.
const MAILS: Duration = Duration::from_secs(2);
/// How long after the bell a mail can be seen, as its transaction goes on for a moment.
const WRITTEN: Duration = Duration::from_millis(100);
/// How often clocks of requests are read.
const REQUESTS: Duration = Duration::from_secs(60);
/// How often clocks of proposals are read.
const PROPOSALS: Duration = Duration::from_secs(60);
/// How often it is looked who is to be erased.
const LEAVING: Duration = Duration::from_secs(600);
/// How often what has expired is removed.
const TIDY: Duration = Duration::from_secs(3600);

/// Starts all jobs; they end when `stopped` says so.
#[must_use]
pub fn start(state: &AppState, mailer: Mailer, stopped: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    let ctx = state.ctx.clone();
    let outbox = ctx.outbox.clone();
    let mail = async move || {
        outbox.notified().await;
        sleep(WRITTEN).await;
    };
    jobs.spawn(every(MAILS, mail, "mails", stopped.clone(), move || {
        let (ctx, mailer) = (ctx.clone(), mailer.clone());
        async move { mails::send(&ctx, &mailer).await.map(|_| ()) }
    }));
    let ctx = state.ctx.clone();
    jobs.spawn(every(REQUESTS, pending, "requests", stopped.clone(), move || {
        let ctx = ctx.clone();
        async move {
            let done = service::requests::tick(&ctx).await?;
            if done != service::requests::Ticked::default() {
                tracing::info!(expired = done.expired, reminded = done.reminded, "time went by for requests");
            }
            Ok(())
        }
    }));
    let ctx = state.ctx.clone();
    jobs.spawn(every(PROPOSALS, pending, "proposals", stopped.clone(), move || {
        let ctx = ctx.clone();
        async move {
            let done = service::proposals::tick(&ctx).await?;
            if done != service::proposals::Ticked::default() {
                tracing::info!(expired = done.expired, reminded = done.reminded, "time went by for proposals");
            }
            Ok(())
        }
    }));
    let ctx = state.ctx.clone();
    jobs.spawn(every(LEAVING, pending, "leaving", stopped.clone(), move || {
        let ctx = ctx.clone();
        async move { leaving::run(&ctx).await }
    }));
    let state = state.clone();
    jobs.spawn(every(TIDY, pending, "tidy", stopped.clone(), move || {
        let state = state.clone();
        async move {
            state.metrics.tidy();
            tidy::run(&state.ctx).await
        }
    }));
    jobs
}

/// Runs a job now and then, and sooner when it is called. A failure is logged, and the next run tries again.
async fn every<F>(period: Duration, called: impl AsyncFn(), name: &'static str, mut stopped: watch::Receiver<bool>, job: impl Fn() -> F)
where
    F: Future<Output = Result<(), service::Error>>,
{
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => (),
            () = called() => (),
            // An error means that nobody can say it any more.
            _ = stopped.wait_for(|stop| *stop) => return,
        }
        let result = job().await;
        metrics::ran(name, result.is_ok());
        if let Err(error) = result {
            tracing::error!(job = name, %error, "a job failed");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::sync::Notify;

    #[tokio::test]
    async fn a_job_runs_as_soon_as_it_is_called_and_ends_when_it_is_stopped() {
        let (bell, ran) = (Arc::new(Notify::new()), Arc::new(AtomicUsize::new(0)));
        let (stop, stopped) = watch::channel(false);
        let (called, counted) = (bell.clone(), ran.clone());
        let called = async move || called.notified().await;
        let job = tokio::spawn(every(Duration::from_secs(3600), called, "a test", stopped, move || {
            counted.fetch_add(1, Ordering::SeqCst);
            async { Ok(()) }
        }));
        let until = async |times: usize| {
            while ran.load(Ordering::SeqCst) < times {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), async {
            until(1).await;
            bell.notify_one();
            until(2).await;
            stop.send(true).unwrap();
            job.await.unwrap();
        })
        .await
        .unwrap();
        assert_eq!(ran.load(Ordering::SeqCst), 2);
    }
}
