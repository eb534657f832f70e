//! Telling people something on the site and by mail, in words that several features share: what becomes of requests, proposals and
//! pairs, and what concerns whoever coordinates a program.
//!
//! What a single feature tells stands with that feature (its `tell`). What it doesn't do: write to the database; that is
//! [`crate::announce`]'s.

mod notice;
mod pairing;

pub(crate) use notice::{Notice, coordinators};
pub(crate) use pairing::{
    NotificationContext, PairingNotification, ToBoth, mentors_link, notify, program_link, proposal_link, put, request_link, space_link,
};
