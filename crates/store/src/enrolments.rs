//! enrolments.
