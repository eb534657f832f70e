//! The engine as others call it. One program; a file a question.

mod asked;
mod brute_force;
mod common;
mod everywhere;
mod known;
mod same;
mod tampered;
