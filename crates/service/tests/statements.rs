//! What concerns many people takes the same number of statements for many as for few: the list of mentors, approving
//! everybody, inviting a list of addresses, ending a program. Statements are counted as the driver tells them to the log;
//! that is one for the whole process, so this test is a program of its own.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

use domain::enrolments::EnrolmentStatus;
use domain::mentors::MentorSearch;
use domain::organisations::OrgRole;
use domain::programs::ProgramAction;
use service::testing::Stage;
use service::{enrolments, home, imports, mentors, organisations, programs, requests, search as words};
use std::fmt::Debug;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use store::testing::fresh;
use store::{Db, Engine};
use tracing::field::{Field, Visit};
use tracing::span;

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// Counts the log's lines about statements.
struct Counter;

impl tracing::Subscriber for Counter {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("sqlx::query")
    }
    fn event(&self, event: &tracing::Event<'_>) {
        if event.metadata().target().starts_with("sqlx::query") {
            event.record(&mut Rows);
        }
    }
    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Counts what reads and writes rows. (A new connection has settings of its own to make, whenever the pool opens one.)
struct Rows;

impl Visit for Rows {
    fn record_str(&mut self, field: &Field, value: &str) {
        let begins = |word| value.starts_with(word);
        if field.name() == "summary" && ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].into_iter().any(begins) {
            STATEMENTS.fetch_add(1, Ordering::SeqCst);
        }
    }
    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// How many there have been. SQLite's are told by a thread of its own, shortly after.
async fn counted() -> usize {
    tokio::time::sleep(Duration::from_millis(100)).await;
    STATEMENTS.load(Ordering::SeqCst)
}

/// How many statements the list takes when nothing is in memory, when it is, and how many the day takes.
async fn statements(db: &Db, mentors: i32) -> [usize; 3] {
    let stage = Stage::new(db);
    let program = stage.program("career").open().await;
    let mentee = stage.person("Amara").await;
    stage.mentee(&program, &mentee).await;
    for n in 0..mentors {
        let mentor = stage.person(&format!("Mentor {n}")).await;
        stage.mentor(&program, &mentor, 1).await;
        let mut tx = stage.ctx.write().await.unwrap();
        words::index_person(&mut tx, mentor.id).await.unwrap();
        tx.commit().await.unwrap();
    }
    let search = MentorSearch { words: "mentor".to_owned(), ..MentorSearch::default() };
    let before = counted().await;
    mentors::list(&stage.ctx, &mentee, "career", search.clone()).await.unwrap();
    let cold = counted().await;
    mentors::list(&stage.ctx, &mentee, "career", search).await.unwrap();
    let warm = counted().await;
    home::day(&stage.ctx, &mentee).await.unwrap();
    let day = counted().await;
    [cold - before, warm - cold, day - warm]
}

/// How many statements it takes to approve everybody, to invite a list of addresses, and to end a program with its requests.
async fn writing(db: &Db, people: usize) -> [usize; 3] {
    let stage = Stage::new(db);
    let acme = stage.organisation("acme").await;
    let program = stage.program("buddies").of(acme).asking_at_most(100).open().await;
    let owner = stage.person("Olga").await;
    stage.member(acme, &owner, OrgRole::Owner).await;
    let mentee = stage.person("Amara").await;
    stage.mentee(&program, &mentee).await;
    for n in 0..people {
        let mentor = stage.person(&format!("Buddy {n}")).await;
        stage.mentor(&program, &mentor, 1).await;
        requests::ask(&stage.ctx, &mentee, "buddies", mentor.id, "Would you be my mentor, please?").await.unwrap();
        let waiting = stage.person(&format!("Waiting {n}")).await;
        stage.mentee(&program, &waiting).await;
        stage.enrolment_is(&program, &waiting, EnrolmentStatus::Pending).await;
    }
    let addresses: Vec<String> = (0..people).map(|n| format!("new{n}@example.org")).collect();
    let before = counted().await;
    assert_eq!(enrolments::approve_all(&stage.ctx, &owner, "buddies").await.unwrap(), people);
    let approved = counted().await;
    organisations::invite_by_mail(&stage.ctx, &owner, "acme", &addresses.join(" "), "member").await.unwrap();
    let invited = counted().await;
    programs::advance(&stage.ctx, &owner, "buddies", ProgramAction::Cancel).await.unwrap();
    let cancelled = counted().await;
    assert!(stage.told(&mentee).await.iter().filter(|kind| *kind == "request_program_ended").count() == people);
    [approved - before, invited - approved, cancelled - invited]
}

/// How many statements it takes to look at a file of people and to enrol and invite them: half members, half strangers.
async fn importing(db: &Db, people: usize) -> [usize; 2] {
    let stage = Stage::new(db);
    let acme = stage.organisation("globex").await;
    let program = stage.program("from-a-file").of(acme).open().await;
    let owner = stage.person("Orla").await;
    stage.member(acme, &owner, OrgRole::Owner).await;
    let mut file = "Name,E-mail,Role,Languages,Skills,Headline\n".to_owned();
    for n in 0..people {
        let member = stage.person(&format!("Filed {n}")).await;
        stage.member(acme, &member, OrgRole::Member).await;
        for address in [format!("filed-{n}@example.org"), format!("stranger-{n}@example.org")] {
            file.push_str(&format!("Person {n},{address},mentor,French,\"delegation, Trick {n}\",Juggles\n"));
        }
    }
    let slug = &program.slug;
    imports::upload(&stage.ctx, &owner, slug, "people.csv", file.as_bytes()).await.unwrap();
    let before = counted().await;
    let draft = imports::page(&stage.ctx, &owner, slug).await.unwrap().draft.unwrap();
    assert_eq!((draft.enrol, draft.invite, draft.wrong), (people, people, 0));
    let looked = counted().await;
    imports::run(&stage.ctx, &owner, slug, draft.id).await.unwrap();
    [looked - before, counted().await - looked]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn their_number_does_not_depend_on_the_people() {
    tracing::subscriber::set_global_default(Counter).unwrap();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let few = statements(&fresh(engine).await.db, 2).await;
        let many = statements(&fresh(engine).await.db, 60).await;
        assert_eq!(few, many, "{engine:?}");
        let [cold, warm, _] = few;
        // The program with what the mentee is in it, what they have with its mentors, and two for the words.
        assert!(warm < cold && warm == 4, "{engine:?}: {few:?}");
        let few = importing(&fresh(engine).await.db, 2).await;
        let many = importing(&fresh(engine).await.db, 40).await;
        assert_eq!(few, many, "{engine:?}");
        let few = writing(&fresh(engine).await.db, 2).await;
        let many = writing(&fresh(engine).await.db, 40).await;
        assert_eq!(few, many, "{engine:?}");
    }
}
