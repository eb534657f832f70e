//! The score of every mentee with every mentor, in hundredths of a percent.

use crate::criteria::{NOTHING, Part, Ready, WHOLE};
use crate::failed::{Failed, Watch, go_on};
use matching::ABSENT;

/// Decimals of a score: 100.00 is a perfect fit.
pub(crate) const PLACES: u32 = 2;

/// So many pairs are worth a thread of their own.
const PAIRS_A_THREAD: usize = 500_000;

/// A table of scores, row by row; [`ABSENT`] for who must not be paired.
pub(crate) fn table(criteria: &[Ready], mentees: usize, mentors: usize, threads: usize, watch: Watch<'_>) -> Result<Vec<i32>, Failed> {
    let mut table = vec![ABSENT; mentees.saturating_mul(mentors)];
    if table.is_empty() {
        return Ok(table);
    }
    let rows_a_thread = PAIRS_A_THREAD.div_ceil(mentors).max(1);
    let rows_a_step = rows_a_thread.saturating_mul(threads.max(1));
    let mut from = 0;
    for step in table.chunks_mut(rows_a_step * mentors) {
        go_on(watch, from as u64, mentees as u64)?;
        let little = threads < 2 || step.len() <= PAIRS_A_THREAD;
        let parts = step.chunks_mut(rows_a_thread * mentors).zip((from..).step_by(rows_a_thread));
        if little {
            parts.for_each(|(rows, first)| fill(criteria, first, mentors, rows));
        } else {
            std::thread::scope(|scope| {
                for (rows, first) in parts {
                    scope.spawn(move || fill(criteria, first, mentors, rows));
                }
            });
        }
        from += rows_a_step;
    }
    go_on(watch, mentees as u64, mentees as u64)?;
    Ok(table)
}

/// The weights of all criteria together.
pub(crate) fn whole(criteria: &[Ready]) -> u64 {
    criteria.iter().map(|ready| u64::from(ready.criterion.weight)).sum()
}

/// Fills some rows, the first of which is that of mentee `first`.
fn fill(criteria: &[Ready], first: usize, mentors: usize, rows: &mut [i32]) {
    let whole = whole(criteria);
    let mut parts = vec![NOTHING; mentors];
    let mut sums = vec![0_u64; mentors];
    let mut marks = Vec::new();
    for (mentee, row) in (first..).zip(rows.chunks_mut(mentors)) {
        sums.fill(0);
        row.fill(0);
        for ready in criteria {
            ready.parts(mentee, &mut marks, &mut parts);
            let weight = u64::from(ready.criterion.weight);
            for ((part, sum), score) in parts.iter().zip(&mut sums).zip(row.iter_mut()) {
                if forbids(ready, *part) {
                    *score = ABSENT;
                } else if *part != NOTHING {
                    *sum += weight * u64::from(*part);
                }
            }
        }
        for (sum, score) in sums.iter().zip(row) {
            if *score != ABSENT {
                *score = mean(*sum, whole);
            }
        }
    }
}

/// Whether a part alone forbids the pair. Who says nothing is forbidden nothing.
pub(crate) fn forbids(ready: &Ready, part: Part) -> bool {
    let hard = ready.criterion.how.forbids() && u32::from(part) == WHOLE;
    hard || (ready.criterion.required && part == 0)
}

/// The weighted mean, rounded to the nearest; 0 of nothing. What isn't said adds nothing, so that no answer which agrees
/// lowers a score: as on the site (`domain::fit`).
fn mean(sum: u64, whole: u64) -> i32 {
    let mean = (sum + whole / 2).checked_div(whole).unwrap_or(0);
    i32::try_from(mean).unwrap_or(0)
}
