//! The way to a test's PostgreSQL with somebody standing at it who counts how often the server is waited for.
//!
//! The driver's log tells of statements alone. What else goes there and back (preparing one, beginning a transaction, the
//! pool's look whether a connection it is given back still works) is seen on the wire only.

use super::TestDb;
use crate::Db;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Counts ways there and back.
#[derive(Debug, Clone, Default)]
pub struct Wire(Arc<AtomicUsize>);

impl Wire {
    /// The same database, reached through somebody who counts; the connections and the counter are new.
    ///
    /// # Panics
    /// When it isn't PostgreSQL.
    pub async fn to(test: &TestDb) -> (Db, Self) {
        let server = test.url();
        let (user, place) = server.rsplit_once('@').expect("an address with a user");
        let (host, name) = place.split_once('/').expect("an address with a database");
        let (wire, listener) = (Self::default(), TcpListener::bind("127.0.0.1:0").await.unwrap());
        let addr = listener.local_addr().unwrap();
        tokio::spawn(wire.clone().relay(listener, host.to_owned()));
        // Asking for encryption is answered by a single byte, which is no message.
        let url = format!("{user}@{addr}/{name}?sslmode=disable");
        (Db::connect(&url).await.unwrap(), wire)
    }

    /// How many there have been, once no more come: a connection is looked at after it was given back.
    pub async fn counted(&self) -> usize {
        let mut before = usize::MAX;
        loop {
            let now = self.0.load(Ordering::SeqCst);
            if now == before {
                return now;
            }
            before = now;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn relay(self, listener: TcpListener, host: String) {
        while let Ok((client, _)) = listener.accept().await {
            let server = TcpStream::connect(&host).await.unwrap();
            let (mut asks, mut hears) = client.into_split();
            let (answers, mut asked) = server.into_split();
            tokio::spawn(async move { tokio::io::copy(&mut asks, &mut asked).await });
            let wire = self.clone();
            // A connection that ends in the middle of something has nobody who waits.
            tokio::spawn(async move { wire.pass(answers, &mut hears).await });
        }
    }

    /// Passes on what the server says, message by message: it ends each answer with `ReadyForQuery`.
    async fn pass(self, mut from: impl AsyncRead + Unpin, to: &mut (impl AsyncWriteExt + Unpin)) -> std::io::Result<()> {
        loop {
            let (kind, length) = (from.read_u8().await?, from.read_u32().await?);
            let mut body = vec![0; usize::try_from(length).unwrap() - 4];
            from.read_exact(&mut body).await?;
            let mut message = vec![kind];
            message.extend(length.to_be_bytes());
            message.extend(body);
            if kind == b'Z' {
                self.0.fetch_add(1, Ordering::SeqCst);
            }
            to.write_all(&message).await?;
        }
    }
}
