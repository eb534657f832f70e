//! mentorships.
