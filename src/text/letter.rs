//! Letters and digits.

/// Whether a character is a letter or a digit: what `is_alphanumeric` says, which
/// looks up in a table what is most common in Korean.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphanumeric(),
        '가'..='힣' | '一'..='鿿' => true,
        _ => c.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::is_letter;

    #[test]
    fn the_same_as_the_standard_library() {
        let differs = |c: &char| is_letter(*c) != c.is_alphanumeric();
        assert_eq!(('\0'..=char::MAX).find(differs), None);
    }
}
