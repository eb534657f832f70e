//! The page on which people are enrolled from a spreadsheet.

use super::preview::{ImportPreview, Outcome, enter, may_import};
use super::{notes, words};
use crate::invitations::Paces;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, Reader};
use chrono::{DateTime, Utc};
use domain::OrganisationId;
use domain::accounts::email_key;
use domain::imports::views::{ImportCell, ImportColumn, ImportDraft, ImportPage, RightRow, WrongRow};
use domain::imports::{Enrolling, FIXED_AT_ONCE, ImportField, Target, Wrong};
use i18n::{I18n, m};
use store::Tx;
use store::imports::{self, Line};
use store::organisations::invitation_mails;
use use_case::use_case;

/// So many right rows are shown.
const SAMPLE: usize = 10;
/// So many new skills are named.
const NEW_SKILLS: usize = 30;
/// What a column says is shown with so many characters.
const SAMPLE_TEXT: usize = 60;

/// The page.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn page(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<ImportPage, Error> {
    let mut tx = ctx.read().await?;
    let program = enter(&mut tx, actor, slug).await?;
    let reference = program_ref(&program);
    let organisation = match may_import(&program) {
        Ok(organisation) => organisation,
        Err(refusal) => return Ok(ImportPage { program: reference, refusal: Some(refusal), queued: None, draft: None }),
    };
    let reader = Reader::of(ctx, actor);
    let i18n = reader.i18n;
    let queued = match invitation_mails::waiting(&mut tx, organisation, ctx.now()).await? {
        (0, _) | (_, None) => None,
        (count, Some(last)) => Some(i18n.n(m::IMPORTS_QUEUED, count, &[("date", &reader.date(last))])),
    };
    let Some(import) = imports::of(&mut tx, program.id, actor.id, ctx.now()).await? else {
        return Ok(ImportPage { program: reference, refusal: None, queued, draft: None });
    };
    let mut preview = ImportPreview::read(tx, import, &program, actor.locale).await?;
    let mut tx = ctx.read().await?;
    preview.compare(ctx, &mut tx, actor, &program, organisation).await?;
    let later = later(ctx, &mut tx, reader, organisation, &preview).await?;
    Ok(ImportPage { program: reference, refusal: None, queued, draft: Some(draft(i18n, &preview, later)) })
}

/// How many of the invitations would not leave at once, and when the last one would, in a sentence.
async fn later(
    ctx: &Ctx,
    tx: &mut Tx,
    reader: Reader,
    organisation: OrganisationId,
    preview: &ImportPreview,
) -> Result<Option<String>, Error> {
    let invited = preview.judged.right.iter().zip(&preview.outcomes).filter(|(_, outcome)| **outcome == Outcome::Invite);
    let keys: Vec<String> = invited.map(|((_, person), _)| email_key(&person.email)).collect();
    if keys.is_empty() {
        return Ok(None);
    }
    let (mut paces, now) = (Paces::read(ctx, tx, organisation, reader.id, &keys).await?, ctx.now());
    let leaving: Vec<DateTime<Utc>> = keys.iter().map(|key| paces.next(now, key)).filter(|at| *at > now).collect();
    let i18n = reader.i18n;
    Ok(leaving.iter().max().map(|last| {
        let most = i18n.number(i64::try_from(ctx.settings.invitations_a_day).unwrap_or(i64::MAX));
        let count = i64::try_from(leaving.len()).unwrap_or(i64::MAX);
        i18n.n(m::IMPORTS_LATER, count, &[("most", &most), ("date", &reader.date(*last))])
    }))
}

