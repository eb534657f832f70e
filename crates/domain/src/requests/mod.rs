//! Match requests: their states, whose turn it is, and the clock that runs only while it is the asked's turn.

text_enum! {
    /// Where a request is. Only pending ones change.
    pub enum RequestStatus {
        /// Waits for an answer.
        Pending = "pending",
        /// Accepted: a mentorship came of it.
        Accepted = "accepted",
        /// Declined by the asked, or closed because the pair can't come about any more (see [`CloseReason`]).
        Declined = "declined",
        /// Withdrawn by the asker, or closed on the asker's side (see [`CloseReason`]).
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
    }
}

text_enum! {
    /// Whose turn it is in a pending request.
    pub enum Turn {
        /// The mentor's: the clock runs.
        Asked = "asked",
        /// The mentee's: the clock stands still.
        Asker = "asker",
    }
}

text_enum! {
    /// Why a request ended other than by its two people's own word.
    pub enum CloseReason {
        /// The mentee found a mentor elsewhere in the program.
        MenteePlaced = "mentee_placed",
        /// The mentor paused or left.
        MentorPaused = "mentor_paused",
        /// The mentee paused or left.
        MenteePaused = "mentee_paused",
        /// The program ended.
        ProgramEnded = "program_ended",
    }
}
