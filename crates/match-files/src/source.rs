//! A file that somebody else has read.

/// A file: what it is called, and what is in it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'b> {
    /// What it is called in messages.
    pub name: &'b str,
    /// Its bytes.
    pub bytes: &'b [u8],
}
