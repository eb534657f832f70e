//! Contract of `store::proposals` on both engines.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::ProgramId;
use domain::match_runs::{RunNumbers, RunSettings, RunStatus};
use domain::mentorships::MentorshipStatus;
use domain::programs::ProgramTemplate;
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use store::match_runs::people::{self, Past};
use store::match_runs::publishing;
use store::match_runs::{self, MatchRun, RunPair};
use store::mentors::{self, Whom};
use store::mentorships::Mentorship;
use store::proposals::{self, Closing, Proposal};
use store::testing::rows::{self, at, id};
use store::{Db, Json, Tx, both, bulk, requests};

const PROGRAM: u128 = 1;
const RUN: u128 = 50;
const DAY: i64 = 24 * 60;

/// Two mentors (2, with two places, and 3) and two mentees (4 and 5), and a run that pairs 4 with 2 and 5 with 3.
async fn world(db: &Db) -> ProgramId {
    let mut tx = db.write().await.unwrap();
    let program = rows::program(&mut tx, PROGRAM, "career", None).await;
    for (n, name, capacity) in [(2, "Noor", 2), (3, "Max", 1), (4, "Amara", 0), (5, "Mia", 0)] {
        let person = rows::person(&mut tx, n, name).await;
        rows::enrolment(&mut tx, 10 + n, program, person, capacity).await;
    }
    let run = MatchRun {
        id: id(RUN),
        program_id: program,
        number: 1,
        status: RunStatus::Published,
        settings: Json(RunSettings::for_template(ProgramTemplate::Career)),
        numbers: Json(RunNumbers::default()),
        left_out: Json(Vec::new()),
        created_by: None,
        created_at: at(0),
        published_at: Some(at(0)),
        version: 1,
    };
    match_runs::insert(&mut tx, &run).await.unwrap();
    let pair = |mentee, mentor| RunPair {
        run_id: run.id,
        mentee_id: id(mentee),
        mentor_id: id(mentor),
        score: 50,
        pinned: false,
        parts: Json(Vec::new()),
        mentorship_id: None,
        refusal: None,
    };
    match_runs::replace_pairs(&mut tx, run.id, &[pair(4, 2), pair(5, 3)]).await.unwrap();
    tx.commit().await.unwrap();
    program
}

fn proposal(n: u128, mentee: u128, mentor: u128) -> Proposal {
    Proposal {
        id: id(n),
        program_id: id(PROGRAM),
        run_id: id(RUN),
        mentee_id: id(mentee),
        mentor_id: id(mentor),
        status: ProposalStatus::Proposed,
        mentee_answer: None,
        mentee_answered_at: None,
        mentor_answer: None,
        mentor_answered_at: None,
        reason: None,
        word: None,
        due_at: at(7 * DAY),
        reminded_at: None,
        mentorship_id: None,
        created_at: at(0),
        ended_at: None,
        version: 1,
    }
}

fn mentorship(n: u128, mentee: u128, mentor: u128) -> Mentorship {
    Mentorship {
        id: id(n),
        program_id: id(PROGRAM),
        space_id: id(n),
        mentor_id: id(mentor),
        mentee_id: id(mentee),
        request_id: None,
        status: MentorshipStatus::Active,
        agreement: String::new(),
        started_on: Some(at(0).date_naive()),
        ends_on: None,
        ended_at: None,
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: at(0),
    }
}

async fn write(tx: &mut Tx, proposals: &[Proposal]) {
    bulk::proposals(tx, proposals).await.unwrap();
}

