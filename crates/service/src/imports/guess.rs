//! A good guess at what each column is for: by its name in five languages, else by what is in it.

use super::read::Table;
use crate::reference;
use column_words::{Field, Finer, Sure, about, finer_about};
use domain::imports::{ImportField as F, Target, side};
use domain::programs::questions::Question;
use domain::search::fold;
use people_tables::fits;
use std::cmp::Reverse;

/// So many lines are looked at.
const LOOKED_AT: usize = 50;

/// What each column is for, each thing once.
pub(super) fn guess(table: &Table, questions: &[Question]) -> Vec<Target> {
    let mut guess = Guess { table, targets: vec![Target::Nothing; table.header().len()] };
    for (column, name) in table.header().iter().enumerate() {
        let folded = fold(name);
        let question = questions.iter().find(|question| !folded.is_empty() && fold(&question.prompt) == folded);
        if let Some(question) = question {
            guess.set(column, Target::Question(question.id));
        }
    }
    // The surest first, and of two as sure the one further left: a name that is known before a question that sounds like it.
    let mut named: Vec<(F, Sure, usize)> =
        (0..table.header().len()).filter_map(|column| guess.by_name(column).map(|(field, sure)| (field, sure, column))).collect();
    named.sort_by_key(|(_, sure, column)| (Reverse(*sure), *column));
    for (field, _, column) in named {
        guess.set(column, Target::Field(field));
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

    /// What a column is for by its header, if what is in it can be that, and how sure that is.
    fn by_name(&self, column: usize) -> Option<(F, Sure)> {
        let name = self.table.header().get(column)?;
        let (broad, narrow) = (about(name), finer_about(name));
        if let Some((finer, sure)) = narrow.filter(|(_, sure)| broad.is_none_or(|(_, other)| *sure >= other)) {
            let field = match finer {
                // "Role" is the side in one file and the job in another.
                Finer::Side if self.mostly(column, |text| side(text).is_some()) => F::Side,
                Finer::Side | Finer::Job => F::Job,
                Finer::Headline => F::Headline,
                Finer::Country => F::Country,
                Finer::Zone => F::Zone,
            };
            return Some((field, sure));
        }
        let (broad, sure) = broad?;
        // A column that is called "Email" and holds one is that, however many of the others are wrong: they are to be put right.
        let called = broad == Field::Email && sure == Sure::Quite && self.texts(column).any(|text| text.contains('@'));
        if !called && !fits(broad, self.table.read.said(column)) {
            return None;
        }
        let field = match broad {
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
        };
        Some((field, sure))
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
    use super::super::how::checked;
    use super::super::read::read;
    use super::*;
    use domain::imports::Reading;
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
        let words = guess(&read(file.as_bytes(), checked(Reading::default()).unwrap()).unwrap(), &[question])
            .into_iter()
            .map(|target| target.to_string());
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
            let header: Vec<&str> = fields().map(|field| i18n.t(wording::imports::field(*field))).collect();
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
    fn questions_are_headers_too() {
        let file = "Timestamp,What is your name?,What is your e-mail address?,Would you like to be a mentor or a mentee?,Mentees,\
            How many mentees would you like to mentor?,What would you like to learn?,Which country do you live in?,May we show your name?\n\
            3/2/2026,Ada,a@b.org,mentor,Early career,2,Rust,UK,Yes\n";
        assert_eq!(guessed(file), ["", "name", "email", "side", "", "capacity", "skills_wanted", "country", ""]);
    }

    #[test]
    fn what_is_in_a_column_decides_where_its_name_does_not() {
        assert_eq!(guessed("Person,Contact,Side of it\nAda,a@b.org,mentor\nBo,b@b.org,both\n"), ["", "email", "side"]);
        assert_eq!(guessed("Email,Role\na@b.org,Head of Sales\nb@b.org,Engineer\n"), ["email", "job"]);
        assert_eq!(guessed("Email,Industry\na@b.org,Arts and culture\n"), ["email", "industry"]);
        assert_eq!(guessed("Email,E-mail\na@b.org,c@b.org\n"), ["email", ""], "each thing once");
        assert_eq!(guessed("Email,Role\na@b.org,mentor\nb at b,mentor\nc at b,mentor\n"), ["email", "side"], "most are wrong");
    }
}
