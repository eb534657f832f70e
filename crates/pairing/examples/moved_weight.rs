//! How long a browser's work takes: `cargo run --release -p pairing --example moved_weight`.
//!
//! 500 mentees and 250 mentors who differ in skills, languages, hours and years; compared once, then paired again with a weight
//! moved, for each objective.

use domain::PersonId;
use domain::fit::{Criterion, Features};
use domain::match_runs::{RunObjective, RunSettings};
use domain::programs::ProgramTemplate;
use pairing::{Board, Mentee, Mentor, People};
use std::io::Write as _;
use std::time::Instant;
use uuid::Uuid;

/// A number that looks like chance and is the same each time.
fn chance(seed: &mut u64, below: u64) -> u16 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u16::try_from((*seed >> 33) % below).unwrap_or(0)
}

fn features(seed: &mut u64) -> Features {
    let mut some = |count: u64, of: u64| (0..count).map(|_| chance(seed, of)).collect::<Vec<u16>>();
    let mut wanted = some(5, 60);
    wanted.sort_unstable();
    wanted.dedup();
    let (offered, languages, free) = (some(8, 60), some(2, 6), some(30, 168));
    Features {
        wanted,
        offered: offered.into_iter().collect(),
        languages: languages.into_iter().map(usize::from).collect(),
        free: free.into_iter().flat_map(|hour| usize::from(hour) * 4..usize::from(hour) * 4 + 4).collect(),
        utc_offset: Some(i32::from(chance(seed, 12)) * 60),
        industry: Some(chance(seed, 12)),
        years: Some(chance(seed, 30)),
        ..Features::default()
    }
}

fn main() -> std::io::Result<()> {
    let mut seed = 7;
    let mut id = 0_u128;
    let mut next = || {
        id += 1;
        PersonId(Uuid::from_u128(id))
    };
    let mentees = (0..500).map(|n| Mentee {
        id: next(),
        name: format!("Mentee {n}"),
        features: features(&mut seed),
        ranking: Criterion::ALL.iter().copied().take(n % 4).collect(),
        organisations: Vec::new(),
    });
    let mentees: Vec<Mentee> = mentees.collect();
    let mentors = (0..250).map(|n| Mentor {
        id: next(),
        name: format!("Mentor {n}"),
        features: features(&mut seed),
        organisations: Vec::new(),
        capacity: 1 + n % 3,
        has: 0,
    });
    let people = People { mentees, mentors: mentors.collect(), ..People::default() };
    let mut out = std::io::stdout().lock();
    let begun = Instant::now();
    let board = Board::remembering(people);
    writeln!(out, "compared in {:.1} ms", begun.elapsed().as_secs_f64() * 1e3)?;
    for objective in RunObjective::ALL {
        let mut settings = RunSettings { objective: *objective, ..RunSettings::for_template(ProgramTemplate::Career) };
        for weight in [100, 700] {
            settings.weights = settings.weights.with(Criterion::Availability, weight);
            let begun = Instant::now();
            let outcome = board.run(&settings).map_err(std::io::Error::other)?;
            let millis = begun.elapsed().as_secs_f64() * 1e3;
            writeln!(
                out,
                "{objective}, availability {weight}: {} matched, proven {}, {millis:.1} ms",
                outcome.numbers.matched, outcome.numbers.proven
            )?;
        }
    }
    Ok(())
}