fn draft(i18n: I18n, preview: &ImportPreview, later: Option<String>) -> ImportDraft {
    let labels = words::labels(i18n, preview);
    let columns = preview.import.header.0.iter().zip(&preview.targets).enumerate();
    let columns = columns.map(|(place, (_, target))| ImportColumn {
        name: words::column(i18n, preview, place),
        sample: sample(&preview.import.lines.0, place),
        target: target.to_string(),
    });
    let wrong = preview.judged.wrong.iter().take(FIXED_AT_ONCE);
    let right = preview.judged.right.iter().zip(&preview.outcomes).take(SAMPLE);
    ImportDraft {
        id: preview.import.id,
        file: preview.import.file.clone(),
        rows: preview.import.lines.0.len(),
        columns: columns.collect(),
        targets: targets(i18n, preview),
        side: preview.import.side.clone(),
        read_as: notes::read_as(i18n, preview),
        notes: notes::said(i18n, preview),
        understood: notes::understood(i18n, preview),
        reading: notes::reading(i18n, preview),
        unclear: notes::unclear(i18n, preview),
        problem: preview.problem.map(|problem| words::target_problem(i18n, preview, problem)),
        enrol: preview.count(|outcome| matches!(outcome, Outcome::Enrol(_))),
        invite: preview.count(|outcome| outcome == Outcome::Invite),
        later,
        unchanged: preview.count(|outcome| !matches!(outcome, Outcome::Enrol(_) | Outcome::Invite)),
        wrong: preview.judged.wrong.len(),
        to_fix: wrong.filter_map(|(place, wrong)| Some(row(i18n, preview, &labels, preview.import.lines.0.get(*place)?, wrong))).collect(),
        sample: right.map(|((_, person), outcome)| right_row(i18n, person, *outcome)).collect(),
        new_skills: preview.names.to_add().take(NEW_SKILLS).map(str::to_owned).collect(),
        done: preview.import.done.as_ref().map(|done| (done.0.enrolled, done.0.invited, done.0.unchanged)),
    }
}

/// Everything that a column may be for.
fn targets(i18n: I18n, preview: &ImportPreview) -> Vec<(String, String)> {
    let fields = ImportField::ALL.iter().map(|field| Target::Field(*field));
    let questions = preview.questions.iter().map(|question| Target::Question(question.id));
    fields.chain(questions).map(|target| (target.to_string(), words::target(i18n, preview, target))).collect()
}

/// The first two different things that a column says.
fn sample(lines: &[Line], column: usize) -> String {
    let mut found: Vec<&str> = Vec::new();
    for text in lines.iter().take(50).filter_map(|line| line.cells.get(column)).map(|text| text.trim()).filter(|text| !text.is_empty()) {
        if !found.contains(&text) {
            found.push(text);
        }
        if found.len() == 2 {
            break;
        }
    }
    let joined = found.join(" · ").replace('\n', " ");
    match joined.char_indices().nth(SAMPLE_TEXT) {
        Some((end, _)) => format!("{}…", joined.get(..end).unwrap_or_default()),
        None => joined,
    }
}

fn row(i18n: I18n, preview: &ImportPreview, labels: &[Option<String>], line: &Line, wrong: &[Wrong]) -> WrongRow {
    let cells = labels.iter().enumerate().filter_map(|(column, label)| {
        let problem = wrong.iter().find(|wrong| wrong.column == column);
        Some(ImportCell {
            column,
            label: label.clone()?,
            text: line.cells.get(column).cloned().unwrap_or_default(),
            problem: problem.map(|wrong| words::cell_problem(i18n, &wrong.problem)),
        })
    });
    WrongRow { line: line.line, problem: words::row_problem(i18n, preview, line), cells: cells.collect() }
}

fn right_row(i18n: I18n, person: &Enrolling, outcome: Outcome) -> RightRow {
    let outcome = match outcome {
        Outcome::Enrol(_) => m::IMPORTS_WILL_ENROL,
        Outcome::Invite => m::IMPORTS_WILL_INVITE,
        Outcome::TakesPart => m::IMPORTS_TAKES_PART,
        Outcome::Left => m::IMPORTS_HAS_LEFT,
        Outcome::Invited => m::IMPORTS_IS_INVITED,
    };
    RightRow {
        name: person.name.clone().unwrap_or_else(|| person.email.clone()),
        email: person.email.clone(),
        side: words::side(i18n, person).to_owned(),
        outcome: i18n.t(outcome).to_owned(),
    }
}
