//! A program's mentors as the list needs them, made once for each version.

use crate::fit::{Facts, Names};
use crate::{Error, reference};
use chrono::{DateTime, NaiveDate, Utc};
use domain::fit::{Features, Vocabulary};
use domain::mentors::views::FilterChoices;
use domain::requests::{ReplySpeed, usual_reply};
use domain::search::fold;
use domain::shared::Named;
use domain::{PersonId, PictureId};
use i18n::{I18n, Locale};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;
use store::Tx;
use store::mentors::{Whom, replies};
use store::programs::Program;

/// So many skills can be chosen from, the most offered ones; the others are found by their words.
const SKILLS_OFFERED: usize = 60;

/// A program's mentors.
#[derive(Debug, Default)]
pub(super) struct Roster {
    /// The version of the program's row that this was made under.
    pub version: i64,
    /// The day it was made: clocks change, and replies come in.
    pub day: NaiveDate,
    /// The numbers in the features.
    pub vocabulary: Vocabulary,
    /// Names of skills that people added.
    pub added: HashMap<String, String>,
    /// Everybody who can be found, by id.
    pub mentors: Vec<Mentor>,
    /// Their places in the order of names.
    pub by_name: Vec<u32>,
    choices: [OnceLock<FilterChoices>; Locale::ALL.len()],
}

/// A mentor who can be found.
#[derive(Debug, Clone)]
pub(super) struct Mentor {
    /// The person.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their name as it is ordered.
    pub sorted: String,
    /// One line about them.
    pub headline: Option<String>,
    /// Their photo.
    pub picture: Option<PictureId>,
    /// The code of their country.
    pub country: Option<String>,
    /// The ids of the skills that they offer.
    pub skills: Vec<String>,
    /// As the fit sees them.
    pub features: Features,
    /// How many more mentees they can take.
    pub room: i32,
    /// How fast they usually answer.
    pub reply: Option<ReplySpeed>,
}

impl Roster {
    /// Reads a program's mentors: a fixed number of statements.
    pub(super) async fn load(tx: &mut Tx, program: &Program, now: DateTime<Utc>) -> Result<Self, Error> {
        let facts = Facts::read(tx, Whom::Mentors(program.id)).await?;
        let added = facts.added_skills(tx).await?;
        let mut times: HashMap<PersonId, Vec<chrono::TimeDelta>> = HashMap::new();
        for (mentor, asked, answered) in replies(tx, program.id).await? {
            times.entry(mentor).or_default().push(answered - asked);
        }
        let mut vocabulary = Vocabulary::default();
        let mentors: Vec<Mentor> = facts
            .rows
            .iter()
            .map(|row| Mentor {
                id: row.id,
                name: row.name.clone(),
                sorted: fold(&row.name),
                headline: row.headline.clone(),
                picture: row.picture_id,
                country: row.country.clone(),
                skills: facts.offered(row.id).to_vec(),
                features: facts.features(&mut vocabulary, row, now, false),
                room: row.capacity.saturating_sub(i32::try_from(row.taken).unwrap_or(i32::MAX)).max(0),
                reply: times.get(&row.id).and_then(|times| usual_reply(times)),
            })
            .collect();
        let made = Self { version: program.roster_version, day: now.date_naive(), vocabulary, added, ..Self::default() };
        Ok(made.with(mentors))
    }

    /// The same with these mentors, who come by id.
    pub(super) fn with(mut self, mentors: Vec<Mentor>) -> Self {
        self.by_name = (0_u32..).zip(&mentors).map(|(place, _)| place).collect();
        self.by_name.sort_by_cached_key(|place| at(&mentors, *place).map(|mentor| (mentor.sorted.clone(), mentor.id)));
        self.mentors = mentors;
        self
    }

    /// The mentor at a place.
    pub(super) fn at(&self, place: u32) -> Option<&Mentor> {
        at(&self.mentors, place)
    }

    /// Names in a language.
    pub(super) fn names(&self, i18n: I18n) -> Names<'_> {
        Names { vocabulary: &self.vocabulary, added: &self.added, i18n }
    }

    /// What the filters offer, in a language.
    pub(super) fn choices(&self, i18n: I18n) -> FilterChoices {
        let place = Locale::ALL.iter().position(|locale| *locale == i18n.locale).unwrap_or(0);
        self.choices.get(place).map(|choices| choices.get_or_init(|| self.offer(i18n)).clone()).unwrap_or_default()
    }

    fn offer(&self, i18n: I18n) -> FilterChoices {
        let names = self.names(i18n);
        let mut skills: BTreeMap<&str, usize> = BTreeMap::new();
        for id in self.mentors.iter().flat_map(|mentor| &mentor.skills) {
            *skills.entry(id).or_default() += 1;
        }
        let mut skills: Vec<(&str, usize)> = skills.into_iter().collect();
        skills.sort_by_key(|(_, mentors)| std::cmp::Reverse(*mentors));
        let skills = skills.into_iter().take(SKILLS_OFFERED).filter_map(|(id, _)| Some((id.to_owned(), names.skill(id)?)));
        let numbers = (0_u16..).map_while(|number| self.vocabulary.languages.key(number).map(|code| (number, code)));
        let spoken = numbers.filter(|(number, _)| self.mentors.iter().any(|m| m.features.languages.contains(usize::from(*number))));
        let languages = spoken.filter_map(|(_, code)| Some((code.clone(), reference::language_name(code, i18n.locale)?.to_owned())));
        let countries: BTreeMap<&String, &'static str> = self
            .mentors
            .iter()
            .filter_map(|mentor| mentor.country.as_ref())
            .filter_map(|code| Some((code, reference::country_name(code, i18n.locale)?)))
            .collect();
        FilterChoices {
            skills: sorted(skills.collect()),
            languages: sorted(languages.collect()),
            countries: sorted(countries.into_iter().map(|(code, name)| (code.clone(), name.to_owned())).collect()),
        }
    }
}

fn at(mentors: &[Mentor], place: u32) -> Option<&Mentor> {
    mentors.get(usize::try_from(place).ok()?)
}

/// As they stand alone, by name.
fn sorted(named: Vec<Named>) -> Vec<Named> {
    let mut named: Vec<Named> = named.into_iter().map(|(value, name)| (value, crate::tables::alone(&name))).collect();
    named.sort_by_cached_key(|(_, name)| fold(name));
    named
}
