//! goals.
