//! Tables for spreadsheets: a program's participants and mentorships, for its coordinator, in the reader's words.
//!
//! What the columns of participants are called, enrolling from a spreadsheet understands. What it doesn't do: write files.

use crate::accounts::Client;
use crate::announce::{self, Event};
use crate::names::called;
use crate::questions::{Answers, asked_by};
use crate::{Actor, Ctx, Error, Reader, access, heavy, reference};
use domain::EnrolmentId;
use domain::events::EventKind;
use domain::people::SkillSide;
use i18n::{I18n, Key, Locale, m};
use serde_json::json;
use std::collections::HashMap;
use store::exports::{self, Participant};
use use_case::use_case;

/// Most rows of a file.
const ROWS_MAX: i64 = 10_000;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl Cell {
    /// A text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A text that may not be there.
    pub(crate) fn of(text: Option<&str>) -> Self {
        Self::text(text.unwrap_or_default())
    }

    /// The cell as a text, numbers in plain digits.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is called, in the reader's words.
    pub title: String,
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Whose words these are: it decides what stands between the fields of a file.
    pub locale: Locale,
}

/// A table without rows.
pub(crate) fn table(i18n: I18n, title: Key, header: &[Key]) -> Table {
    let header = header.iter().map(|key| i18n.t(*key).to_owned()).collect();
    Table { title: i18n.t(title).to_owned(), header, rows: Vec::new(), locale: i18n.locale }
}

/// A program's participants with their profiles and answers. Of whoever left or was removed, what they were and answered then,
/// but neither their address nor their profile.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn participants(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Table, Error> {
    // People, questions and answers are of one moment.
    let mut tx = ctx.snapshot().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let people = called(actor.i18n(), exports::participants(&mut tx, program.id, ROWS_MAX).await?);
    let asked = asked_by(&mut tx, &program).await?;
    let mut languages: HashMap<_, Vec<String>> = HashMap::new();
    for (person, code) in exports::languages(&mut tx, program.id).await? {
        let name = reference::language_name(&code, actor.locale).map(str::to_owned);
        languages.entry(person).or_default().push(name.unwrap_or(code));
    }
    let skilled = exports::skills(&mut tx, program.id).await?;
    let ids: Vec<EnrolmentId> = people.iter().map(|person| person.id).collect();
    let of_profiles = skilled.iter().map(|(_, _, id)| id.clone()).collect();
    let answers = Answers::read_with(&mut tx, &ids, of_profiles, actor.locale).await?;
    let mut known: HashMap<_, Vec<String>> = HashMap::new();
    for (person, side, id) in &skilled {
        known.entry((*person, *side)).or_default().extend(answers.skill(id).map(str::to_owned));
    }
    drop(tx);
    let reader = Reader::of(ctx, actor);
    let mut table = table(
        reader.i18n,
        m::EXPORTS_PARTICIPANTS,
        &[
            m::IMPORTS_FIELD_NAME,
            m::IMPORTS_FIELD_EMAIL,
            m::IMPORTS_FIELD_SIDE,
            m::ENROLMENTS_STATUS,
            m::IMPORTS_FIELD_CAPACITY,
            m::EXPORTS_TAKEN,
            m::EXPORTS_HAS_MENTOR,
            m::IMPORTS_FIELD_LANGUAGES,
            m::IMPORTS_FIELD_OFFERED,
            m::IMPORTS_FIELD_WANTED,
            m::IMPORTS_FIELD_HEADLINE,
            m::IMPORTS_FIELD_JOB,
            m::IMPORTS_FIELD_INDUSTRY,
            m::IMPORTS_FIELD_COUNTRY,
            m::IMPORTS_FIELD_ZONE,
            m::IMPORTS_FIELD_YEARS,
            m::EXPORTS_SINCE,
        ],
    );
    table.header.extend(asked.iter().map(|question| question.prompt.clone()));
    // Thousands of rows of dozens of cells.
    heavy::apart(move || {
        let list = |list: Option<&Vec<String>>| Cell::text(list.map(|list| list.join(", ")).unwrap_or_default());
        for person in &people {
            let mut row = enrolment(reader.i18n, person);
            row.push(list(languages.get(&person.person_id)));
            row.push(list(known.get(&(person.person_id, SkillSide::Offered))));
            row.push(list(known.get(&(person.person_id, SkillSide::Wanted))));
            row.extend(profile(reader, person));
            row.extend(asked.iter().map(|question| Cell::Text(answers.cell(person.id, question))));
            table.rows.push(row);
        }
        table
    })
    .await
}

