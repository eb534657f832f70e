//! How well two people fit, as pages show it. Sentences come in the reader's language.

use super::{Criterion, Fit, Part};
use serde::{Deserialize, Serialize};

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are what matters in it.
    pub strong: bool,
}

/// One criterion's part in a fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitPart {
    /// Which criterion.
    pub criterion: Criterion,
    /// Its share of the whole, in percent.
    pub share: u8,
    /// How well the two fit by it as far as it is known, 0 to 100.
    pub score: u8,
    /// How much of it is known, in percent. (Parts from before this was told had only what was known.)
    #[serde(default = "all")]
    pub known: u8,
}

const fn all() -> u8 {
    100
}

/// Why a mentor fits a mentee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitView {
    /// 0 to 100, at least.
    pub total: u8,
    /// How much of what counts is known, in percent.
    pub known: u8,
    /// The reasons, in sentences.
    pub reasons: Vec<Span>,
    /// What it is made of, and what of it isn't known.
    pub parts: Vec<FitPart>,
}

/// How surely a fit can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Less than half of what counts is known: a number would say more than anybody knows.
    Little,
    /// It is so much at least.
    AtLeast,
    /// All is known.
    All,
}

impl Certainty {
    /// How surely a fit can be told of which so much is known, in percent.
    #[must_use]
    pub const fn of(known: u8) -> Self {
        match known {
            ..50 => Self::Little,
            50..100 => Self::AtLeast,
            100.. => Self::All,
        }
    }
}

impl FitPart {
    /// The parts of a fit that have a share in it.
    #[must_use]
    pub fn of(fit: &Fit) -> Vec<Self> {
        let counting = fit.parts.iter().filter(|part| part.share > 0);
        let part = |part: &Part| Self { criterion: part.criterion, share: part.share, score: part.score.unwrap_or(0), known: part.known };
        counting.map(part).collect()
    }

    /// How much of what counts is known in these parts, in percent: all only when all of each is.
    #[must_use]
    pub fn known(parts: &[Self]) -> u8 {
        let sum: u32 = parts.iter().map(|part| u32::from(part.share) * u32::from(part.known)).sum();
        let whole: u32 = parts.iter().map(|part| u32::from(part.share)).sum();
        u8::try_from(sum.checked_div(whole).unwrap_or(0)).unwrap_or(100)
    }
}

/// How a mentor fits the one who looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardFit {
    /// The reader looks for no mentor here.
    NotAsked,
    /// It is the reader.
    Own,
    /// They share no language, so the rest doesn't matter.
    NoSharedLanguage,
    /// This well.
    Fits(FitView),
}

impl CardFit {
    /// Why they fit, if they do.
    #[must_use]
    pub fn fits(self) -> Option<FitView> {
        match self {
            Self::Fits(fit) => Some(fit),
            Self::NotAsked | Self::Own | Self::NoSharedLanguage => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_only_where_enough_is_known() {
        assert_eq!([0, 49].map(Certainty::of), [Certainty::Little; 2]);
        assert_eq!([50, 99].map(Certainty::of), [Certainty::AtLeast; 2]);
        assert_eq!(Certainty::of(100), Certainty::All);
    }

    #[test]
    fn parts_know_how_much_is_known_and_old_ones_knew_all() {
        let old = r#"[{"criterion":"skills","share":60,"score":44},{"criterion":"aims","share":40,"score":100}]"#;
        let mut parts: Vec<FitPart> = serde_json::from_str(old).unwrap_or_default();
        assert_eq!((parts.len(), FitPart::known(&parts)), (2, 100));
        parts.iter_mut().filter(|part| part.criterion == Criterion::Aims).for_each(|part| part.known = 0);
        assert_eq!((FitPart::known(&parts), FitPart::known(&[])), (60, 0));
    }
}
