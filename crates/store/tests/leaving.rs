//! Contract of `store::leaving` on both engines: the list of places against the schema, who is needed, and erasing.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, reason = "tests")]

use domain::PersonId;
use domain::organisations::OrgRole;
use domain::programs::ProgramStatus;
use std::collections::{BTreeMap, BTreeSet};
use store::leaving::places::{Copied, Erase, PLACES, SHARED_TEXTS};
use store::leaving::{self, Leaver};
use store::testing::rows::{self, at};
use store::testing::{changes, schema};
use store::{Tx, accounts, both, people, search};

/// Columns that name somebody and are no foreign keys: what they refer to outlives them.
const UNTIED: [(&str, &str); 3] = [("events", "actor_id"), ("pictures", "owner_id"), ("people", "id")];
/// What refers to something of theirs rather than to them.
const BEYOND: [(&str, &str); 2] = [("answers", "enrolment_id"), ("milestones", "goal_id")];

both! {
    async fn every_column_that_refers_to_people_has_a_place(db) {
        let mut tx = db.read().await.unwrap();
        let tied: BTreeSet<(String, String)> = schema::referring_to(&mut tx, "people").await.into_iter().collect();
        assert!(tied.len() > 30, "they are found: {tied:?}");
        let listed: Vec<(String, String)> = PLACES.iter().map(|place| (place.table.to_owned(), place.column.to_owned())).collect();
        let known: BTreeSet<(String, String)> = listed.iter().cloned().collect();
        assert_eq!(known.len(), listed.len(), "a column has two places");
        let missing: Vec<_> = tied.difference(&known).collect();
        assert!(missing.is_empty(), "say in store::leaving::places what becomes of these when somebody is erased, and what of them is in a copy of their data: {missing:?}");
        let named = |pairs: &[(&str, &str)]| pairs.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect::<BTreeSet<_>>();
        let (untied, beyond) = (named(&UNTIED), named(&BEYOND));
        let strange: Vec<_> = known.iter().filter(|place| !tied.contains(*place) && !untied.contains(*place) && !beyond.contains(*place)).collect();
        assert!(strange.is_empty(), "no such columns: {strange:?}");
        // What goes by a name of its own is noticed by that.
        let columns = schema::columns(&mut tx).await;
        let like_people = ["person_id", "author_id", "actor_id", "owner_id", "mentor_id", "mentee_id", "created_by", "added_by", "sent_by", "ended_by"];
        let unnoticed: Vec<_> = columns
            .iter()
            .filter(|(_, column, _)| like_people.contains(&column.as_str()))
            .filter(|(table, column, _)| !known.contains(&(table.clone(), column.clone())))
            .collect();
        assert!(unnoticed.is_empty(), "{unnoticed:?}");
        for (table, column) in SHARED_TEXTS {
            assert!(columns.iter().any(|(t, c, _)| t == table && c == column), "{table}.{column}");
        }
    }
}

async fn leaver(tx: &mut Tx, person: PersonId) -> Leaver {
    leaving::lock(tx, person, None).await.unwrap().unwrap()
}

