//! How files are to be read, as the options say it: of all of them (`--separator tab`) or of one (`--separator mentors=tab`).

use crate::Failure;
use crate::arguments::Match;
use cells::{Between, Rules};
use spreadsheet::{DecimalMark, Encoding, Separator};

/// What the options call a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    Mentees,
    Mentors,
    Scores,
    Capacities,
}

impl Which {
    const ALL: [(Self, &str); 4] =
        [(Self::Mentees, "mentees"), (Self::Mentors, "mentors"), (Self::Scores, "scores"), (Self::Capacities, "capacities")];

    fn is_given(self, options: &Match) -> bool {
        match self {
            Self::Mentees => options.mentees.is_some(),
            Self::Mentors => options.mentors.is_some(),
            Self::Scores => options.scores.is_some(),
            Self::Capacities => options.capacities.is_some(),
        }
    }
}

/// What the options say of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) encoding: Option<Encoding>,
    pub(crate) separator: Option<Separator>,
    pub(crate) header_line: Option<u64>,
    pub(crate) decimal_mark: Option<DecimalMark>,
}

impl Told {
    /// What the options say of a file.
    pub(crate) fn of(which: Which, options: &Match) -> Result<Self, Failure> {
        let known = || Encoding::OLDER.join(", ");
        Ok(Self {
            encoding: said("--encoding", &options.encoding, which, options, Encoding::named, || {
                format!("no such encoding is known; there are {}", known())
            })?,
            separator: said("--separator", &options.separator, which, options, Separator::named, || {
                "it is one of comma, semicolon, tab".to_owned()
            })?,
            header_line: said("--header-line", &options.header_line, which, options, line, || {
                "it is the number of a line, from 1".to_owned()
            })?,
            decimal_mark: said("--decimal", &options.decimal, which, options, DecimalMark::named, || "it is comma or point".to_owned())?,
        })
    }
}

fn line(word: &str) -> Option<u64> {
    word.parse().ok().filter(|line| *line > 0)
}

/// What an option says of a file: what is said of it alone, else of all.
fn said<T: Copy>(
    option: &str,
    values: &[String],
    which: Which,
    options: &Match,
    named: impl Fn(&str) -> Option<T>,
    wanted: impl Fn() -> String,
) -> Result<Option<T>, Failure> {
    let (mut of_all, mut of_one) = (None, None);
    for value in values {
        let mistake = |text: &str| Failure::Mistake(format!("{option} {value}: {text}"));
        let (file, word) = match value.split_once('=') {
            Some((file, word)) if !file.is_empty() => (Some(file), word),
            _ => (None, value.as_str()),
        };
        let found = named(word).ok_or_else(|| mistake(&wanted()))?;
        match file.map(|file| Which::ALL.into_iter().find(|(_, name)| *name == file).map(|(which, _)| which)) {
            None => of_all = Some(found),
            Some(Some(file)) if file.is_given(options) => {
                if file == which {
                    of_one = Some(found);
                }
            }
            Some(_) => return Err(mistake("before = stands which of the files is meant: mentees, mentors, scores or capacities")),
        }
    }
    Ok(of_one.or(of_all))
}

/// How cells are read.
pub(crate) fn rules(options: &Match) -> Result<Rules, Failure> {
    let word = options.list_separator.as_deref().unwrap_or(Between::Any.word());
    let unknown = |_| Failure::Mistake(format!("--list-separator {word}: it is one of comma, semicolon, bar, line"));
    Ok(Rules { between: word.parse().map_err(unknown)?, as_written: options.as_written })
}
