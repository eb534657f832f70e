//! Words for searching: how texts and queries are folded and cut into trigrams.
