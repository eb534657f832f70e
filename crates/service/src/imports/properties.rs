//! Whatever the bytes: an answer, and never a panic.

use super::guess::guess;
use super::how::checked;
use super::judge::judge;
use super::read::read;
use domain::imports::{ImportField, Reading, Setting, Target};
use domain::programs::questions::Question;
use domain::programs::{Audience, QuestionKind};
use proptest::prelude::*;
use uuid::Uuid;

fn questions() -> Vec<Question> {
    let kinds = [QuestionKind::Short, QuestionKind::OneOf, QuestionKind::SeveralOf, QuestionKind::Scale, QuestionKind::Skills];
    (1_u128..)
        .zip(kinds)
        .map(|(n, kind)| Question {
            id: Uuid::from_u128(n).into(),
            position: 0,
            kind,
            audience: Audience::Both,
            prompt: format!("Question {n}"),
            options: vec!["a".to_owned(), "1".to_owned()],
            required: true,
            counted: false,
        })
        .collect()
}

/// Reads, guesses and judges; then judges with every column for everything it could be for.
fn inspect(bytes: &[u8]) {
    let Ok(table) = read(bytes, checked(Reading::default()).unwrap()) else { return };
    let questions = questions();
    let all: Vec<Target> =
        ImportField::ALL.iter().map(|field| Target::Field(*field)).chain(questions.iter().map(|q| Target::Question(q.id))).collect();
    let turned = |by: usize| (0..table.header().len()).map(|column| all[(column + by) % all.len()]).collect::<Vec<_>>();
    for targets in [guess(&table, &questions), turned(0), turned(5), turned(9), turned(14)] {
        for side in [None, Some((true, false))] {
            let judged = judge(
                &table.lines,
                &Setting { targets: &targets, questions: &questions, side, capacity: 2, rules: cells::Rules::default() },
            );
            assert_eq!(judged.right.len() + judged.wrong.len(), table.lines.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        inspect(&bytes);
    }

    #[test]
    fn anything_that_looks_like_a_table(bytes in prop::collection::vec(prop::sample::select(b"ae1@.\xE9,;\t\"'\n\r -/()=+".to_vec()), 0..120)) {
        inspect(&bytes);
    }

    #[test]
    fn anything_below_a_header(lines in prop::collection::vec("(\\PC{0,12}[,;\"\n]){0,9}", 0..6)) {
        inspect(format!("Name,E-mail,Role,Capacity,Languages,Skills,Country,Question 3\nAda,a@b.org,mentor,1,en,Rust,KE,a\n{}", lines.join("\n")).as_bytes());
    }
}
