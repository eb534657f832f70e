//! Contract of `store::imports`, and of what enrols many at once, on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::imports::Enrolling;
use domain::organisations::OrgRole;
use domain::people::SkillSide;
use domain::programs::Answer;
use domain::{ImportId, OrganisationId, ProgramId};
use store::bulk::{self, Invited};
use store::enrolments::{self, Enrolment};
use store::imports::{self, Done, Import, Line};
use store::organisations::invitations::{self, Invitation};
use store::people::{self, Filling};
use store::skills::{self, CustomSkill};
use store::testing::changes;
use store::testing::rows::{self, at, id};
use store::{Json, both};

fn import(n: u128, file: &str) -> Import {
    let line = |line, ragged, text: &str| Line { line, ragged, cells: vec![text.to_owned(), "\"x\"\n".to_owned()] };
    Import {
        id: id(n),
        program_id: id(1),
        person_id: id(1),
        file: file.to_owned(),
        header: Json(vec!["E-mail".to_owned(), "الاسم".to_owned()]),
        lines: Json(vec![line(2, None, "a@example.org"), line(5, Some(1), "")]),
        targets: Json(vec!["email".to_owned(), String::new()]),
        side: "both".to_owned(),
        encoding: "windows-1256".to_owned(),
        keep_rows: true,
        notes: Json(vec![serde_json::json!({ "kind": "nobody", "rows": 2 })]),
        done: None,
        created_at: at(0),
        expires_at: at(60),
    }
}

