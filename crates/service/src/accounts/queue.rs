//! Work that keeps a core busy, such as hashing: a few at a time, and only so many who wait.
//!
//! Who finds the queue full is told so at once, and when to come again: a queue without an end answers nobody in the end. Some
//! places are kept for people who are known (signed in, or on a device of theirs), so that strangers in great numbers don't stop them.

use crate::Error;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// How many may wait or be at work for each that is at work at a time. A hash takes some 30 ms, so nobody waits for long.
const PLACES: usize = 64;
/// The share of people who are known: one such place for so many of anybody's.
const RESERVED: usize = 2;
/// After how many seconds somebody who found no place may come again.
const AGAIN: u64 = 5;

/// Who asks for work to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asker {
    /// Anybody at all.
    Stranger,
    /// Somebody signed in, or on a device that signed in before.
    Known,
}

/// The queue.
#[derive(Debug)]
pub(super) struct Queue {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
    reserved: Arc<Semaphore>,
}

impl Queue {
    /// A queue where so many work at once, as long as they need some 30 ms each.
    pub(super) fn of(turns: usize) -> Self {
        Self::new(turns, turns.saturating_mul(PLACES))
    }

    /// A queue where so many work at once, and so many wait or work.
    pub(super) fn new(turns: usize, places: usize) -> Self {
        Self {
            turns: Arc::new(Semaphore::new(turns)),
            places: Arc::new(Semaphore::new(places)),
            reserved: Arc::new(Semaphore::new(places.div_ceil(RESERVED))),
        }
    }

    /// Does the work as soon as a core is free, on a thread for such work.
    ///
    /// # Errors
    /// [`Error::Busy`] when there is no place left to wait in; what the work answers.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        who: Asker,
        work: impl FnOnce() -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let place = match (self.places.clone().try_acquire_owned(), who) {
            (Ok(place), _) => place,
            (Err(_), Asker::Known) => self.reserved.clone().try_acquire_owned().map_err(|_| Error::Busy(AGAIN))?,
            (Err(_), Asker::Stranger) => return Err(Error::Busy(AGAIN)),
        };
        let turn = self.turns.clone().acquire_owned().await.map_err(internal)?;
        // Both go with the work: somebody who doesn't wait for the answer any more leaves it running, and a core busy.
        let at_work = move || {
            let _held = (place, turn);
            work()
        };
        tokio::task::spawn_blocking(at_work).await.map_err(internal)?
    }
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("work that keeps a core busy: {error}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use tokio::task::JoinHandle;

    /// Work that goes on until it is let go.
    fn held(queue: &Arc<Queue>, who: Asker) -> (Sender<()>, JoinHandle<Result<(), Error>>) {
        let (go, wait): (Sender<()>, Receiver<()>) = channel();
        let queue = queue.clone();
        let task = tokio::spawn(async move { queue.run(who, move || wait.recv().map_err(internal)).await });
        (go, task)
    }

    async fn until(done: impl Fn() -> bool) {
        while !done() {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn who_finds_no_place_is_told_at_once_and_who_is_known_finds_one() {
        let queue = Arc::new(Queue::new(1, 2));
        let strangers = [held(&queue, Asker::Stranger), held(&queue, Asker::Stranger)];
        until(|| queue.places.available_permits() == 0).await;
        assert!(matches!(queue.run(Asker::Stranger, || Ok(())).await, Err(Error::Busy(5))), "nobody waits without an end");
        let known = held(&queue, Asker::Known);
        until(|| queue.reserved.available_permits() == 0).await;
        assert!(matches!(queue.run(Asker::Known, || Ok(())).await, Err(Error::Busy(5))), "nor who is known");
        for (go, task) in strangers.into_iter().chain([known]) {
            go.send(()).unwrap();
            task.await.unwrap().unwrap();
        }
        queue.run(Asker::Stranger, || Ok(())).await.unwrap();
    }

    #[tokio::test]
    async fn who_goes_away_leaves_the_core_busy_until_the_work_is_done() {
        let queue = Arc::new(Queue::new(1, 4));
        let (go, task) = held(&queue, Asker::Stranger);
        until(|| queue.turns.available_permits() == 0).await;
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        assert_eq!(queue.turns.available_permits(), 0, "the next one waits for its turn");
        go.send(()).unwrap();
        until(|| queue.turns.available_permits() == 1 && queue.places.available_permits() == 4).await;
    }
}
