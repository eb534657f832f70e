//! What a snapshot sees, on both engines.

use store::testing::rows::{self, at, id};
use store::{Tx, both, favourites};

async fn favourites_of_the_first(tx: &mut Tx) -> usize {
    favourites::of(tx, id(1), id(1)).await.unwrap().len()
}

both! {
    async fn all_statements_of_a_snapshot_see_the_same(db) {
        let mut tx = db.write().await.unwrap();
        rows::program(&mut tx, 1, "career", None).await;
        for (n, name) in (1..).zip(["Mia", "Noor", "Amara"]) {
            rows::person(&mut tx, n, name).await;
        }
        favourites::add(&mut tx, id(1), id(1), id(2), at(0)).await.unwrap();
        tx.commit().await.unwrap();

        let (mut snapshot, mut reader) = (db.snapshot().await.unwrap(), db.read().await.unwrap());
        assert_eq!((favourites_of_the_first(&mut snapshot).await, favourites_of_the_first(&mut reader).await), (1, 1));
        let mut tx = db.write().await.unwrap();
        favourites::add(&mut tx, id(1), id(1), id(3), at(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((favourites_of_the_first(&mut snapshot).await, favourites_of_the_first(&mut reader).await), (1, 2));
        assert!(favourites::remove(&mut snapshot, id(1), id(1), id(2)).await.is_err(), "a snapshot is for reading");
        snapshot.commit().await.unwrap();
        assert_eq!(favourites_of_the_first(&mut db.snapshot().await.unwrap()).await, 2);
    }
}
