//! A file as it stands now: what each row says, and what would follow for whom.

use super::how::How;
use super::judge::{Judged, judge};
use crate::questions::asked_by;
use crate::skills::{Beyond, NAMES_MAX, Names};
use crate::{Actor, Ctx, Error, access, heavy};
use domain::accounts::email_key;
use domain::imports::{CellProblem, Enrolling, ImportField, Setting, Target, TargetProblem, Wrong, check_targets};
use domain::limits::CUSTOM_SKILLS_MAX;
use domain::programs::questions::Question;
use domain::programs::{Answer, ProgramStatus};
use domain::{ImportId, OrganisationId, PersonId, Refusal};
use i18n::Locale;
use std::collections::{HashMap, HashSet};
use store::imports::Import;
use store::programs::Program;
use store::{Tx, enrolments, imports};

/// What follows for somebody of a right row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// A member of the organisation, who is enrolled.
    Enrol(PersonId),
    /// Anybody else, who is invited.
    Invite,
    /// Takes part already, or waits: nothing changes.
    TakesPart,
    /// Left or was removed: that is between them and the coordinator.
    Left,
    /// Is invited already.
    Invited,
}

/// A file as it stands now.
pub(super) struct ImportPreview {
    pub import: Import,
    /// How it was read.
    pub how: How,
    /// How many mentees a mentor of this program takes who says nothing.
    pub usual_capacity: i32,
    pub questions: Vec<Question>,
    pub targets: Vec<Target>,
    /// Why nobody can be enrolled by these columns; then there are no rows.
    pub problem: Option<TargetProblem>,
    pub judged: Judged,
    /// What follows for each right row, in their order.
    pub outcomes: Vec<Outcome>,
    pub names: Names,
}

