//! From the options to the files written: read, score, solve, check, write.

use crate::Failure;
use crate::arguments::Match;
use crate::files::{Given, Target, write_all};
use crate::interrupt::Interrupt;
use crate::progress::Progress;
use crate::summary::summary;
use crate::told::{Told, Which, rules};
use match_files::{Config, Failed, Report, Seconds, guess, people, raw};
use matching::{Options, Problem, Solution, solve, verify};
use std::io::Write as _;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

/// What was read: the problem, and who is in it.
enum Read {
    Raw(raw::Raw),
    People(Box<people::Prepared>, Problem),
}

impl Read {
    const fn problem(&self) -> &Problem {
        match self {
            Self::Raw(raw) => &raw.problem,
            Self::People(_, problem) => problem,
        }
    }

    const fn places(&self) -> u32 {
        match self {
            Self::Raw(raw) => raw.places,
            Self::People(prepared, _) => prepared.places(),
        }
    }

    fn pairs_csv(&self, solution: &Solution) -> Vec<u8> {
        match self {
            Self::Raw(raw) => raw.pairs_csv(solution),
            Self::People(prepared, _) => prepared.pairs_csv(solution),
        }
    }

    /// How many pairs were made of whom little is known; nobody knows that of scores.
    fn little_known(&self, solution: &Solution) -> usize {
        match self {
            Self::Raw(_) => 0,
            Self::People(prepared, _) => prepared.little_known(solution),
        }
    }

    fn mentee(&self, number: u32) -> &str {
        match self {
            Self::Raw(raw) => raw.mentee(number),
            Self::People(prepared, _) => prepared.mentee(number),
        }
    }
}

impl From<Failed> for Failure {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Input(problem) => Self::Input(problem),
            Failed::Stopped => Self::Interrupted,
        }
    }
}

/// Does what the options say. A guessed configuration goes to standard output, where it can be saved; what came out goes to
/// standard error.
///
/// # Errors
/// See [`Failure`]; nothing is written then.
pub fn run(options: &Match) -> Result<(), Failure> {
    let given = [&options.mentors, &options.mentees, &options.config, &options.scores, &options.capacities];
    let given: Vec<&Path> = given.into_iter().filter_map(|path| path.as_deref()).collect();
    let out = Target::new(&options.out, &given)?;
    let report_to = options.report.as_ref().map(|path| Target::new(path, &given)).transpose()?;
    if let Some(report) = report_to.as_ref().filter(|report| report.is_same(&out)) {
        return Err(Failure::Mistake(format!("{}: the pairs and the report can't be one file", report.name())));
    }
    let interrupt = Interrupt::listen();
    let mut progress = Progress::new(interrupt.clone());
    let mut seconds = Seconds::default();
    let threads = available_parallelism().map_or(1, usize::from);

    let read = match &options.scores {
        Some(scores) => read_scores(scores, options, &mut progress, &mut seconds)?,
        None => read_people(options, threads, &mut progress, &mut seconds)?,
    };
    let problem = read.problem();
    let started = Instant::now();
    let mut report = |at: matching::Progress| {
        let step = if at.stages > 1 { format!("matching, step {} of {}", at.stage, at.stages) } else { "matching".to_owned() };
        progress.report(&step, at.done, at.all)
    };
    let solution = solve(problem, options.objective.into(), Options { threads, progress: Some(&mut report), ..Options::default() });
    seconds.solve = lap(started);
    if interrupt.is_set() || !solution.finished {
        return Err(Failure::Interrupted);
    }
    let started = Instant::now();
    let _ = progress.report("checking", 0, 1);
    let proof = verify(problem, &solution).map_err(|wrong| Failure::Wrong(wrong.to_string()))?;
    seconds.verify = lap(started);
    drop(progress);

    let report = Report::new(&solution, &proof, (problem.mentees(), problem.mentors()), read.places(), seconds);
    let (pairs, json) = (read.pairs_csv(&solution), report.json());
    if interrupt.is_set() {
        return Err(Failure::Interrupted);
    }
    let mut files: Vec<(&Target, &[u8])> = vec![(&out, &pairs)];
    files.extend(report_to.as_ref().map(|target| (target, json.as_slice())));
    write_all(&files)?;
    let text = summary(&report, problem, &solution, read.little_known(&solution), |mentee| read.mentee(mentee));
    // Whoever doesn't read it has the files.
    drop(writeln!(std::io::stderr(), "{text}"));
    Ok(())
}

fn read_scores(scores: &Path, options: &Match, progress: &mut Progress, seconds: &mut Seconds) -> Result<Read, Failure> {
    let started = Instant::now();
    let scores = Given::read(scores, Told::of(Which::Scores, options)?)?;
    let told = Told::of(Which::Capacities, options)?;
    let capacities = options.capacities.as_deref().map(|path| Given::read(path, told)).transpose()?;
    let mut watch = |done, all| progress.report("reading", done, all);
    let read = raw::read(scores.source(), capacities.as_ref().map(Given::source), &mut watch)?;
    seconds.read = lap(started);
    progress.say(read.notes());
    let started = Instant::now();
    let raw = read.into_problem(scores.source())?;
    seconds.score = lap(started);
    Ok(Read::Raw(raw))
}

fn read_people(options: &Match, threads: usize, progress: &mut Progress, seconds: &mut Seconds) -> Result<Read, Failure> {
    let started = Instant::now();
    // The options ask for both when there are no scores.
    let path =
        |path: &Option<std::path::PathBuf>| path.clone().ok_or_else(|| Failure::Mistake("--mentors and --mentees are needed".to_owned()));
    let (mentees, mentors, rules) = (Told::of(Which::Mentees, options)?, Told::of(Which::Mentors, options)?, rules(options)?);
    let config = options.config.as_deref().map(|path| Given::read(path, Told::default())).transpose()?;
    let parsed = config.as_ref().map(|given| Config::parse(given.source().name, given.source().bytes)).transpose()?;
    let (mentees, mentors) = (Given::read(&path(&options.mentees)?, mentees)?, Given::read(&path(&options.mentors)?, mentors)?);
    let people = people::read_by(mentees.source(), mentors.source(), options.keep_rows, rules)?;
    progress.say(&people.read_as());
    progress.say(&people.notes());
    let chosen = match parsed {
        Some(config) => config,
        None => {
            let guess = guess(&people)?;
            drop(write!(std::io::stdout(), "{}", guess.text));
            progress.say(&guess.notes);
            guess.config
        }
    };
    let prepared = people.prepare(&chosen, config.as_ref().map(Given::source))?;
    seconds.read = lap(started);
    progress.say(prepared.notes());
    let started = Instant::now();
    let problem = prepared.score(threads, &mut |done, all| progress.report("scoring", done, all))?;
    if prepared.are_all_alike(&problem) {
        progress
            .say(&["nothing tells people apart: all pairs that may be made have the same score, so who gets whom says nothing".to_owned()]);
    }
    seconds.score = lap(started);
    Ok(Read::People(Box::new(prepared), problem))
}

fn lap(started: Instant) -> f64 {
    Duration::as_secs_f64(&started.elapsed())
}
