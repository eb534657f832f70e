//! Questions, and the answers people give when they enrol.

use super::{form, join, problems, word};
use domain::programs::questions::QuestionDraft;
use service::testing::Stage;
use service::{enrolments, questions};

fn draft(kind: &str, audience: &str, prompt: &str) -> QuestionDraft {
    QuestionDraft {
        kind: kind.to_owned(),
        audience: audience.to_owned(),
        prompt: prompt.to_owned(),
        options: "Tea\nCoffee".to_owned(),
        required: true,
        counted: true,
    }
}

store::both! {
    async fn answers_come_back_as_they_were_given(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (carla, amara) = (stage.person("Carla").await, stage.person("Amara").await);
        stage.coordinator(&program, &carla).await;
        for (kind, audience) in [("short", "both"), ("one_of", "mentee"), ("scale", "mentor"), ("skills", "mentee"), ("several_of", "both")] {
            questions::add(&stage.ctx, &carla, "career", &draft(kind, audience, &format!("A {kind} question?"))).await.unwrap();
        }
        let asked = questions::page(&stage.ctx, &carla, "career").await.unwrap().questions;
        let ids: Vec<String> = asked.iter().map(|(q, _)| q.id.to_string()).collect();

        let missing = problems(join(&stage, &amara, &program, &form(false, true)).await);
        let expected: Vec<String> = [0, 1, 3, 4].iter().map(|n| format!("q-{}", ids[*n])).collect();
        assert_eq!(missing, expected, "what only mentors are asked is left out");

        let mut full = form(false, true);
        let typed = [(0, vec!["to grow"]), (1, vec!["1"]), (3, vec!["System design, a craft of our own"]), (4, vec!["0", "1"])];
        full.answers.extend(typed.iter().map(|(n, values)| (ids[*n].clone(), values.iter().map(|v| (*v).to_owned()).collect())));
        join(&stage, &amara, &program, &full).await.unwrap();
        let page = enrolments::join_page(&stage.ctx, &amara, "career", "").await.unwrap();
        let given: Vec<Vec<String>> = page.questions.into_iter().map(|a| a.typed).collect();
        assert_eq!(given[0], ["to grow"]);
        assert_eq!(given[1], ["1"]);
        assert!(given[2].is_empty());
        assert_eq!(given[3], ["system design, a craft of our own"]);
        assert_eq!(given[4], ["0", "1"]);

        let seen = enrolments::participants(&stage.ctx, &carla, "career", enrolments::ParticipantFilter::default()).await.unwrap();
        let words: Vec<&str> = seen.rows[0].answers.iter().map(|(_, answer)| answer.as_str()).collect();
        assert_eq!(words, ["to grow", "Coffee", "system design, a craft of our own", "Tea, Coffee"]);
    }

    async fn other_options_forget_the_answers_to_the_old_ones(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (carla, amara) = (stage.person("Carla").await, stage.person("Amara").await);
        stage.coordinator(&program, &carla).await;
        questions::add(&stage.ctx, &carla, "career", &draft("one_of", "both", "Which drink?")).await.unwrap();
        let id = questions::page(&stage.ctx, &carla, "career").await.unwrap().questions[0].0.id;
        let mut full = form(false, true);
        full.answers.insert(id.to_string(), vec!["1".to_owned()]);
        join(&stage, &amara, &program, &full).await.unwrap();
        let count = || async { questions::page(&stage.ctx, &carla, "career").await.unwrap().questions[0].1 };
        questions::edit(&stage.ctx, &carla, "career", id, &draft("one_of", "both", "Which drink would you like?")).await.unwrap();
        assert_eq!(count().await, 1, "another wording keeps them");
        let other = QuestionDraft { options: "Water\nTea".to_owned(), ..draft("one_of", "both", "Which drink?") };
        questions::edit(&stage.ctx, &carla, "career", id, &other).await.unwrap();
        assert_eq!(count().await, 0);
    }

    async fn they_are_moved_and_removed_by_coordinators_alone(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let elsewhere = stage.program("elsewhere").open().await;
        let (carla, noor) = (stage.person("Carla").await, stage.person("Noor").await);
        stage.coordinator(&program, &carla).await;
        stage.coordinator(&elsewhere, &carla).await;
        stage.mentor(&program, &noor, 1).await;
        for prompt in ["First?", "Second?", "Third?"] {
            questions::add(&stage.ctx, &carla, "career", &draft("scale", "both", prompt)).await.unwrap();
        }
        let order = || async {
            let all = questions::page(&stage.ctx, &carla, "career").await.unwrap().questions;
            all.into_iter().map(|(q, _)| (q.prompt.chars().next().unwrap(), q.id)).collect::<Vec<_>>()
        };
        let third = order().await[2].1;
        questions::shift(&stage.ctx, &carla, "career", third, true).await.unwrap();
        questions::shift(&stage.ctx, &carla, "career", third, true).await.unwrap();
        questions::shift(&stage.ctx, &carla, "career", third, true).await.unwrap();
        assert_eq!(order().await.iter().map(|(c, _)| *c).collect::<String>(), "TFS");
        assert_eq!(word(&questions::shift(&stage.ctx, &carla, "elsewhere", third, false).await), "not found");
        assert_eq!(word(&questions::remove(&stage.ctx, &carla, "elsewhere", third).await), "not found");
        for answer in [
            questions::shift(&stage.ctx, &noor, "career", third, false).await,
            questions::remove(&stage.ctx, &noor, "career", third).await,
            questions::add(&stage.ctx, &noor, "career", &draft("scale", "both", "Mine?")).await,
            questions::edit(&stage.ctx, &noor, "career", third, &draft("scale", "both", "Mine?")).await,
            questions::page(&stage.ctx, &noor, "career").await.map(|_| ()),
        ] {
            assert_eq!(word(&answer), "forbidden");
        }
        questions::remove(&stage.ctx, &carla, "career", third).await.unwrap();
        assert_eq!(order().await.len(), 2);
    }
}
