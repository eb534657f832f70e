//! From rows to what the fit compares.

use super::week::{offset_at, week_clock};
use crate::{Error, skills};
use chrono::{DateTime, Utc};
use domain::fit::{Features, PersonFacts, Vocabulary};
use domain::people::{SkillSide, Visibility};
use domain::programs::Answer;
use domain::{PersonId, QuestionId};
use i18n::Locale;
use std::collections::{BTreeSet, HashMap};
use store::Tx;
use store::mentors::{self, ParticipantRow, Whom};

/// What is stored about some people in a program.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// The people, by id.
    pub rows: Vec<ParticipantRow>,
    languages: HashMap<PersonId, Vec<String>>,
    offered: HashMap<PersonId, Vec<String>>,
    wanted: HashMap<PersonId, Vec<String>>,
    answers: HashMap<PersonId, Vec<(QuestionId, Answer)>>,
}

impl Facts {
    /// Reads it: four statements, however many people there are.
    pub(crate) async fn read(tx: &mut Tx, whom: Whom) -> Result<Self, Error> {
        let mut facts = Self { rows: mentors::people(tx, whom).await?, ..Self::default() };
        for (person, language) in mentors::languages(tx, whom).await? {
            facts.languages.entry(person).or_default().push(language);
        }
        for (person, side, skill) in mentors::skills(tx, whom).await? {
            let skills = if side == SkillSide::Offered { &mut facts.offered } else { &mut facts.wanted };
            skills.entry(person).or_default().push(skill);
        }
        for (person, question, answer) in mentors::answers(tx, whom).await? {
            facts.answers.entry(person).or_default().push((question, answer.0));
        }
        Ok(facts)
    }

    /// One of the people.
    pub(crate) fn row(&self, person: PersonId) -> Option<&ParticipantRow> {
        self.rows.iter().find(|row| row.id == person)
    }

    /// The ids of the skills that somebody offers, the most important first.
    pub(crate) fn offered(&self, person: PersonId) -> &[String] {
        of(&self.offered, person)
    }

    /// The codes of the languages that somebody speaks.
    pub(crate) fn languages(&self, person: PersonId) -> &[String] {
        of(&self.languages, person)
    }

    /// Somebody as the fit sees them. What they keep to those close to them is left out, except from their own eyes.
    pub(crate) fn features(&self, vocabulary: &mut Vocabulary, row: &ParticipantRow, now: DateTime<Utc>, own: bool) -> Features {
        let personal = own || row.visibility == Visibility::Shared;
        vocabulary.features(&PersonFacts {
            wanted: of(&self.wanted, row.id),
            offered: self.offered(row.id),
            help_wanted: &row.help_wanted,
            help_offered: &row.help_offered,
            languages: self.languages(row.id),
            availability: if personal { &row.availability } else { &[] },
            clock: week_clock(&row.zone, now),
            industry: row.industry.as_deref().filter(|_| personal),
            years: row.experience_years.filter(|_| personal),
            answers: of(&self.answers, row.id),
            asked: u16::try_from(row.asked).unwrap_or(0),
        })
    }

    /// The names of the skills that people added themselves.
    pub(crate) async fn added_skills(&self, tx: &mut Tx) -> Result<HashMap<String, String>, Error> {
        let all: BTreeSet<&String> = self.offered.values().chain(self.wanted.values()).flatten().collect();
        let added: Vec<String> = all.into_iter().filter(|id| skills::name(id, Locale::En).is_none()).cloned().collect();
        Ok(store::skills::names(tx, &added).await?.into_iter().collect())
    }
}

fn of<T>(map: &HashMap<PersonId, Vec<T>>, person: PersonId) -> &[T] {
    map.get(&person).map_or(&[], Vec::as_slice)
}

/// Minutes east of UTC in a time zone, at this moment.
pub(crate) fn utc_offset(zone: &str, now: DateTime<Utc>) -> Option<i32> {
    zone.parse().ok().map(|zone| offset_at(zone, now))
}
