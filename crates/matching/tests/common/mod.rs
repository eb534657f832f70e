//! Small random problems, and the best answers by trying everything. Shares nothing with the engine but its input types.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that fails here should fail")]

use matching::{ABSENT, Candidates, Dense, Problem, Sparse, Worth};

/// A small generator of random numbers (SplitMix64), so that the tests need no other crate.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from + 1) as u64) as i64
    }
}

/// A problem in the plainest form.
#[derive(Clone, Debug)]
pub struct Small {
    pub scores: Vec<Vec<Option<i64>>>,
    pub capacities: Vec<u32>,
    pub wanted: Vec<u32>,
    pub pinned: Vec<(u32, u32)>,
}

impl Small {
    pub fn random(random: &mut Random) -> Self {
        let mentees = random.below(6) as usize;
        let mentors = random.below(5) as usize;
        let spread = [0, 1, 3, 10, 1_000_000][random.below(5) as usize];
        let lowest = if random.below(2) == 0 { 0 } else { -spread };
        let density = 1 + random.below(4);
        let several = random.below(3) == 0;
        let pins = random.below(4) == 0;
        let score = |random: &mut Random| (random.below(4) < density).then(|| random.between(lowest, spread));
        let scores: Vec<Vec<Option<i64>>> = (0..mentees).map(|_| (0..mentors).map(|_| score(random)).collect()).collect();
        let capacities = (0..mentors).map(|_| random.below(4) as u32).collect();
        let wanted = (0..mentees).map(|_| if several { random.below(4) as u32 } else { 1 }).collect();
        let mut small = Self { scores, capacities, wanted, pinned: Vec::new() };
        if pins {
            small.pin_some(random);
        }
        small
    }

    fn pin_some(&mut self, random: &mut Random) {
        let mut places = self.capacities.clone();
        for (mentee, row) in self.scores.iter().enumerate() {
            let mut wanted = self.wanted[mentee];
            for (mentor, score) in row.iter().enumerate() {
                if score.is_some() && wanted > 0 && places[mentor] > 0 && random.below(4) == 0 {
                    wanted -= 1;
                    places[mentor] -= 1;
                    self.pinned.push((mentee as u32, mentor as u32));
                }
            }
        }
    }

    pub fn dense(&self) -> Problem {
        let scores: Vec<i32> = self.scores.iter().flatten().map(|score| score.map_or(ABSENT, |score| score as i32)).collect();
        let dense = Dense::new(self.scores.len() as u32, self.capacities.len() as u32, scores).unwrap();
        self.finish(Candidates::Dense(dense))
    }

    pub fn sparse(&self) -> Problem {
        self.scaled(1)
    }

    /// Sparse, with every score so many times as large.
    pub fn scaled(&self, by: i64) -> Problem {
        let mut pairs = Vec::new();
        for (mentee, row) in self.scores.iter().enumerate() {
            for (mentor, score) in row.iter().enumerate() {
                pairs.extend(score.map(|score| (mentee as u32, mentor as u32, score * by)));
            }
        }
        let sparse = Sparse::from_pairs(self.scores.len() as u32, self.capacities.len() as u32, pairs).unwrap();
        self.finish(Candidates::Sparse(sparse))
    }

    fn finish(&self, candidates: Candidates) -> Problem {
        let problem = Problem::new(candidates, self.capacities.clone()).unwrap();
        problem.with_wanted(self.wanted.clone()).unwrap().with_pinned(self.pinned.clone()).unwrap()
    }
}

/// The best worth for each objective, found by trying every allowed set of pairs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Best {
    pub coverage: Worth,
    pub total: i64,
    /// The highest worst score of a pairing that covers as much as any (`None` without pairs that aren't pinned), and the
    /// best total with it.
    pub fair: (Option<i64>, i64),
    found: bool,
}

impl Best {
    pub fn of(small: &Small) -> Self {
        let mut best = Self::default();
        let mut places = small.capacities.clone();
        Self::mentee(small, 0, &mut places, Worth::ZERO, None, &mut best);
        best
    }

    fn mentee(small: &Small, mentee: usize, places: &mut Vec<u32>, worth: Worth, worst: Option<i64>, best: &mut Self) {
        if mentee == small.scores.len() {
            best.consider(worth, worst);
            return;
        }
        for choice in 0_u32..1 << places.len() {
            let pinned = |mentor: usize| small.pinned.contains(&(mentee as u32, mentor as u32));
            let chosen = |mentor: &usize| choice >> mentor & 1 == 1;
            let list: Vec<usize> = (0..places.len()).filter(chosen).collect();
            let allowed = |mentor: &usize| small.scores[mentee][*mentor].is_some() && places[*mentor] > 0;
            let keeps_pins = (0..places.len()).all(|mentor| !pinned(mentor) || chosen(&mentor));
            if list.len() > small.wanted[mentee] as usize || !list.iter().all(allowed) || !keeps_pins {
                continue;
            }
            let total: i64 = list.iter().filter_map(|mentor| small.scores[mentee][*mentor]).sum();
            let free = list.iter().filter(|mentor| !pinned(**mentor));
            let lowest = free.filter_map(|mentor| small.scores[mentee][*mentor]).chain(worst).min();
            for mentor in &list {
                places[*mentor] -= 1;
            }
            let more = Worth::new(i64::from(!list.is_empty()), list.len() as i64, total);
            Self::mentee(small, mentee + 1, places, worth + more, lowest, best);
            for mentor in &list {
                places[*mentor] += 1;
            }
        }
    }

    fn consider(&mut self, worth: Worth, worst: Option<i64>) {
        let count = |worth: Worth| (worth.mentees, worth.pairs);
        if !self.found || count(worth) > count(self.coverage) {
            self.fair = (worst, worth.total);
        } else if count(worth) == count(self.coverage) {
            self.fair = self.fair.max((worst, worth.total));
        }
        self.coverage = if self.found { self.coverage.max(worth) } else { worth };
        self.total = if self.found { self.total.max(worth.total) } else { worth.total };
        self.found = true;
    }
}
