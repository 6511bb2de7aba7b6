//! Bytes of a foreign file as text.

use encoding_rs::{EUC_KR, Encoding};

/// A text, and how it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What to tell the reader, when it was not plain UTF-8.
    pub remark: Option<String>,
}

/// Reads UTF-8, UTF-16 with a byte order mark, or else CP949 (EUC-KR).
/// `None` when it is none of these: then nothing should be imported.
pub fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, had_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!had_errors).then(|| Decoded {
            text: text.into_owned(),
            remark: (encoding.name() != "UTF-8").then(|| format!("read as {}", encoding.name())),
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Decoded {
            text: text.to_owned(),
            remark: None,
        });
    }
    let (text, had_errors) = EUC_KR.decode_without_bom_handling(bytes);
    (!had_errors).then(|| Decoded {
        text: text.into_owned(),
        remark: Some("not UTF-8; read as CP949 (guessed)".to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_utf16_and_cp949() {
        let text = "28일차";
        assert_eq!(decode(text.as_bytes()).unwrap().remark, None);
        let mut with_mark = b"\xEF\xBB\xBF".to_vec();
        with_mark.extend(text.as_bytes());
        assert_eq!(
            decode(&with_mark).unwrap(),
            Decoded {
                text: text.into(),
                remark: None
            }
        );
        let (cp949, _, _) = EUC_KR.encode(text);
        let decoded = decode(&cp949).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.remark.is_some()),
            (text, true)
        );
        let utf16: Vec<u8> = [0xFEFF_u16]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(&utf16).unwrap().text, text);
        assert_eq!(decode(b"\xFF\x80\x80"), None);
    }
}
