//! What a page may do: read itself, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A Content-Security-Policy with which only this style and this script of the
/// page are heeded, whatever else stands in it, and nothing is fetched or sent.
pub(super) fn policy(style: &str, script: &str) -> String {
    let [style, script] = [style, script].map(hash);
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; \
         img-src data:; base-uri 'none'; form-action 'none'"
    )
}

/// The policy of a page without a script: only this style is heeded.
pub(super) fn of_text(style: &str) -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(style)
    )
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn a_policy_names_the_hashes_of_style_and_script() {
        // `printf '' | openssl dgst -sha256 -binary | base64`
        let empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let policy = policy("", "");
        assert!(
            policy.contains(&format!("style-src 'sha256-{empty}'")),
            "{policy}"
        );
        assert!(
            policy.contains(&format!("script-src 'sha256-{empty}'")),
            "{policy}"
        );
    }
}
