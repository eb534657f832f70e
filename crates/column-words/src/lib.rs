//! What the columns of people's tables are called, in the five languages of Trellis: `words.txt` and `finer.txt` for names,
//! `sentences.txt` for headers that are whole questions, with a look-up.
//!
//! **What it is for.** A good guess at what a column is about, from its name alone; for files of mentors and mentees that are
//! matched without a server, and for those that a coordinator enrols people from.
//!
//! **What it is not for.** Reading tables (that is [`spreadsheet`]), or deciding what follows from a column.

mod finer;
mod lookup;
mod sentence;

pub use finer::{Finer, finer, finer_about};
pub use lookup::{about, candidates, field, names_of};
pub use sentence::Sure;

/// What a column may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What tells one person from another.
    Id,
    /// An address.
    Email,
    /// A whole name.
    Name,
    /// A first name.
    FirstName,
    /// A family name.
    LastName,
    /// How many mentees a mentor takes.
    Capacity,
    /// How many mentors a mentee wants.
    Wanted,
    /// What somebody would like to learn.
    SkillsWanted,
    /// What somebody can help with.
    SkillsOffered,
    /// Skills, of either side.
    Skills,
    /// Aims and interests.
    Aims,
    /// Languages that somebody speaks.
    Languages,
    /// When somebody has time.
    Availability,
    /// A line of work.
    Industry,
    /// Where somebody works.
    Organisation,
    /// Years of experience.
    Years,
    /// A grade or level.
    Grade,
    /// Where somebody is: a place, a country, a time zone.
    Place,
    /// Whom somebody reports to.
    Manager,
    /// Mentors from before.
    MetBefore,
    /// Who somebody is: never counted unless somebody asks.
    Personal,
    /// Prose, telephone numbers, times of filling in a form.
    Prose,
}

pub(crate) const FIELDS: [(&str, Field); 22] = [
    ("id", Field::Id),
    ("email", Field::Email),
    ("name", Field::Name),
    ("first-name", Field::FirstName),
    ("last-name", Field::LastName),
    ("capacity", Field::Capacity),
    ("wanted", Field::Wanted),
    ("skills-wanted", Field::SkillsWanted),
    ("skills-offered", Field::SkillsOffered),
    ("skills", Field::Skills),
    ("aims", Field::Aims),
    ("languages", Field::Languages),
    ("availability", Field::Availability),
    ("industry", Field::Industry),
    ("organisation", Field::Organisation),
    ("years", Field::Years),
    ("grade", Field::Grade),
    ("place", Field::Place),
    ("manager", Field::Manager),
    ("met-before", Field::MetBefore),
    ("personal", Field::Personal),
    ("prose", Field::Prose),
];

/// The names of the column for a mentee in raw scores.
pub const MENTEE: &[&str] = &[
    "mentee",
    "mentee id",
    "id mentee",
    "aprendiz",
    "mentorado",
    "mentorada",
    "mentoré",
    "mentorée",
    "mentoré·e",
    "مسترشد",
    "المسترشد",
    "متدرب",
    "المتدرب",
];

/// The names of the column for a mentor in raw scores and capacities.
pub const MENTOR: &[&str] =
    &["mentor", "mentor id", "id mentor", "mentora", "mentor/a", "mentor/in", "mentorin", "مرشد", "المرشد", "موجه", "الموجه"];

/// The names of the column for a score.
pub const SCORE: &[&str] = &[
    "score",
    "points",
    "fit",
    "weight",
    "puntuación",
    "puntos",
    "puntaje",
    "note",
    "pointage",
    "Punkte",
    "Punktzahl",
    "Bewertung",
    "Wert",
    "درجة",
    "الدرجة",
    "نقاط",
    "النقاط",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lookup::NAMES;

    #[test]
    fn each_line_of_the_file_is_understood_and_each_field_has_names() {
        for line in include_str!("words.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let key = line.split_once(": ").map(|(key, _)| key);
            assert!(FIELDS.iter().any(|(word, _)| Some(*word) == key), "{line}");
        }
        for (word, field) in FIELDS {
            assert!(names_of(field).len() > 5, "{word}");
        }
        assert!(NAMES.iter().all(|(name, _)| !name.is_empty()));
    }

    #[test]
    fn no_name_means_two_things() {
        for (at, (name, field)) in NAMES.iter().enumerate() {
            let other = NAMES[..at].iter().find(|(other, _)| other == name);
            assert_eq!(other, None, "{name} {field:?}");
        }
    }

    #[test]
    fn five_languages_are_understood() {
        for (field_of, headers) in [
            (Field::Email, ["E-mail address", "Correo electrónico", "Adresse e-mail", "E-Mail-Adresse", "البريد الإلكتروني"]),
            (Field::Capacity, ["Capacity", "Plazas", "Capacité", "Kapazität", "السعة"]),
            (Field::Languages, ["Languages", "Idiomas", "Langues", "Sprachen", "اللغات"]),
            (Field::Name, ["Full name", "Nombre completo", "Nom complet", "Name des Mentors", "الاسم"]),
            (Field::SkillsWanted, ["Wants to learn", "Quiere aprender", "J’aimerais de l’aide en", "Möchte lernen", "المهارات المطلوبة"]),
            (Field::Organisation, ["Department", "Organización", "Entreprise", "Abteilung", "المؤسسة"]),
            (Field::Personal, ["Gender", "Género", "Sexe", "Geschlecht", "الجنس"]),
        ] {
            for header in headers {
                assert_eq!(field(header), Some(field_of), "{header}");
            }
        }
        assert_eq!(field("Mentee's name"), Some(Field::Name));
        assert_eq!(field("favourite colour"), None);
        assert_eq!(field("mentor"), None);
    }
}
