//! Skills: found in five languages, and told from what people type.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "tests")]

use domain::limits::{CUSTOM_SKILLS_MAX, SKILLS_MAX};
use domain::organisations::OrgRole;
use domain::problem::ProblemCode;
use i18n::Locale;
use service::testing::Stage;
use service::{Actor, skills};
use store::both;

async fn resolve(stage: &Stage, actor: &Actor, text: &str) -> Result<Vec<String>, ProblemCode> {
    let mut tx = stage.ctx.write().await.unwrap();
    let ids = skills::resolve(&stage.ctx, &mut tx, actor, text).await.unwrap();
    tx.commit().await.unwrap();
    ids
}

async fn names(stage: &Stage, ids: &[String], locale: Locale) -> Vec<String> {
    let mut tx = stage.ctx.read().await.unwrap();
    skills::names(&mut tx, ids, locale).await.unwrap().into_iter().map(|(_, name)| name).collect()
}

async fn found(stage: &Stage, actor: &Actor, text: &str, locale: Locale) -> Vec<String> {
    skills::search(&stage.ctx, actor, text, locale, 5).await.unwrap().into_iter().map(|hit| hit.name).collect()
}

both! {
    async fn names_of_any_language_and_ids_are_understood(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        for typed in ["leading a team", "LIDERAZGO de equipos", "direction d'equipe", "teamfuhrung", "قيادة فريق", "leading-a-team"] {
            assert_eq!(resolve(&stage, &amara, typed).await, Ok(vec!["leading-a-team".to_owned()]), "{typed}");
        }
        let ids = resolve(&stage, &amara, "délégation\nTeamführung, leading a team").await.unwrap();
        assert_eq!(ids, ["delegation", "leading-a-team"], "in the order typed, each once");
        assert_eq!(names(&stage, &ids, Locale::Es).await, ["delegación", "liderazgo de equipos"]);
    }

    async fn every_shipped_name_means_its_own_skill_to_who_reads_it(db) {
        let stage = Stage::new(db);
        for locale in ["en", "es", "fr", "de", "ar"] {
            let person = stage.person_in(&format!("Reader {locale}"), locale, "UTC").await;
            for id in ["leading-a-team", "public-speaking", "negotiation", "delegation", "strategic-thinking"] {
                let Some(name) = skills::name(id, person.locale) else { continue };
                assert_eq!(resolve(&stage, &person, name).await, Ok(vec![id.to_owned()]), "{locale}: {name}");
            }
        }
    }

    async fn an_unknown_name_is_added_once_however_it_is_written(db) {
        let stage = Stage::new(db);
        let (amara, noor) = (stage.person("Amara").await, stage.person("Noor").await);
        let first = resolve(&stage, &amara, "Bee  keeping").await.unwrap();
        assert_eq!(names(&stage, &first, Locale::De).await, ["Bee keeping"]);
        assert_eq!(resolve(&stage, &noor, "BEE-KÉEPING, bee keeping").await.unwrap(), first);
        assert_eq!(resolve(&stage, &noor, &first[0]).await.unwrap(), first, "by its id");
        assert_eq!(found(&stage, &noor, "bee kepin", Locale::En).await, ["Bee keeping"]);
        let shipped_and_gone = ["delegation".to_owned(), "gone".to_owned(), first[0].clone()];
        assert_eq!(names(&stage, &shipped_and_gone, Locale::En).await, ["delegation", "Bee keeping"]);
    }

    async fn what_an_organisation_added_stays_within(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let (inside, outside) = (stage.person("Inside").await, stage.person("Outside").await);
        stage.member(acme, &inside, OrgRole::Member).await;
        let theirs = resolve(&stage, &inside, "Secret sauce").await.unwrap();
        assert_eq!(found(&stage, &inside, "secret", Locale::En).await, ["Secret sauce"]);
        assert!(!found(&stage, &outside, "secret", Locale::En).await.contains(&"Secret sauce".to_owned()));
        let own = resolve(&stage, &outside, "Secret sauce").await.unwrap();
        assert_ne!(own, theirs, "their own, in the open community");
        assert_eq!(resolve(&stage, &inside, "Secret sauce").await.unwrap(), theirs, "the organisation's goes before");
        let stolen = resolve(&stage, &outside, &theirs[0]).await.unwrap();
        assert_ne!(stolen, theirs, "an id of another organisation is only a strange name");
    }

    async fn there_is_a_limit_to_how_many_and_how_long(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let many = |from: usize, n: usize| (from..from + n).map(|i| format!("own skill {i}")).collect::<Vec<_>>().join(", ");
        assert_eq!(resolve(&stage, &amara, &many(0, SKILLS_MAX + 1)).await, Err(ProblemCode::TooMany { max: SKILLS_MAX }));
        assert_eq!(resolve(&stage, &amara, &"a".repeat(61)).await, Err(ProblemCode::TooLong { max: 60 }));
        for round in 0..CUSTOM_SKILLS_MAX / 20 {
            assert_eq!(resolve(&stage, &amara, &many(round * 20, 20)).await.map(|ids| ids.len()), Ok(20));
        }
        assert_eq!(resolve(&stage, &amara, "one more").await, Err(ProblemCode::TooMany { max: CUSTOM_SKILLS_MAX }));
        assert!(resolve(&stage, &amara, "own skill 3, delegation").await.is_ok(), "those that are there can be used");
    }

    async fn skills_are_found_in_every_language_without_accents_and_with_a_typo(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        for (locale, typed, name) in [
            (Locale::En, "leading a t", "leading a team"),
            (Locale::En, "delegatoin", "delegation"),
            (Locale::Es, "delegacion", "delegación"),
            (Locale::Fr, "delegation", "délégation"),
            (Locale::De, "teamfuh", "Teamführung"),
            (Locale::Ar, "قياده فريق", "قيادة فريق"),
            (Locale::De, "leading a team", "Teamführung"),
        ] {
            let found = found(&stage, &amara, typed, locale).await;
            assert_eq!(found.first().map(String::as_str), Some(name), "{typed}: {found:?}");
        }
        assert_eq!(found(&stage, &amara, "  ?", Locale::En).await, Vec::<String>::new());
        assert_eq!(found(&stage, &amara, "xyzzyqwv", Locale::En).await, Vec::<String>::new());
    }
}
