//! File names that change exactly when the content does, so that browsers may keep files forever.

use sha2::{Digest, Sha256};

/// `stem.<hash>.extension`, where 16 hexadecimal digits stand for the content.
pub(super) fn hashed(stem: &str, content: &[u8], extension: &str) -> String {
    format!("{stem}.{}.{extension}", start(content))
}

/// The first 16 hexadecimal digits of the content's SHA-256.
pub(super) fn start(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let start = digest.iter().take(8);
    start.map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::hashed;

    #[test]
    fn a_name_holds_the_start_of_the_sha256() {
        assert_eq!(hashed("page", b"abc", "css"), "page.ba7816bf8f01cfea.css");
    }
}
