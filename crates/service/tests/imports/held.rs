//! A file is judged in its turn, and with nothing held: that takes as long as the file is large.

use super::{Fixture, PEOPLE};
use service::{heavy, imports};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

/// All turns of a process are taken by one test at a time.
static TURNS: Mutex<()> = Mutex::const_new(());

/// Takes all turns for heavy work until what is given back goes.
async fn take_all_turns() -> Vec<mpsc::Sender<()>> {
    let turns = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).max(2);
    let begun = Arc::new(AtomicUsize::new(0));
    let held = (0..turns).map(|_| {
        let (held, until) = mpsc::channel();
        let begun = Arc::clone(&begun);
        tokio::spawn(heavy::apart(move || {
            begun.fetch_add(1, Ordering::SeqCst);
            let _ = until.recv();
        }));
        held
    });
    let held = held.collect();
    while begun.load(Ordering::SeqCst) < turns {
        sleep(Duration::from_millis(1)).await;
    }
    held
}

store::both! {
    async fn nobody_waits_to_write_while_a_file_is_judged(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload(PEOPLE).await.unwrap();
        let id = fixture.draft().await.id;
        let _alone = TURNS.lock().await;
        let held = take_all_turns().await;
        let (ctx, carla) = (fixture.stage.ctx.clone(), fixture.carla.clone());
        let run = tokio::spawn(async move { imports::run(&ctx, &carla, "career", id).await });
        sleep(Duration::from_millis(200)).await;
        assert!(!run.is_finished(), "it waits for its turn");
        let mut tx = timeout(Duration::from_secs(5), fixture.stage.ctx.write()).await.expect("the writer is free").unwrap();
        timeout(Duration::from_secs(5), store::imports::lock(&mut tx, fixture.program.id, fixture.carla.id)).await.expect("so is the file").unwrap();
        drop(tx);
        drop(held);
        run.await.unwrap().unwrap();
        assert_eq!(fixture.counts().await[..2], [2, 1]);
    }

    async fn a_file_is_read_in_its_turn(db) {
        let fixture = Fixture::new(db).await;
        let _alone = TURNS.lock().await;
        let held = take_all_turns().await;
        let mut upload = Box::pin(fixture.upload(PEOPLE));
        assert!(timeout(Duration::from_millis(200), &mut upload).await.is_err());
        timeout(Duration::from_secs(5), fixture.stage.ctx.write()).await.expect("the writer is free").unwrap();
        drop(held);
        upload.await.unwrap();
    }
}
