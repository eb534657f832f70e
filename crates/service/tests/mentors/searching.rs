//! Words, filters, and pages of the list.

use super::*;
use domain::enrolments::EnrolmentStatus;
use domain::limits::PAGE_SIZE;
use domain::mentors::MentorFilter;
use std::collections::BTreeSet;
use store::both;

both! {
    async fn words_find_names_skills_and_headlines_also_with_a_typo(db) {
        let fixture = Fixture::new(db).await;
        fixture.describe(&fixture.zoe, Profile { offered: &["python"], about: Some("I restore wooden boats."), ..Profile::default() }).await;
        for (words, expected) in [
            ("zoe", vec!["Zoë Wren"]),
            ("ZOË  wre", vec!["Zoë Wren"]),
            ("wooden", vec!["Zoë Wren"]),
            ("engineers", vec!["Noor Haddad"]),
            ("enginers", vec!["Noor Haddad"]),
            ("pyhton", vec!["Zoë Wren"]),
            ("wern", vec!["Zoë Wren"]),
            ("Teamführung", vec!["Noor Haddad", "Tam Albers"]),
            ("equipe", vec!["Noor Haddad", "Tam Albers"]),
            ("leading zoe", vec![]),
            ("xylophone", vec![]),
            ("!?", vec![]),
        ] {
            assert_eq!(fixture.found(&format!("q={words}")).await, expected, "{words}");
        }
        assert_eq!(fixture.found("q=+").await.len(), 3, "no words, no filter");
    }

    async fn what_somebody_unlisted_has_as_it_was_typed_leaves_typos_to_the_mentors(db) {
        let fixture = Fixture::new(db).await;
        let (mia, olu) = (fixture.stage.person("Mia Park").await, fixture.stage.person("Olu Ade").await);
        fixture.stage.mentee(&fixture.program, &mia).await;
        fixture.stage.mentor(&fixture.program, &olu, 1).await;
        for person in [&mia, &olu] {
            fixture.describe(person, Profile { headline: Some("Studies engineering"), ..Profile::default() }).await;
        }
        assert_eq!(fixture.found("q=engineering").await, ["Olu Ade"], "a mentor has it, so it is no typo");
        fixture.stage.enrolment_is(&fixture.program, &olu, EnrolmentStatus::Paused).await;
        assert_eq!(fixture.found("q=engineering").await, ["Noor Haddad"], "who is like it: Mia is no mentor, Olu rests");
    }

    async fn words_find_nobody_of_another_program(db) {
        let fixture = Fixture::new(db).await;
        let elsewhere = fixture.stage.program("elsewhere").open().await;
        let una = fixture.stage.person("Una Elsewhere").await;
        fixture.stage.mentor(&elsewhere, &una, 1).await;
        fixture.describe(&una, Profile::default()).await;
        assert!(fixture.found("q=una").await.is_empty());
    }

    async fn each_filter_narrows_and_all_count_together(db) {
        let fixture = Fixture::new(db).await;
        for (query, expected) in [
            ("skill=leading-a-team", vec!["Noor Haddad", "Tam Albers"]),
            ("skill=unheard-of", vec![]),
            ("language=fr", vec!["Noor Haddad"]),
            ("language=xx", vec![]),
            ("country=NZ", vec!["Zoë Wren"]),
            ("hours=8", vec!["Noor Haddad", "Tam Albers"]),
            ("hours=14", vec!["Noor Haddad", "Tam Albers"]),
            ("skill=leading-a-team&language=de", vec!["Tam Albers"]),
            ("skill=leading-a-team&q=noor&room=true", vec!["Noor Haddad"]),
            ("order=name", vec!["Noor Haddad", "Tam Albers", "Zoë Wren"]),
        ] {
            assert_eq!(fixture.found(query).await, expected, "{query}");
        }
    }

    async fn when_nobody_matches_it_says_what_to_leave_out(db) {
        let fixture = Fixture::new(db).await;
        let page = fixture.list(&fixture.mentee, "q=zoe&skill=leading-a-team&country=NZ").await.unwrap();
        let told: Vec<(MentorFilter, &str, Option<i64>)> = page.chosen.iter().map(|c| (c.filter, c.label.as_str(), c.without)).collect();
        assert_eq!(told, [
            (MentorFilter::Words, "“zoe”", Some(0)),
            (MentorFilter::Skill, "Leading a team", Some(1)),
            (MentorFilter::Country, "New Zealand", Some(0)),
        ]);
        assert_eq!((page.found, page.total), (0, 3));
        let found = fixture.list(&fixture.mentee, "q=zoe").await.unwrap();
        assert_eq!(found.chosen[0].without, None);
    }

    async fn the_filters_offer_what_there_is(db) {
        let fixture = Fixture::new(db).await;
        let choices = fixture.list(&fixture.mentee, "").await.unwrap().choices;
        let values = |named: &[(String, String)]| named.iter().map(|(value, name)| format!("{value} {name}")).collect::<Vec<_>>();
        assert_eq!(values(&choices.skills), ["leading-a-team Leading a team", "python Python"]);
        assert_eq!(values(&choices.languages), ["en English", "fr French", "de German"]);
        assert_eq!(values(&choices.countries), ["LB Lebanon", "NZ New Zealand"]);
    }

    async fn pages_lead_through_everybody_once(db) {
        let fixture = Fixture::new(db).await;
        for n in 0..60 {
            let person = fixture.stage.person(&format!("Mentor {n}")).await;
            fixture.stage.mentor(&fixture.program, &person, 1 + n % 2).await;
        }
        for order in ["fit", "name"] {
            let (mut seen, mut after, mut pages) = (Vec::new(), String::new(), 0);
            loop {
                let page = fixture.list(&fixture.mentee, &format!("order={order}{after}")).await.unwrap();
                assert_eq!(page.first, i64::try_from(seen.len()).unwrap() + 1);
                assert_eq!(page.pages.previous.is_some(), !seen.is_empty());
                seen.extend(page.cards.iter().map(|card| card.id));
                pages += 1;
                match page.pages.next {
                    Some(next) => after = format!("&after={next}"),
                    None => break,
                }
            }
            assert_eq!((seen.len(), seen.iter().collect::<BTreeSet<_>>().len(), pages), (63, 63, 3), "{order}");
        }
        let first = fixture.list(&fixture.mentee, "").await.unwrap();
        let second = fixture.list(&fixture.mentee, &format!("after={}", first.pages.next.clone().unwrap())).await.unwrap();
        let back = fixture.list(&fixture.mentee, &format!("before={}", second.pages.previous.unwrap())).await.unwrap();
        assert_eq!((names(&back), back.cards.len()), (names(&first), PAGE_SIZE));
    }
}
