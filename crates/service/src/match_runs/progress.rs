//! A run that takes its time: how far it is, for whoever waits, and stopping it. What is quick leaves no trace here.

use crate::{Actor, Ctx, Error, access, heavy};
use chrono::TimeDelta;
use domain::{MatchRunId, PersonId, ProgramId, Refusal};
use pairing::{Halt, Watch};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering::Relaxed};
use std::time::Duration;
use store::match_runs::progress;
use use_case::use_case;

/// How often it is told how far a run is, and heard whether it is still wanted.
const OFTEN: Duration = Duration::from_millis(500);
/// A run that has told nothing for so long belongs to a server that is gone.
const GONE: TimeDelta = TimeDelta::seconds(15);

/// How far the one who asks is with their run in a program, in thousandths; nothing when they have none that takes its time.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who asks.
#[use_case]
pub async fn progress(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Option<u16>, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let done = progress::of(&mut tx, program.id, actor.id, ctx.now() - GONE).await?;
    Ok(done.and_then(|done| u16::try_from(done).ok()))
}

/// Stops the run that the one who asks waits for, if there is one.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who asks.
#[use_case]
pub async fn stop(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    progress::stop(&mut tx, program.id, actor.id).await?;
    Ok(tx.commit().await?)
}

/// Whose run in which program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Waiting {
    pub program: ProgramId,
    pub person: PersonId,
}

/// What the thread that computes and those who wait say to each other.
#[derive(Debug, Default)]
struct Shared {
    done: AtomicU16,
    stopped: AtomicBool,
}

/// Nobody waits any more: the thread need not go on.
struct Unwanted(Arc<Shared>);

impl Drop for Unwanted {
    fn drop(&mut self) {
        self.0.stopped.store(true, Relaxed);
    }
}

