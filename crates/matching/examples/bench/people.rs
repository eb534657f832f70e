//! People as the demo's crowd: its names and headlines, drawn with the same chances (crates/service/src/demo/crowd.rs).

use domain::fit::{Features, PersonFacts, Vocabulary, WeekClock, Weights, total_only};
use domain::people::{HelpKind, WeeklySlot};
use matching::{ABSENT, Dense, Problem};

const NAMES: &str = include_str!("../../../service/data/demo/names.csv");
const HEADLINES: &str = include_str!("../../../service/data/demo/headlines.csv");
const SECOND_LANGUAGES: [&str; 6] = ["es", "fr", "de", "ar", "pt", "zh"];

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn percent(&mut self, of: usize) -> bool {
        self.below(100) < of
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        of.get(self.below(of.len())).expect("the demo has data")
    }

    fn shuffled<T: Copy>(&mut self, of: &[T], count: usize) -> Vec<T> {
        let mut list = of.to_vec();
        (0..count.min(list.len())).map(|_| list.swap_remove(self.below(list.len()))).collect()
    }
}

/// Minutes east of UTC in summer, near enough for a bench.
fn offset(zone: &str) -> i32 {
    let hours = match zone.split('/').next() {
        Some("Africa") => 2,
        Some("America") => -5,
        Some("Asia") => 7,
        Some("Australia" | "Pacific") => 10,
        _ => 1,
    };
    hours * 60
}

/// What is said about one person, as text.
struct Person {
    languages: Vec<String>,
    zone: i32,
    industry: String,
    skills: Vec<String>,
    others: Vec<String>,
    help: Vec<HelpKind>,
    week: Vec<WeeklySlot>,
    years: i32,
}

fn person(chance: &mut Chance, mentor: bool) -> Person {
    let names: Vec<&str> = NAMES.lines().skip(1).collect();
    let headlines: Vec<&str> = HEADLINES.lines().skip(1).collect();
    let field = |line: &str, from_end: usize| line.rsplit(',').nth(from_end).unwrap_or_default().to_owned();
    let skills_of = |line: &str| field(line, 0).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (name, headline) = (*chance.one(&names), *chance.one(&headlines));
    let mut languages = vec![field(name, 0)];
    if languages != ["en"] && chance.percent(75) {
        languages.push("en".to_owned());
    }
    if chance.percent(20) {
        let second = (*chance.one(&SECOND_LANGUAGES)).to_owned();
        if !languages.contains(&second) {
            languages.push(second);
        }
    }
    let known = skills_of(headline);
    let mut skills = known.clone();
    let other = skills_of(chance.one::<&str>(&headlines));
    skills.extend(other.into_iter().filter(|skill| !known.contains(skill)).take(2));
    let others = skills_of(chance.one::<&str>(&headlines)).into_iter().filter(|skill| !skills.contains(skill)).collect();
    let kinds = 1 + chance.below(3);
    let days = 1 + chance.below(3);
    let week = chance.shuffled(&[0, 1, 2, 3, 4, 5, 6], days).into_iter().map(|weekday| {
        let from = (16 + chance.below(24)) as u16 * 30;
        WeeklySlot { weekday, from, to: from + (2 + chance.below(5)) as u16 * 30 }
    });
    let week = week.collect();
    Person {
        languages,
        zone: offset(&field(name, 1)),
        industry: field(headline, 1),
        skills,
        others,
        help: chance.shuffled(HelpKind::ALL, kinds),
        week,
        years: if mentor { 7 + chance.below(25) } else { chance.below(14) } as i32,
    }
}

/// Everybody's features: mentees, mentors.
pub fn crowd(mentees: u32, mentors: u32) -> (Vec<Features>, Vec<Features>, Vec<u32>) {
    let mut chance = Chance(2026);
    let mut vocabulary = Vocabulary::default();
    let mut make = |mentor| {
        let person = person(&mut chance, mentor);
        let none: &[String] = &[];
        vocabulary.features(&PersonFacts {
            wanted: if mentor { none } else { &person.others },
            offered: if mentor { &person.skills } else { none },
            help_wanted: if mentor { &[] } else { &person.help },
            help_offered: if mentor { &person.help } else { &[] },
            languages: &person.languages,
            availability: &person.week,
            clock: Some(WeekClock::fixed(person.zone)),
            industry: Some(&person.industry),
            years: Some(person.years),
            answers: &[],
            asked: 0,
        })
    };
    let (mentees, mentors) = ((0..mentees).map(|_| make(false)).collect(), (0..mentors).map(|_| make(true)).collect::<Vec<_>>());
    let capacities = mentors.iter().map(|_| 1 + chance.below(4) as u32).collect();
    (mentees, mentors, capacities)
}

/// The table of scores, by the function that also ranks the list of mentors.
pub fn score(mentees: &[Features], mentors: &[Features], capacities: &[u32], threads: usize) -> Problem {
    let weights = Weights::default();
    let mut scores = vec![ABSENT; mentees.len() * mentors.len()];
    let share = mentees.len().div_ceil(threads.max(1));
    std::thread::scope(|scope| {
        for (rows, table) in mentees.chunks(share).zip(scores.chunks_mut(share * mentors.len())) {
            scope.spawn(move || {
                for (mentee, row) in rows.iter().zip(table.chunks_mut(mentors.len())) {
                    for (mentor, score) in mentors.iter().zip(row) {
                        *score = total_only(mentee, mentor, &weights).map_or(ABSENT, i32::from);
                    }
                }
            });
        }
    });
    let dense = Dense::new(mentees.len() as u32, mentors.len() as u32, scores).expect("a table");
    Problem::dense(dense, capacities.to_vec()).expect("a problem")
}
