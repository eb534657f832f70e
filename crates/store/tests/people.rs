//! Contract of `store::people` and `store::pictures` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::people::{About, HelpKind, SkillSide, Visibility, WeeklySlot, Work};
use domain::{PersonId, PictureId, ProgramId};
use store::people::ties::{self, Ties};
use store::pictures::{self, Picture, Subject};
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Tx, both, people};

const AMARA: u128 = 1;
const NOOR: u128 = 2;

async fn two(tx: &mut Tx) -> (PersonId, PersonId) {
    (rows::person(tx, AMARA, "Amara").await, rows::person(tx, NOOR, "Noor").await)
}

fn picture(n: u128, owner: PersonId) -> Picture {
    Picture {
        id: id(n),
        owner_id: Some(owner),
        content_type: "image/jpeg".to_owned(),
        width: 512,
        height: 512,
        bytes: vec![0, 255, 7],
        created_at: at(0),
    }
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

both! {
    async fn each_section_is_saved_on_its_own_and_raises_the_version(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, noor) = two(&mut tx).await;
        let about = About {
            pronouns: Some("she/her".to_owned()), headline: Some("Bees".to_owned()), about: None, country: Some("NG".to_owned()),
            zone: "Africa/Lagos".to_owned(), languages: words(&["ig", "en"]),
        };
        people::set_about(&mut tx, amara, &about, at(1)).await.unwrap();
        people::set_languages(&mut tx, noor, &words(&["ar"])).await.unwrap();
        let work = Work { industry: Some("arts".to_owned()), role_title: None, experience_years: Some(3) };
        people::set_work(&mut tx, amara, &work, at(2)).await.unwrap();
        people::set_skills(&mut tx, amara, &words(&["b", "a"]), &words(&["a"]), at(3)).await.unwrap();
        people::set_help(&mut tx, amara, &[HelpKind::Advice], &[], at(4)).await.unwrap();
        let week = [WeeklySlot { weekday: 6, from: 0, to: 1440 }];
        people::set_week(&mut tx, amara, &week, at(5)).await.unwrap();
        people::set_visibility(&mut tx, amara, Visibility::Close, at(6)).await.unwrap();

        let kept = people::lock(&mut tx, amara).await.unwrap().unwrap();
        assert_eq!(kept.version, 7);
        assert_eq!((kept.pronouns, kept.headline, kept.about, kept.country, kept.zone.as_str()), (about.pronouns, about.headline, None, about.country, "Africa/Lagos"));
        assert_eq!((kept.industry, kept.role_title, kept.experience_years), (work.industry, None, Some(3)));
        assert_eq!((kept.help_offered.0, kept.help_wanted.0, kept.availability.0, kept.visibility), (vec![HelpKind::Advice], vec![], week.to_vec(), Visibility::Close));
        assert_eq!(people::languages(&mut tx, amara).await.unwrap(), ["ig", "en"]);
        assert_eq!(people::languages(&mut tx, noor).await.unwrap(), ["ar"]);
        let skills = people::skills(&mut tx, amara).await.unwrap();
        assert_eq!(skills.iter().map(|(side, id)| (*side, id.as_str())).collect::<Vec<_>>(),
            [(SkillSide::Offered, "b"), (SkillSide::Offered, "a"), (SkillSide::Wanted, "a")]);
        people::set_skills(&mut tx, amara, &[], &[], at(7)).await.unwrap();
        assert_eq!(people::skills(&mut tx, amara).await.unwrap(), []);
        assert_eq!(people::by_id(&mut tx, noor).await.unwrap().unwrap().version, 1, "nobody else's");
        assert_eq!(people::by_id(&mut tx, id(9)).await.unwrap(), None);
    }

    async fn sides_are_those_of_programs_one_takes_part_in(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, noor) = two(&mut tx).await;
        let program = rows::program(&mut tx, 1, "career", None).await;
        assert_eq!(people::sides(&mut tx, amara).await.unwrap(), (false, false));
        rows::enrolment(&mut tx, 1, program, amara, 2).await;
        rows::enrolment(&mut tx, 2, program, noor, 0).await;
        assert_eq!(people::sides(&mut tx, amara).await.unwrap(), (true, false));
        assert_eq!(people::sides(&mut tx, noor).await.unwrap(), (false, true));
        changes::enrolment_is(&mut tx, program, noor, EnrolmentStatus::Left).await;
        assert_eq!(people::sides(&mut tx, noor).await.unwrap(), (false, false));
    }

    async fn a_picture_is_of_whoever_uses_it_and_gone_when_deleted(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, _) = two(&mut tx).await;
        let program: ProgramId = rows::program(&mut tx, 1, "career", None).await;
        let (portrait, banner): (PictureId, PictureId) = (id(1), id(2));
        for n in [1, 2] {
            pictures::insert(&mut tx, &picture(n, amara)).await.unwrap();
        }
        assert_eq!(pictures::by_id(&mut tx, portrait).await.unwrap(), Some(picture(1, amara)));
        assert_eq!(pictures::subject(&mut tx, portrait).await.unwrap(), None);
        people::set_picture(&mut tx, amara, Some(portrait), at(1)).await.unwrap();
        changes::program_has_picture(&mut tx, program, banner).await;
        assert_eq!(pictures::subject(&mut tx, portrait).await.unwrap(), Some(Subject::Person(amara)));
        assert_eq!(pictures::subject(&mut tx, banner).await.unwrap(), Some(Subject::Program(program)));
        pictures::delete(&mut tx, portrait).await.unwrap();
        assert_eq!(pictures::by_id(&mut tx, portrait).await.unwrap(), None);
        assert_eq!(people::by_id(&mut tx, amara).await.unwrap().unwrap().picture_id, None);
    }

    async fn what_connects_two_people(db) {
        let mut tx = db.write().await.unwrap();
        let (amara, noor) = two(&mut tx).await;
        assert_eq!(ties::between(&mut tx, amara, noor).await.unwrap(), Ties::default());
        assert!(!people::acquainted(&mut tx, amara, noor).await.unwrap());
        let acme = rows::organisation(&mut tx, 1, "acme").await;
        let program = rows::program(&mut tx, 1, "career", Some(acme)).await;
        rows::member(&mut tx, acme, noor, OrgRole::Admin).await;
        rows::enrolment(&mut tx, 1, program, amara, 1).await;
        assert_eq!(ties::between(&mut tx, noor, amara).await.unwrap(), Ties { coordinates: true, ..Ties::default() }, "managers coordinate");
        assert_eq!(ties::between(&mut tx, amara, noor).await.unwrap(), Ties { coordinated: true, ..Ties::default() });
        assert!(people::acquainted(&mut tx, amara, noor).await.unwrap() && people::acquainted(&mut tx, noor, amara).await.unwrap());
        rows::enrolment(&mut tx, 2, program, noor, 0).await;
        rows::member(&mut tx, acme, amara, OrgRole::Member).await;
        let ties = ties::between(&mut tx, amara, noor).await.unwrap();
        assert_eq!(ties, Ties { organisation: true, program: true, coordinated: true, ..Ties::default() });
        let shared = ties::shared_programs(&mut tx, noor, amara).await.unwrap();
        assert_eq!(shared.len(), 1);
        let one = shared.first().unwrap();
        assert!(one.viewer_is_mentee && one.person_is_mentor && !one.person_is_mentee && one.both_active);
        changes::enrolment_is(&mut tx, program, amara, EnrolmentStatus::Paused).await;
        assert!(!ties::shared_programs(&mut tx, noor, amara).await.unwrap().first().unwrap().both_active);
        changes::enrolment_is(&mut tx, program, amara, EnrolmentStatus::Left).await;
        assert_eq!(ties::shared_programs(&mut tx, noor, amara).await.unwrap(), []);
    }
}
