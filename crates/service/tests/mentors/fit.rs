//! How mentors fit: the order, the words, and what is kept back.

use super::*;
use domain::fit::Criterion;
use domain::fit::views::Certainty;
use domain::mentors::views::CardAsk;
use domain::people::Visibility;
use domain::programs::questions::Question;
use domain::programs::{Answer, Audience, QuestionKind};
use i18n::{I18n, Locale};
use store::{both, enrolments, questions};

both! {
    async fn those_who_fit_best_come_first_and_a_sentence_says_why(db) {
        let fixture = Fixture::new(db).await;
        let page = fixture.list(&fixture.mentee, "").await.unwrap();
        assert_eq!(names(&page), ["Noor Haddad", "Zoë Wren", "Tam Albers"]);
        assert_eq!(
            sentence(&page.cards[0]),
            "Noor Haddad can help you with *leading a team*. You have 15 waking hours a day in common and both speak English and French."
        );
        assert_eq!(page.cards[0].skills, ["leading a team"]);
        assert_eq!(page.cards[0].country.as_deref(), Some("Lebanon"));
        assert_eq!(page.cards[2].fit, CardFit::NoSharedLanguage);
        assert_eq!(page.cards[2].ask, CardAsk::No);
        let CardFit::Fits(fit) = &page.cards[0].fit else { panic!("fits") };
        assert_eq!(fit.parts.iter().map(|part| u32::from(part.share)).sum::<u32>(), 100);
    }

    async fn an_empty_profile_is_little_known_and_the_very_skill_on_offer_raises_it(db) {
        let fixture = Fixture::new(db).await;
        let ola = fixture.stage.person("Ola").await;
        fixture.stage.mentee(&fixture.program, &ola).await;
        let fit = async || match fixture.card(&ola, &fixture.noor).await.fit {
            CardFit::Fits(fit) => fit,
            other => panic!("{other:?}"),
        };
        let empty = fit().await;
        assert_eq!((empty.total, empty.known, Certainty::of(empty.known)), (3, 3, Certainty::Little), "they live next door: waking hours, and no more");
        fixture.describe(&ola, Profile { wanted: &["leading-a-team"], ..Profile::default() }).await;
        let more = fit().await;
        assert_eq!((more.total, more.known), (43, 43));
        let open: Vec<Criterion> = more.parts.iter().filter(|part| part.known == 0).map(|part| part.criterion).collect();
        assert_eq!(open, [Criterion::Aims, Criterion::Industry, Criterion::Experience]);
    }

    async fn a_question_that_is_asked_counts_from_the_first_until_all_is_answered(db) {
        let fixture = Fixture::new(db).await;
        let fit = async || match fixture.card(&fixture.mentee, &fixture.noor).await.fit {
            CardFit::Fits(fit) => fit,
            other => panic!("{other:?}"),
        };
        let part = |fit: &domain::fit::views::FitView| fit.parts.iter().find(|part| part.criterion == Criterion::Questions).copied();
        assert_eq!(part(&fit().await), None, "nothing is asked");
        let mut tx = fixture.stage.ctx.write().await.unwrap();
        for (position, audience) in [(1, Audience::Both), (2, Audience::Both), (3, Audience::Mentor)] {
            let question = Question {
                id: fixture.stage.ctx.id(),
                position,
                kind: QuestionKind::Scale,
                audience,
                prompt: "How much?".to_owned(),
                options: Vec::new(),
                required: false,
                counted: true,
            };
            questions::insert(&mut tx, fixture.program.id, &question).await.unwrap();
            if position == 1 {
                for person in [&fixture.mentee, &fixture.noor] {
                    let enrolment = enrolments::of(&mut tx, fixture.program.id, person.id).await.unwrap().unwrap();
                    questions::replace_answers(&mut tx, enrolment.id, &[(question.id, Answer::Scale(4))]).await.unwrap();
                }
            }
        }
        programs::touch_roster(&mut tx, fixture.program.id).await.unwrap();
        tx.commit().await.unwrap();
        let after = part(&fit().await).unwrap();
        assert_eq!((after.score, after.known), (50, 50), "one of the two that both are asked");
    }

    async fn free_time_counts_where_both_gave_theirs_and_is_called_that(db) {
        let fixture = Fixture::new(db).await;
        fixture.describe(&fixture.noor, Profile { zone: "Asia/Kolkata", languages: &["en", "fr"], offered: &["leading-a-team"], ..Profile::default() }).await;
        let week = async |person: &Actor, from: u16, to: u16| {
            let mut tx = fixture.stage.ctx.write().await.unwrap();
            let week = [domain::people::WeeklySlot { weekday: 1, from: from * 60, to: to * 60 }];
            people::set_week(&mut tx, person.id, &week, fixture.stage.ctx.now()).await.unwrap();
            people::set_visibility(&mut tx, person.id, Visibility::Shared, fixture.stage.ctx.now()).await.unwrap();
            programs::touch_rosters_of(&mut tx, person.id).await.unwrap();
            tx.commit().await.unwrap();
        };
        let said = async || sentence(&fixture.card(&fixture.mentee, &fixture.noor).await);
        week(&fixture.mentee, 12, 15).await;
        assert!(said().await.contains("You have 9 waking hours a day in common"), "only one says: {}", said().await);
        // From 17 to 20 in India is from 11:30 to 14:30 in UTC.
        week(&fixture.noor, 17, 20).await;
        assert!(said().await.contains("You have 2 h 30 min of free time a week in common"), "{}", said().await);
        week(&fixture.mentee, 15, 18).await;
        assert!(said().await.contains("Your free hours don’t overlap; you have 9 waking hours a day in common"), "{}", said().await);
    }

    async fn it_is_told_in_the_readers_language(db) {
        let fixture = Fixture::new(db).await;
        let mut reader = fixture.mentee.clone();
        reader.locale = Locale::Fr;
        let card = fixture.card(&reader, &fixture.noor).await;
        assert!(sentence(&card).starts_with("Noor Haddad peut vous aider pour *direction d’équipe*."), "{}", sentence(&card));
    }

    async fn the_full_are_listed_but_not_asked(db) {
        let fixture = Fixture::new(db).await;
        let mut tx = fixture.stage.ctx.write().await.unwrap();
        store::testing::changes::has_room_for(&mut tx, fixture.program.id, fixture.noor.id, 0).await;
        programs::touch_roster(&mut tx, fixture.program.id).await.unwrap();
        tx.commit().await.unwrap();
        let card = fixture.card(&fixture.mentee, &fixture.noor).await;
        assert_eq!((card.room, card.ask), (0, CardAsk::No));
        assert_eq!(fixture.found("room=true").await, ["Zoë Wren", "Tam Albers"]);
        let suggested = mentors::suggest(&fixture.stage.ctx, &fixture.mentee, &fixture.program.slug).await.unwrap().unwrap();
        assert_eq!(suggested.cards.iter().map(|card| card.id).collect::<Vec<_>>(), [fixture.zoe.id]);
    }

    async fn somebody_who_is_both_is_not_suggested_to_themselves(db) {
        let fixture = Fixture::new(db).await;
        let both = fixture.stage.person("Bea").await;
        fixture.stage.mentor_and_mentee(&fixture.program, &both, 1).await;
        let own = fixture.card(&both, &both).await;
        assert_eq!((own.fit, own.ask, own.favourite), (CardFit::Own, CardAsk::No, None));
        let suggested = mentors::suggest(&fixture.stage.ctx, &both, &fixture.program.slug).await.unwrap().unwrap();
        assert!(!suggested.cards.is_empty() && suggested.cards.iter().all(|card| card.id != both.id));
        assert_eq!(mentors::suggest(&fixture.stage.ctx, &fixture.noor, &fixture.program.slug).await.unwrap(), None, "looks for nobody");
    }

    async fn what_is_for_those_close_neither_counts_nor_is_told(db) {
        let fixture = Fixture::new(db).await;
        let now = fixture.stage.ctx.now();
        let work = domain::people::Work { industry: Some("arts".to_owned()), role_title: Some("Potter".to_owned()), experience_years: Some(9) };
        let hide = async |visibility| {
            let mut tx = fixture.stage.ctx.write().await.unwrap();
            for person in [&fixture.mentee, &fixture.zoe] {
                people::set_work(&mut tx, person.id, &work, now).await.unwrap();
            }
            people::set_visibility(&mut tx, fixture.zoe.id, visibility, now).await.unwrap();
            search::index_person(&mut tx, fixture.zoe.id).await.unwrap();
            programs::touch_rosters_of(&mut tx, fixture.zoe.id).await.unwrap();
            tx.commit().await.unwrap();
        };
        hide(Visibility::Shared).await;
        assert!(sentence(&fixture.card(&fixture.mentee, &fixture.zoe).await).contains("*Arts and culture*"));
        assert_eq!(fixture.found("q=potter").await, ["Zoë Wren"]);
        hide(Visibility::Close).await;
        assert!(!sentence(&fixture.card(&fixture.mentee, &fixture.zoe).await).contains("Arts"));
        assert_eq!(fixture.list(&fixture.mentee, "q=potter").await.unwrap().found, 0);
    }

    async fn two_people_fit_the_same_on_every_page(db) {
        let fixture = Fixture::new(db).await;
        let ctx = &fixture.stage.ctx;
        let program = programs::by_id(&mut ctx.read().await.unwrap(), fixture.program.id).await.unwrap().unwrap();
        let i18n = I18n::of(Locale::En);
        for mentor in [&fixture.noor, &fixture.zoe, &fixture.tam] {
            let mut tx = ctx.read().await.unwrap();
            let alone = service::fit::between(ctx, &mut tx, &program, fixture.mentee.id, mentor.id, fixture.mentee.id, i18n).await.unwrap();
            drop(tx);
            assert_eq!(alone, fixture.card(&fixture.mentee, mentor).await.fit, "{}", mentor.name);
        }
        let stranger = fixture.stage.person("Ola").await;
        let mut tx = ctx.read().await.unwrap();
        let with = async |tx: &mut store::Tx, mentor| service::fit::between(ctx, tx, &program, fixture.mentee.id, mentor, fixture.mentee.id, i18n).await.unwrap();
        assert_eq!(with(&mut tx, stranger.id).await, CardFit::NotAsked, "not in the program");
        assert_eq!(with(&mut tx, fixture.mentee.id).await, CardFit::Own);
    }
}
