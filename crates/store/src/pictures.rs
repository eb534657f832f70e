//! pictures.
