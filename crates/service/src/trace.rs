//! What use cases take: each is a span in the log with its name, and one that takes long is reported with its statements counted.
//!
//! `#[use_case]` puts this around every use case. What it does not do: log what was asked or answered, which may be personal.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};
use tracing::Instrument as _;

/// What takes longer is worth a line.
const SLOW: Duration = Duration::from_millis(200);

/// The future of a use case.
type UseCase<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The same future, watched. It is boxed before, so that this is compiled once for each answer and not for each use case.
pub(crate) fn use_case<'a, T: Send + 'a>(name: &'static str, work: UseCase<'a, T>) -> UseCase<'a, T> {
    let watched = async move {
        let begin = Instant::now();
        let (answer, statements) = store::statements::counted(work).await;
        let took = begin.elapsed();
        if took >= SLOW {
            tracing::warn!(ms = took.as_millis(), statements, "a slow use case");
        }
        answer
    };
    Box::pin(watched.instrument(tracing::info_span!("use_case", name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::sync::{Arc, Mutex};

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn what_takes_long_is_reported_with_its_name_and_nothing_else_is() {
        let lines = Lines::default();
        let writer = lines.clone();
        let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
        let _guard = tracing::subscriber::set_default(subscriber);
        use_case("quick", Box::pin(async {})).await;
        use_case("slow", Box::pin(tokio::time::sleep(SLOW))).await;
        let told = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        assert_eq!(told.lines().count(), 1, "{told}");
        assert!(told.contains("use_case{name=\"slow\"}") && told.contains("statements=0"), "{told}");
    }
}
