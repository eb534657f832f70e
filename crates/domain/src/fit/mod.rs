//! How well a mentor fits a mentee.
