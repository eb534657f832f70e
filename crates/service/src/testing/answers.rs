//! What use cases answered, for tests; and many acts at the same moment.

use crate::Error;
use domain::Refusal;
use std::sync::Arc;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// What a rule answered.
///
/// # Panics
/// When it said yes, or no for another reason.
#[track_caller]
pub fn refusal<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    match answer.unwrap_err() {
        Error::Refused(reason) => reason,
        other => panic!("{other:?}"),
    }
}

/// The fields that something is wrong with.
///
/// # Panics
/// When nothing is, or something else.
#[track_caller]
pub fn problems<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<String> {
    match answer.unwrap_err() {
        Error::Invalid(problems) => problems.0.into_iter().map(|p| p.field).collect(),
        other => panic!("{other:?}"),
    }
}

/// Starts all at the same moment and waits for every answer.
pub async fn at_once<T: Send + 'static, F>(actions: Vec<F>) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(actions.len()));
    let mut set = JoinSet::new();
    for act in actions {
        let barrier = barrier.clone();
        set.spawn(async move {
            barrier.wait().await;
            act.await
        });
    }
    set.join_all().await
}
