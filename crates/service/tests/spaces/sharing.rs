//! How spaces come about, are shared, close and go, whichever way mentorships are made and ended.

use super::Circle;
use domain::fit::Criterion;
use domain::match_runs::RunDraft;
use domain::mentorships::MentorshipStatus;
use domain::spaces::SpaceKind;
use domain::{MentorshipId, SpaceId};
use service::{Actor, match_runs, mentorships, pairs, proposals, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

/// Makes a match run of everybody who waits and publishes it.
async fn run(c: &Circle, publish_as: &str) -> i32 {
    let draft = RunDraft {
        objective: "coverage".to_owned(),
        weights: Criterion::ALL.iter().map(|_| "100".to_owned()).collect(),
        ranked: true,
        organisation: "any".to_owned(),
        again: false,
        publish_as: publish_as.to_owned(),
    };
    let number = match_runs::make(&c.stage.ctx, &c.carla, "circles", &draft).await.unwrap();
    match_runs::publish(&c.stage.ctx, &c.carla, "circles", number, &[], true).await.unwrap();
    number
}

/// The mentorships of a run.
async fn of_run(c: &Circle, number: i32) -> Vec<MentorshipId> {
    let mut tx = c.stage.ctx.read().await.unwrap();
    let run = store::match_runs::by_number(&mut tx, c.program.id, number).await.unwrap().unwrap();
    store::match_runs::pairs(&mut tx, run.id).await.unwrap().into_iter().filter_map(|pair| pair.mentorship_id).collect()
}

async fn accepted(c: &Circle, mentee: &Actor) -> MentorshipId {
    let asked = requests::ask(&c.stage.ctx, mentee, "circles", c.noor.id, TEXT).await.unwrap();
    requests::accept(&c.stage.ctx, Some(&c.noor), asked, "").await.unwrap()
}

/// A mentorship that began with two yeses to a proposal.
async fn agreed(c: &Circle, mentee: &Actor) -> MentorshipId {
    let number = run(c, "proposed").await;
    let mut tx = c.stage.ctx.read().await.unwrap();
    let run = store::match_runs::by_number(&mut tx, c.program.id, number).await.unwrap().unwrap();
    let proposal = store::proposals::of_run(&mut tx, run.id).await.unwrap().remove(0);
    drop(tx);
    proposals::say_yes(&c.stage.ctx, Some(mentee), proposal.id).await.unwrap();
    proposals::say_yes(&c.stage.ctx, Some(&c.noor), proposal.id).await.unwrap().unwrap()
}

/// Mentorships made in each way.
async fn made_in_each_way(c: &Circle) -> Vec<MentorshipId> {
    let (_, by_hand) = c.paired("Mia").await;
    let by_request = accepted(c, &c.mentee("Zoe").await).await;
    let by_agreement = agreed(c, &c.mentee("Olu").await).await;
    c.mentee("Ben").await;
    c.mentee("Ida").await;
    let number = run(c, "begun").await;
    let mut all = vec![by_hand, by_request, by_agreement];
    all.extend(of_run(c, number).await);
    all
}

store::both! {
    async fn each_pair_has_a_space_of_its_own_however_it_came_about(db) {
        let c = Circle::of_pairs(db).await;
        let all = made_in_each_way(&c).await;
        assert_eq!(all.len(), 5);
        for id in all {
            let row = c.row(id).await;
            let space = c.space(row.space_id).await.unwrap();
            assert_eq!((space.id, space.kind, space.program_id, space.closed_at), (SpaceId::of_pair(id), SpaceKind::Pair, c.program.id, None));
        }
    }

    async fn all_mentees_of_a_mentor_share_one_however_they_came(db) {
        let c = Circle::new(db).await;
        let all = made_in_each_way(&c).await;
        assert_eq!(all.len(), 5);
        let shared = c.space_of(all[0]).await;
        for id in &all {
            assert_eq!(c.space_of(*id).await, shared);
        }
        let space = c.space(shared).await.unwrap();
        assert_eq!((space.kind, space.closed_at), (SpaceKind::Group, None));
        assert!(all.iter().all(|id| id.0 != shared.0), "an id of its own: no mentorship's");
        // Another mentor has another group.
        let max = c.stage.person("Max").await;
        c.stage.mentor(&c.program, &max, 2).await;
        let other = c.pair(&c.mentee("Ada").await, &max).await.unwrap();
        assert_ne!(c.space_of(other).await, shared);
        assert_eq!(c.open(&[c.noor.id, max.id]).await.len(), 2);
    }

    async fn a_run_of_a_new_group_makes_one_space(db) {
        let c = Circle::new(db).await;
        for name in ["Mia", "Zoe", "Olu"] {
            c.mentee(name).await;
        }
        let number = run(&c, "begun").await;
        let all = of_run(&c, number).await;
        assert_eq!(all.len(), 3);
        let shared = c.space_of(all[0]).await;
        for id in &all {
            assert_eq!(c.space_of(*id).await, shared);
        }
        // Taken back while nobody has acted on it, nothing is left of it.
        assert_eq!(match_runs::undo(&c.stage.ctx, &c.carla, "circles", number).await.unwrap(), 3);
        assert_eq!(c.space(shared).await, None);
    }

    async fn a_group_closes_with_its_last_mentorship_and_next_years_is_another(db) {
        let c = Circle::new(db).await;
        let ((mia, of_mia), (zoe, of_zoe)) = (c.paired("Mia").await, c.paired("Zoe").await);
        let first = c.space_of(of_mia).await;
        mentorships::pause(&c.stage.ctx, &zoe, of_zoe).await.unwrap();
        mentorships::complete(&c.stage.ctx, &mia, of_mia).await.unwrap();
        assert!(c.is_open(first).await, "a pause is no end");
        c.days_pass(3);
        c.end(&c.carla, of_zoe).await;
        assert_eq!(c.space(first).await.unwrap().closed_at, Some(c.stage.ctx.now()));
        assert!(c.open(&[c.noor.id]).await.is_empty());

        // Within the fourteen days too: the new group is none of the old one's business.
        c.days_pass(1);
        let (_, of_olu) = c.paired("Olu").await;
        let second = c.space_of(of_olu).await;
        assert_ne!(second, first);
        let again = c.pair(&mia, &c.noor).await.unwrap();
        assert_eq!(c.space_of(again).await, second);
        assert_eq!((c.is_open(first).await, c.open(&[c.noor.id]).await), (false, vec![second]));
        assert_eq!(c.space_of(of_mia).await, first, "what is over stays where it was");
    }

    async fn a_pairs_space_closes_at_either_end(db) {
        let c = Circle::of_pairs(db).await;
        let ((mia, of_mia), (_, of_zoe)) = (c.paired("Mia").await, c.paired("Zoe").await);
        mentorships::complete(&c.stage.ctx, &mia, of_mia).await.unwrap();
        c.end(&c.noor, of_zoe).await;
        for id in [of_mia, of_zoe] {
            assert_eq!(c.space(c.space_of(id).await).await.unwrap().closed_at, Some(c.stage.ctx.now()));
        }
    }

    async fn taking_a_pair_back_takes_its_space_along(db) {
        let c = Circle::of_pairs(db).await;
        let ((_, of_mia), (_, of_zoe)) = (c.paired("Mia").await, c.paired("Zoe").await);
        pairs::unpair(&c.stage.ctx, &c.carla, "circles", of_mia).await.unwrap();
        assert_eq!(c.space(SpaceId::of_pair(of_mia)).await, None);
        assert!(c.is_open(c.space_of(of_zoe).await).await);
    }

    async fn taking_one_of_a_group_back_keeps_it_open_while_others_are_in_it(db) {
        let c = Circle::new(db).await;
        let ((mia, of_mia), (_, of_zoe)) = (c.paired("Mia").await, c.paired("Zoe").await);
        let space = c.space_of(of_mia).await;
        pairs::unpair(&c.stage.ctx, &c.carla, "circles", of_zoe).await.unwrap();
        assert!(c.is_open(space).await);
        // The last that is current: those who were in it before keep what stands there, and it is closed.
        let (_, of_olu) = c.paired("Olu").await;
        mentorships::complete(&c.stage.ctx, &mia, of_mia).await.unwrap();
        assert_eq!(c.space_of(of_olu).await, space);
        pairs::unpair(&c.stage.ctx, &c.carla, "circles", of_olu).await.unwrap();
        assert!(!c.is_open(space).await);
        assert_eq!(c.space_of(of_mia).await, space);
        // The only one of a new group: it never was.
        let (_, of_ben) = c.paired("Ben").await;
        let new = c.space_of(of_ben).await;
        assert_ne!(new, space);
        pairs::unpair(&c.stage.ctx, &c.carla, "circles", of_ben).await.unwrap();
        assert_eq!((c.space(new).await, c.is_open(space).await), (None, false));
    }

    async fn what_somebody_has_acted_on_keeps_its_space(db) {
        let c = Circle::of_pairs(db).await;
        let (mia, of_mia) = c.paired("Mia").await;
        mentorships::sign_agreement(&c.stage.ctx, &mia, of_mia).await.unwrap();
        assert!(pairs::unpair(&c.stage.ctx, &c.carla, "circles", of_mia).await.is_err());
        assert!(c.is_open(c.space_of(of_mia).await).await);
        assert_eq!(c.row(of_mia).await.status, MentorshipStatus::Active);
    }
}
