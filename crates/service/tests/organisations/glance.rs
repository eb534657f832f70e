//! The page of whoever manages: what each kind of person sees.

use super::{Acme, word};
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::organisations::views::{AdminPage, ProgramGlance};
use domain::programs::ProgramStatus;
use service::{Actor, organisations, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

async fn glance(acme: &Acme, actor: &Actor, slug: &str) -> AdminPage {
    organisations::admin(&acme.stage.ctx, actor, slug).await.unwrap()
}

fn slugs(programs: &[ProgramGlance]) -> Vec<&str> {
    programs.iter().map(|p| p.slug.as_str()).collect()
}

store::both! {
    async fn owners_and_admins_see_everything_in_it(db) {
        let acme = Acme::new(db).await;
        let stage = &acme.stage;
        let career = stage.program("career").of(acme.id).open().await;
        let (noor, amara, bilal) = (stage.person("Noor").await, stage.person("Amara").await, stage.person("Bilal").await);
        for person in [&noor, &amara, &bilal] {
            stage.member(acme.id, person, OrgRole::Member).await;
        }
        stage.mentor(&career, &noor, 2).await;
        stage.mentee(&career, &amara).await;
        stage.mentee(&career, &bilal).await;
        stage.enrolment_is(&career, &bilal, EnrolmentStatus::Pending).await;
        requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
        stage.program("elsewhere").open().await;
        for actor in [&acme.owner, &acme.admin] {
            for slug in ["", "acme"] {
                let page = glance(&acme, actor, slug).await;
                assert_eq!(page.organisation.as_ref().unwrap().slug, "acme");
                assert_eq!((page.organisations.len(), page.members), (1, 6));
                let career = ProgramGlance {
                    slug: "career".to_owned(),
                    name: "career".to_owned(),
                    status: ProgramStatus::Open,
                    participants: 2,
                    pending: 1,
                    open_requests: 1,
                    mentorships: 0,
                    achieved: 0,
                };
                assert_eq!((page.programs, page.others), (vec![career], Vec::new()));
                let last = &page.events[0];
                assert_eq!((last.who.as_ref().map(|(_, name)| name.as_str()), last.program.as_ref().map(|p| p.slug.as_str())), (Some("Amara"), Some("career")));
            }
        }
    }

    async fn a_plain_member_manages_nothing(db) {
        let acme = Acme::new(db).await;
        acme.stage.program("career").of(acme.id).open().await;
        let page = glance(&acme, &acme.member, "").await;
        let nothing = AdminPage { organisations: vec![], organisation: None, members: 0, programs: vec![], others: vec![], unanswered: vec![], events: vec![] };
        assert_eq!(page, nothing);
        assert_eq!(word(&organisations::admin(&acme.stage.ctx, &acme.member, "acme").await), "forbidden");
    }

    async fn an_outsider_sees_that_there_is_nothing(db) {
        let acme = Acme::new(db).await;
        acme.stage.program("career").of(acme.id).open().await;
        let page = glance(&acme, &acme.outsider, "").await;
        assert!(page.organisation.is_none() && page.organisations.is_empty() && page.programs.is_empty() && page.others.is_empty());
        for slug in ["acme", "nowhere"] {
            assert_eq!(word(&organisations::admin(&acme.stage.ctx, &acme.outsider, slug).await), "not found");
        }
    }

    async fn coordinators_see_their_programs_and_no_others(db) {
        let acme = Acme::new(db).await;
        let stage = &acme.stage;
        let (career, open) = (stage.program("career").of(acme.id).open().await, stage.program("open").open().await);
        stage.clock.advance(Duration::seconds(1));
        stage.program("unseen").of(acme.id).open().await;
        stage.coordinator(&open, &acme.outsider).await;
        stage.coordinator(&career, &acme.member).await;
        let page = glance(&acme, &acme.outsider, "").await;
        assert_eq!((page.organisation, page.programs.len(), slugs(&page.others), page.events.len()), (None, 0, vec!["open"], 0));
        let page = glance(&acme, &acme.member, "").await;
        assert_eq!((page.organisation, slugs(&page.others)), (None, vec!["career"]));
        // Who manages an organisation and coordinates elsewhere sees both, apart.
        stage.coordinator(&open, &acme.owner).await;
        let page = glance(&acme, &acme.owner, "").await;
        assert_eq!((slugs(&page.programs), slugs(&page.others)), (vec!["unseen", "career"], vec!["open"]));
    }

    async fn who_manages_two_goes_from_one_to_the_other(db) {
        let acme = Acme::new(db).await;
        let stage = &acme.stage;
        let zenith = stage.organisation("zenith").await;
        stage.member(zenith, &acme.owner, OrgRole::Admin).await;
        stage.program("career").of(acme.id).open().await;
        stage.program("stars").of(zenith).open().await;
        let (first, second) = (glance(&acme, &acme.owner, "").await, glance(&acme, &acme.owner, "zenith").await);
        for (page, slug, programs) in [(&first, "acme", ["career"]), (&second, "zenith", ["stars"])] {
            assert_eq!(page.organisations.iter().map(|o| o.slug.as_str()).collect::<Vec<_>>(), ["acme", "zenith"]);
            assert_eq!((page.organisation.as_ref().unwrap().slug.as_str(), slugs(&page.programs)), (slug, programs.to_vec()));
            assert!(page.others.is_empty());
        }
    }

    async fn mentors_who_let_people_wait_stand_there_until_they_answer(db) {
        let acme = Acme::new(db).await;
        let (stage, ctx) = (&acme.stage, &acme.stage.ctx);
        let elsewhere = stage.program("elsewhere").open().await;
        let career = stage.program("career").of(acme.id).answering_within(30).open().await;
        let text = "Would you be my mentor, please?";
        let mut asked = Vec::new();
        for program in [&career, &elsewhere] {
            stage.mentor(program, &acme.member, 3).await;
        }
        for (name, program) in [("Amara", &career), ("Bilal", &career), ("Chen", &elsewhere)] {
            let mentee = stage.person(name).await;
            stage.mentee(program, &mentee).await;
            asked.push((mentee.clone(), requests::ask(ctx, &mentee, &program.slug, acme.member.id, text).await.unwrap()));
        }
        let waiting = async || {
            let lines = glance(&acme, &acme.owner, "").await.unanswered;
            lines.into_iter().map(|l| (l.mentor, l.name, l.program.slug, l.requests)).collect::<Vec<_>>()
        };
        let of = |n| vec![(acme.member.id, "Pablo".to_owned(), "career".to_owned(), n)];
        stage.clock.advance(Duration::days(7));
        assert!(waiting().await.is_empty(), "not for long");
        stage.clock.advance(Duration::minutes(1));
        assert_eq!(waiting().await, of(2), "only this organisation's");
        requests::ask_back(ctx, Some(&acme.member), asked[0].1, text).await.unwrap();
        assert_eq!(waiting().await, of(1), "it is the mentee's turn");
        requests::answer(ctx, Some(&asked[0].0), asked[0].1, text).await.unwrap();
        assert_eq!(waiting().await, of(1), "it has been the mentor's turn for a moment");
        requests::decline(ctx, Some(&acme.member), asked[1].1, "").await.unwrap();
        assert!(waiting().await.is_empty());
        stage.clock.advance(Duration::days(7) + Duration::minutes(1));
        assert_eq!(waiting().await, of(1));
        stage.clock.advance(Duration::days(30));
        assert!(waiting().await.is_empty(), "it is out of time");
    }
}
