//! What the demo is made of: the files in `data/demo`, as they are written.

use crate::{Error, tables};
use domain::goals::{GoalDraft, GoalStatus};
use domain::match_preferences::PreferenceSide;
use domain::mentorships::MentorshipStatus;
use domain::people::{HelpKind, WeeklySlot};
use domain::programs::{Audience, JoinPolicy, MatchingMode, ProgramKind, ProgramStatus, ProgramTemplate, QuestionKind};
use domain::requests::RequestStatus;
use i18n::Locale;
use serde::Deserialize;
use std::collections::BTreeMap;

/// All of it.
#[derive(Debug)]
pub(super) struct Data {
    pub people: Vec<Person>,
    pub texts: Texts,
    pub answers: Answers,
    pub templates: Vec<Template>,
    pub names: Vec<Name>,
    pub headlines: Vec<Headline>,
}

#[derive(Debug, Deserialize)]
struct PeopleFile {
    person: Vec<Person>,
}

/// Somebody.
#[derive(Debug, Deserialize)]
pub(super) struct Person {
    pub who: Who,
    pub place: Place,
    pub work: Work,
    pub about: String,
    #[serde(default)]
    pub offers: Help,
    #[serde(default)]
    pub wants: Help,
    pub week: Vec<Slot>,
}

/// What somebody comes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Side {
    Mentor,
    Mentee,
    Both,
}

