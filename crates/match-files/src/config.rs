//! `match.toml`: which columns count, and how.

use serde::Deserialize;
use spreadsheet::{Decimal, Problem, Reason, Text};
use toml::Spanned;

/// No weight is larger, so that no sum of weighted parts comes near a limit.
const MAX_WEIGHT: u32 = 1_000_000;
/// Nobody has so many criteria; a file that does is a mistake.
const MAX_CRITERIA: usize = 100;

/// Which columns count, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// Who is who among the mentees, and how many mentors each wants.
    pub mentees: Side,
    /// Who is who among the mentors, and how many mentees each takes.
    pub mentors: Side,
    /// What makes a score.
    pub criteria: Vec<Criterion>,
}

/// Who is who in one of the two files. What isn't said is guessed from the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The column, or columns together, by which people are told apart.
    pub id: Option<Names>,
    /// The column or columns with the name.
    pub name: Option<Names>,
    /// How many mentees a mentor takes (`capacity`), how many mentors a mentee wants (`wanted`).
    pub places: Option<Capacity>,
    /// How many it is for whoever leaves the column empty; 1 when nobody says it.
    pub otherwise: Option<u32>,
}

/// The header of a column, or of several whose texts are read as one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Names {
    /// One column.
    One(String),
    /// Several, such as first and last name.
    Several(Vec<String>),
}

impl Names {
    /// The headers.
    #[must_use]
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }

    /// As it is called in a sentence.
    #[must_use]
    pub fn label(&self) -> String {
        self.all().join(" ")
    }
}

/// A number for everybody, or the column that says it for each.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Capacity {
    /// The same for everybody.
    Everybody(u32),
    /// A column.
    Column(String),
}

/// One thing that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What the mentee's file says about it.
    pub mentee: Names,
    /// What the mentor's file says about it.
    pub mentor: Names,
    /// How the two are compared.
    pub how: How,
    /// How much it counts, in relation to the others.
    pub weight: u32,
    /// Whether two who don't fit at all by it must not be paired.
    pub required: bool,
    /// For [`How::Close`]: numbers so far apart don't fit at all, in millionths. The widest distance in the files when missing.
    pub reach: Option<i64>,
    /// For [`How::Close`]: words in their order, to be compared by their places in it.
    pub order: Vec<String>,
}

/// How two columns are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Fits when both say the same.
    Same,
    /// Fits when they say different things.
    Different,
    /// Lists: fits by how many of the shorter one are in both.
    Overlap,
    /// Lists: fits by how much of the mentee's the mentor has; what the mentee names first counts most.
    WantedOffered,
    /// Numbers, or words with an `order`: fits the better, the closer.
    Close,
    /// The two must not be paired when both say the same, or one thing out of two lists.
    ForbiddenIfEqual,
    /// The two must not be paired when the mentee names the mentor, in any spelling of a name or by address.
    ForbiddenIfNamed,
}

impl How {
    /// As it is written in the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Overlap => "overlap",
            Self::WantedOffered => "wanted-offered",
            Self::Close => "close",
            Self::ForbiddenIfEqual => "forbidden-if-equal",
            Self::ForbiddenIfNamed => "forbidden-if-named",
        }
    }

    /// Whether it forbids pairs and counts nothing otherwise.
    #[must_use]
    pub const fn forbids(self) -> bool {
        matches!(self, Self::ForbiddenIfEqual | Self::ForbiddenIfNamed)
    }
}

impl Config {
    /// Reads `match.toml`.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let text = Text::decode(file, bytes)?;
        let text = text.as_str();
        let at = |span: Option<std::ops::Range<usize>>, reason: String| {
            let line = span.map(|span| line_of(text, span.start));
            Problem { file: file.to_owned(), line, reason: Reason::Other(reason) }
        };
        let written: Written = toml::from_str(text).map_err(|error| at(error.span(), error.message().to_owned()))?;
        if written.criteria.is_empty() || written.criteria.len() > MAX_CRITERIA {
            let reason = format!("there must be from 1 to {MAX_CRITERIA} [[criteria]], and there are {}", written.criteria.len());
            return Err(Problem::of_file(file, Reason::Other(reason)));
        }
        let mut criteria = Vec::with_capacity(written.criteria.len());
        for one in written.criteria {
            let span = one.span();
            criteria.push(one.into_inner().checked().map_err(|reason| at(Some(span), reason))?);
        }
        let WrittenMentees { id, name, wanted, otherwise } = written.mentees;
        let mentees = Side { id, name, places: wanted, otherwise };
        let WrittenMentors { id, name, capacity, otherwise } = written.mentors;
        Ok(Self { mentees, mentors: Side { id, name, places: capacity, otherwise }, criteria })
    }
}

