//! Invitations by link: good for many.

use super::{Acme, refusal};
use chrono::Duration;
use domain::Refusal::InvitationInvalid;
use domain::organisations::OrgRole;
use service::organisations;

store::both! {
    async fn many_join_by_a_link_as_members(db) {
        let acme = Acme::new(db).await;
        let token = acme.link().await;
        for name in ["One", "Two", "Three"] {
            let person = acme.stage.person(name).await;
            acme.accept(&person, &token).await.unwrap();
            assert_eq!(acme.role(person.id).await, Some(OrgRole::Member));
        }
        let open = acme.invitations().await;
        assert_eq!((open.len(), &open[0].email), (1, &None));
        assert_eq!(open[0].link.as_ref().unwrap(), &format!("{}/invite/{token}", acme.stage.ctx.settings.base_url));
    }

    async fn it_ends_when_it_is_taken_back_or_runs_out(db) {
        let acme = Acme::new(db).await;
        let (first, second) = (acme.link().await, acme.link().await);
        let newest = acme.invitations().await[0].id;
        organisations::revoke(&acme.stage.ctx, &acme.owner, "acme", newest).await.unwrap();
        assert_eq!(refusal(acme.accept(&acme.outsider, &second).await), InvitationInvalid);
        acme.stage.clock.advance(Duration::days(14));
        assert_eq!(refusal(acme.accept(&acme.outsider, &first).await), InvitationInvalid);
        assert_eq!(acme.role(acme.outsider.id).await, None);
    }

    async fn a_link_is_not_sent(db) {
        let acme = Acme::new(db).await;
        acme.link().await;
        let id = acme.invitations().await[0].id;
        assert_eq!(refusal(organisations::send_again(&acme.stage.ctx, &acme.owner, "acme", id).await), InvitationInvalid);
    }

    async fn a_made_up_token_opens_nothing(db) {
        let acme = Acme::new(db).await;
        acme.link().await;
        for token in ["", "x", &"a".repeat(43)] {
            assert_eq!(refusal(organisations::invitation(&acme.stage.ctx, None, token).await), InvitationInvalid);
            assert_eq!(refusal(acme.accept(&acme.outsider, token).await), InvitationInvalid);
        }
    }
}
