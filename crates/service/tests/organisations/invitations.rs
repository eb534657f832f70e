//! Invitations by mail: each good for one person.

use super::{Acme, problems, refusal, word};
use chrono::Duration;
use domain::Refusal::{EmailNotVerified, InvitationForAnother, InvitationInvalid};
use domain::organisations::OrgRole;
use service::{Error, organisations};

store::both! {
    async fn one_by_mail_is_used_once(db) {
        let acme = Acme::new(db).await;
        let token = acme.invite(&acme.owner, "otto@example.org", OrgRole::Admin).await;
        let page = organisations::invitation(&acme.stage.ctx, None, &token).await.unwrap();
        assert_eq!((page.organisation.as_str(), page.from.as_deref(), page.role), ("acme", Some("Olga"), OrgRole::Admin));
        assert!(!page.signed_in && !page.member);
        acme.accept(&acme.outsider, &token).await.unwrap();
        assert_eq!(acme.role(acme.outsider.id).await, Some(OrgRole::Admin));
        assert!(acme.invitations().await.is_empty());
        let second = acme.stage.person("Second").await;
        assert_eq!(refusal(acme.accept(&second, &token).await), InvitationInvalid);
        assert_eq!(refusal(organisations::invitation(&acme.stage.ctx, Some(&second), &token).await), InvitationInvalid);
        assert_eq!(acme.role(second.id).await, None);
    }

    async fn of_two_who_open_it_at_the_same_time_one_joins(db) {
        let acme = Acme::new(db).await;
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let people = [acme.stage.person("One").await, acme.stage.person("Two").await];
        let (first, second) = tokio::join!(acme.accept(&people[0], &token), acme.accept(&people[1], &token));
        let answers = [first, second];
        assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{answers:?}");
        assert_eq!(refusal(answers.into_iter().find(Result::is_err).unwrap()), InvitationInvalid);
    }

    async fn it_is_good_for_fourteen_days(db) {
        let acme = Acme::new(db).await;
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        acme.stage.clock.advance(Duration::days(14) - Duration::seconds(1));
        organisations::invitation(&acme.stage.ctx, None, &token).await.unwrap();
        acme.stage.clock.advance(Duration::seconds(1));
        assert_eq!(refusal(organisations::invitation(&acme.stage.ctx, None, &token).await), InvitationInvalid);
        assert_eq!(refusal(acme.accept(&acme.outsider, &token).await), InvitationInvalid);
        assert!(acme.invitations().await.is_empty());
    }

    async fn one_taken_back_is_gone(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let id = acme.invitations().await[0].id;
        organisations::revoke(ctx, &acme.admin, "acme", id).await.unwrap();
        assert_eq!(refusal(acme.accept(&acme.outsider, &token).await), InvitationInvalid);
        assert_eq!(refusal(organisations::send_again(ctx, &acme.owner, "acme", id).await), InvitationInvalid);
    }

    async fn taking_back_what_is_done_with_is_no_news(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let used = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let id = acme.invitations().await[0].id;
        acme.accept(&acme.outsider, &used).await.unwrap();
        organisations::revoke(ctx, &acme.owner, "acme", id).await.unwrap();
        acme.link().await;
        let link = acme.invitations().await[0].id;
        organisations::revoke(ctx, &acme.owner, "acme", link).await.unwrap();
        organisations::revoke(ctx, &acme.owner, "acme", link).await.unwrap();
        let mut tx = ctx.read().await.unwrap();
        let events = store::organisations::events(&mut tx, acme.id, store::organisations::EventFilter::default(), 50).await.unwrap();
        assert_eq!(events.iter().filter(|e| e.kind == "member.invitation_revoked").count(), 1);
    }

    async fn it_is_worth_what_its_inviter_may_still_give(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let token = acme.invite(&acme.admin, "new@example.org", OrgRole::Member).await;
        organisations::set_role(ctx, &acme.owner, "acme", acme.admin.id, "member").await.unwrap();
        assert_eq!(refusal(acme.accept(&acme.outsider, &token).await), InvitationInvalid);
        assert_eq!(refusal(organisations::invitation(ctx, None, &token).await), InvitationInvalid);
        organisations::set_role(ctx, &acme.owner, "acme", acme.admin.id, "admin").await.unwrap();
        acme.accept(&acme.outsider, &token).await.unwrap();
    }

    async fn sent_again_only_the_newest_link_opens(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let old = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let id = acme.invitations().await[0].id;
        acme.stage.clock.advance(Duration::days(10));
        organisations::send_again(ctx, &acme.owner, "acme", id).await.unwrap();
        let token = acme.mailed_token("new@example.org").await;
        assert_eq!(refusal(acme.accept(&acme.outsider, &old).await), InvitationInvalid);
        acme.stage.clock.advance(Duration::days(10));
        acme.accept(&acme.outsider, &token).await.unwrap();
        assert_eq!(acme.role(acme.outsider.id).await, Some(OrgRole::Member));
        assert_eq!(refusal(organisations::send_again(ctx, &acme.owner, "acme", id).await), InvitationInvalid, "it was used");
    }

    async fn nobody_gets_mail_without_end(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let id = acme.invitations().await[0].id;
        for _ in 0..4 {
            organisations::send_again(ctx, &acme.owner, "acme", id).await.unwrap();
        }
        let send = async |who: &service::Actor, emails: &str| organisations::invite_by_mail(ctx, who, "acme", emails, "member").await;
        assert!(matches!(organisations::send_again(ctx, &acme.owner, "acme", id).await, Err(Error::TooMany(_))));
        assert!(matches!(send(&acme.admin, "NEW@example.org").await, Err(Error::TooMany(_))), "whoever sends it");
        let fifty = |n: usize| (0..50).map(|i| format!("p{n}-{i}@example.org")).collect::<Vec<_>>().join(" ");
        for n in 0..5 {
            send(&acme.owner, &fifty(n)).await.unwrap();
        }
        assert!(matches!(send(&acme.owner, &fifty(5)).await, Err(Error::TooMany(_))));
        send(&acme.admin, "other@example.org").await.unwrap();
        acme.stage.clock.advance(Duration::days(1));
        send(&acme.owner, "new@example.org").await.unwrap();
    }

    async fn an_address_is_confirmed_before_one_joins(db) {
        let acme = Acme::new(db).await;
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let otto = acme.stage.unconfirmed(&acme.outsider).await;
        assert_eq!(refusal(acme.accept(&otto, &token).await), EmailNotVerified, "they may have found it");
        assert_eq!(refusal(acme.accept(&otto, &acme.link().await).await), EmailNotVerified, "a link proves nothing");
        assert!(!acme.stage.signed_in(otto.id).await.verified);
        assert_eq!(acme.role(otto.id).await, None);
    }

    async fn one_at_ones_own_address_confirms_it(db) {
        let acme = Acme::new(db).await;
        let otto = acme.stage.unconfirmed(&acme.outsider).await;
        let token = acme.invite(&acme.owner, "OTTO@example.org", OrgRole::Member).await;
        acme.accept(&otto, &token).await.unwrap();
        assert!(acme.stage.signed_in(otto.id).await.verified);
        assert_eq!(acme.role(otto.id).await, Some(OrgRole::Member));
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        acme.accept(&acme.stage.signed_in(otto.id).await, &token).await.unwrap();
    }

    async fn one_that_is_not_good_any_more_confirms_nothing(db) {
        let acme = Acme::new(db).await;
        let otto = acme.stage.unconfirmed(&acme.outsider).await;
        let token = acme.invite(&acme.owner, "otto@example.org", OrgRole::Member).await;
        organisations::revoke(&acme.stage.ctx, &acme.owner, "acme", acme.invitations().await[0].id).await.unwrap();
        assert_eq!(refusal(acme.accept(&otto, &token).await), InvitationInvalid);
        assert!(!acme.stage.signed_in(otto.id).await.verified);
    }

    async fn a_member_stays_what_they_are(db) {
        let acme = Acme::new(db).await;
        let token = acme.invite(&acme.owner, "otto@example.org", OrgRole::Admin).await;
        for (person, role) in [(&acme.owner, OrgRole::Owner), (&acme.member, OrgRole::Member)] {
            assert!(organisations::invitation(&acme.stage.ctx, Some(person), &token).await.unwrap().member);
            acme.accept(person, &token).await.unwrap();
            assert_eq!(acme.role(person.id).await, Some(role));
        }
        acme.accept(&acme.outsider, &token).await.unwrap();
        assert_eq!(acme.role(acme.outsider.id).await, Some(OrgRole::Admin), "nobody used it up before");
    }

    async fn what_lets_manage_is_for_the_invited_address_alone(db) {
        let acme = Acme::new(db).await;
        let finder = acme.stage.person("Finder").await;
        for role in [OrgRole::Owner, OrgRole::Admin] {
            let token = acme.invite(&acme.owner, "OTTO@example.org", role).await;
            assert_eq!(refusal(acme.accept(&finder, &token).await), InvitationForAnother, "they may have got the mail from somebody");
            assert_eq!(acme.role(finder.id).await, None);
            acme.accept(&acme.member, &token).await.unwrap();
            assert_eq!(acme.role(acme.member.id).await, Some(OrgRole::Member), "a member stays what they are, and uses nothing up");
            acme.accept(&acme.outsider, &token).await.unwrap();
            assert_eq!(acme.role(acme.outsider.id).await, Some(role));
            organisations::remove(&acme.stage.ctx, &acme.owner, "acme", acme.outsider.id).await.unwrap();
        }
        let token = acme.invite(&acme.owner, "otto@example.org", OrgRole::Member).await;
        acme.accept(&finder, &token).await.unwrap();
        assert_eq!(acme.role(finder.id).await, Some(OrgRole::Member), "taking part may be passed on");
    }

    async fn junk_does_not_keep_a_real_invitation_away(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let send = async |who: &service::Actor, slug: &str| organisations::invite_by_mail(ctx, who, slug, "otto@example.org", "member").await;
        let mallory = acme.stage.person("Mallory").await;
        let mut refused = 0;
        for n in 0..4 {
            let slug = format!("junk-{n}");
            let id = acme.stage.organisation(&slug).await;
            acme.stage.member(id, &mallory, OrgRole::Owner).await;
            for _ in 0..4 {
                refused += usize::from(matches!(send(&mallory, &slug).await, Err(Error::TooMany(_))));
            }
        }
        assert_eq!(refused, 11, "five mails a day of one person, however many organisations they make");
        send(&acme.owner, "acme").await.unwrap();
    }

    async fn only_owners_invite_owners(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        for role in ["owner", "king", ""] {
            assert_eq!(problems(organisations::invite_by_mail(ctx, &acme.admin, "acme", "new@example.org", role).await), ["role"]);
        }
        let token = acme.invite(&acme.owner, "otto@example.org", OrgRole::Owner).await;
        acme.accept(&acme.outsider, &token).await.unwrap();
        assert_eq!(acme.role(acme.outsider.id).await, Some(OrgRole::Owner));
    }

    async fn one_wrong_address_keeps_all_out(db) {
        let acme = Acme::new(db).await;
        let ctx = &acme.stage.ctx;
        let list = "good@example.org, nobody, fine@example.org";
        assert_eq!(problems(organisations::invite_by_mail(ctx, &acme.owner, "acme", list, "member").await), ["emails"]);
        assert!(acme.invitations().await.is_empty());
        let mut tx = ctx.read().await.unwrap();
        assert_eq!(store::testing::changes::count(&mut tx, "mails").await, 0);
        drop(tx);
        organisations::invite_by_mail(ctx, &acme.owner, "acme", "good@example.org\nfine@example.org", "member").await.unwrap();
        let mut to: Vec<String> = acme.invitations().await.into_iter().filter_map(|i| i.email).collect();
        to.sort();
        assert_eq!(to, ["fine@example.org", "good@example.org"]);
    }

    async fn whoever_has_an_account_is_written_to_in_their_language(db) {
        let acme = Acme::new(db).await;
        let dora = acme.stage.person_in("Dora", "de", "Europe/Berlin").await;
        organisations::invite_by_mail(&acme.stage.ctx, &acme.owner, "acme", "dora@example.org", "member").await.unwrap();
        let german = i18n::I18n::of(i18n::Locale::from_tag("de").unwrap());
        let subject = german.f(i18n::m::ORGANISATIONS_MAIL_SUBJECT, &[("name", "Olga"), ("organisation", "acme")]);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        assert_eq!(acme.stage.mailed(&dora).await.iter().map(|subject| letters(subject)).collect::<Vec<_>>(), [letters(&subject)]);
    }

    async fn another_organisations_invitation_is_not_there(db) {
        let acme = Acme::new(db).await;
        let globex = acme.stage.organisation("globex").await;
        acme.stage.member(globex, &acme.outsider, OrgRole::Owner).await;
        let token = acme.invite(&acme.owner, "new@example.org", OrgRole::Member).await;
        let id = acme.invitations().await[0].id;
        for slug in ["globex", "acme"] {
            assert_eq!(word(&organisations::revoke(&acme.stage.ctx, &acme.outsider, slug, id).await), "not found");
            assert_eq!(word(&organisations::send_again(&acme.stage.ctx, &acme.outsider, slug, id).await), "not found");
        }
        organisations::invitation(&acme.stage.ctx, None, &token).await.unwrap();
    }
}
