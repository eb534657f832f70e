//! Work that keeps a core busy for a while: on threads for such work, a few at a time, so that nobody else's answer waits for it.
//!
//! Whoever does such work holds no transaction and no connection meanwhile: it takes as long as what somebody sent is large.

use crate::Error;
use std::sync::{Arc, LazyLock};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// As many at a time as there are cores, but two at least.
static TURNS: LazyLock<Arc<Semaphore>> = LazyLock::new(turns);
/// Match runs have turns of their own: they may take minutes, and nothing else should wait for that.
static RUNS: LazyLock<Arc<Semaphore>> = LazyLock::new(turns);

fn turns() -> Arc<Semaphore> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Arc::new(Semaphore::new(cores.max(2)))
}

/// Does something on a thread of its own as soon as it is its turn. (No use case: whatever is done by it is compiled where it is
/// called.)
///
/// # Errors
/// It panicked.
pub fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> impl Future<Output = Result<T, Error>> + Send {
    in_turn(&TURNS, work)
}

/// The same for a match run.
pub(crate) async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    in_turn(&RUNS, work).await
}

async fn in_turn<T: Send + 'static>(turns: &Arc<Semaphore>, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    let turn: OwnedSemaphorePermit = Arc::clone(turns).acquire_owned().await.map_err(internal)?;
    // The turn goes with the work: whoever waits for it may go, the thread goes on for a while.
    let work = move || {
        let _turn = turn;
        work()
    };
    tokio::task::spawn_blocking(work).await.map_err(internal)
}

fn internal(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("work on a thread of its own: {error}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use std::thread::current;

    /// Here one thread answers everybody.
    #[tokio::test]
    async fn it_is_done_on_a_thread_of_its_own() {
        let answering = current().id();
        assert_ne!(apart(|| current().id()).await.unwrap(), answering);
        assert_ne!(run(|| current().id()).await.unwrap(), answering);
    }
}