/// Does something long on a thread of its own, while it is told how far it is.
///
/// # Errors
/// [`Refusal::RunStopped`], and what is in its way.
pub(super) async fn watched<T, F>(ctx: &Ctx, waiting: Waiting, long: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: FnOnce(Watch<'_>) -> Result<T, Halt> + Send + 'static,
{
    let shared = Arc::new(Shared::default());
    let _unwanted = Unwanted(Arc::clone(&shared));
    let here = Arc::clone(&shared);
    // Whoever waits for a turn is seen as somebody whose run has begun: the same person's run before gives its turn up for it.
    let mut thread = Box::pin(heavy::run(move || {
        let report = |done| {
            here.done.store(done, Relaxed);
            !here.stopped.load(Relaxed)
        };
        long(Watch::new(&report))
    }));
    let run: MatchRunId = ctx.id();
    let mut begun = false;
    let answer = loop {
        match tokio::time::timeout(OFTEN, &mut thread).await {
            Ok(answer) => break answer,
            // That it can't be told at the moment is no reason to give up.
            Err(_) => match report(ctx, waiting, run, begun, shared.done.load(Relaxed)).await {
                Ok(true) => begun = true,
                Ok(false) => shared.stopped.store(true, Relaxed),
                Err(error) => tracing::warn!(%error, "how far a match run is could not be told"),
            },
        }
    };
    // What was found must not be lost for that; a row that is left is nobody's soon.
    if begun && let Err(error) = end(ctx, waiting, run).await {
        tracing::warn!(%error, "that a match run is done could not be told");
    }
    answer?.map_err(halted)
}

async fn report(ctx: &Ctx, waiting: Waiting, run: MatchRunId, begun: bool, done: u16) -> Result<bool, Error> {
    let Waiting { program, person } = waiting;
    let mut tx = ctx.write().await?;
    let wanted = if begun {
        progress::report(&mut tx, run, program, person, done, ctx.now()).await?
    } else {
        progress::begin(&mut tx, run, program, person, done, ctx.now()).await?;
        true
    };
    tx.commit().await?;
    Ok(wanted)
}

async fn end(ctx: &Ctx, waiting: Waiting, run: MatchRunId) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    progress::end(&mut tx, run, waiting.program, waiting.person).await?;
    Ok(tx.commit().await?)
}

/// What stood in the engine's way: being stopped and too many people can happen, nothing else should.
pub(super) fn halted(halt: Halt) -> Error {
    match halt {
        Halt::Stopped => Refusal::RunStopped.into(),
        Halt::Problem(pairing::ProblemError::TooLarge) => Refusal::TooManyToPair.into(),
        Halt::Problem(other) => Error::Internal(other.to_string()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::testing::Stage;
    use store::programs::Program;

    async fn coordinated(stage: &Stage) -> (Program, Actor) {
        let program = stage.program("career").running().await;
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        (program, carla)
    }

    /// Computes until it is stopped.
    fn for_ever(watch: Watch<'_>) -> Result<(), Halt> {
        loop {
            watch.at(3, 10)?;
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    async fn seen(stage: &Stage, who: &Actor) -> Option<u16> {
        for _ in 0..100 {
            if let Some(done) = progress(&stage.ctx, who, "career").await.unwrap() {
                return Some(done);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        None
    }

    store::both! {
        async fn who_waits_sees_how_far_it_is_and_stops_it(db) {
            let stage = Stage::new(db);
            let (program, carla) = coordinated(&stage).await;
            let other = stage.person("Cora").await;
            stage.coordinator(&program, &other).await;
            let waiting = Waiting { program: program.id, person: carla.id };
            let ctx = stage.ctx.clone();
            let run = tokio::spawn(async move { watched(&ctx, waiting, for_ever).await });
            assert_eq!(seen(&stage, &carla).await, Some(300));
            assert_eq!(progress(&stage.ctx, &other, "career").await.unwrap(), None, "it is nobody else's");
            stop(&stage.ctx, &other, "career").await.unwrap();
            tokio::time::sleep(OFTEN * 2).await;
            assert!(!run.is_finished());
            stop(&stage.ctx, &carla, "career").await.unwrap();
            let stopped = tokio::time::timeout(Duration::from_secs(30), run).await.expect("it stops").unwrap();
            assert!(matches!(stopped, Err(Error::Refused(Refusal::RunStopped))), "{stopped:?}");
            assert_eq!(progress(&stage.ctx, &carla, "career").await.unwrap(), None);
        }

        async fn a_new_run_of_the_same_person_takes_over(db) {
            let stage = Stage::new(db);
            let (program, carla) = coordinated(&stage).await;
            let waiting = Waiting { program: program.id, person: carla.id };
            let ctx = stage.ctx.clone();
            let first = tokio::spawn(async move { watched(&ctx, waiting, for_ever).await });
            assert_eq!(seen(&stage, &carla).await, Some(300));
            let ctx = stage.ctx.clone();
            let second = tokio::spawn(async move { watched(&ctx, waiting, for_ever).await });
            let stopped = tokio::time::timeout(Duration::from_secs(30), first).await.expect("it stops").unwrap();
            assert!(matches!(stopped, Err(Error::Refused(Refusal::RunStopped))));
            assert!(!second.is_finished());
            second.abort();
        }

        async fn what_is_quick_leaves_no_trace_and_a_lost_run_is_not_told_of(db) {
            let stage = Stage::new(db);
            let (program, carla) = coordinated(&stage).await;
            let waiting = Waiting { program: program.id, person: carla.id };
            assert_eq!(watched(&stage.ctx, waiting, |watch| watch.at(1, 1).map(|()| 7)).await.unwrap(), 7);
            assert_eq!(progress(&stage.ctx, &carla, "career").await.unwrap(), None);
            report(&stage.ctx, waiting, stage.ctx.id(), false, 500).await.unwrap();
            assert_eq!(progress(&stage.ctx, &carla, "career").await.unwrap(), Some(500));
            stage.clock.advance(GONE + TimeDelta::seconds(1));
            assert_eq!(progress(&stage.ctx, &carla, "career").await.unwrap(), None);
        }
    }
}
