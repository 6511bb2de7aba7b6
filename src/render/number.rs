//! Numbers in files.

/// A number with two decimals at most: the same on every machine, `-0` never,
/// and 0 for what is no number.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let digits = format!("{value:.2}");
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    match short {
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short_and_never_minus_zero() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(100.5), "100.5");
        assert_eq!(number(-1.256), "-1.26");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(f64::NAN), "0");
    }
}
