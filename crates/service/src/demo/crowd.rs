//! As many more people as a load test needs. They are drawn at random, and the same in each run; they take part in the
//! open community's program, a third of them as mentors.

use super::answers::{Asked, answer};
use super::builder::DemoBuilder;
use super::crowd_pairs;
use super::data::{Data, Headline, Name, missing};
use super::programs::criteria;
use crate::Error;
use chrono::{DateTime, Duration, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::people::{HelpKind, SkillSide, Visibility, WeeklySlot};
use domain::{EnrolmentId, PersonId};
use i18n::Locale;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{RngExt, SeedableRng};
use store::programs::Program;
use store::{Json, bulk, enrolments};

/// What chance begins with, so that a measurement can be repeated.
const SEED: u64 = 2026;
/// Second languages beside English, as people speak them.
const SECOND_LANGUAGES: [&str; 6] = ["es", "fr", "de", "ar", "pt", "zh"];

/// One of the crowd, as far as pairs need to know.
#[derive(Debug)]
pub(super) struct Member {
    pub id: PersonId,
    pub given: String,
    pub locale: Locale,
    pub languages: Vec<String>,
    /// What they come for, or else bring.
    pub skills: Vec<String>,
    pub as_mentor: bool,
    pub as_mentee: bool,
    pub capacity: i32,
    pub active: bool,
    pub enrolled: DateTime<Utc>,
}

/// Adds people until there are as many as asked for, pairs some of them and lets them set goals.
pub(super) fn gather(builder: &mut DemoBuilder<'_>, people: usize) -> Result<(), Error> {
    let data = builder.data;
    let described = data.texts.program.iter().find(|program| !program.organisation && program.everybody);
    let described = described.ok_or_else(|| missing("a program", "of the open community"))?;
    let program = builder.program(&described.slug)?.clone();
    let template = data.templates.iter().find(|template| template.id == program.template);
    let template = template.ok_or_else(|| missing("a template", program.template.as_str()))?;
    let questions = builder.rows.questions.iter().filter(|question| question.program_id == program.id);
    let asked: Vec<Asked<'_>> = questions.zip(&template.question).map(|(row, question)| Asked { id: row.id, question }).collect();

    let mut chance = StdRng::seed_from_u64(SEED);
    let mut crowd = Vec::new();
    for n in builder.rows.people.len()..people {
        let member = enter(builder, &mut chance, n)?;
        enrol(builder, &mut chance, &program, &asked, &member, n)?;
        crowd.push(member);
    }
    crowd_pairs::pair(builder, &mut chance, &program, crowd)
}

/// Somebody signs up: a name, a headline and a place of the lists, the rest by chance.
fn enter(builder: &mut DemoBuilder<'_>, chance: &mut StdRng, n: usize) -> Result<Member, Error> {
    let data = builder.data;
    let (name, family) = name(data, chance)?;
    let headline = data.headlines.choose(chance).ok_or_else(|| missing("a row", "headlines.csv"))?;
    let as_mentor = chance.random_bool(0.33);
    let as_mentee = !as_mentor || chance.random_bool(0.12);
    let locale = Locale::from_tag(&name.language).unwrap_or_default();
    let since = builder.ago(chance.random_range(2..40)) - Duration::minutes(chance.random_range(0..10_000));
    let email = format!("participant{n}@example.net");
    let id: PersonId = builder.ctx.id();
    let years = if as_mentor { chance.random_range(7..32) } else { chance.random_range(0..14) };
    builder.rows.people.push(bulk::Person {
        id,
        email_key: email.clone(),
        email,
        password_hash: builder.password_hash.clone(),
        name: format!("{} {family}", name.given),
        locale: locale.as_str().to_owned(),
        zone: name.zone.clone(),
        pronouns: None,
        headline: Some(headline.headline.clone()),
        about: None,
        country: Some(name.country.clone()),
        industry: Some(headline.industry.clone()),
        role_title: Some(headline.role.clone()),
        experience_years: Some(years),
        help_offered: if as_mentor { help(chance) } else { Vec::new() },
        help_wanted: if as_mentee { help(chance) } else { Vec::new() },
        availability: week(chance),
        visibility: if chance.random_bool(0.1) { Visibility::Close } else { Visibility::Shared },
        created_at: since,
    });
    let languages = languages(chance, &name.language);
    builder.rows.speaks(id, &languages);
    let mut offered = headline.skills.clone();
    offered.extend(other(data, chance, &offered).into_iter().take(2));
    let wanted = other(data, chance, &offered);
    if as_mentor {
        builder.rows.knows(id, SkillSide::Offered, &offered);
    }
    if as_mentee {
        builder.rows.knows(id, SkillSide::Wanted, &wanted);
    }
    let skills = if as_mentee { wanted } else { offered };
    let capacity = if as_mentor { chance.random_range(1..=4) } else { 0 };
    let (active, enrolled) = (chance.random_bool(0.95), since + Duration::hours(chance.random_range(1..40)));
    Ok(Member { id, given: name.given.clone(), locale, languages, skills, as_mentor, as_mentee, capacity, active, enrolled })
}

/// A row of the names, and a family name of the same country.
fn name<'a>(data: &'a Data, chance: &mut StdRng) -> Result<(&'a Name, &'a str), Error> {
    let name = data.names.choose(chance).ok_or_else(|| missing("a row", "names.csv"))?;
    let compatriots: Vec<&Name> = data.names.iter().filter(|other| other.country == name.country).collect();
    let family = compatriots.choose(chance).map_or(name.family.as_str(), |other| other.family.as_str());
    Ok((name, family))
}