#[derive(Debug, Deserialize)]
pub(super) struct Who {
    pub name: String,
    /// The address before the `@`, by which people are named in `texts.toml`.
    pub email: String,
    pub pronouns: Option<String>,
    pub side: Side,
    pub capacity: i32,
    pub organisation: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Place {
    pub country: String,
    pub zone: String,
    pub locale: Locale,
    pub languages: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Work {
    pub headline: String,
    pub industry: String,
    pub role: String,
    pub years: i32,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Help {
    pub skills: Vec<String>,
    pub help: Vec<HelpKind>,
}

/// A stretch of a usual week, as people write it.
#[derive(Debug, Deserialize)]
pub(super) struct Slot {
    day: String,
    from: String,
    to: String,
}

impl Slot {
    pub fn weekly(&self) -> Result<WeeklySlot, Error> {
        let day = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|day| *day == self.day);
        let minutes = |time: &str| {
            let (hours, minutes) = time.split_once(':')?;
            Some(hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?)
        };
        match (day.and_then(|day| u8::try_from(day).ok()), minutes(&self.from), minutes(&self.to)) {
            (Some(weekday), Some(from), Some(to)) => Ok(WeeklySlot { weekday, from, to }),
            _ => Err(missing("a time", &format!("{} {}–{}", self.day, self.from, self.to))),
        }
    }
}

/// `texts.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Texts {
    pub organisation: Organisation,
    pub sign_in: Vec<DemoSignIn>,
    pub favourite: Vec<Favourite>,
    pub match_preferences: Vec<MatchPreference>,
    pub program: Vec<Program>,
    pub mentorship: Vec<Mentorship>,
    pub proposal: Vec<Proposal>,
    pub request: Vec<Request>,
    pub decline: Vec<Word>,
    pub ask_back: Vec<AskBack>,
    pub goal: Vec<Goal>,
    pub review: Vec<Review>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Organisation {
    pub slug: String,
    pub name: String,
    pub about: String,
    pub owner: String,
    pub admins: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct DemoSignIn {
    pub who: String,
    pub role: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Favourite {
    pub program: String,
    pub who: String,
    pub mentors: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct MatchPreference {
    pub program: String,
    pub who: String,
    pub side: PreferenceSide,
    /// The first preference first.
    pub preferences: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Program {
    pub slug: String,
    pub template: ProgramTemplate,
    pub organisation: bool,
    pub status: ProgramStatus,
    pub opened_weeks_ago: i64,
    #[serde(default)]
    pub approval: bool,
    pub name: String,
    pub summary: String,
    pub description: String,
    pub coordinators: Vec<String>,
    /// Everybody of the organisation, or everybody without one.
    #[serde(default)]
    pub everybody: bool,
    #[serde(default)]
    pub mentors: Vec<String>,
    #[serde(default)]
    pub mentees: Vec<String>,
    #[serde(default)]
    pub paused: Vec<String>,
    #[serde(default)]
    pub pending: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Mentorship {
    pub id: String,
    pub program: String,
    pub mentor: String,
    pub mentee: String,
    pub state: MentorshipStatus,
    pub started_weeks_ago: i64,
    pub ended_weeks_ago: Option<i64>,
    pub end_reason: Option<String>,
    pub signed: Vec<DemoParty>,
}

/// A pair that is proposed to both.
#[derive(Debug, Deserialize)]
pub(super) struct Proposal {
    pub program: String,
    pub mentor: String,
    pub mentee: String,
    pub said: Vec<DemoParty>,
}

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum DemoParty {
    Mentor,
    Mentee,
}

#[derive(Debug, Deserialize)]
pub(super) struct Request {
    pub program: String,
    pub from: String,
    pub to: String,
    pub state: RequestStatus,
    #[serde(default)]
    pub sent_days_ago: i64,
    pub mentorship: Option<String>,
    pub talk: Option<String>,
    #[serde(default = "yes")]
    pub answered: bool,
    pub word: Option<String>,
    pub text: String,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
pub(super) struct Word {
    pub id: String,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct AskBack {
    pub id: String,
    pub ask: String,
    pub answer: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Goal {
    pub mentorship: String,
    pub state: GoalStatus,
    pub due_in_weeks: i64,
    #[serde(flatten)]
    pub draft: GoalDraft,
    pub milestones: Vec<Step>,
    pub comments: Vec<Comment>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Step {
    pub title: String,
    pub done: bool,
    pub due_in_weeks: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Comment {
    pub by: DemoParty,
    pub text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Review {
    pub mentorship: String,
    pub by: DemoParty,
    pub rating: i32,
    pub text: String,
}

/// `answers.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct Answers {
    pub year_ahead: BTreeMap<String, Vec<String>>,
    pub first_day: BTreeMap<String, Vec<String>>,
    pub opening: BTreeMap<String, Vec<String>>,
    pub end_reason: BTreeMap<String, Vec<String>>,
    pub aim: BTreeMap<String, Vec<String>>,
}

/// What is needed of a template for programs. They are in English.
#[derive(Debug, Deserialize)]
pub(super) struct Template {
    pub id: ProgramTemplate,
    pub kind: ProgramKind,
    pub matching: MatchingMode,
    pub join_policy: JoinPolicy,
    pub length_weeks: i32,
    pub default_capacity: i32,
    pub agreement: English,
    pub question: Vec<Question>,
}

#[derive(Debug, Deserialize)]
pub(super) struct English {
    pub en: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub id: String,
    pub kind: QuestionKind,
    pub audience: Audience,
    pub required: bool,
    pub counted: bool,
    pub prompt: English,
    #[serde(default)]
    pub options: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Choice {
    pub id: String,
    pub en: String,
}

#[derive(Debug, Deserialize)]
struct TemplatesFile {
    template: Vec<Template>,
}

/// A row of `names.csv`.
#[derive(Debug, Deserialize)]
pub(super) struct Name {
    pub given: String,
    pub family: String,
    pub country: String,
    pub zone: String,
    pub language: String,
}

/// A row of `headlines.csv`.
#[derive(Debug, Deserialize)]
pub(super) struct Headline {
    pub headline: String,
    pub role: String,
    pub industry: String,
    #[serde(deserialize_with = "spaced")]
    pub skills: Vec<String>,
}

/// Ids parted by spaces.
fn spaced<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(String::deserialize(from)?.split_whitespace().map(str::to_owned).collect())
}

impl Data {
    /// Reads the files that were compiled in.
    ///
    /// # Errors
    /// One of them can't be read; a test keeps that from happening.
    pub fn load() -> Result<Self, Error> {
        let people: PeopleFile = parse("people.toml", include_str!("../../data/demo/people.toml"))?;
        let templates: TemplatesFile = parse("program_templates.toml", include_str!("../../data/program_templates.toml"))?;
        Ok(Self {
            people: people.person,
            texts: parse("texts.toml", include_str!("../../data/demo/texts.toml"))?,
            answers: parse("answers.toml", include_str!("../../data/demo/answers.toml"))?,
            templates: templates.template,
            names: tables::read("names.csv", include_str!("../../data/demo/names.csv")),
            headlines: tables::read("headlines.csv", include_str!("../../data/demo/headlines.csv")),
        })
    }

    /// Somebody, by the address before the `@`.
    ///
    /// # Errors
    /// There is nobody of that name.
    pub fn person(&self, handle: &str) -> Result<&Person, Error> {
        self.people.iter().find(|person| person.who.email == handle).ok_or_else(|| missing("a person", handle))
    }
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| Error::Internal(format!("{file}: {error}")))
}

/// Something that another part of the data names isn't there.
pub(super) fn missing(what: &str, name: &str) -> Error {
    Error::Internal(format!("the demo lacks {what}: {name}"))
}
