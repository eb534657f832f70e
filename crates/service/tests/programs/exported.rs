//! Who took which table: in the audit log, with the network it went to.

use super::World;
use service::accounts::Client;
use service::{Error, exports, organisations};

store::both! {
    async fn a_table_that_was_taken_stands_in_the_audit_log(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let client = Client { address: Some("192.0.2.7".parse().unwrap()), ..Client::default() };
        assert!(matches!(exports::note(ctx, &w.member, &client, "career", "participants", 1).await, Err(Error::Forbidden)));
        for who in [&w.outsider, &w.other] {
            assert!(matches!(exports::note(ctx, who, &client, "career", "participants", 1).await, Err(Error::NotFound)));
        }
        exports::note(ctx, &w.carla, &client, "career", "participants", 12).await.unwrap();
        let page = organisations::audit(ctx, &w.admin, "acme", "program", None, None).await.unwrap();
        let line = &page.events[0];
        assert_eq!((page.events.len(), line.what.as_str(), line.network.as_deref()), (1, "List downloaded", Some("192.0.2.7")));
        assert_eq!(line.who.as_ref().map(|(id, _)| *id), Some(w.carla.id));
        let event = store::events::of_program(&mut ctx.read().await.unwrap(), w.program.id, 1).await.unwrap().remove(0);
        assert_eq!((event.body["what"].as_str(), event.body["rows"].as_u64()), (Some("participants"), Some(12)));
    }
}
