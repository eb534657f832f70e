//! How many statements a piece of work takes, for the log: counted where they are made, in the task that waits for them.

use std::cell::Cell;
use std::future::Future;

tokio::task_local! {
    static COUNT: Cell<u32>;
}

/// Does the work and counts its statements; they count for what is around it as well.
pub async fn counted<T>(work: impl Future<Output = T>) -> (T, u32) {
    let (answer, count) = COUNT
        .scope(Cell::new(0), async {
            let answer = work.await;
            (answer, COUNT.with(Cell::get))
        })
        .await;
    add(count);
    (answer, count)
}

/// One more statement is made.
pub(crate) fn one_more() {
    add(1);
}

/// Where nobody counts, nothing is counted.
fn add(more: u32) {
    let _ = COUNT.try_with(|count| count.set(count.get().saturating_add(more)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn statements_count_for_what_makes_them_and_for_all_around() {
        one_more();
        let work = async {
            one_more();
            let ((), inner) = counted(async {
                one_more();
                one_more();
            })
            .await;
            inner
        };
        assert_eq!(counted(work).await, (2, 3));
    }
}
