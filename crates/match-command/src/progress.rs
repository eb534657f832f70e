//! How far it is: a bar on a terminal, after a moment, and nothing anywhere else.

use crate::interrupt::Interrupt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::Write as _;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(300);

/// Shows one step after the other.
pub(crate) struct Progress {
    interrupt: Interrupt,
    started: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn new(interrupt: Interrupt) -> Self {
        Self { interrupt, started: Instant::now(), bar: None }
    }

    /// A step is so far; says whether to go on.
    pub(crate) fn report(&mut self, step: &str, done: u64, all: u64) -> ControlFlow<()> {
        if self.interrupt.is_set() {
            return ControlFlow::Break(());
        }
        if self.bar.is_none() && self.started.elapsed() > PATIENCE {
            self.bar = Some(bar());
        }
        if let Some(bar) = &self.bar {
            bar.set_message(step.to_owned());
            bar.set_length(all.max(1));
            bar.set_position(done);
        }
        ControlFlow::Continue(())
    }

    /// Says what was guessed, a line each, above the bar. Whoever doesn't read it has the files.
    pub(crate) fn say(&self, notes: &[String]) {
        let write = || {
            let mut error = std::io::stderr();
            notes.iter().for_each(|note| drop(writeln!(error, "note: {note}")));
        };
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

/// It draws itself on standard error if that is a terminal, some times a second at most.
fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(1), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{msg:32} {bar:40} {percent:>3} % {elapsed_precise}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
