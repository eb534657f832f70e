//! Mentorships: their states and the moves between them.

text_enum! {
    /// Where a mentorship is.
    pub enum MentorshipStatus {
        /// Waits for both to say yes.
        Proposed = "proposed",
        /// Under way.
        Active = "active",
        /// Takes a break.
        Paused = "paused",
        /// Reached its end.
        Completed = "completed",
        /// Ended before its time, with a reason.
        EndedEarly = "ended_early",
    }
}

text_enum! {
    /// What can be done to a mentorship.
    pub enum MentorshipAction {
        /// Proposed becomes active.
        Start = "start",
        /// Active becomes paused.
        Pause = "pause",
        /// Paused becomes active.
        Resume = "resume",
        /// Active or paused becomes completed.
        Complete = "complete",
        /// Anything that isn't over ends early.
        End = "end",
    }
}
