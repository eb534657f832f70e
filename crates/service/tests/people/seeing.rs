//! Who sees whom, and how much.

use super::{introduces_themselves, shown, word};
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::people::ProfileDraft;
use domain::programs::{MatchingMode, ProgramStatus};
use service::testing::Stage;
use service::{Actor, people};
use store::both;
use store::programs::Program;
use store::testing::rows;

async fn sees(stage: &Stage, viewer: &Actor, person: &Actor) -> &'static str {
    word(&people::person(&stage.ctx, viewer, person.id).await)
}

/// Whether somebody sees the personal part.
async fn sees_more(stage: &Stage, viewer: &Actor, person: &Actor) -> bool {
    people::person(&stage.ctx, viewer, person.id).await.unwrap().personal.is_some()
}

async fn closes(stage: &Stage, person: &Actor) {
    let profile = people::profile(&stage.ctx, person).await.unwrap();
    let form = ProfileDraft { visibility: "close".to_owned(), ..shown(&profile) };
    people::save(&stage.ctx, person, &profile.mark, form).await.unwrap();
}

async fn mentorship(stage: &Stage, program: &Program, mentor: &Actor, mentee: &Actor, status: MentorshipStatus) {
    let mut tx = stage.ctx.write().await.unwrap();
    let row = rows::pair(stage.ctx.id(), program.id, mentor.id, mentee.id, status, stage.ctx.now());
    rows::mentorship(&mut tx, &row).await;
    tx.commit().await.unwrap();
}

