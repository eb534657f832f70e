//! What came out, in a few lines for whoever called.

use match_files::{Report, score_written};
use matching::{Objective, Problem, Solution};
use std::fmt::Write as _;

/// So many names are listed before it becomes a number.
const NAMED: usize = 5;

/// The lines. `little` is how many pairs are little known, `name` is what a mentee is called.
pub(crate) fn summary<'a>(report: &Report, problem: &Problem, solution: &Solution, little: usize, name: impl Fn(u32) -> &'a str) -> String {
    let number = |units| score_written(units, report.places);
    let mut text = format!("{} of {} mentees have a mentor. Total {}", report.matched, report.mentees, number(report.total));
    if let Some(worst) = report.worst {
        let _ = write!(text, ", worst {}", number(worst));
    }
    text.push_str(match (report.optimal, report.objective) {
        (true, Objective::Stable) => ". Checked: no two would rather have each other.",
        (true, _) => ". Proven: no pairing is better.",
        (false, _) => ". Not proven.",
    });
    let mut paired = vec![false; problem.mentees() as usize];
    for pair in &solution.pairs {
        if let Some(slot) = paired.get_mut(pair.mentee as usize) {
            *slot = true;
        }
    }
    let (mut nobody, mut others) = (Vec::new(), Vec::new());
    for (mentee, _) in (0..).zip(&paired).filter(|(_, paired)| !**paired) {
        let mut candidates = 0_u32;
        problem.candidates().for_each(mentee, |mentor, _| candidates += u32::from(problem.capacity(mentor) > 0));
        if problem.wanted(mentee) > 0 {
            (if candidates == 0 { &mut nobody } else { &mut others }).push(name(mentee));
        }
    }
    left_out(&mut text, &nobody, "nobody with a place may be their mentor");
    let why = if report.objective == Objective::Total {
        "a place with somebody would have cost more than it brings, or went to others"
    } else {
        "the places that they could have went to others"
    };
    left_out(&mut text, &others, why);
    if little > 0 {
        let _ =
            write!(text, "\nLittle known: of {little} of the pairs, both have said less than half of what counts (see the column known).");
    }
    text
}

fn left_out(text: &mut String, names: &[&str], why: &str) {
    if names.is_empty() {
        return;
    }
    let first = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let _ = write!(text, "\nLeft out, since {why}: {first}{more}.");
}