fn line_of(text: &str, at: usize) -> u64 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    1 + before.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    mentees: WrittenMentees,
    #[serde(default)]
    mentors: WrittenMentors,
    #[serde(default)]
    criteria: Vec<Spanned<WrittenCriterion>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMentees {
    id: Option<Names>,
    name: Option<Names>,
    wanted: Option<Capacity>,
    otherwise: Option<u32>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMentors {
    id: Option<Names>,
    name: Option<Names>,
    capacity: Option<Capacity>,
    otherwise: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCriterion {
    column: Option<Names>,
    mentee: Option<Names>,
    mentor: Option<Names>,
    how: How,
    weight: Option<u32>,
    #[serde(default)]
    required: bool,
    reach: Option<Number>,
    #[serde(default)]
    order: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Float(f64),
}

impl WrittenCriterion {
    fn checked(self) -> Result<Criterion, String> {
        let (mentee, mentor) = match (self.column, self.mentee, self.mentor) {
            (Some(column), None, None) => (column.clone(), column),
            (None, Some(mentee), Some(mentor)) => (mentee, mentor),
            _ => return Err("a criterion needs either column, or both mentee and mentor".to_owned()),
        };
        if mentee.all().is_empty() || mentor.all().is_empty() {
            return Err("a criterion needs at least one column of each".to_owned());
        }
        let forbids = self.how.forbids();
        if forbids && (self.weight.is_some() || self.required) {
            return Err(format!("{} has no weight: it forbids", self.how.word()));
        }
        if self.how != How::Close && (self.reach.is_some() || !self.order.is_empty()) {
            return Err(format!("reach and order are for \"close\", not for {:?}", self.how.word()));
        }
        let weight = self.weight.unwrap_or(if forbids { 0 } else { 100 });
        if weight > MAX_WEIGHT {
            return Err(format!("a weight is at most {MAX_WEIGHT}"));
        }
        let reach = self.reach.map(|reach| {
            let text = match reach {
                Number::Whole(whole) => whole.to_string(),
                Number::Float(float) => float.to_string(),
            };
            let millionths = Decimal::parse(&text, false).ok().map(|decimal| decimal.millionths);
            millionths.filter(|reach| *reach > 0).ok_or_else(|| format!("reach must be a number above 0, not {text}"))
        });
        let reach = reach.transpose()?;
        Ok(Criterion { mentee, mentor, how: self.how, weight, required: self.required, reach, order: self.order })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        Config::parse("match.toml", text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn everything_that_can_be_said() {
        let text = r#"
            [mentees]
            id = "e-mail"
            name = ["first", "last"]
            wanted = 2
            [mentors]
            capacity = "places"
            [[criteria]]
            mentee = "wants"
            mentor = "offers"
            how = "wanted-offered"
            weight = 300
            required = true
            [[criteria]]
            column = "grade"
            how = "close"
            reach = 1.5
            order = ["EO", "HEO"]
            [[criteria]]
            mentee = "manager"
            mentor = ["first", "last"]
            how = "forbidden-if-equal"
        "#;
        let config = Config::parse("match.toml", text.as_bytes()).unwrap();
        assert_eq!(config.mentees.name.as_ref().map(Names::label).as_deref(), Some("first last"));
        assert_eq!(config.mentees.places, Some(Capacity::Everybody(2)));
        assert_eq!(config.mentors.places, Some(Capacity::Column("places".to_owned())));
        let [wants, grade, manager] = &config.criteria[..] else { panic!("{config:?}") };
        assert_eq!((wants.how, wants.weight, wants.required), (How::WantedOffered, 300, true));
        assert_eq!((&grade.mentee, grade.reach, grade.weight), (&grade.mentor, Some(1_500_000), 100));
        assert_eq!((manager.how, manager.weight, manager.mentor.all().len()), (How::ForbiddenIfEqual, 0, 2));
    }

    #[test]
    fn each_mistake_is_told_with_its_line() {
        let with = |lines: &str| refused(&format!("# mine\n[[criteria]]\n{lines}\n"));
        assert!(with("column = \"a\"\nhow = \"alike\"").starts_with("match.toml, line 4: unknown variant `alike`"));
        assert!(with("column = \"a\"\nhow = \"same\"\nwieght = 3").starts_with("match.toml, line 5: unknown field `wieght`"));
        assert!(with("column = \"a\"\nhow = \"same\"\nweight = -3").starts_with("match.toml, line 5: "));
        assert!(with("column = \"a\"\nhow = \"same\"\nreach = 3").starts_with("match.toml, line 2: reach and order are for"));
        assert!(with("mentee = \"a\"\nhow = \"same\"").contains("line 2: a criterion needs either column"));
        assert!(with("column = \"a\"\nhow = \"close\"\nreach = 0").contains("line 2: reach must be"));
        assert!(with("column = \"a\"\nhow = \"close\"\nreach = nan").contains("line 2: reach must be"));
        assert!(with("column = []\nhow = \"same\"").contains("line 2: a criterion needs at least one"));
        assert!(with("column = \"a\"\nhow = \"forbidden-if-equal\"\nweight = 1").contains("has no weight"));
        assert!(with("column = \"a\"\nhow = \"same\"\nweight = 1000001").contains("at most 1000000"));
        assert!(refused("[mentees]\ncapacity = 1\n").contains("line 2: unknown field `capacity`"));
        assert!(refused("").contains("there must be from 1 to 100 [[criteria]]"));
        assert!(refused("a = [\n").starts_with("match.toml, line "));
        assert!(refused("\0").contains("not text"));
    }
}