fn languages(chance: &mut StdRng, first: &str) -> Vec<String> {
    let mut languages = vec![first.to_owned()];
    if first != "en" && chance.random_bool(0.75) {
        languages.push("en".to_owned());
    }
    if chance.random_bool(0.2) {
        languages.extend(SECOND_LANGUAGES.choose(chance).map(|code| (*code).to_owned()).filter(|code| !languages.contains(code)));
    }
    languages
}

/// The skills of some headline, without those known already.
fn other(data: &Data, chance: &mut StdRng, known: &[String]) -> Vec<String> {
    let skills = |headline: &Headline| headline.skills.iter().filter(|skill| !known.contains(skill)).cloned().collect();
    data.headlines.choose(chance).map(skills).unwrap_or_default()
}

fn help(chance: &mut StdRng) -> Vec<HelpKind> {
    let mut kinds = HelpKind::ALL.to_vec();
    kinds.shuffle(chance);
    kinds.truncate(chance.random_range(1..=3));
    kinds
}

/// One to three stretches of half an hour or more, on different days.
fn week(chance: &mut StdRng) -> Vec<WeeklySlot> {
    let mut days = [0, 1, 2, 3, 4, 5, 6];
    days.shuffle(chance);
    let mut slots: Vec<WeeklySlot> = Vec::new();
    for weekday in days.into_iter().take(chance.random_range(1..=3)) {
        let from = chance.random_range(16..40) * 30;
        slots.push(WeeklySlot { weekday, from, to: from + chance.random_range(2..=6) * 30 });
    }
    slots.sort_by_key(|slot| slot.weekday);
    slots
}

fn enrol(
    builder: &mut DemoBuilder<'_>,
    chance: &mut StdRng,
    program: &Program,
    asked: &[Asked<'_>],
    member: &Member,
    n: usize,
) -> Result<(), Error> {
    let id: EnrolmentId = builder.ctx.id();
    let resting = if chance.random_bool(0.6) { EnrolmentStatus::Paused } else { EnrolmentStatus::Left };
    builder.rows.enrolments.push(enrolments::Enrolment {
        id,
        program_id: program.id,
        person_id: member.id,
        status: if member.active { EnrolmentStatus::Active } else { resting },
        as_mentor: member.as_mentor,
        as_mentee: member.as_mentee,
        capacity: member.capacity,
        criteria: Json(if member.as_mentee { criteria(n) } else { Vec::new() }),
        version: 1,
        created_at: member.enrolled,
        updated_at: member.enrolled,
    });
    for asked in asked.iter().filter(|asked| asked.question.audience.asks(member.as_mentor, member.as_mentee)) {
        // What need not be answered, not everybody answers.
        if asked.question.required || chance.random_bool(0.7) {
            let body = answer(&builder.data.answers, asked.question, member.locale, &member.skills, n)?;
            builder.rows.answers.push(bulk::Answered { enrolment_id: id, question_id: asked.id, body });
        }
    }
    Ok(())
}