/// The program for its coordinators.
pub(super) async fn enter(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<Program, Error> {
    Ok(access::program(tx, Some(actor), slug).await?.need_coordinator()?.program)
}

/// The organisation to enrol into, if the program takes people in now.
pub(super) fn may_import(program: &Program) -> Result<OrganisationId, Refusal> {
    let organisation = program.organisation_id.ok_or(Refusal::NeedsOrganisation)?;
    if ProgramStatus::accepts_enrolments(program.status) { Ok(organisation) } else { Err(Refusal::EnrolmentClosed) }
}

/// Somebody's file, which must be the one that their form is about.
pub(super) async fn locked_import(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, id: ImportId) -> Result<Import, Error> {
    imports::lock(tx, program.id, actor.id).await?;
    found(ctx, tx, actor, program, id).await
}

/// The same for reading: others may change it meanwhile.
pub(super) async fn found(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, id: ImportId) -> Result<Import, Error> {
    let import = imports::of(tx, program.id, actor.id, ctx.now()).await?.ok_or(Error::NotFound)?;
    if import.id == id { Ok(import) } else { Err(Error::Conflict(String::new())) }
}

/// What the sides are called in a draft.
pub(super) fn sides(word: &str) -> Option<(bool, bool)> {
    match word {
        "mentor" => Some((true, false)),
        "mentee" => Some((false, true)),
        "both" => Some((true, true)),
        _ => None,
    }
}

impl ImportPreview {
    /// Judges a file by the questions of its program, on a thread for such work and with nothing held meanwhile. What the database knows of the people and their
    /// skills is looked up afterwards, by [`ImportPreview::compare`].
    pub(super) async fn read(mut tx: Tx, import: Import, program: &Program, locale: Locale) -> Result<Self, Error> {
        let questions = asked_by(&mut tx, program).await?;
        drop(tx);
        let capacity = program.default_capacity;
        heavy::apart(move || {
            let targets = targets(&import, &questions);
            let (side, how) = (sides(&import.side), How::of(&import.notes.0));
            let usual_capacity = capacity;
            let capacity = how.capacity().unwrap_or(usual_capacity);
            let problem = check_targets(&targets, side.is_some()).err();
            let setting = Setting { targets: &targets, questions: &questions, side, capacity, rules: how.rules() };
            let judged = if problem.is_none() { judge(&import.lines.0, &setting) } else { Judged::default() };
            let names = Names::read(judged.right.iter().flat_map(|(_, person)| skills_of(person)), locale);
            Self { import, how, usual_capacity, questions, targets, problem, judged, outcomes: Vec::new(), names }
        })
        .await
    }

    /// Finds out what would follow for whom.
    pub(super) async fn compare(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        actor: &Actor,
        program: &Program,
        organisation: OrganisationId,
    ) -> Result<(), Error> {
        self.names.look_up(tx, actor.id, organisation).await?;
        too_many_skills(&mut self.judged, &self.targets, &self.names);
        self.outcomes = outcomes(ctx, tx, program, organisation, &self.judged).await?;
        Ok(())
    }

    /// How many of the right rows have an outcome.
    pub(super) fn count(&self, is: impl Fn(Outcome) -> bool) -> usize {
        self.outcomes.iter().filter(|outcome| is(**outcome)).count()
    }
}

/// What each column is for; one for a question that is gone is for nothing.
pub(super) fn targets(import: &Import, questions: &[Question]) -> Vec<Target> {
    let known = |target: &Target| match target {
        Target::Question(id) => questions.iter().any(|question| question.id == *id),
        _ => true,
    };
    let of = |column| {
        let word: Option<&String> = import.targets.0.get(column);
        word.and_then(|word| word.parse().ok()).filter(known).unwrap_or(Target::Nothing)
    };
    (0..import.header.0.len()).map(of).collect()
}

/// All names of skills that somebody's row has.
pub(super) fn skills_of(person: &Enrolling) -> impl Iterator<Item = &str> {
    let answered = person.answers.iter().filter_map(|(_, answer)| if let Answer::Skills(names) = answer { Some(names) } else { None });
    person.offered.iter().chain(&person.wanted).chain(answered.flatten()).map(String::as_str)
}

/// Rows with skills for which there is no room any more are wrong.
fn too_many_skills(judged: &mut Judged, targets: &[Target], names: &Names) {
    let (right, wrong): (Vec<_>, Vec<_>) =
        std::mem::take(&mut judged.right).into_iter().partition(|(_, person)| names.beyond(skills_of(person)).is_none());
    judged.right = right;
    if wrong.is_empty() {
        return;
    }
    let column = |target: Target| targets.iter().position(|other| *other == target);
    for (place, person) in wrong {
        let answers = person
            .answers
            .iter()
            .filter_map(|(id, answer)| if let Answer::Skills(names) = answer { Some((Target::Question(*id), names)) } else { None });
        let fields = [(Target::Field(ImportField::Offered), &person.offered), (Target::Field(ImportField::Wanted), &person.wanted)];
        let cells = fields.into_iter().chain(answers).filter_map(|(target, typed)| {
            let problem = match names.beyond(typed.iter())? {
                Beyond::Room => CellProblem::TooManyNewSkills { max: CUSTOM_SKILLS_MAX },
                Beyond::Names => CellProblem::TooManySkillNames { max: NAMES_MAX },
            };
            Some(Wrong { column: column(target)?, problem })
        });
        judged.wrong.push((place, cells.collect()));
    }
    judged.wrong.sort_by_key(|(place, _)| *place);
}

async fn outcomes(ctx: &Ctx, tx: &mut Tx, program: &Program, organisation: OrganisationId, judged: &Judged) -> Result<Vec<Outcome>, Error> {
    if judged.right.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<String> = judged.right.iter().map(|(_, person)| email_key(&person.email)).collect();
    let known = enrolments::known(tx, organisation, program.id, &keys).await?;
    let known: HashMap<String, (PersonId, Option<_>)> =
        known.into_iter().map(|known| (known.email_key, (known.person_id, known.status))).collect();
    let invited = invited(ctx, tx, program).await?;
    let of = |key: String| match known.get(&key) {
        Some((_, Some(status))) if status.is_over() => Outcome::Left,
        Some((_, Some(_))) => Outcome::TakesPart,
        Some((person, None)) => Outcome::Enrol(*person),
        None if invited.contains(&key) => Outcome::Invited,
        None => Outcome::Invite,
    };
    Ok(keys.into_iter().map(of).collect())
}

/// Who is invited into a program and hasn't answered, by the form of the address that is unique.
pub(super) async fn invited(ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<HashSet<String>, Error> {
    let addresses = imports::invited_addresses(tx, program.id, ctx.now()).await?;
    Ok(addresses.iter().map(|address| email_key(address)).collect())
}
