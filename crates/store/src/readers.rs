//! Connections to PostgreSQL for reading, which are handed on from one reader to the next.
//!
//! The pool asks each connection that it is given back whether it still works, and that is a way there and back: as much as many a
//! page asks for. A reader whose statements were all answered has just seen that it works, so the next one gets it as it is.
//! Whoever broke off, was told of an error or has had it for some seconds gives it back to the pool, which looks at it.

use crate::db::RESTED;
use scopeguard::ScopeGuard;
use sqlx::Postgres;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgPool};
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// So many wait for the next reader. They count as taken where the pool counts, so they are a part of its connections.
const KEPT: usize = 8;

/// A pool, and connections of it that were read with a moment ago.
#[derive(Clone, Debug)]
pub struct Readers(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    pool: PgPool,
    /// The last one is the one used last: it knows most statements. `None` when the pool is closed.
    kept: Mutex<Option<Vec<PooledReader>>>,
}

/// A connection, and when the pool gave it out.
#[derive(Debug)]
struct PooledReader(PoolConnection<Postgres>, Instant);

/// A connection in the hands of a reader. It goes to the next one, or back to the pool, when this is dropped.
pub type Reading = ScopeGuard<ReaderConnection, fn(ReaderConnection)>;

/// What a reader holds.
#[derive(Debug)]
pub struct ReaderConnection {
    kept: PooledReader,
    /// Whether a statement is under way, or wasn't answered as it should be.
    doubtful: bool,
    readers: Readers,
}

impl ReaderConnection {
    /// The connection, for one statement.
    pub fn asked(&mut self) -> &mut PgConnection {
        self.doubtful = true;
        &mut self.kept.0
    }

    /// The statement was answered.
    pub const fn answered(&mut self) {
        self.doubtful = false;
    }

    fn give_back(self) {
        if !self.doubtful {
            self.readers.keep(self.kept);
        }
    }
}

impl Readers {
    pub(crate) fn new(pool: PgPool) -> Self {
        Self(Arc::new(Inner { pool, kept: Mutex::new(Some(Vec::new())) }))
    }

    /// A connection to read with.
    pub(crate) async fn take(&self) -> Result<Reading, sqlx::Error> {
        let kept = match self.last() {
            Some(kept) => kept,
            None => PooledReader(self.0.pool.acquire().await?, Instant::now()),
        };
        Ok(scopeguard::guard(
            ReaderConnection { kept, doubtful: false, readers: self.clone() },
            ReaderConnection::give_back as fn(ReaderConnection),
        ))
    }

    /// The pool, of which one connection at least is free if any reader's can be spared.
    pub(crate) fn pool(&self) -> &PgPool {
        if self.is_short() {
            let spared = self.kept().as_mut().and_then(Vec::pop);
            drop(spared);
        }
        &self.0.pool
    }

    /// Closes all connections after what runs has ended.
    pub(crate) async fn close(&self) {
        let last = self.kept().take();
        drop(last);
        self.0.pool.close().await;
    }

    fn keep(&self, kept: PooledReader) {
        // Whoever waits for a connection waits where the pool gives them out.
        if kept.is_old() || self.is_short() {
            return;
        }
        if let Some(list) = self.kept().as_mut().filter(|list| list.len() < KEPT) {
            list.push(kept);
        }
    }

    /// The one used last. Those that nobody used for long go back to the pool.
    fn last(&self) -> Option<PooledReader> {
        let (last, old) = {
            let mut kept = self.kept();
            let list = kept.as_mut()?;
            if list.iter().any(PooledReader::is_old) {
                let (old, fresh): (Vec<PooledReader>, Vec<PooledReader>) = mem::take(list).into_iter().partition(PooledReader::is_old);
                *list = fresh;
                (list.pop(), old)
            } else {
                (list.pop(), Vec::new())
            }
        };
        drop(old);
        last
    }

    /// Whether all connections are taken.
    fn is_short(&self) -> bool {
        let pool = &self.0.pool;
        pool.num_idle() == 0 && pool.size() >= pool.options().get_max_connections()
    }

    fn kept(&self) -> MutexGuard<'_, Option<Vec<PooledReader>>> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl PooledReader {
    fn is_old(&self) -> bool {
        self.1.elapsed() >= RESTED
    }
}

impl Drop for Inner {
    /// Without the pool's help: it would need a runtime, and perhaps there is none any more.
    fn drop(&mut self) {
        let kept = self.kept.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        for PooledReader(connection, _) in kept.into_iter().flatten() {
            drop(connection.leak());
        }
    }
}

#[cfg(test)]
#[path = "readers_tests.rs"]
mod tests;
