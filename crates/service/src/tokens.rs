//! Secret tokens: 256 bits in an address or a cookie, of which the database keeps only a hash.

use crate::Ctx;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A fresh token: what is handed out, and the hash to store.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// 43 characters of URL-safe base 64.
    pub secret: String,
    /// SHA-256 of the secret.
    pub hash: Vec<u8>,
}

/// Makes a token of 256 random bits.
#[must_use]
pub fn new(ctx: &Ctx) -> NewToken {
    let mut bytes = [0_u8; 32];
    ctx.entropy.fill(&mut bytes);
    let secret = URL_SAFE_NO_PAD.encode(bytes);
    let hash = hash(&secret);
    NewToken { secret, hash }
}

/// The hash under which a token is stored. A plain hash is enough for 256 random bits; passwords have their own.
#[must_use]
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}
