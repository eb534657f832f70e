//! Drafts: what a run finds, what it says, and what changes it.

use super::{Desk, draft, names};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::match_runs::{
    AdjustmentDraft, Comparison, Condition, Couple, GroupBy, RunDraft, RunSettings, RunStatus, SavedDraft, SideMentor,
};
use domain::programs::ProgramStatus;
use service::exports::Cell;
use service::testing::{problems, refusal};
use service::{Actor, Error, match_runs};

store::both! {
    async fn a_run_pairs_everybody_as_well_as_can_be_and_proves_it(db) {
        let desk = Desk::new(db).await;
        assert_eq!(desk.make().await, 1);
        assert_eq!(desk.pairs(1).await, names(&[("Amara", "Max"), ("Mia", "Noor")]));
        let view = desk.view(1).await;
        assert_eq!((view.card.status, view.card.by.as_deref(), view.card.matched, view.card.mentees), (RunStatus::Draft, Some("Carla"), 2, 2));
        assert!(view.numbers.proven && view.try_here);
        assert_eq!((view.unpublished, view.published, view.left_out_count), (2, 0, 0));
        let worst = &view.pairs[0];
        assert_eq!((worst.mentee.name.as_str(), worst.parts.len()), ("Amara", 1), "the lowest score first");
        let said: String = worst.reasons.iter().map(|span| span.text.as_str()).collect();
        assert_eq!(said, "They have 15 waking hours a day in common and both speak English.");
        assert_eq!(worst.next_mentors.iter().map(|next| next.name.as_str()).collect::<Vec<_>>(), ["Noor"]);
        assert_eq!(worst.next_mentees.iter().map(|next| next.name.as_str()).collect::<Vec<_>>(), ["Mia"]);
        let loads: Vec<_> = view.loads.iter().map(|load| (load.has, load.gets, load.capacity)).collect();
        assert_eq!(loads, [(0, 1, 1), (0, 1, 1)]);
        assert!(desk.stage.told(&desk.amara).await.is_empty(), "a draft is nobody else's business");
    }

    async fn its_pairs_go_into_a_spreadsheet_for_its_coordinator_alone(db) {
        let desk = Desk::new(db).await;
        desk.another_mentee("Zoe").await;
        desk.make().await;
        desk.adjust(1, "pin", &desk.mia, &desk.noor, "").await.unwrap();
        let ctx = &desk.stage.ctx;
        let table = match_runs::pairs_table(ctx, &desk.carla, "career", 1).await.unwrap();
        let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(Cell::written).collect()).collect();
        assert_eq!(rows.iter().map(|row| (row[0].as_str(), row[2].as_str())).collect::<Vec<_>>(), [("Amara", "Max"), ("Mia", "Noor"), ("Zoe", "")]);
        assert_eq!((rows[1][1].as_str(), rows[1][3].as_str(), rows[1][4].as_str(), rows[1][5].as_str()), ("mia@example.org", "noor@example.org", "100", "100"));
        assert!(rows[1][6].contains("ept"), "kept: {rows:?}");
        assert_eq!(rows[0][7], "They have 15 waking hours a day in common and both speak English.");
        assert!(rows[2][7].contains("full"), "{rows:?}");
        assert_eq!(table.header.len(), rows[0].len());
        assert!(matches!(match_runs::pairs_table(ctx, &desk.carla, "career", 2).await, Err(Error::NotFound)));
        assert!(matches!(match_runs::pairs_table(ctx, &desk.amara, "career", 1).await, Err(Error::Forbidden)));
        let stranger = desk.stage.person("Sam").await;
        assert!(matches!(match_runs::pairs_table(ctx, &stranger, "career", 1).await, Err(Error::NotFound)));
    }

    async fn it_says_what_conditions_cost_and_which_new_mentors_would_help(db) {
        let desk = Desk::new(db).await;
        for name in ["Zoe", "Zaid", "Zuri"] {
            let mentee = desk.another_mentee(name).await;
            desk.skills(&mentee, &[], &["data-analysis"]).await;
        }
        desk.make().await;
        assert_eq!(desk.view(1).await.numbers.costs, [], "no condition rules anybody out");
        let view = desk.view(1).await;
        let places = desk.program.default_capacity;
        let expected = (3 + places - 1).div_euclid(places);
        assert_eq!((view.numbers.demand[0].skill.as_str(), view.numbers.demand[0].mentees), ("data-analysis", 3));
        assert_eq!(i32::try_from(view.numbers.demand[0].mentors), Ok(expected));
        assert!(view.demand[0].contains("data analysis would place 3 of them"), "{:?}", view.demand);
        desk.adjust(1, "forbid", &desk.mia, &desk.noor, "").await.unwrap();
        let costs = desk.view(1).await.numbers.costs;
        assert_eq!(costs.iter().map(|cost| (cost.condition, cost.mentees)).collect::<Vec<_>>(), [(Condition::Forbidden, 0)]);
        assert!(costs[0].total > 0, "{costs:?}");
    }

    async fn groups_of_mentees_are_compared_for_its_coordinator_alone(db) {
        let desk = Desk::new(db).await;
        let zoe = desk.another_mentee("Zoe").await;
        desk.stage.speaks(&zoe, &["fr"]).await;
        desk.make().await;
        let ctx = &desk.stage.ctx;
        let seen = match_runs::groups(ctx, &desk.carla, "career", 1, GroupBy::Language).await.unwrap();
        let rows: Vec<_> = seen.groups.iter().map(|group| (group.name.as_str(), group.mentees, group.matched)).collect();
        assert_eq!(rows, [("English", 2, 2), ("French", 1, 0)]);
        assert_eq!((seen.groups[1].mean, seen.gap()), (None, None));
        for by in [GroupBy::Country, GroupBy::Industry, GroupBy::Experience] {
            let seen = match_runs::groups(ctx, &desk.carla, "career", 1, by).await.unwrap();
            assert_eq!(seen.groups.iter().map(|group| (group.name.as_str(), group.mentees)).collect::<Vec<_>>(), [("Not said", 3)]);
        }
        assert!(matches!(match_runs::groups(ctx, &desk.carla, "career", 2, GroupBy::Country).await, Err(Error::NotFound)));
        assert!(matches!(match_runs::groups(ctx, &desk.amara, "career", 1, GroupBy::Country).await, Err(Error::Forbidden)));
        let stranger = desk.stage.person("Sam").await;
        assert!(matches!(match_runs::groups(ctx, &stranger, "career", 1, GroupBy::Country).await, Err(Error::NotFound)));
    }

    async fn two_pairs_are_swapped_as_one_act(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let swap = AdjustmentDraft {
            act: "swap".to_owned(),
            mentee: desk.amara.id.to_string(),
            mentor: desk.max.id.to_string(),
            capacity: String::new(),
            with: format!("{}:{}", desk.mia.id, desk.noor.id),
        };
        let ctx = &desk.stage.ctx;
        match_runs::adjust(ctx, &desk.carla, "career", 1, &swap).await.unwrap();
        assert_eq!(desk.pairs(1).await, names(&[("Amara", "Noor"), ("Mia", "Max")]));
        assert_eq!(desk.rows(1).await.iter().filter(|pair| pair.pinned).count(), 2);
        // What was made then isn't made any more.
        assert_eq!(problems(match_runs::adjust(ctx, &desk.carla, "career", 1, &swap).await), ["with"]);
    }

    async fn a_pair_that_is_named_is_kept_or_refused(db) {
        let desk = Desk::new(db).await;
        let zoe = desk.another_mentee("Zoe").await;
        desk.stage.speaks(&zoe, &["fr"]).await;
        desk.make().await;
        let before = desk.rows(1).await;
        assert_eq!(refusal(desk.adjust(1, "pin", &zoe, &desk.noor, "").await), Refusal::PairRuledOut);
        assert_eq!(desk.rows(1).await, before);
    }

    async fn the_same_run_again_gives_the_same_answer(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let before = desk.rows(1).await;
        match_runs::change(&desk.stage.ctx, &desk.carla, "career", 1, &draft()).await.unwrap();
        assert_eq!(desk.rows(1).await, before);
        assert_eq!(desk.make().await, 2);
        assert_eq!(desk.pairs(2).await, desk.pairs(1).await);
    }

    async fn a_pair_is_kept_forbidden_and_freed(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        desk.adjust(1, "pin", &desk.amara, &desk.noor, "").await.unwrap();
        assert_eq!(desk.pairs(1).await, names(&[("Amara", "Noor"), ("Mia", "Max")]));
        assert_eq!(desk.rows(1).await.iter().filter(|pair| pair.pinned).count(), 1);
        desk.adjust(1, "forbid", &desk.mia, &desk.max, "").await.unwrap();
        let view = desk.view(1).await;
        assert_eq!((view.left_out[0].mentee.name.as_str(), view.forbidden.len()), ("Mia", 1));
        assert!(view.left_out[0].words.contains("One more place with Noor would place Mia."), "{}", view.left_out[0].words);
        desk.adjust(1, "places", &desk.mia, &desk.noor, "2").await.unwrap();
        assert_eq!(desk.pairs(1).await, names(&[("Amara", "Noor"), ("Mia", "Noor")]));
        assert!(desk.view(1).await.loads.iter().any(|load| load.changed && load.capacity == 2));
        desk.adjust(1, "free_all", &desk.mia, &desk.noor, "").await.unwrap();
        assert_eq!(desk.rows(1).await.iter().filter(|pair| pair.pinned).count(), 0);
        assert_eq!(problems(desk.adjust(1, "turn", &desk.mia, &desk.noor, "").await), ["act"]);
        assert_eq!(problems(desk.adjust(1, "places", &desk.mia, &desk.noor, "900").await), ["capacity"]);
    }

    async fn forbidden_pairs_stay_forbidden_in_the_next_run_and_kept_ones_do_not(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        desk.adjust(1, "forbid", &desk.amara, &desk.max, "").await.unwrap();
        desk.adjust(1, "pin", &desk.mia, &desk.max, "").await.unwrap();
        desk.make().await;
        let settings = desk.view(2).await.settings;
        assert_eq!((settings.forbidden.len(), settings.pinned.len()), (1, 0));
        assert_eq!(match_runs::desk(&desk.stage.ctx, &desk.carla, "career").await.unwrap().settings, settings);
    }

    async fn who_is_left_out_hears_why(db) {
        let desk = Desk::new(db).await;
        let alone = desk.another_mentee("Yuki").await;
        desk.stage.speaks(&alone, &["ja"]).await;
        desk.another_mentee("Zoe").await;
        desk.make().await;
        let view = desk.view(1).await;
        assert_eq!((view.left_out_count, view.numbers.matched), (2, 2));
        let said = |name: &str| view.left_out.iter().find(|left| left.mentee.name == name).unwrap().words.clone();
        assert_eq!(said("Yuki"), "Nobody meets the conditions: 2 share no language. A mentor who speaks a language of Yuki would help.");
        assert!(said("Zoe").starts_with("All 2 mentors who meet the conditions are full. One more place with "), "{}", said("Zoe"));
        assert!(view.promising[0].contains("would place 1 mentee more"), "{:?}", view.promising);
    }

    async fn only_who_waits_and_takes_an_active_part_is_looked_at(db) {
        let desk = Desk::new(db).await;
        desk.stage.enrolment_is(&desk.program, &desk.mia, EnrolmentStatus::Paused).await;
        service::pairs::pair(&desk.stage.ctx, &desk.carla, "career", &desk.amara.id.to_string(), &desk.max.id.to_string()).await.unwrap();
        desk.make().await;
        let view = desk.view(1).await;
        assert_eq!((view.numbers.mentees, view.numbers.mentors, view.numbers.places), (0, 2, 1));
        assert_eq!((view.pairs.len(), view.numbers.matched), (0, 0));
    }

    async fn what_a_browser_tried_is_saved_when_nothing_changed_meanwhile(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let view = desk.view(1).await;
        let mut settings: RunSettings = view.settings.clone();
        settings.forbid(Couple { mentee: desk.amara.id, mentor: desk.max.id });
        let sent = serde_json::to_string(&settings).unwrap();
        let save = |version| match_runs::save(&desk.stage.ctx, &desk.carla, "career", 1, version, SavedDraft(&sent));
        save(view.version).await.unwrap();
        assert_eq!(desk.view(1).await.settings, settings);
        assert!(matches!(save(view.version).await, Err(Error::Conflict(_))));
        let version = desk.view(1).await.version;
        let wrong = match_runs::save(&desk.stage.ctx, &desk.carla, "career", 1, version, SavedDraft("{}")).await;
        assert_eq!(problems(wrong), ["settings"]);
        let people = match_runs::people(&desk.stage.ctx, &desk.carla, "career").await.unwrap();
        let board = pairing::Board::remembering(people);
        let mut outcome = board.run(&settings).unwrap();
        // The page leaves these to the server, since each takes another run.
        outcome.numbers.costs = board.costs(&settings, outcome.numbers.matched, outcome.numbers.total, pairing::Watch::NOBODY).unwrap();
        assert_eq!(outcome.numbers, desk.view(1).await.numbers, "the browser's answer is the server's");
    }

    async fn two_are_kept_or_forbidden_by_their_names_or_addresses(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let named = async |act: &str, mentee: &str, mentor: &str| {
            match_runs::adjust_named(&desk.stage.ctx, &desk.carla, "career", 1, act, mentee, mentor).await
        };
        named("forbid", " amara ", "Max").await.unwrap();
        assert!(!desk.pairs(1).await.contains(&("Amara".to_owned(), "Max".to_owned())));
        named("pin", "Amara", "MAX@example.org").await.unwrap();
        assert!(desk.pairs(1).await.contains(&("Amara".to_owned(), "Max".to_owned())), "the last word counts");
        assert_eq!(problems(named("pin", "", "Nemo").await), ["mentee", "mentor"]);
        // A mentor is no mentee, and the same name twice says nothing.
        assert_eq!(problems(named("pin", "Max", "Noor").await), ["mentee"]);
        desk.another_mentee("Ámara").await;
        assert_eq!(problems(named("pin", "Amara", "Noor").await), ["mentee"]);
        let stranger = desk.stage.person("Otto").await;
        let by = match_runs::adjust_named(&desk.stage.ctx, &stranger, "career", 1, "pin", "Amara", "Max").await;
        assert!(matches!(by, Err(Error::NotFound)));
        let by = match_runs::adjust_named(&desk.stage.ctx, &desk.max, "career", 1, "pin", "Amara", "Max").await;
        assert!(matches!(by, Err(Error::Forbidden)));
    }

    async fn two_runs_side_by_side_show_who_has_somebody_else(db) {
        let desk = Desk::new(db).await;
        let ctx = &desk.stage.ctx;
        let compare = async |first, second| match_runs::compare(ctx, &desk.carla, "career", first, second, 0).await;
        assert!(matches!(compare(None, None).await, Err(Error::NotFound)), "there is no run yet");
        desk.make().await;
        let alone = compare(None, None).await.unwrap();
        assert_eq!((alone.first.card.number, alone.second.card.number, alone.changed, alone.same), (1, 1, 0, 2));
        desk.make().await;
        desk.adjust(2, "pin", &desk.amara, &desk.noor, "").await.unwrap();
        let two = compare(None, None).await.unwrap();
        assert_eq!((two.first.card.number, two.second.card.number, two.runs.clone()), (1, 2, vec![2, 1]));
        assert_eq!((two.changed, two.same), (2, 0));
        // Mia, who wants nothing that Max offers, loses most.
        let names = |two: &Comparison| {
            let mentor = |side: &Option<SideMentor>| side.as_ref().map(|mentor| mentor.name.clone()).unwrap_or_default();
            two.differences.iter().map(|d| [d.mentee.1.clone(), mentor(&d.first), mentor(&d.second)]).collect::<Vec<_>>()
        };
        assert_eq!(names(&two), [["Mia", "Noor", "Max"].map(str::to_owned), ["Amara", "Max", "Noor"].map(str::to_owned)]);
        let back = compare(Some(2), Some(1)).await.unwrap();
        assert_eq!((back.first.settings.pinned.len(), back.second.settings.pinned.len()), (1, 0));
        assert_eq!(names(&back)[1], ["Mia", "Max", "Noor"].map(str::to_owned));
        assert!(matches!(compare(Some(1), Some(3)).await, Err(Error::NotFound)));
    }

    async fn new_pairs_of_a_browser_are_explained(db) {
        let desk = Desk::new(db).await;
        let ask = async |couples: &[Couple]| match_runs::reasons(&desk.stage.ctx, &desk.carla, "career", couples).await.unwrap();
        let couple = |mentee: &Actor, mentor: &Actor| Couple { mentee: mentee.id, mentor: mentor.id };
        let told = ask(&[couple(&desk.mia, &desk.noor), couple(&desk.noor, &desk.mia)]).await;
        let words: Vec<String> = told.iter().map(|spans| spans.iter().map(|span| span.text.as_str()).collect()).collect();
        assert!(words[0].ends_with("both speak English."), "{words:?}");
        assert_eq!(words[1], "", "a mentor is no mentee");
        assert!(ask(&[couple(&desk.mia, &desk.noor); 60]).await.len() < 60);
    }

    async fn wrong_forms_are_named_and_nothing_is_made(db) {
        let desk = Desk::new(db).await;
        let wrong = RunDraft { objective: "best".to_owned(), ..draft() };
        assert_eq!(problems(match_runs::make(&desk.stage.ctx, &desk.carla, "career", &wrong).await), ["objective"]);
        desk.stage.program_is(&desk.program, ProgramStatus::Completed).await;
        assert_eq!(refusal(match_runs::make(&desk.stage.ctx, &desk.carla, "career", &draft()).await), Refusal::ProgramOver);
        assert!(match_runs::desk(&desk.stage.ctx, &desk.carla, "career").await.unwrap().runs.is_empty());
    }

    async fn only_coordinators_come_near(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let ctx = &desk.stage.ctx;
        let stranger = desk.stage.person("Otto").await;
        for (who, hidden) in [(&desk.amara, false), (&desk.noor, false), (&stranger, true)] {
            let told = |error: Error| match error {
                Error::Forbidden => assert!(!hidden),
                Error::NotFound => assert!(hidden),
                other => panic!("{other:?}"),
            };
            told(match_runs::desk(ctx, who, "career").await.unwrap_err());
            told(match_runs::make(ctx, who, "career", &draft()).await.unwrap_err());
            told(match_runs::view(ctx, who, "career", 1, 0).await.unwrap_err());
            told(match_runs::people(ctx, who, "career").await.unwrap_err());
            told(match_runs::compare(ctx, who, "career", None, None, 0).await.unwrap_err());
            told(match_runs::reasons(ctx, who, "career", &[]).await.unwrap_err());
            told(match_runs::change(ctx, who, "career", 1, &draft()).await.unwrap_err());
            told(match_runs::adjust(ctx, who, "career", 1, &AdjustmentDraft::default()).await.unwrap_err());
            told(match_runs::save(ctx, who, "career", 1, 1, SavedDraft("")).await.unwrap_err());
            told(match_runs::publish(ctx, who, "career", 1, &[], true).await.unwrap_err());
            told(match_runs::undo(ctx, who, "career", 1).await.unwrap_err());
        }
        assert!(matches!(match_runs::view(ctx, &desk.carla, "career", 2, 0).await, Err(Error::NotFound)));
    }
}
