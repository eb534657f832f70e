//! A good guess at what each column is for: by its name in five languages, else by what is in it.

use super::read::Table;
use crate::reference;
use column_words::{Field, Finer, field, finer};
use domain::imports::{ImportField as F, Target, side};
use domain::programs::questions::Question;
use domain::search::fold;

/// So many lines are looked at.
const LOOKED_AT: usize = 50;

/// What each column is for, each thing once.
pub(super) fn guess(table: &Table, questions: &[Question]) -> Vec<Target> {
    let mut guess = Guess { table, targets: vec![Target::Nothing; table.header.len()] };
    for (column, name) in table.header.iter().enumerate() {
        let folded = fold(name);
        let question = questions.iter().find(|question| !folded.is_empty() && fold(&question.prompt) == folded);
        if let Some(question) = question {
            guess.set(column, Target::Question(question.id));
        }
    }
    for column in 0..table.header.len() {
        if let Some(field) = guess.by_name(column) {
            guess.set(column, Target::Field(field));
        }
    }
    guess.half_a_name();
    guess.by_what_is_said(F::Email, |text| text.contains('@'));
    guess.by_what_is_said(F::Side, |text| side(text).is_some());
    guess.targets
}

struct Guess<'t> {
    table: &'t Table,
    targets: Vec<Target>,
}

impl Guess<'_> {
    fn set(&mut self, column: usize, target: Target) {
        if self.targets.get(column) == Some(&Target::Nothing)
            && !self.targets.contains(&target)
            && let Some(place) = self.targets.get_mut(column)
        {
            *place = target;
        }
    }

    fn texts(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.table.lines.iter().take(LOOKED_AT).filter_map(move |line| line.cells.get(column));
        cells.map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// Whether at least half of what a column says is so.
    fn mostly(&self, column: usize, is: impl Fn(&str) -> bool) -> bool {
        let (all, fitting) = self.texts(column).fold((0, 0), |(all, fitting), text| (all + 1, fitting + usize::from(is(text))));
        fitting > 0 && fitting * 2 >= all
    }

    fn by_name(&self, column: usize) -> Option<F> {
        let name = self.table.header.get(column)?;
        match finer(name) {
            // "Role" is the side in one file and the job in another.
            Some(Finer::Side) => return Some(if self.mostly(column, |text| side(text).is_some()) { F::Side } else { F::Job }),
            Some(Finer::Headline) => return Some(F::Headline),
            Some(Finer::Job) => return Some(F::Job),
            Some(Finer::Country) => return Some(F::Country),
            Some(Finer::Zone) => return Some(F::Zone),
            None => {}
        }
        Some(match field(name)? {
            Field::Email => F::Email,
            Field::Name => F::Name,
            Field::FirstName => F::FirstName,
            Field::LastName => F::LastName,
            Field::Capacity => F::Capacity,
            Field::SkillsWanted => F::Wanted,
            Field::SkillsOffered | Field::Skills => F::Offered,
            Field::Languages => F::Languages,
            Field::Years => F::Years,
            Field::Industry if self.mostly(column, |text| reference::industry_meant(text).is_some()) => F::Industry,
            _ => return None,
        })
    }

    /// A first name without a family name, or the other way round, is the whole name.
    fn half_a_name(&mut self) {
        let place = |field| self.targets.iter().position(|target| *target == Target::Field(field));
        if place(F::Name).is_some() {
            return;
        }
        let half = match (place(F::FirstName), place(F::LastName)) {
            (Some(column), None) | (None, Some(column)) => column,
            _ => return,
        };
        if let Some(target) = self.targets.get_mut(half) {
            *target = Target::Field(F::Name);
        }
    }

    fn by_what_is_said(&mut self, field: F, is: impl Fn(&str) -> bool) {
        if self.targets.contains(&Target::Field(field)) {
            return;
        }
        let free = |column: &usize| self.targets.get(*column) == Some(&Target::Nothing);
        let fitting = (0..self.targets.len()).filter(free).find(|column| self.mostly(*column, &is));
        if let Some(column) = fitting {
            self.set(column, Target::Field(field));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read;
    use super::*;
    use domain::programs::{Audience, QuestionKind};

    fn guessed(file: &str) -> Vec<String> {
        let question = Question {
            id: uuid::Uuid::nil().into(),
            position: 0,
            kind: QuestionKind::Short,
            audience: Audience::Both,
            prompt: "What for?".to_owned(),
            options: Vec::new(),
            required: false,
            counted: false,
        };
        let words = guess(&read(file.as_bytes()).unwrap(), &[question]).into_iter().map(|target| target.to_string());
        words.map(|word| if word.starts_with("q-") { "question".to_owned() } else { word }).collect()
    }

    #[test]
    fn names_in_five_languages() {
        assert_eq!(
            guessed(
                "Full name,E-mail,Role,Capacity,Languages,Can help with,Wants to learn,Country,Time zone,What for\na,a@b.org,mentor,,,,,,,\n"
            ),
            ["name", "email", "side", "capacity", "languages", "skills_offered", "skills_wanted", "country", "zone", "question"]
        );
        assert_eq!(
            guessed("Vorname;Nachname;E-Mail-Adresse;Rolle;Berufsjahre\na;b;a@b.org;Mentee;3\n"),
            ["first_name", "last_name", "email", "side", "years"]
        );
        assert_eq!(guessed("Nombre,Correo electrónico\na,a@b.org\n"), ["name", "email"]);
        assert_eq!(guessed("Nom,Prénom,Courriel,Poste\na,b,a@b.org,x\n"), ["last_name", "first_name", "email", "job"]);
        assert_eq!(guessed("الاسم,البريد الإلكتروني,الدور\na,a@b.org,مرشد\n"), ["name", "email", "side"]);
    }

    #[test]
    fn what_we_write_we_understand() {
        for locale in i18n::Locale::ALL {
            let i18n = i18n::I18n::of(locale);
            let fields = || F::ALL.iter().filter(|field| !matches!(field, F::FirstName | F::LastName));
            let header: Vec<&str> = fields().map(|field| i18n.t(super::super::words::field(*field))).collect();
            let side = i18n.t(i18n::m::ENROLMENTS_BOTH);
            let row = fields().map(|field| match field {
                F::Side => side,
                F::Industry => "arts",
                _ => "",
            });
            let file = format!("{}\n{}\n", header.join(";"), row.collect::<Vec<_>>().join(";"));
            assert_eq!(guessed(&file), fields().map(|field| field.as_str()).collect::<Vec<_>>(), "{locale}: {file}");
        }
    }

    #[test]
    fn what_is_in_a_column_decides_where_its_name_does_not() {
        assert_eq!(guessed("Person,Contact,Side of it\nAda,a@b.org,mentor\nBo,b@b.org,both\n"), ["", "email", "side"]);
        assert_eq!(guessed("Email,Role\na@b.org,Head of Sales\nb@b.org,Engineer\n"), ["email", "job"]);
        assert_eq!(guessed("Email,Industry\na@b.org,Arts and culture\n"), ["email", "industry"]);
        assert_eq!(guessed("Email,E-mail\na@b.org,c@b.org\n"), ["email", ""], "each thing once");
    }
}
