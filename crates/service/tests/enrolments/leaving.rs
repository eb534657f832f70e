//! What a program still knows of whoever doesn't take part in it any more.

use domain::enrolments::EnrolmentStatus;
use service::enrolments::{self, ParticipantFilter};
use service::exports::{self, Cell, Table};
use service::testing::Stage;
use service::{Actor, requests};
use store::people::Filling;

/// Everything that the row of somebody says, in one text.
fn row_of(table: &Table, name: &str) -> String {
    let is_theirs = |row: &&Vec<Cell>| row.iter().any(|cell| cell.written() == name);
    let row = table.rows.iter().find(is_theirs).expect("a row");
    row.iter().map(Cell::written).collect::<Vec<_>>().join(" | ")
}

/// Noor with a profile that says something.
async fn described(stage: &Stage, noor: &Actor) {
    let mut tx = stage.ctx.write().await.unwrap();
    let said = Filling {
        headline: Some("Bakes bread".to_owned()),
        role_title: Some("Master baker".to_owned()),
        country: Some("KE".to_owned()),
        ..Filling::default()
    };
    store::people::fill(&mut tx, &[(noor.id, said)], stage.ctx.now()).await.unwrap();
    store::people::set_skills(&mut tx, noor.id, &["delegation".to_owned()], &[], stage.ctx.now()).await.unwrap();
    tx.commit().await.unwrap();
}

store::both! {
    async fn contact_data_end_with_taking_part(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        let (noor, amara) = (stage.person_in("Noor", "en", "Africa/Nairobi").await, stage.person("Amara").await);
        stage.mentor(&program, &noor, 2).await;
        stage.mentee(&program, &amara).await;
        described(&stage, &noor).await;
        let ctx = &stage.ctx;
        let request = requests::ask(ctx, &amara, "career", noor.id, "I would like to learn how to bake.").await.unwrap();
        requests::accept(ctx, Some(&noor), request, "").await.unwrap();
        let personal = ["noor@example.org", "Bakes bread", "Master baker", "Kenya", "elegation", "Africa/Nairobi", "nglish"];
        let people = exports::participants(ctx, &carla, "career").await.unwrap();
        for said in personal {
            assert!(row_of(&people, "Noor").contains(said), "{said}");
        }
        for status in [EnrolmentStatus::Left, EnrolmentStatus::Removed] {
            stage.enrolment_is(&program, &noor, status).await;
            let people = exports::participants(ctx, &carla, "career").await.unwrap();
            let row = row_of(&people, "Noor");
            assert!(personal.iter().all(|said| !row.contains(said)), "{status}: {row}");
            assert!(row_of(&people, "Amara").contains("amara@example.org"), "whoever takes part can be reached");
            let pair = row_of(&exports::mentorships(ctx, &carla, "career").await.unwrap(), "Noor");
            assert!(!pair.contains("noor@") && pair.contains("amara@example.org"), "{status}: {pair}");
            let page = enrolments::participants(ctx, &carla, "career", ParticipantFilter::default()).await.unwrap();
            let shown = page.rows.iter().find(|row| row.face.name == "Noor").unwrap();
            assert_eq!((shown.email.as_str(), shown.face.headline.as_deref()), ("", None), "{status}");
            let by_address = ParticipantFilter { words: "noor@example".to_owned(), ..ParticipantFilter::default() };
            assert!(enrolments::participants(ctx, &carla, "career", by_address).await.unwrap().rows.is_empty(), "{status}");
        }
        stage.enrolment_is(&program, &amara, EnrolmentStatus::Left).await;
        let pair = row_of(&exports::mentorships(ctx, &carla, "career").await.unwrap(), "Noor");
        assert!(!pair.contains('@'), "{pair}");
    }
}
