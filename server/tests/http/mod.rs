//! The server as browsers and other programs meet it: a real one on a free port, on both databases.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod accounts;
mod any_body;
mod application;
mod connections;
mod cross_site;
mod forms;
mod headers;
mod imports;
mod leaving;
mod machines;
mod mail;
mod nul;
mod parts;
mod people;
mod private;
mod request_table;
mod requests;
mod round_trips;
mod several;
mod text;
mod together;
mod uploads;
mod viewer;
