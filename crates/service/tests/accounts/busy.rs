//! More people at once than can be served: who is sent away, and who isn't.

use super::*;
use service::accounts::Hasher;
use service::testing::at_once;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::both;

/// A stranger from a network of their own.
fn stranger(n: u8) -> Client {
    Client { address: Some(IpAddr::V4(Ipv4Addr::new(203, 0, 113, n))), ..client() }
}

both! {
    async fn a_flood_of_strangers_is_told_to_come_again_and_does_not_stop_who_is_known(db) {
        let Stage { mut ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        let device = try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap().device;
        ctx.hasher = Arc::new(Hasher::sized(1, 4));
        let sent_away = Arc::new(AtomicUsize::new(0));
        let flood: Vec<_> = (0..40)
            .map(|n| {
                let (ctx, sent_away) = (ctx.clone(), Arc::clone(&sent_away));
                async move {
                    let form = SignIn { email: format!("{n}@example.org"), password: "whatever it is".to_owned() };
                    let answer = accounts::sign_in(&ctx, &stranger(n), form, None).await.map(drop);
                    sent_away.fetch_add(usize::from(matches!(answer, Err(Error::Busy(_)))), Ordering::SeqCst);
                    answer
                }
            })
            .collect();
        let flood = tokio::spawn(at_once(flood));
        // From here on all places are taken, for as long as the first hash takes.
        while sent_away.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
        let form = SignIn { email: "ada@example.org".to_owned(), password: PASSWORD.to_owned() };
        accounts::sign_in(&ctx, &Client { device: Some(device), ..client() }, form, None).await.unwrap();
        let answers = flood.await.unwrap();
        let busy = answers.iter().filter(|answer| matches!(answer, Err(Error::Busy(5)))).count();
        let judged = answers.iter().filter(|answer| matches!(answer, Err(Error::Invalid(_)))).count();
        assert!(busy > 10 && busy + judged == 40, "{busy} were sent away, {judged} served");
    }

    async fn a_flood_of_new_passwords_does_not_stop_signing_in(db) {
        let Stage { mut ctx, .. } = stage(db);
        confirmed(&ctx, "ada@example.org").await;
        ctx.hasher = Arc::new(Hasher::sized(1, 3));
        let flood: Vec<_> = (0..40)
            .map(|n| {
                let ctx = ctx.clone();
                async move { accounts::sign_up(&ctx, &stranger(n), SignUp { password: "1234567890".repeat(4), ..form(&format!("{n}@example.org")) }).await }
            })
            .collect();
        let flood = tokio::spawn(at_once(flood));
        try_sign_in(&ctx, "ada@example.org", PASSWORD).await.unwrap();
        let answers = flood.await.unwrap();
        assert!(answers.iter().all(|answer| matches!(answer, Err(Error::Busy(_) | Error::Invalid(_)))), "{answers:?}");
        // Who was sent away for want of a place may come again.
        accounts::sign_up(&ctx, &stranger(1), form("new@example.org")).await.unwrap();
    }
}
