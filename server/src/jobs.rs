//! What runs beside the answers: one loop each, ended gracefully with the server.
//!
//! Several servers on one database may run the same jobs: each job takes what it works on by a statement that only one of them
//! wins, so nothing is done twice.

pub mod mails;
pub mod tidy;

use crate::mail::Mailer;
use crate::metrics;
use crate::state::AppState;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval};

/// How often the outbox is looked into.
const MAILS: Duration = Duration::from_secs(2);
/// How often clocks of requests are read.
const REQUESTS: Duration = Duration::from_secs(60);
/// How often clocks of proposals are read.
const PROPOSALS: Duration = Duration::from_secs(60);
/// How often what has expired is removed.
const TIDY: Duration = Duration::from_secs(3600);

/// Starts all jobs; they end when `stopped` says so.
#[must_use]
pub fn start(state: &AppState, mailer: Mailer, stopped: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    let ctx = state.ctx.clone();
    jobs.spawn(every(MAILS, "mails", stopped.clone(), move || {
        let (ctx, mailer) = (ctx.clone(), mailer.clone());
        async move { mails::send(&ctx, &mailer).await.map(|_| ()) }
    }));
    let ctx = state.ctx.clone();
    jobs.spawn(every(REQUESTS, "requests", stopped.clone(), move || {
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
    jobs.spawn(every(PROPOSALS, "proposals", stopped.clone(), move || {
        let ctx = ctx.clone();
        async move {
            let done = service::proposals::tick(&ctx).await?;
            if done != service::proposals::Ticked::default() {
                tracing::info!(expired = done.expired, reminded = done.reminded, "time went by for proposals");
            }
            Ok(())
        }
    }));
    let state = state.clone();
    jobs.spawn(every(TIDY, "tidy", stopped.clone(), move || {
        let state = state.clone();
        async move {
            state.metrics.tidy();
            tidy::run(&state.ctx).await
        }
    }));
    jobs
}

/// Runs a job now and then. A failure is logged, and the next run tries again.
async fn every<F>(period: Duration, name: &'static str, mut stopped: watch::Receiver<bool>, job: impl Fn() -> F)
where
    F: Future<Output = Result<(), service::Error>>,
{
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => (),
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
