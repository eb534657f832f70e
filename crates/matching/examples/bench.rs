//! Times the engine on instances that `scripts/bench-matching` wrote: `bench FILE OBJECTIVE RUNS THREADS` prints one line of
//! JSON. A development tool: it stops at the first thing that is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::panic, reason = "a development tool, not shipped")]

use std::time::Instant;

use matching::{Dense, Objective, Options, Problem, Sparse, SparseScores, solve, verify};

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (head, tail) = self.0.split_at(count);
        self.0 = tail;
        head
    }

    fn u32s(&mut self, count: usize) -> Vec<u32> {
        self.bytes(count * 4).as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
    }

    fn i32s(&mut self, count: usize) -> Vec<i32> {
        self.bytes(count * 4).as_chunks().0.iter().map(|bytes| i32::from_le_bytes(*bytes)).collect()
    }

    fn offsets(&mut self, count: usize) -> Vec<usize> {
        self.bytes(count * 8).as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes) as usize).collect()
    }
}

/// `kind, mentees, mentors, capacities…`, then `scores…` (kind 0) or `offsets… mentors… scores…` (kind 1).
fn read(path: &str) -> Problem {
    let file = std::fs::read(path).expect("the instance");
    let mut reader = Reader(&file);
    let head = reader.u32s(3);
    let &[kind, mentees, mentors] = head.as_slice() else { panic!("no head") };
    let capacities = reader.u32s(mentors as usize);
    if kind == 0 {
        let scores = reader.i32s(mentees as usize * mentors as usize);
        return Problem::dense(Dense::new(mentees, mentors, scores).unwrap(), capacities).unwrap();
    }
    let offsets = reader.offsets(mentees as usize + 1);
    let count = *offsets.last().unwrap();
    let columns = reader.u32s(count);
    let scores = SparseScores::Narrow(reader.i32s(count));
    Problem::sparse(Sparse::new(mentors, offsets, columns, scores).unwrap(), capacities).unwrap()
}

/// The most memory that was ever in use since `reset_peak`, in bytes.
fn memory(field: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(field)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) * 1024
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, path, objective, runs, threads] = arguments.as_slice() else { panic!("bench FILE OBJECTIVE RUNS THREADS") };
    let objective = match objective.as_str() {
        "coverage" => Objective::Coverage,
        "total" => Objective::Total,
        "fair" => Objective::Fair,
        _ => Objective::Stable,
    };
    let threads: usize = threads.parse().unwrap();
    let problem = read(path);
    // What reading took doesn't count: the peak starts again from what is in use now.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let resident = memory("VmRSS");
    let (mut solving, mut verifying, mut answer) = (Vec::new(), Vec::new(), None);
    let mut peak = 0;
    for _ in 0..runs.parse::<usize>().unwrap() {
        let start = Instant::now();
        let solution = solve(&problem, objective, Options { threads, ..Options::default() });
        solving.push(start.elapsed().as_secs_f64());
        peak = memory("VmHWM");
        let start = Instant::now();
        let report = verify(&problem, &solution).unwrap_or_else(|wrong| panic!("{path}: {wrong}"));
        verifying.push(start.elapsed().as_secs_f64());
        assert!(report.optimal, "{path}: not proven");
        answer = Some(solution);
    }
    let answer = answer.unwrap();
    let input = problem.candidates().bytes();
    println!(
        "{{\"solve\":{:.6},\"verify\":{:.6},\"matched\":{},\"total\":{},\"worst\":{},\"input\":{input},\"resident\":{resident},\"peak\":{peak}}}",
        median(solving),
        median(verifying),
        answer.worth.pairs,
        answer.total(),
        answer.worst.unwrap_or(0),
    );
}
