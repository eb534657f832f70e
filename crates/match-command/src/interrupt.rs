//! Ctrl-C: asks the work to stop, and a second time ends it at once.

use std::process::exit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether somebody asked to stop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Starts to listen. Where that can't be done, Ctrl-C ends the program as it would any other: files are only renamed
    /// into place when they are whole, so no half file is left either way.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        let asked = interrupt.clone();
        let started = std::thread::Builder::new().name("interrupt".to_owned()).spawn(move || asked.wait());
        drop(started);
        interrupt
    }

    fn wait(&self) {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
        runtime.block_on(async {
            if asked_to_stop().await {
                self.0.store(true, Ordering::Relaxed);
                if asked_to_stop().await {
                    exit(130);
                }
            }
        });
    }

    /// Whether to stop.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

#[cfg(unix)]
async fn asked_to_stop() -> bool {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return tokio::signal::ctrl_c().await.is_ok() };
    let mut interrupt = Box::pin(tokio::signal::ctrl_c());
    std::future::poll_fn(|context| {
        use std::future::Future;
        if terminate.poll_recv(context).is_ready() {
            return std::task::Poll::Ready(true);
        }
        interrupt.as_mut().poll(context).map(|heard| heard.is_ok())
    })
    .await
}

#[cfg(not(unix))]
async fn asked_to_stop() -> bool {
    tokio::signal::ctrl_c().await.is_ok()
}
