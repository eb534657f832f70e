//! What can be wrong with a cell of a spreadsheet.

use crate::problem::ProblemCode;

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// It must say something.
    Required,
    /// No address.
    NotAnEmail,
    /// An address that an earlier line has already.
    TwiceInFile {
        /// That line.
        line: u64,
    },
    /// Neither mentor nor mentee.
    UnknownSide,
    /// No whole number.
    NotANumber,
    /// A number outside its range.
    OutOfRange {
        /// The least.
        min: i32,
        /// The greatest.
        max: i32,
    },
    /// Too many characters.
    TooLong {
        /// The greatest number.
        max: usize,
    },
    /// Too many values.
    TooMany {
        /// The greatest number.
        max: usize,
    },
    /// More skills that nobody had before than one person may add.
    TooManyNewSkills {
        /// The greatest number.
        max: usize,
    },
    /// A skill beyond the most that are looked for in one file.
    TooManySkillNames {
        /// The greatest number.
        max: usize,
    },
    /// A language that nobody knows.
    UnknownLanguage(String),
    /// A country that nobody knows.
    UnknownCountry,
    /// An industry that nobody knows.
    UnknownIndustry,
    /// A time zone that nobody knows.
    UnknownZone,
    /// None of a question's options.
    NotAnOption(String),
    /// Letters of a name were lost or mistaken before the file came here.
    Garbled,
}

impl From<ProblemCode> for CellProblem {
    fn from(code: ProblemCode) -> Self {
        match code {
            ProblemCode::Required => Self::Required,
            ProblemCode::NotAnEmail => Self::NotAnEmail,
            ProblemCode::TooLong { max } => Self::TooLong { max },
            ProblemCode::TooMany { max } => Self::TooMany { max },
            ProblemCode::NotANumber => Self::NotANumber,
            other => {
                debug_assert!(false, "no text of a cell is {other:?}");
                Self::Required
            }
        }
    }
}