both! {
    async fn who_asked_is_due_when_the_time_has_come_and_held_once(db) {
        let mut tx = db.write().await.unwrap();
        let (ada, bo) = (rows::person(&mut tx, 1, "Ada").await, rows::person(&mut tx, 2, "Bo").await);
        leaving::set(&mut tx, ada, Some(at(10))).await.unwrap();
        assert_eq!((leaving::when(&mut tx, ada).await.unwrap(), leaving::when(&mut tx, bo).await.unwrap()), (Some(at(10)), None));
        assert_eq!(leaving::of_two(&mut tx, ada, bo).await.unwrap(), [ada]);
        assert!(leaving::due(&mut tx, at(9), 10).await.unwrap().is_empty());
        assert_eq!(leaving::due(&mut tx, at(10), 10).await.unwrap(), [ada]);
        assert_eq!(leaving::lock(&mut tx, ada, Some(at(9))).await.unwrap(), None, "not yet");
        assert_eq!(leaving::lock(&mut tx, bo, Some(at(99))).await.unwrap(), None, "who hasn't asked");
        let held = leaving::lock(&mut tx, ada, Some(at(10))).await.unwrap().unwrap();
        assert_eq!((held.name.as_str(), held.email.as_str()), ("Ada", "ada@example.org"));
        leaving::erase(&mut tx, &held, at(10)).await.unwrap();
        leaving::empty(&mut tx, ada, at(10)).await.unwrap();
        assert_eq!(leaving::lock(&mut tx, ada, Some(at(11))).await.unwrap(), None, "once");
        assert_eq!(leaving::lock(&mut tx, ada, None).await.unwrap(), None);
        assert!(leaving::due(&mut tx, at(11), 10).await.unwrap().is_empty());
        let row = accounts::by_id(&mut tx, ada).await.unwrap().unwrap();
        assert_eq!((row.name.as_str(), row.email.as_str(), row.email_verified_at), ("", "", None));
        assert_eq!(accounts::by_email_key(&mut tx, "ada@example.org").await.unwrap(), None, "the address is free");
        assert_eq!(accounts::delete_never_came(&mut tx, at(9_999)).await.unwrap(), 0, "the row stays");
        // A second one is emptied beside the first.
        let held = leaver(&mut tx, bo).await;
        leaving::erase(&mut tx, &held, at(10)).await.unwrap();
        leaving::empty(&mut tx, bo, at(10)).await.unwrap();
    }

    async fn an_organisation_needs_an_owner_and_a_program_a_coordinator(db) {
        let mut tx = db.write().await.unwrap();
        let [ada, bo, cy] = [rows::person(&mut tx, 1, "Ada").await, rows::person(&mut tx, 2, "Bo").await, rows::person(&mut tx, 3, "Cy").await];
        let (acme, solo) = (rows::organisation(&mut tx, 4, "acme").await, rows::organisation(&mut tx, 5, "solo").await);
        rows::member(&mut tx, acme, ada, OrgRole::Owner).await;
        rows::member(&mut tx, acme, bo, OrgRole::Member).await;
        rows::member(&mut tx, solo, ada, OrgRole::Owner).await;
        let open = rows::program(&mut tx, 6, "open", None).await;
        let inside = rows::program(&mut tx, 7, "inside", Some(acme)).await;
        for program in [open, inside] {
            rows::coordinator(&mut tx, program, bo).await;
        }
        let slugs = |needs: Vec<leaving::Needs>| needs.into_iter().map(|needs| needs.slug).collect::<Vec<_>>();
        assert_eq!(slugs(leaving::only_owner_of(&mut tx, ada).await.unwrap()), ["acme"], "one that is theirs alone goes with them");
        assert_eq!(slugs(leaving::only_coordinator_of(&mut tx, bo).await.unwrap()), ["open"], "who manages the organisation is there");
        assert!(slugs(leaving::only_owner_of(&mut tx, bo).await.unwrap()).is_empty());

        rows::member(&mut tx, acme, cy, OrgRole::Owner).await;
        rows::coordinator(&mut tx, open, cy).await;
        assert!(leaving::only_owner_of(&mut tx, ada).await.unwrap().is_empty());
        assert!(leaving::only_coordinator_of(&mut tx, bo).await.unwrap().is_empty());
        // Whoever leaves too is no help.
        leaving::set(&mut tx, cy, Some(at(1))).await.unwrap();
        assert_eq!(slugs(leaving::only_owner_of(&mut tx, ada).await.unwrap()), ["acme"]);
        assert_eq!(slugs(leaving::only_coordinator_of(&mut tx, bo).await.unwrap()), ["open"]);
        assert_eq!(store::organisations::members::owners(&mut tx, acme).await.unwrap(), 1);
        leaving::set(&mut tx, ada, Some(at(1))).await.unwrap();
        assert_eq!(slugs(leaving::only_coordinator_of(&mut tx, bo).await.unwrap()), ["inside", "open"]);
        changes::program_is(&mut tx, open, ProgramStatus::Completed).await;
        assert_eq!(slugs(leaving::only_coordinator_of(&mut tx, bo).await.unwrap()), ["inside"], "what is over needs nobody");
        assert_eq!(leaving::remove_own_organisations(&mut tx, ada).await.unwrap(), [solo]);
    }

    async fn words_that_are_nobody_elses_go(db) {
        let mut tx = db.write().await.unwrap();
        let (ada, bo) = (rows::person(&mut tx, 1, "Ada").await, rows::person(&mut tx, 2, "Bo").await);
        let words = |person, words: &[&str]| search::PersonWords { person, words: words.iter().map(|w| ((*w).to_owned(), 1)).collect() };
        search::index(&mut tx, &[words(ada, &["lovelace", "sailing"]), words(bo, &["sailing"])]).await.unwrap();
        let held = leaver(&mut tx, ada).await;
        leaving::erase(&mut tx, &held, at(0)).await.unwrap();
        assert_eq!(changes::count(&mut tx, "search_words").await, 1);
        assert_eq!(changes::count(&mut tx, "person_words").await, 1);
        let grams = schema::texts(&mut tx, "search_grams", "gram").await;
        assert!(!grams.iter().any(|gram| gram.contains("lov")) && grams.iter().any(|gram| gram.contains("sai")), "{grams:?}");
    }

    async fn a_copy_has_a_list_for_each_place_that_says_so(db) {
        let mut tx = db.write().await.unwrap();
        let ada = rows::person(&mut tx, 1, "Ada").await;
        people::set_languages(&mut tx, ada, &["fr".to_owned()]).await.unwrap();
        let program = rows::program(&mut tx, 2, "career", None).await;
        rows::enrolment(&mut tx, 3, program, ada, 2).await;
        let copy = leaving::copy(&mut tx, ada, "nobody").await.unwrap();
        let titles: BTreeMap<&str, usize> = PLACES
            .iter()
            .filter_map(|place| match place.copy {
                Copied::Rows { title, columns, .. } => Some((title, columns.len())),
                Copied::No(_) => None,
            })
            .collect();
        assert_eq!(copy.keys().map(String::as_str).collect::<BTreeSet<_>>(), titles.keys().copied().collect());
        assert_eq!(copy["account"][0]["email"], "ada@example.org");
        assert_eq!(copy["languages"][0]["language"], "fr");
        let enrolment = &copy["enrolments"][0];
        assert_eq!((&enrolment["program"], &enrolment["as_mentor"], &enrolment["places"]), (&"career".into(), &true.into(), &2.into()));
        assert!(enrolment["matters_most"].is_array() && enrolment["at"].as_str().unwrap().starts_with("2026-03-02T08:59"));
        assert!(!serde_json::to_string(&copy).unwrap().contains("password"));
    }
}

#[test]
fn what_stays_says_why() {
    for place in PLACES {
        if let Erase::Keep(why) = place.erase {
            assert!(!why.is_empty(), "{}", place.table);
        }
    }
}
