//! Contract of `store::match_runs` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::events::EventKind;
use domain::match_runs::{RunNumbers, RunSettings, RunStatus};
use domain::mentorships::MentorshipStatus;
use domain::programs::ProgramTemplate;
use domain::{PersonId, ProgramId, Refusal};
use store::events::NewEvent;
use store::match_runs::people::{self, Past};
use store::match_runs::publishing;
use store::match_runs::{self, MatchRun, RunPair};
use store::mentorships::{self, Mentorship};
use store::testing::rows::{self, at, id};
use store::{Db, Json, Tx, both, bulk};

const PROGRAM: u128 = 1;
const RUN: u128 = 50;

/// Two mentors (2, with two places, and 3) and two mentees (4 and 5).
async fn world(db: &Db) -> ProgramId {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, PROGRAM, "career", None).await;
    for (n, name, capacity) in [(2, "Noor", 2), (3, "Max", 1), (4, "Amara", 0), (5, "Mia", 0)] {
        let person = rows::person(&mut tx, n, name).await;
        rows::enrolment(&mut tx, 10 + n, program, person, capacity).await;
    }
    tx.commit().await.unwrap();
    program
}

fn run(number: i32) -> MatchRun {
    MatchRun {
        id: id(RUN + u128::try_from(number).unwrap()),
        program_id: id(PROGRAM),
        number,
        status: RunStatus::Draft,
        settings: Json(RunSettings::for_template(ProgramTemplate::Career)),
        numbers: Json(RunNumbers { matched: 2, ..RunNumbers::default() }),
        left_out: Json(Vec::new()),
        created_by: Some(id(2)),
        created_at: at(number.into()),
        published_at: None,
        version: 1,
    }
}

fn pair(run: &MatchRun, mentee: u128, mentor: u128, score: i32) -> RunPair {
    RunPair {
        run_id: run.id,
        mentee_id: id(mentee),
        mentor_id: id(mentor),
        score,
        pinned: score == 50,
        parts: Json(Vec::new()),
        mentorship_id: None,
        refusal: None,
    }
}

fn mentorship(n: u128, mentee: u128, mentor: u128, status: MentorshipStatus) -> Mentorship {
    Mentorship {
        id: id(n),
        program_id: id(PROGRAM),
        space_id: id(n),
        mentor_id: id(mentor),
        mentee_id: id(mentee),
        request_id: None,
        status,
        agreement: String::new(),
        started_on: (status == MentorshipStatus::Completed).then(|| at(0).date_naive()),
        ends_on: None,
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: at(0),
    }
}

async fn write(tx: &mut Tx, run: &MatchRun, pairs: &[RunPair]) {
    match_runs::insert(tx, run).await.unwrap();
    match_runs::replace_pairs(tx, run.id, pairs).await.unwrap();
}

