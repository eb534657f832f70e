//! Enrolments: a person in a program, as mentor, mentee or both.

text_enum! {
    /// Where an enrolment is.
    pub enum EnrolmentStatus {
        /// Waits for a coordinator's approval.
        Pending = "pending",
        /// Takes part.
        Active = "active",
        /// Takes a break: isn't found or asked.
        Paused = "paused",
        /// Left.
        Left = "left",
        /// Was removed, or not approved.
        Removed = "removed",
    }
}

text_enum! {
    /// What can be done to an enrolment.
    pub enum EnrolmentAction {
        /// A coordinator approves.
        Approve = "approve",
        /// The participant (or a coordinator) pauses.
        Pause = "pause",
        /// The participant (or a coordinator) resumes.
        Resume = "resume",
        /// The participant leaves.
        Leave = "leave",
        /// A coordinator removes, or doesn't approve.
        Remove = "remove",
        /// Enrols again after having left.
        Rejoin = "rejoin",
    }
}
