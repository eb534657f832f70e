//! Mentors.

/// Mentor lists kept in memory, per program.
#[derive(Debug, Default)]
pub struct Rosters;
