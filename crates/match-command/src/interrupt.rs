//! Ctrl-C: asks the work to stop, and a second time ends it at once.

use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
#[cfg(unix)]
use std::task::Poll;
use std::time::Duration;

/// Whether somebody asked to stop.
#[derive(Clone, Debug, Default)]
pub(crate) struct Interrupt(Arc<AtomicBool>);

/// So long at most is waited until somebody listens.
const UNTIL_LISTENING: Duration = Duration::from_secs(1);

impl Interrupt {
    /// Starts to listen, and returns once it does. Where that can't be done, Ctrl-C ends the program as it would any other: files
    /// are only renamed into place when they are whole, so no half file is left either way.
    pub(crate) fn listen() -> Self {
        let interrupt = Self::default();
        let asked = interrupt.clone();
        let (ready, listening) = mpsc::channel();
        let started = std::thread::Builder::new().name("interrupt".to_owned()).spawn(move || asked.wait(&ready));
        if started.is_ok() {
            let _ = listening.recv_timeout(UNTIL_LISTENING);
        }
        interrupt
    }

    fn wait(&self, ready: &mpsc::Sender<()>) {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_io().build() else { return };
        runtime.block_on(async {
            let Ok(mut signals) = Signals::new() else { return };
            let _ = ready.send(());
            signals.next().await;
            self.0.store(true, Ordering::Relaxed);
            signals.next().await;
            exit(130);
        });
    }

    /// Whether to stop.
    pub(crate) fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Ctrl-C, and what a system sends to end a program.
#[cfg(unix)]
struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        std::future::poll_fn(|context| {
            if self.interrupt.poll_recv(context).is_ready() { Poll::Ready(()) } else { self.terminate.poll_recv(context).map(|_| ()) }
        })
        .await;
    }
}

/// Ctrl-C.
#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn next(&mut self) {
        self.0.recv().await;
    }
}
