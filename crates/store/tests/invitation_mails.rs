//! Contract of `store::organisations::invitation_mails` on both engines: what counts, for whom, and calling one back.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::InvitationId;
use domain::accounts::email_key;
use domain::organisations::OrgRole;
use store::bulk::{self, Delayed, InvitationMail, Invited};
use store::mails::{self, Mail};
use store::organisations::invitation_mails;
use store::organisations::invitations::Invitation;
use store::testing::changes::count;
use store::testing::rows::{self, at, id};
use store::{Tx, both};

/// Somebody's invitation and its mail, which leaves after so many minutes.
async fn invited(tx: &mut Tx, n: u8, organisation: u128, person: u128, email: &str, minutes: i64) -> InvitationId {
    let invitation = Invitation {
        id: id(n.into()),
        organisation_id: id(organisation),
        program_id: None,
        role: OrgRole::Member,
        email: Some(email.to_owned()),
        link_token: None,
        created_by: Some(id(person)),
        created_at: at(0),
        expires_at: at(100_000),
        revoked_at: None,
        accepted_at: None,
    };
    let mail = Mail {
        id: id(n.into()),
        to_name: email.to_owned(),
        to_email: email.to_owned(),
        locale: "en".to_owned(),
        subject: "You are invited".to_owned(),
        body_text: "text".to_owned(),
        body_html: "<p>text</p>".to_owned(),
        created_at: at(0),
        attempts: 0,
    };
    let leaving = InvitationMail {
        mail_id: mail.id,
        invitation_id: invitation.id,
        organisation_id: invitation.organisation_id,
        sent_by: id(person),
        email_key: email_key(email),
        leaves_at: at(minutes),
    };
    let invitation_id = invitation.id;
    bulk::invitations(tx, &[Invited { invitation, token_hash: vec![n] }]).await.unwrap();
    bulk::delayed_mails(tx, &[Delayed { mail, not_before: at(minutes) }]).await.unwrap();
    bulk::invitation_mails(tx, &[leaving]).await.unwrap();
    invitation_id
}

/// Amara invites into Acme and Globex, Noor into Acme.
async fn fixture(tx: &mut Tx) -> [InvitationId; 4] {
    for (n, name) in [(1, "Amara"), (2, "Noor")] {
        rows::person(tx, n, name).await;
    }
    for (n, slug) in [(1, "acme"), (2, "globex")] {
        rows::organisation(tx, n, slug).await;
    }
    [
        invited(tx, 1, 1, 1, "a@example.org", 10).await,
        invited(tx, 2, 1, 1, "b@example.org", 20).await,
        invited(tx, 3, 2, 1, "A@example.org", 30).await,
        invited(tx, 4, 1, 2, "c@example.org", 40).await,
    ]
}

both! {
    async fn each_counts_for_its_organisation_its_sender_and_its_address(db) {
        let mut tx = db.write().await.unwrap();
        fixture(&mut tx).await;
        assert_eq!(invitation_mails::of_organisation(&mut tx, id(1), at(10), 9).await.unwrap(), [at(40), at(20)], "after that instant, the latest first");
        assert_eq!(invitation_mails::of_organisation(&mut tx, id(1), at(0), 1).await.unwrap(), [at(40)], "so many at most");
        assert_eq!(invitation_mails::of_person(&mut tx, id(1), at(0), 9).await.unwrap(), [at(30), at(20), at(10)]);
        let keys = ["a@example.org", "c@example.org", "nobody@example.org"].map(email_key);
        let mut to = invitation_mails::to(&mut tx, &keys, at(10)).await.unwrap();
        to.sort();
        assert_eq!(to, [(email_key("a@example.org"), at(30)), (email_key("c@example.org"), at(40))]);
        let many: Vec<String> = (0..40_000).map(|n| format!("{n}@example.org")).chain(keys).collect();
        assert_eq!(invitation_mails::to(&mut tx, &many, at(10)).await.unwrap().len(), 2, "however many are asked for");
        assert_eq!(invitation_mails::waiting(&mut tx, id(1), at(10)).await.unwrap(), (2, Some(at(40))));
        assert_eq!(invitation_mails::waiting(&mut tx, id(1), at(40)).await.unwrap(), (0, None));
        assert_eq!(invitation_mails::delete_older(&mut tx, at(20)).await.unwrap(), 2);
        assert_eq!(invitation_mails::of_person(&mut tx, id(1), at(0), 9).await.unwrap(), [at(30)]);
    }

    async fn what_has_not_left_can_be_called_back(db) {
        let mut tx = db.write().await.unwrap();
        let [gone, waiting, tried, _] = fixture(&mut tx).await;
        let claimed = mails::claim(&mut tx, at(10), at(11), 9).await.unwrap();
        mails::mark_sent(&mut tx, claimed.first().unwrap().id, at(10)).await.unwrap();
        for invitation in [gone, waiting, tried] {
            invitation_mails::call_back(&mut tx, invitation, at(10)).await.unwrap();
        }
        assert_eq!(count(&mut tx, "mails").await, 2, "one was sent, and one is another's");
        assert_eq!(invitation_mails::of_organisation(&mut tx, id(1), at(0), 9).await.unwrap(), [at(40), at(10)], "what was sent still counts");
    }
}
