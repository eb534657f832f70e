//! What is written: numbers in the decimals they came in, and `report.json`.

use matching::verify::Report as Proof;
use matching::{Objective, Solution, Worth};
use spreadsheet::Decimal;

/// How long each step took.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seconds {
    /// Reading the files.
    pub read: f64,
    /// Making scores out of what was read.
    pub score: f64,
    /// Finding the pairing.
    pub solve: f64,
    /// Checking it.
    pub verify: f64,
}

/// `report.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What was looked for.
    pub objective: Objective,
    /// How many mentees there are.
    pub mentees: u32,
    /// How many mentors there are.
    pub mentors: u32,
    /// How many mentees have a mentor.
    pub matched: i64,
    /// The sum of the scores, in units of the last decimal.
    pub total: i64,
    /// The lowest score, in the same units.
    pub worst: Option<i64>,
    /// How far from the best it can be at most.
    pub gap: Option<Worth>,
    /// Whether it is proven that nothing is better.
    pub optimal: bool,
    /// How many decimals scores have.
    pub places: u32,
    /// How long it took.
    pub seconds: Seconds,
}

impl Report {
    /// About a pairing and its proof.
    #[must_use]
    pub const fn new(solution: &Solution, proof: &Proof, people: (u32, u32), places: u32, seconds: Seconds) -> Self {
        Self {
            objective: solution.objective,
            mentees: people.0,
            mentors: people.1,
            matched: proof.worth.mentees,
            total: proof.worth.total,
            worst: proof.worst,
            gap: if matches!(solution.objective, Objective::Stable) && proof.optimal { Some(Worth::ZERO) } else { proof.gap },
            optimal: proof.optimal,
            places,
            seconds,
        }
    }

    /// The file. Written by hand, since a decimal number must come out digit by digit and not by way of a float.
    ///
    /// `gap` is in the unit of the scores. A stable pairing has no total to fall short of: there, 0 says that no pair blocks it.
    /// `null` stands where there is no number: `worst` without pairs, `gap` when even the number of pairs isn't proven.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        let number = |units| score_written(units, self.places);
        let or_null = |units: Option<i64>| units.map_or_else(|| "null".to_owned(), number);
        let gap = match self.gap {
            Some(Worth { mentees: 0, pairs: 0, total: 0 }) => "0".to_owned(),
            Some(Worth { mentees: 0, pairs: 0, total }) => number(total),
            _ => "null".to_owned(),
        };
        let Seconds { read, score, solve, verify } = self.seconds;
        format!(
            "{{\n  \"objective\": \"{}\",\n  \"mentees\": {},\n  \"mentors\": {},\n  \"matched\": {},\n  \"total\": {},\n  \
             \"worst\": {},\n  \"gap\": {gap},\n  \"optimal\": {},\n  \"seconds\": {{ \"read\": {read:.6}, \"score\": {score:.6}, \
             \"solve\": {solve:.6}, \"verify\": {verify:.6} }}\n}}\n",
            name_of(self.objective),
            self.mentees,
            self.mentors,
            self.matched,
            number(self.total),
            or_null(self.worst),
            self.optimal,
        )
        .into_bytes()
    }
}

const fn name_of(objective: Objective) -> &'static str {
    match objective {
        Objective::Coverage => "coverage",
        Objective::Total => "total",
        Objective::Fair => "fair",
        Objective::Stable => "stable",
    }
}

/// A number of units of the last decimal, written out.
#[must_use]
pub fn score_written(units: i64, places: u32) -> String {
    Decimal::written(units, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            objective: Objective::Fair,
            mentees: 3,
            mentors: 2,
            matched: 2,
            total: 9_007_199_254_740_993,
            worst: Some(-5),
            gap: Some(Worth::ZERO),
            optimal: true,
            places: 2,
            seconds: Seconds { read: 0.5, ..Seconds::default() },
        }
    }

    #[test]
    fn the_report_has_these_fields_and_no_others() {
        let json: serde_json::Value = serde_json::from_slice(&report().json()).unwrap();
        let mut fields: Vec<&String> = json.as_object().unwrap().keys().collect();
        fields.sort();
        assert_eq!(fields, ["gap", "matched", "mentees", "mentors", "objective", "optimal", "seconds", "total", "worst"]);
        let mut steps: Vec<&String> = json["seconds"].as_object().unwrap().keys().collect();
        steps.sort();
        assert_eq!(steps, ["read", "score", "solve", "verify"]);
        assert_eq!((json["objective"].as_str(), json["gap"].as_i64(), json["worst"].as_f64()), (Some("fair"), Some(0), Some(-0.05)));
    }

    #[test]
    fn no_digit_of_a_total_is_lost() {
        let text = String::from_utf8(report().json()).unwrap();
        assert!(text.contains("\"total\": 90071992547409.93,"), "a float would have made it .94: {text}");
    }

    #[test]
    fn what_has_no_number_is_null() {
        let none = Report { worst: None, gap: None, ..report() };
        let json: serde_json::Value = serde_json::from_slice(&none.json()).unwrap();
        assert!(json["worst"].is_null() && json["gap"].is_null());
        let open = Report { gap: Some(Worth::new(1, 1, 0)), ..report() };
        let json: serde_json::Value = serde_json::from_slice(&open.json()).unwrap();
        assert!(json["gap"].is_null(), "a whole mentee has no price in scores");
        let short = Report { gap: Some(Worth::of_total(150)), ..report() };
        let json: serde_json::Value = serde_json::from_slice(&short.json()).unwrap();
        assert_eq!(json["gap"].as_f64(), Some(1.5));
    }
}