both! {
    async fn a_run_comes_back_as_it_was_written(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        assert_eq!(match_runs::next_number(&mut tx, program).await.unwrap(), 1);
        let mut first = run(1);
        write(&mut tx, &first, &[pair(&first, 4, 2, 70), pair(&first, 5, 2, 50)]).await;
        write(&mut tx, &run(2), &[]).await;
        assert_eq!(match_runs::next_number(&mut tx, program).await.unwrap(), 3);
        assert_eq!(match_runs::by_number(&mut tx, program, 1).await.unwrap().unwrap(), first);
        assert_eq!(match_runs::lock(&mut tx, program, 1).await.unwrap().unwrap(), first);
        assert_eq!(match_runs::by_number(&mut tx, program, 9).await.unwrap(), None);
        let pairs = match_runs::pairs(&mut tx, first.id).await.unwrap();
        assert_eq!(pairs, [pair(&first, 5, 2, 50), pair(&first, 4, 2, 70)], "the lowest first");
        first.status = RunStatus::Published;
        first.settings.0.seed = 7;
        first.published_at = Some(at(9));
        match_runs::update(&mut tx, &first).await.unwrap();
        assert_eq!(match_runs::by_number(&mut tx, program, 1).await.unwrap().unwrap(), MatchRun { version: 2, ..first.clone() });
        let refused = RunPair { refusal: Some(Json(Refusal::MentorFull)), ..pair(&first, 4, 3, 1) };
        match_runs::replace_pairs(&mut tx, first.id, std::slice::from_ref(&refused)).await.unwrap();
        assert_eq!(match_runs::pairs(&mut tx, first.id).await.unwrap(), [refused]);
        let newest = match_runs::newest(&mut tx, program, 5).await.unwrap();
        assert_eq!(newest.iter().map(|r| (r.number, r.by.as_deref())).collect::<Vec<_>>(), [(2, Some("Noor")), (1, Some("Noor"))]);
        assert_eq!(match_runs::latest_settings(&mut tx, program).await.unwrap().unwrap().seed, 1);
        assert_eq!(match_runs::latest_settings(&mut tx, id(99)).await.unwrap(), None);
    }

    async fn a_run_looks_at_who_takes_part_and_what_lies_between_them(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        for (n, mentee, mentor, status) in [
            (60, 4, 2, MentorshipStatus::Completed),
            (61, 4, 3, MentorshipStatus::EndedEarly),
            (62, 5, 2, MentorshipStatus::Proposed),
        ] {
            rows::mentorship(&mut tx, &mentorship(n, mentee, mentor, status)).await;
        }
        let parts = people::parts(&mut tx, program).await.unwrap();
        let seen: Vec<_> = parts.iter().map(|p| (p.as_mentor, p.as_mentee, p.placed)).collect();
        assert_eq!(seen, [(true, false, false), (true, false, false), (false, true, false), (false, true, true)]);
        let mut past = people::past(&mut tx, program).await.unwrap();
        past.sort_by_key(|past| past.declined);
        let of = |mentor, declined| Past { mentee_id: id(4), mentor_id: id(mentor), declined };
        assert_eq!(past, [of(2, false), of(3, true)]);
        let organisation = rows::organisation(&mut tx, 90, "acme").await;
        rows::member(&mut tx, organisation, id(4), domain::organisations::OrgRole::Member).await;
        assert_eq!(people::organisations(&mut tx, program).await.unwrap(), [(id::<PersonId>(4), organisation)]);
        assert_eq!(people::waiting(&mut tx, program).await.unwrap(), (1, 2));
    }

    async fn places_and_standings_are_read_for_the_people_of_the_run(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let first = run(1);
        write(&mut tx, &first, &[pair(&first, 4, 2, 70)]).await;
        rows::mentorship(&mut tx, &mentorship(60, 5, 2, MentorshipStatus::Active)).await;
        publishing::lock_people(&mut tx, program, first.id).await.unwrap();
        publishing::set_capacities(&mut tx, program, &[(id(2), 4), (id(3), 5)], at(5)).await.unwrap();
        let paired_people = publishing::paired_people(&mut tx, program, first.id).await.unwrap();
        let seen: Vec<_> = paired_people.iter().map(|s| (s.person_id, s.capacity, s.taken, s.placed)).collect();
        assert_eq!(seen, [(id(2), 4, 1, false), (id(4), 0, 0, false)]);
    }

    async fn only_what_nobody_acted_on_is_taken_back(db) {
        world(db).await;
        let mut tx = db.write().await.unwrap();
        let first = run(1);
        let (a, b, c) = (pair(&first, 4, 2, 70), pair(&first, 5, 2, 50), pair(&first, 4, 3, 60));
        for (n, mentee, mentor) in [(60, 4, 2), (61, 5, 2), (62, 4, 3)] {
            rows::mentorship(&mut tx, &mentorship(n, mentee, mentor, MentorshipStatus::Active)).await;
        }
        let of = |pair: &RunPair, n| RunPair { mentorship_id: Some(id(n)), ..pair.clone() };
        write(&mut tx, &first, &[of(&a, 60), of(&b, 61), of(&c, 62)]).await;
        assert!(mentorships::sign(&mut tx, id(61), id(5), at(1)).await.unwrap());
        let event = |kind, n| NewEvent { at: at(1), kind, actor: None, organisation: None, program: None, subject: Some(id(n)), body: serde_json::json!({}) };
        bulk::events(&mut tx, &[event(EventKind::MentorshipStarted, 60), event(EventKind::MentorshipPaused, 62)]).await.unwrap();
        assert_eq!(publishing::count_untouched(&mut tx, first.id).await.unwrap(), 1);
        let back = publishing::take_back(&mut tx, publishing::Untouched::OfRun(first.id)).await.unwrap();
        assert_eq!(back.iter().map(|t| (t.id, t.mentee_id, t.mentor_id)).collect::<Vec<_>>(), [(id(60), id(4), id(2))]);
        let left = match_runs::pairs(&mut tx, first.id).await.unwrap();
        assert_eq!(left.iter().map(|p| p.mentorship_id).collect::<Vec<_>>(), [Some(id(61)), Some(id(62)), None]);
    }
}