/// Notes who took which table with so many rows, and to where: it may hold everybody of a program. Asked for before it is handed
/// out.
///
/// # Errors
/// As [`participants`].
#[use_case]
pub async fn note(ctx: &Ctx, actor: &Actor, client: &Client, slug: &str, what: &str, rows: usize) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let new_event = Event::in_program(&program, EventKind::ProgramExported, Some(actor.id), program.id.0);
    let body = json!({ "what": what, "rows": rows, "network": client.shown_address() });
    announce::event(ctx, &mut tx, new_event.with(body)).await?;
    Ok(tx.commit().await?)
}

fn enrolment(i18n: I18n, person: &Participant) -> Vec<Cell> {
    let of_mentor = |number: i64| if person.as_mentor { Cell::Number(number) } else { Cell::text("") };
    let placed = if person.mentors > 0 { m::EXPORTS_YES } else { m::EXPORTS_NO };
    vec![
        Cell::text(&person.name),
        Cell::text(&person.email),
        Cell::text(i18n.t(wording::enrolments::sides(person.as_mentor, person.as_mentee))),
        Cell::text(i18n.t(wording::enrolments::status(person.status))),
        of_mentor(person.capacity.into()),
        of_mentor(person.taken),
        Cell::text(if person.as_mentee { i18n.t(placed) } else { "" }),
    ]
}

fn profile(reader: Reader, person: &Participant) -> [Cell; 7] {
    let locale = reader.i18n.locale;
    let industry = person.industry.as_deref().and_then(|id| reference::industry_name(id, locale));
    let country = person.country.as_deref().and_then(|code| reference::country_name(code, locale));
    let years = person.experience_years.map_or(Cell::text(""), |years| Cell::Number(years.into()));
    [
        Cell::of(person.headline.as_deref()),
        Cell::of(person.role_title.as_deref()),
        Cell::of(industry),
        Cell::of(country),
        Cell::text(&person.zone),
        years,
        Cell::text(reader.day(person.created_at).to_string()),
    ]
}

/// A program's mentorships: who with whom, where each is, and how far its goals are; never what they are about.
///
/// # Errors
/// As [`participants`].
#[use_case]
pub async fn mentorships(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Table, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let reader = Reader::of(ctx, actor);
    let i18n = reader.i18n;
    let mut table = table(
        i18n,
        m::EXPORTS_MENTORSHIPS,
        &[
            m::ENROLMENTS_MENTOR,
            m::EXPORTS_MENTOR_EMAIL,
            m::ENROLMENTS_MENTEE,
            m::EXPORTS_MENTEE_EMAIL,
            m::ENROLMENTS_STATUS,
            m::EXPORTS_STARTED,
            m::EXPORTS_ENDS,
            m::EXPORTS_ENDED,
            m::EXPORTS_OPEN_GOALS,
            m::EXPORTS_ACHIEVED_GOALS,
        ],
    );
    let day = |day: Option<chrono::NaiveDate>| Cell::text(day.map(|day| day.to_string()).unwrap_or_default());
    let pairs = called(i18n, exports::mentorships(&mut tx, program.id, ROWS_MAX).await?);
    drop(tx);
    for pair in pairs {
        table.rows.push(vec![
            Cell::Text(pair.mentor),
            Cell::Text(pair.mentor_email),
            Cell::Text(pair.mentee),
            Cell::Text(pair.mentee_email),
            Cell::text(i18n.t(wording::mentorships::status(pair.status))),
            day(pair.started_on),
            day(pair.ends_on),
            day(pair.ended_at.map(|at| reader.day(at))),
            Cell::Number(pair.open),
            Cell::Number(pair.achieved),
        ]);
    }
    Ok(table)
}