both! {
    async fn to_an_outsider_nobody_is_there(db) {
        let stage = Stage::new(db);
        let (acme, other) = (stage.organisation("acme").await, stage.organisation("other").await);
        let program = stage.program("career").of(acme).open().await;
        let (amara, member, elsewhere, nobody) =
            (stage.person("Amara").await, stage.person("Member").await, stage.person("Elsewhere").await, stage.person("Nobody").await);
        stage.member(acme, &amara, OrgRole::Member).await;
        stage.member(acme, &member, OrgRole::Member).await;
        stage.member(other, &elsewhere, OrgRole::Owner).await;
        stage.mentor(&program, &amara, 1).await;
        assert_eq!(sees(&stage, &amara, &amara).await, "there");
        assert_eq!(sees(&stage, &member, &amara).await, "there");
        assert_eq!(sees(&stage, &elsewhere, &amara).await, "not there", "another organisation");
        assert_eq!(sees(&stage, &nobody, &amara).await, "not there", "the open community");
        assert_eq!(sees(&stage, &amara, &nobody).await, "not there");
        assert_eq!(word(&people::person(&stage.ctx, &amara, stage.ctx.id()).await), "not there", "unknown");
    }

    async fn people_of_the_open_community_see_each_other_only_through_a_program(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (amara, noor, visitor) = (stage.person("Amara").await, stage.person("Noor").await, stage.person("Visitor").await);
        stage.mentor(&program, &amara, 1).await;
        stage.mentee(&program, &noor).await;
        assert_eq!(sees(&stage, &noor, &amara).await, "there");
        assert_eq!(sees(&stage, &visitor, &amara).await, "not there");
        for (status, seen) in [
            (EnrolmentStatus::Pending, "not there"),
            (EnrolmentStatus::Paused, "there"),
            (EnrolmentStatus::Left, "not there"),
            (EnrolmentStatus::Removed, "not there"),
        ] {
            stage.enrolment_is(&program, &noor, status).await;
            assert_eq!(sees(&stage, &noor, &amara).await, seen, "{status}");
            assert_eq!(sees(&stage, &amara, &noor).await, seen, "{status}");
        }
    }

    async fn coordinators_see_whoever_enrols_and_participants_see_their_coordinators(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let (guest, coordinator, admin) = (stage.person("Guest").await, stage.person("Coordinator").await, stage.person("Admin").await);
        stage.coordinator(&program, &coordinator).await;
        stage.member(acme, &admin, OrgRole::Admin).await;
        stage.mentee(&program, &guest).await;
        for who in [&coordinator, &admin] {
            assert_eq!(sees(&stage, who, &guest).await, "there", "{}", who.name);
            assert_eq!(sees(&stage, &guest, who).await, "there", "{}", who.name);
        }
        stage.enrolment_is(&program, &guest, EnrolmentStatus::Pending).await;
        assert_eq!(sees(&stage, &coordinator, &guest).await, "there", "to say yes or no one must know who asks");
        assert_eq!(sees(&stage, &guest, &coordinator).await, "not there");
    }

    async fn the_personal_part_follows_the_persons_wish(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (amara, mentee, former, other) =
            (stage.person("Amara").await, stage.person("Mentee").await, stage.person("Former").await, stage.person("Other").await);
        let coordinator = stage.person("Coordinator").await;
        stage.coordinator(&program, &coordinator).await;
        stage.mentor(&program, &amara, 3).await;
        for person in [&mentee, &former, &other] {
            stage.mentee(&program, person).await;
        }
        mentorship(&stage, &program, &amara, &mentee, MentorshipStatus::Active).await;
        mentorship(&stage, &program, &amara, &former, MentorshipStatus::Completed).await;
        introduces_themselves(&stage, &amara, "I like bees.").await;
        assert!(sees_more(&stage, &other, &amara).await, "shared with everybody at first");
        closes(&stage, &amara).await;
        for (who, more) in [(&amara, true), (&mentee, true), (&coordinator, true), (&former, false), (&other, false)] {
            assert_eq!(sees_more(&stage, who, &amara).await, more, "{}", who.name);
        }
        let page = people::person(&stage.ctx, &other, amara.id).await.unwrap();
        assert_eq!(page.headline.as_deref(), Some("A line"), "the rest stays");
        assert!(!format!("{page:?}").contains("bees"));
    }

    async fn somebody_once_ones_mentor_stays_there(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (amara, noor) = (stage.person("Amara").await, stage.person("Noor").await);
        mentorship(&stage, &program, &amara, &noor, MentorshipStatus::Completed).await;
        assert_eq!(sees(&stage, &noor, &amara).await, "there");
        assert_eq!(sees(&stage, &amara, &noor).await, "there");
    }

    async fn one_is_asked_where_one_offers_and_the_other_looks(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (amara, noor) = (stage.person("Amara").await, stage.person_in("Noor", "fr", "Asia/Kolkata").await);
        stage.mentor(&program, &amara, 1).await;
        stage.mentee(&program, &noor).await;
        let page = people::person(&stage.ctx, &noor, amara.id).await.unwrap();
        assert_eq!(page.local_time.unwrap(), "Il est 09:00 là-bas, 5 h 30 min de moins que chez vous.");
        assert_eq!(page.speaks.as_deref(), Some("Anglais"));
        let may_ask = async |viewer: &Actor, person: &Actor| {
            people::person(&stage.ctx, viewer, person.id).await.unwrap().programs.iter().any(|program| program.may_ask)
        };
        assert!(may_ask(&noor, &amara).await);
        assert!(!may_ask(&amara, &noor).await, "a mentee isn't asked");
        assert!(!may_ask(&amara, &amara).await, "nor oneself");
        mentorship(&stage, &program, &amara, &noor, MentorshipStatus::Completed).await;
        assert!(may_ask(&noor, &amara).await, "again after an end");
        stage.program_is(&program, ProgramStatus::Completed).await;
        assert!(!may_ask(&noor, &amara).await);
        let paired = stage.program("paired").matching(MatchingMode::CoordinatorPairs).open().await;
        stage.mentor(&paired, &amara, 1).await;
        stage.mentee(&paired, &noor).await;
        assert!(!may_ask(&noor, &amara).await, "where a coordinator pairs nobody asks");
        let other = stage.program("other").open().await;
        stage.mentor(&other, &amara, 1).await;
        stage.mentee(&other, &noor).await;
        assert!(may_ask(&noor, &amara).await);
        mentorship(&stage, &other, &amara, &noor, MentorshipStatus::Active).await;
        assert!(!may_ask(&noor, &amara).await, "nor does who has this mentor already");
    }
}