both! {
    async fn one_file_for_each_person_and_program(db) {
        let mut tx = db.write().await.unwrap();
        let program = rows::program(&mut tx, 1, "career", None).await;
        let ada = rows::person(&mut tx, 1, "Ada").await;
        assert_eq!(imports::of(&mut tx, program, ada, at(0)).await.unwrap(), None);
        imports::replace(&mut tx, &import(1, "first.csv")).await.unwrap();
        assert_eq!(imports::of(&mut tx, program, ada, at(0)).await.unwrap(), Some(import(1, "first.csv")));
        let second = Import { done: Some(Json(Done { enrolled: 1, invited: 2, unchanged: 3 })), ..import(2, "second.csv") };
        imports::replace(&mut tx, &second).await.unwrap();
        imports::lock(&mut tx, program, ada).await.unwrap();
        assert_eq!(imports::of(&mut tx, program, ada, at(0)).await.unwrap(), Some(second));
        assert_eq!(imports::of(&mut tx, program, ada, at(60)).await.unwrap(), None, "its time is over");
        assert_eq!(imports::delete_expired(&mut tx, at(59)).await.unwrap(), 0);
        assert_eq!(imports::delete_expired(&mut tx, at(60)).await.unwrap(), 1);
        imports::replace(&mut tx, &import(3, "third.csv")).await.unwrap();
        imports::remove(&mut tx, id::<ImportId>(3)).await.unwrap();
        assert_eq!(imports::of(&mut tx, program, ada, at(0)).await.unwrap(), None);
    }

    async fn a_files_bytes_are_kept_until_they_are_not_needed(db) {
        let mut tx = db.write().await.unwrap();
        rows::program(&mut tx, 1, "career", None).await;
        rows::person(&mut tx, 1, "Ada").await;
        let one = import(1, "first.csv");
        assert_eq!(imports::bytes(&mut tx, one.id).await.unwrap(), None, "no file");
        imports::replace(&mut tx, &one).await.unwrap();
        assert_eq!(imports::bytes(&mut tx, one.id).await.unwrap(), None);
        imports::keep_bytes(&mut tx, one.id, Some(b"\xD3,\0")).await.unwrap();
        imports::replace(&mut tx, &one).await.unwrap();
        assert_eq!(imports::bytes(&mut tx, one.id).await.unwrap().as_deref(), Some(&b"\xD3,\0"[..]), "changing columns leaves them");
        imports::keep_bytes(&mut tx, one.id, None).await.unwrap();
        assert_eq!(imports::bytes(&mut tx, one.id).await.unwrap(), None);
    }

    async fn what_is_known_of_invited_people_is_kept_with_the_invitation(db) {
        let mut tx = db.write().await.unwrap();
        let acme = rows::organisation(&mut tx, 1, "acme").await;
        let program = rows::program(&mut tx, 1, "career", Some(acme)).await;
        let ada = rows::person(&mut tx, 1, "Ada").await;
        let invitation = |n, email: &str| Invitation {
            id: id(n), organisation_id: acme, program_id: Some(program), role: OrgRole::Member, email: Some(email.to_owned()), link_token: None,
            created_by: Some(ada), created_at: at(0), expires_at: at(60), revoked_at: None, accepted_at: None,
        };
        let new: Vec<Invited> = [(1, "A@example.org"), (2, "b@example.org"), (3, "c@example.org")].into_iter()
            .map(|(n, email)| Invited { invitation: invitation(n, email), token_hash: vec![u8::try_from(n).unwrap()] }).collect();
        bulk::invitations(&mut tx, &new).await.unwrap();
        let known = Enrolling { email: "A@example.org".to_owned(), answers: vec![(id(9), Answer::Choices(vec![1]))], ..Enrolling::default() };
        imports::keep_invited(&mut tx, &[(id(1), known.clone()), (id(2), Enrolling::default())]).await.unwrap();
        assert_eq!(imports::invited(&mut tx, id(1)).await.unwrap(), Some(known));
        assert_eq!(imports::invited(&mut tx, id(3)).await.unwrap(), None);
        assert_eq!(invitations::by_hash(&mut tx, &[1]).await.unwrap().unwrap().program_id, Some(program));
        assert!(invitations::revoke(&mut tx, id(2), at(1)).await.unwrap() && invitations::accept(&mut tx, id(3), at(1)).await.unwrap());
        assert_eq!(imports::invited_addresses(&mut tx, program, at(1)).await.unwrap(), ["A@example.org"]);
        assert!(imports::invited_addresses(&mut tx, program, at(60)).await.unwrap().is_empty(), "their time is over");
        assert!(imports::invited_addresses(&mut tx, id(2), at(1)).await.unwrap().is_empty());
    }

    async fn only_those_of_the_house_are_known_by_their_address(db) {
        let mut tx = db.write().await.unwrap();
        let (acme, other) = (rows::organisation(&mut tx, 1, "acme").await, rows::organisation(&mut tx, 2, "other").await);
        let (program, elsewhere) = (rows::program(&mut tx, 1, "career", Some(acme)).await, rows::program(&mut tx, 2, "else", Some(other)).await);
        for (n, name) in [(1, "Ada"), (2, "Ben"), (3, "Cam"), (4, "Dee")] {
            rows::person(&mut tx, n, name).await;
        }
        rows::member(&mut tx, acme, id(1), OrgRole::Member).await;
        rows::member(&mut tx, other, id(3), OrgRole::Member).await;
        rows::enrolment(&mut tx, 1, program, id(2), 1).await;
        rows::enrolment(&mut tx, 2, elsewhere, id(1), 1).await;
        let keys = ["ada", "ben", "cam", "dee", "eve"].map(|name| format!("{name}@example.org"));
        let mut known = enrolments::known(&mut tx, acme, program, &keys).await.unwrap();
        known.sort_by(|a, b| a.email_key.cmp(&b.email_key));
        let found: Vec<(&str, Option<EnrolmentStatus>)> = known.iter().map(|known| (known.email_key.as_str(), known.status)).collect();
        assert_eq!(found, [("ada@example.org", None), ("ben@example.org", Some(EnrolmentStatus::Active))]);
        assert!(enrolments::known(&mut tx, acme, program, &[]).await.unwrap().is_empty());
    }

    async fn many_are_enrolled_once_each(db) {
        let mut tx = db.write().await.unwrap();
        let program: ProgramId = rows::program(&mut tx, 1, "career", None).await;
        for n in 1..=900 {
            rows::person(&mut tx, n, &format!("Person {n}")).await;
        }
        rows::enrolment(&mut tx, 5000, program, id(7), 1).await;
        let enrolment = |n: u128| Enrolment {
            id: id(n), program_id: program, person_id: id(n), status: EnrolmentStatus::Active, as_mentor: true, as_mentee: false, capacity: 2,
            criteria: Json(Vec::new()), version: 1, created_at: at(0), updated_at: at(0),
        };
        let all: Vec<Enrolment> = (1..=900).map(enrolment).collect();
        let written = enrolments::insert_many(&mut tx, &all).await.unwrap();
        assert_eq!((written.len(), written.contains(&id(7))), (899, false));
        assert!(enrolments::insert_many(&mut tx, &all).await.unwrap().is_empty());
    }

    async fn only_what_is_empty_is_filled(db) {
        let mut tx = db.write().await.unwrap();
        let (ada, ben) = (rows::person(&mut tx, 1, "Ada").await, rows::person_in(&mut tx, 2, "Ben", "en", "Europe/Berlin").await);
        let said = Filling { headline: Some("Mine".to_owned()), experience_years: Some(3), ..Filling::default() };
        people::fill(&mut tx, &[(ben, said)], at(1)).await.unwrap();
        let filling = Filling {
            headline: Some("Theirs".to_owned()), role_title: Some("Baker".to_owned()), industry: Some("arts".to_owned()), country: Some("KE".to_owned()),
            zone: Some("Africa/Nairobi".to_owned()), experience_years: Some(9),
        };
        people::fill(&mut tx, &[(ada, filling.clone()), (ben, filling)], at(2)).await.unwrap();
        let (ada, ben) = (people::by_id(&mut tx, ada).await.unwrap().unwrap(), people::by_id(&mut tx, ben).await.unwrap().unwrap());
        assert_eq!((ada.headline.as_deref(), ada.zone.as_str(), ada.experience_years, ada.version), (Some("Theirs"), "Africa/Nairobi", Some(9), 2));
        assert_eq!((ben.headline.as_deref(), ben.zone.as_str(), ben.experience_years), (Some("Mine"), "Europe/Berlin", Some(3)));
        assert_eq!((ben.role_title.as_deref(), ben.country.as_deref()), (Some("Baker"), Some("KE")));
        people::set_skills(&mut tx, ben.id, &["rust".to_owned()], &[], at(3)).await.unwrap();
        changes::speaks(&mut tx, ada.id, &["en", "fr"]).await;
        let (languages, skills) = people::said(&mut tx, &[ada.id, ben.id]).await.unwrap();
        assert_eq!(languages.into_iter().collect::<Vec<_>>(), [ada.id]);
        assert_eq!(skills.into_iter().collect::<Vec<_>>(), [(ben.id, SkillSide::Offered)]);
        people::fill(&mut tx, &[], at(4)).await.unwrap();
    }

    async fn skills_of_a_house_are_found_by_name(db) {
        let mut tx = db.write().await.unwrap();
        let (acme, other): (OrganisationId, _) = (rows::organisation(&mut tx, 1, "acme").await, rows::organisation(&mut tx, 2, "other").await);
        let ada = rows::person(&mut tx, 1, "Ada").await;
        let skill = |n: &str, organisation_id| CustomSkill { id: n.to_owned(), organisation_id, name: "Juggling".to_owned(), name_key: "juggling".to_owned() };
        skills::insert(&mut tx, &[skill("1", None), skill("2", Some(acme)), skill("3", Some(other))], ada, at(0)).await.unwrap();
        let found = skills::known_in(&mut tx, acme, &["juggling".to_owned(), "oboe".to_owned()]).await.unwrap();
        assert_eq!(found.iter().map(|skill| skill.id.as_str()).collect::<Vec<_>>(), ["2", "1"]);
        assert!(skills::known_in(&mut tx, acme, &[]).await.unwrap().is_empty());
    }
}