both! {
    async fn a_proposal_comes_back_as_it_was_written(db) {
        world(db).await;
        let mut tx = db.write().await.unwrap();
        let (first, second) = (proposal(60, 4, 2), proposal(61, 5, 3));
        write(&mut tx, &[first.clone(), second.clone()]).await;
        assert_eq!(proposals::by_id(&mut tx, first.id).await.unwrap(), Some(first.clone()));
        assert_eq!(proposals::by_id(&mut tx, id(9)).await.unwrap(), None);
        assert_eq!(proposals::of_run(&mut tx, id(RUN)).await.unwrap(), [first.clone(), second.clone()]);
        let mut held = proposals::lock(&mut tx, first.id).await.unwrap().unwrap();
        (held.mentee_answer, held.mentee_answered_at) = (Some(ProposalAnswer::Yes), Some(at(1)));
        (held.mentor_answer, held.mentor_answered_at) = (Some(ProposalAnswer::No), Some(at(2)));
        (held.status, held.reason, held.word) = (ProposalStatus::Declined, Some(NoReason::Other), Some("No.".to_owned()));
        held.ended_at = Some(at(2));
        proposals::update(&mut tx, &held).await.unwrap();
        assert_eq!(proposals::by_id(&mut tx, first.id).await.unwrap().unwrap(), Proposal { version: 2, ..held });
        assert_eq!(proposals::open_of(&mut tx, id(3), at(1), 9).await.unwrap(), [second]);
        assert!(proposals::open_of(&mut tx, id(2), at(1), 9).await.unwrap().is_empty());
        assert!(proposals::open_of(&mut tx, id(3), at(7 * DAY), 9).await.unwrap().is_empty(), "out of time");
    }

    async fn a_mentee_has_one_open_proposal_at_most(db) {
        world(db).await;
        let mut tx = db.write().await.unwrap();
        write(&mut tx, &[proposal(60, 4, 2)]).await;
        assert!(bulk::proposals(&mut tx, &[proposal(61, 4, 3)]).await.is_err());
    }

    async fn an_open_proposal_counts_wherever_places_are_counted(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let room = async |tx: &mut Tx| (requests::count_mentees(tx, program, "").await.unwrap(), requests::count_mentors(tx, program, "").await.unwrap());
        assert_eq!(room(&mut tx).await, (2, 2));
        write(&mut tx, &[proposal(60, 4, 2), proposal(61, 5, 3)]).await;
        assert_eq!(room(&mut tx).await, (0, 1), "Noor has a second place");
        let taken = mentors::people(&mut tx, Whom::Mentors(program)).await.unwrap();
        assert_eq!(taken.iter().map(|row| (row.id, row.taken)).collect::<Vec<_>>(), [(id(2), 1), (id(3), 1)]);
        let placed = people::parts(&mut tx, program).await.unwrap();
        assert_eq!(placed.iter().map(|part| part.placed).collect::<Vec<_>>(), [false, false, true, true]);
        let paired_people = publishing::paired_people(&mut tx, program, id(RUN)).await.unwrap();
        assert_eq!(paired_people.iter().map(|s| (s.taken, s.placed)).collect::<Vec<_>>(), [(1, false), (1, false), (0, true), (0, true)]);
        assert_eq!(proposals::places_held(&mut tx, program, id(2), None).await.unwrap(), 1);
        assert_eq!(proposals::places_held(&mut tx, program, id(2), Some(id(4))).await.unwrap(), 0);
        assert_eq!(proposals::held_for(&mut tx, program, id(5)).await.unwrap(), Some(id(3)));
        assert_eq!(proposals::held_for(&mut tx, program, id(2)).await.unwrap(), None);
        let near = mentors::people(&mut tx, Whom::Proposed(program, id(4))).await.unwrap();
        assert_eq!(near.iter().map(|row| row.id).collect::<Vec<_>>(), [id(2), id(4)], "she and who is proposed to her");
    }

    async fn a_no_is_remembered_and_silence_is_not(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let no = Proposal { status: ProposalStatus::Declined, ..proposal(60, 4, 2) };
        let late = Proposal { status: ProposalStatus::Expired, ..proposal(61, 5, 3) };
        write(&mut tx, &[no, late]).await;
        assert_eq!(people::past(&mut tx, program).await.unwrap(), [Past { mentee_id: id(4), mentor_id: id(2), declined: true }]);
        assert_eq!(proposals::declined(&mut tx, program).await.unwrap(), [(id(4), id(2))]);
        assert_eq!(proposals::places_held(&mut tx, program, id(2), None).await.unwrap(), 0);
    }

    async fn a_mentorship_of_the_two_makes_it_true(db) {
        world(db).await;
        let mut tx = db.write().await.unwrap();
        write(&mut tx, &[proposal(60, 4, 2), proposal(61, 5, 3)]).await;
        let begun = mentorship(70, 4, 2);
        rows::mentorship(&mut tx, &begun).await;
        proposals::came_true(&mut tx, &begun, at(9)).await.unwrap();
        let row = proposals::by_id(&mut tx, id(60)).await.unwrap().unwrap();
        assert_eq!((row.status, row.mentorship_id, row.ended_at), (ProposalStatus::Accepted, Some(begun.id), Some(at(9))));
        assert_eq!(proposals::by_id(&mut tx, id(61)).await.unwrap().unwrap(), proposal(61, 5, 3));
        let pairs = match_runs::pairs(&mut tx, id(RUN)).await.unwrap();
        assert_eq!(pairs.iter().map(|pair| pair.mentorship_id).collect::<Vec<_>>(), [Some(begun.id), None]);
        assert_eq!(publishing::count_untouched(&mut tx, id(RUN)).await.unwrap(), 0, "two yeses are an act");
        proposals::came_true(&mut tx, &mentorship(71, 4, 3), at(9)).await.unwrap();
    }

    async fn what_is_taken_back_is_what_was_meant(db) {
        let program = world(db).await;
        for (which, expected) in [
            (Closing::UnansweredOf(id(RUN)), vec![61]),
            (Closing::UnansweredOf(id(99)), vec![]),
            (Closing::ToMentor(id(2)), vec![60]),
            (Closing::ToMentee(id(5)), vec![61]),
            (Closing::All, vec![60, 61]),
        ] {
            let mut tx = db.write().await.unwrap();
            let answered = Proposal { mentor_answer: Some(ProposalAnswer::Yes), mentor_answered_at: Some(at(1)), ..proposal(60, 4, 2) };
            write(&mut tx, &[answered, proposal(61, 5, 3)]).await;
            let mut back = proposals::take_back(&mut tx, program, which, at(5)).await.unwrap();
            back.sort_by_key(|proposal| proposal.id);
            assert_eq!(back.iter().map(|p| p.id).collect::<Vec<_>>(), expected.into_iter().map(id).collect::<Vec<_>>(), "{which:?}");
            assert!(back.iter().all(|p| p.status == ProposalStatus::TakenBack && p.ended_at == Some(at(5))));
            drop(tx);
        }
    }

    async fn time_ends_and_reminds_once(db) {
        let program = world(db).await;
        let mut tx = db.write().await.unwrap();
        let later = Proposal { due_at: at(9 * DAY), ..proposal(61, 5, 3) };
        write(&mut tx, &[proposal(60, 4, 2), later]).await;
        let soon = async |tx: &mut Tx, after| {
            let rows = proposals::unreminded(tx, at(6 * DAY), at(10 * DAY), after, 9).await.unwrap();
            rows.iter().map(|proposal| proposal.id).collect::<Vec<_>>()
        };
        assert_eq!(soon(&mut tx, None).await, [id(60), id(61)]);
        assert_eq!(soon(&mut tx, Some((at(7 * DAY), id(60)))).await, [id(61)]);
        assert_eq!(proposals::remind(&mut tx, id(60), at(6 * DAY)).await.unwrap().unwrap().reminded_at, Some(at(6 * DAY)));
        assert_eq!(proposals::remind(&mut tx, id(60), at(6 * DAY)).await.unwrap(), None, "another server did");
        assert_eq!(soon(&mut tx, None).await, [id(61)]);
        assert!(proposals::programs_due(&mut tx, at(7 * DAY - 1), 9).await.unwrap().is_empty());
        assert_eq!(proposals::programs_due(&mut tx, at(7 * DAY), 9).await.unwrap(), [program]);
        let ended = proposals::expire_due(&mut tx, program, at(8 * DAY)).await.unwrap();
        assert_eq!(ended.iter().map(|p| (p.id, p.status, p.ended_at)).collect::<Vec<_>>(), [(id(60), ProposalStatus::Expired, Some(at(7 * DAY)))]);
        assert!(proposals::expire_due(&mut tx, program, at(8 * DAY)).await.unwrap().is_empty());
    }
}
