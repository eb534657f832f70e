//! Whatever is in the files: an answer or a reason, and never a panic.

use crate::{Config, Source, guess, people, raw};
use matching::{Objective, Options, solve, verify};
use proptest::prelude::*;
use std::ops::ControlFlow;

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn all_the_way_raw(scores: &[u8], capacities: Option<&[u8]>) {
    let scores = Source::new("scores.csv", scores);
    let capacities = capacities.map(|bytes| Source::new("capacities.csv", bytes));
    let Ok(raw) = raw::read(scores, capacities, &mut go).and_then(|read| read.into_problem(scores)) else { return };
    let solution = solve(&raw.problem, Objective::Coverage, Options::default());
    assert!(verify(&raw.problem, &solution).unwrap().optimal);
    assert!(raw.pairs_csv(&solution).iter().filter(|byte| **byte == b'\n').count() > solution.pairs.len());
}

fn all_the_way_people(mentees: &[u8], mentors: &[u8]) {
    let (mentees, mentors) = (Source::new("mentees.csv", mentees), Source::new("mentors.csv", mentors));
    let Ok(people) = people::read(mentees, mentors) else { return };
    let Ok(guess) = guess(&people) else { return };
    let saved = Config::parse("match.toml", guess.text.as_bytes()).unwrap();
    assert_eq!(saved.criteria, guess.config.criteria, "{}", guess.text);
    let Ok(prepared) = people.prepare(&guess.config, None) else { return };
    let problem = prepared.score(2, &mut go).unwrap();
    let solution = solve(&problem, Objective::Coverage, Options::default());
    assert!(verify(&problem, &solution).unwrap().optimal);
    assert!(solution.pairs.iter().all(|pair| (0..=10_000).contains(&pair.score)));
    let _ = prepared.pairs_csv(&solution);
}

/// A table with a header that means something, and anything below it.
fn table(header: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
    let cell = "[abR é0-9.,;|@\"=-]{0,5}";
    let rows = prop::collection::vec(prop::collection::vec(cell, header.len()), 0..6);
    (rows, prop::sample::select(vec![",", ";", "\t"]), 0..40_usize).prop_map(|(rows, separator, cut)| {
        let quote = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let rows = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(separator));
        let all = [header.join(separator)].into_iter().chain(rows).collect::<Vec<_>>().join("\n").into_bytes();
        // Now and then the end is missing.
        let keep = if cut < 10 { all.len().saturating_sub(cut) } else { all.len() };
        all[..keep].to_vec()
    })
}

const PEOPLE: &[&str] = &["id", "name", "skills wanted", "skills", "languages", "years", "colour", "manager"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_at_all(one in prop::collection::vec(any::<u8>(), 0..120), two in prop::collection::vec(any::<u8>(), 0..120)) {
        all_the_way_raw(&one, Some(&two));
        all_the_way_people(&one, &two);
        let _ = Config::parse("match.toml", &one);
    }

    #[test]
    fn scores_below_a_good_header(scores in table(&["mentee", "mentor", "score"]), capacities in table(&["mentor", "capacity"])) {
        all_the_way_raw(&scores, Some(&capacities));
        all_the_way_raw(&scores, None);
    }

    #[test]
    fn people_below_a_good_header(mentees in table(PEOPLE), mentors in table(PEOPLE)) {
        all_the_way_people(&mentees, &mentors);
    }

    #[test]
    fn an_answer_that_agrees_never_lowers_a_score(
        wants in prop::collection::vec("[a-f]", 0..5), offers in prop::collection::vec("[a-f]", 0..5), more in "[a-f]", at in any::<prop::sample::Index>(),
        grade in prop::option::of(1..9_u8), of_mentor in 1..9_u8, weights in prop::collection::vec(0..500_u32, 4),
    ) {
        let hows = ["wanted-offered", "overlap", "same", "close"];
        let criteria = hows.iter().zip(&weights).map(|(how, weight)| {
            let columns = if *how == "wanted-offered" { "mentee = \"wants\"\nmentor = \"offers\"" } else if *how == "overlap" { "column = \"both\"" } else { "column = \"grade\"" };
            format!("[[criteria]]\n{columns}\nhow = \"{how}\"\nweight = {weight}\n")
        });
        let config = Config::parse("match.toml", criteria.collect::<String>().as_bytes()).unwrap();
        let offers = offers.join(";");
        let mentors = format!("id,offers,both,grade\nm,{offers};{more},{more};{offers},{of_mentor}\nz,a,a,9\n");
        let score = |wants: &[String], grade: Option<u8>| {
            let list = wants.join(";");
            let mentees = format!("id,wants,both,grade\na,{list},{list},{}\ny,a,a,1\n", grade.map(|grade| grade.to_string()).unwrap_or_default());
            let (mentees, mentors) = (Source::new("a.csv", mentees.as_bytes()), Source::new("b.csv", mentors.as_bytes()));
            let prepared = people::read(mentees, mentors).unwrap().prepare(&config, None).unwrap();
            prepared.score(1, &mut go).unwrap().score(0, 0).unwrap()
        };
        let mut agreeing = wants.clone();
        if !agreeing.contains(&more) {
            agreeing.insert(at.index(agreeing.len() + 1), more.clone());
        }
        prop_assert!(score(&agreeing, grade) >= score(&wants, grade));
        prop_assert!(score(&wants, Some(of_mentor)) >= score(&wants, grade));
    }

    #[test]
    fn a_configuration_of_anything(text in "(\\[\\[criteria\\]\\]\n|\\[mentors\\]\n|column = \"[a-z\"]{0,3}\"?\n|how = \"(same|close|x)\"\n|weight = -?[0-9.e]{1,8}\n|reach = [-0-9.einf]{1,6}\n){0,8}") {
        let _ = Config::parse("match.toml", text.as_bytes());
    }

    #[test]
    fn numbers_and_pairs_that_fit_are_solved(pairs in prop::collection::btree_map((0..6_u8, 0..6_u8), -1_000_000_i64..1_000_000, 1..20), places in 0..7_u32) {
        let lines: String = pairs.iter().map(|((a, b), units)| format!("a{a},b{b},{}\n", crate::score_written(*units, places))).collect();
        let file = format!("mentee,mentor,score\n{lines}");
        let source = Source::new("scores.csv", file.as_bytes());
        let raw = raw::read(source, None, &mut go).and_then(|read| read.into_problem(source)).unwrap();
        let found: i64 = (0..raw.problem.mentees()).flat_map(|a| (0..raw.problem.mentors()).map(move |b| (a, b))).filter_map(|(a, b)| raw.problem.score(a, b)).sum();
        prop_assert_eq!((raw.places, found), (places, pairs.values().sum::<i64>()));
        all_the_way_raw(file.as_bytes(), None);
    }
}
