//! Tells bytes from text, and which characters the bytes stand for.
//!
//! In this order: a byte order mark, the pattern of NUL bytes that UTF-16 leaves, valid UTF-8, UTF-8
//! with a few broken places; then the three encodings that French text has been kept in are held
//! against each other by how many of their letters make sense where they stand. Where none does, the
//! guess is that of `chardetng` (Sivonen 2020), which knows the others but neither ISO-8859-15 nor
//! MacRoman. The text comes out as it is, line ends included; only a byte order mark is dropped.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Decoded, Reading, Reason, SourceError};

/// How many bytes are looked at to tell a binary file.
const SAMPLE: usize = 64 * 1024;

/// The first bytes of files that are no text even where most of their bytes could be.
const SIGNATURES: [&[u8]; 10] = [
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x7fELF",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
];

/// How an encoding was told, where its name alone does not say it: what [`Decoded::encoding`] has behind
/// the name, and the key of the message that says so in the interface's languages.
const TOLD: [(&str, &str); 5] = [
    (", as asked", "encoding-asked"),
    (", by its byte order mark", "encoding-mark"),
    (", by its pattern of zero bytes", "encoding-zeros"),
    (", with broken places", "encoding-broken"),
    (", guessed", "encoding-guessed"),
];

/// The name in [`Decoded::encoding`], and the key of the message that says how it was told.
pub fn parts(encoding: &str) -> (&str, Option<&'static str>) {
    let told = TOLD.iter().find_map(|(how, key)| Some((encoding.strip_suffix(how)?, Some(*key))));
    told.unwrap_or((encoding, None))
}

/// The encoding that `label` names, in the spelling of any web standard (`latin1`, `cp1252`).
///
/// # Errors
/// A label that names none; the error lists the nearest names.
pub fn named(label: &str) -> Result<&'static Encoding, SourceError> {
    const OFTEN: [&str; 8] = [
        "utf-8",
        "windows-1252",
        "iso-8859-1",
        "iso-8859-15",
        "macintosh",
        "utf-16le",
        "utf-16be",
        "windows-1250",
    ];
    let spelt = label.trim().to_ascii_lowercase();
    let alias = match spelt.as_str() {
        "macroman" | "mac-roman" => "macintosh",
        "latin9" | "latin-9" => "iso-8859-15",
        "latin-1" | "latin" => "latin1",
        other => other,
    };
    Encoding::for_label(alias.as_bytes()).ok_or_else(|| {
        let mut names = OFTEN;
        names.sort_by(|a, b| strsim::jaro_winkler(b, &spelt).total_cmp(&strsim::jaro_winkler(a, &spelt)));
        SourceError::UnknownEncoding { label: label.to_owned(), nearest: names[..4].join(", ") }
    })
}

/// Decodes `bytes`, in `asked` where the reader set it.
///
/// # Errors
/// [`Reason::Empty`] and [`Reason::Binary`].
pub fn decode(bytes: &[u8], asked: Option<&'static Encoding>) -> Result<Reading, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    let (encoding, how) = match asked {
        Some(encoding) => (encoding, ", as asked"),
        None => told(bytes)?,
    };
    let (text, invalid) = text_of(bytes, encoding);
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    Ok(Reading { decoded: Decoded { text, encoding: format!("{}{how}", shown(encoding)) }, invalid })
}

/// The name a reader knows an encoding by.
fn shown(encoding: &'static Encoding) -> &'static str {
    if encoding == MACINTOSH { "MacRoman" } else { encoding.name() }
}

/// The text, and how many places in it had to be replaced.
fn text_of(bytes: &[u8], encoding: &'static Encoding) -> (String, usize) {
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    let invalid = if broken { text.matches('\u{fffd}').count() } else { 0 };
    (text.into_owned(), invalid)
}

fn told(bytes: &[u8]) -> Result<(&'static Encoding, &'static str), Reason> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, ", by its byte order mark"));
    }
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(Reason::Binary);
    }
    if let Some(encoding) = utf_16(bytes) {
        return Ok((encoding, ", by its pattern of zero bytes"));
    }
    let utf_8 = std::str::from_utf8(bytes).is_ok();
    if is_binary(&bytes[..bytes.len().min(SAMPLE)], utf_8) {
        return Err(Reason::Binary);
    }
    if utf_8 {
        return Ok((UTF_8, ""));
    }
    if is_broken_utf_8(bytes) {
        return Ok((UTF_8, ", with broken places"));
    }
    if let Some(encoding) = french(bytes) {
        return Ok((encoding, ", guessed"));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok((detector.guess(Some(b"fr"), Utf8Detection::Deny), ", guessed"))
}

/// UTF-16 without a mark: in Latin text every other byte is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let units = sample.len() / 2;
    if units < 2 {
        return None;
    }
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let encoding = if second * 10 > units * 6 && first * 50 <= units {
        UTF_16LE
    } else if first * 10 > units * 6 && second * 50 <= units {
        UTF_16BE
    } else {
        return None;
    };
    // A table of numbers has zeros too: what it spells must be text.
    let (text, broken) = encoding.decode_without_bom_handling(sample);
    let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (!broken && odd * 20 <= units).then_some(encoding)
}

/// Whether too much of `sample` is control characters. One stray zero in valid UTF-8 is a slip of
/// some converter and loses nobody an article.
fn is_binary(sample: &[u8], utf_8: bool) -> bool {
    let zeros = sample.iter().filter(|byte| **byte == 0).count();
    if zeros > 0 && (!utf_8 || zeros * 500 > sample.len()) {
        return true;
    }
    let odd = sample
        .iter()
        .filter(|byte| matches!(byte, 0x01..=0x07 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f))
        .count();
    odd * 20 > sample.len()
}

/// Whether well-formed sequences outnumber broken ones so far that nothing but UTF-8 can be meant.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= 4 * bad.max(1)
}

/// Whichever of the three French encodings makes sense of nearly all its letters; the first of them
/// where they do equally well.
fn french(bytes: &[u8]) -> Option<&'static Encoding> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut best: Option<(i64, &'static Encoding)> = None;
    for encoding in [WINDOWS_1252, ISO_8859_15, MACINTOSH] {
        let sense = plausible(&encoding.decode_without_bom_handling(bytes).0);
        if best.is_none_or(|(most, _)| sense > most) {
            best = Some((sense, encoding));
        }
    }
    best.filter(|(sense, _)| *sense * 10 >= high as i64 * 7).map(|(_, encoding)| encoding)
}

/// How many more characters beyond ASCII make sense in French text than do not.
fn plausible(text: &str) -> i64 {
    let mut score = 0;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii() {
            let after = chars.peek().copied().unwrap_or(' ');
            score += if makes_sense(before, c, after) { 1 } else { -1 };
        }
        before = c;
    }
    score
}

fn makes_sense(before: char, c: char, after: char) -> bool {
    match c {
        'é' | 'è' | 'ê' | 'ë' | 'à' | 'â' | 'ç' | 'î' | 'ï' | 'ô' | 'û' | 'ù' | 'ü' | 'ÿ' | 'œ' | 'æ'
        | 'ñ' | 'ö' | 'ä' | 'ó' | 'í' | 'á' => !before.is_uppercase() || !after.is_uppercase(),
        'É' | 'È' | 'Ê' | 'À' | 'Â' | 'Ç' | 'Î' | 'Ô' | 'Œ' | 'Û' | 'Ë' | 'Ï' => {
            !before.is_lowercase()
        }
        '«' | '“' | '‘' | '„' => !before.is_alphabetic() || matches!(before, '\u{a0}'),
        '»' | '”' | '…' => !after.is_alphabetic(),
        '’' => before.is_alphanumeric() || before.is_whitespace() || before.is_ascii_punctuation(),
        '–' | '—' => !before.is_alphabetic() || !after.is_alphabetic(),
        '\u{a0}' => !before.is_alphabetic() || !after.is_lowercase(),
        '€' | '£' => !before.is_alphabetic() && !after.is_lowercase(),
        '°' | 'º' | '²' | '³' | 'ª' => before.is_alphanumeric() && !after.is_lowercase(),
        '½' | '¼' | '¾' => !before.is_alphabetic() && !after.is_alphabetic(),
        '·' | '•' | '§' | '©' | '®' | '™' | '×' | '±' | '†' => {
            !before.is_alphabetic() || !after.is_alphabetic()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRENCH: &str = "Le maire a déclaré : « C’est à l’œuvre qu’on juge ; ça coûtera 12 € dès l’été. »";

    fn told_of(bytes: &[u8]) -> (String, String) {
        let reading = decode(bytes, None).unwrap();
        (reading.decoded.text, reading.decoded.encoding)
    }

    /// Bytes of `text` in MacRoman, which `encoding_rs` reads but does not write.
    fn mac(text: &str) -> Vec<u8> {
        let table: Vec<char> = (0..=255_u8)
            .map(|byte| MACINTOSH.decode_without_bom_handling(&[byte]).0.chars().next().unwrap())
            .collect();
        text.chars().map(|c| table.iter().position(|known| *known == c).unwrap() as u8).collect()
    }

    fn utf_16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn utf_8_comes_out_exactly_line_ends_included() {
        let text = "Un\r\ndeux\ttrois\n\n\u{a0}quatre\u{2028}";
        assert_eq!(told_of(text.as_bytes()), (text.to_owned(), "UTF-8".to_owned()));
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        assert_eq!(told_of(b"\xef\xbb\xbfL'\xc3\xa9t\xc3\xa9").0, "L'été");
    }

    #[test]
    fn utf_16_with_a_mark() {
        let bytes = utf_16_bytes(&format!("\u{feff}{FRENCH}"), u16::to_be_bytes);
        assert_eq!(told_of(&bytes), (FRENCH.to_owned(), "UTF-16BE, by its byte order mark".to_owned()));
    }

    #[test]
    fn utf_16_without_a_mark_either_way_round() {
        assert_eq!(told_of(&utf_16_bytes(FRENCH, u16::to_le_bytes)).0, FRENCH);
        assert_eq!(told_of(&utf_16_bytes(FRENCH, u16::to_be_bytes)).0, FRENCH);
    }

    #[test]
    fn windows_1252() {
        let bytes = WINDOWS_1252.encode(FRENCH).0;
        assert_eq!(told_of(&bytes), (FRENCH.to_owned(), "windows-1252, guessed".to_owned()));
    }

    #[test]
    fn iso_8859_15_is_told_by_its_ligatures_and_its_euro() {
        let text = "La sœur du député réclame 3 € pour cet œuf, dès l'été.";
        assert_eq!(
            told_of(&ISO_8859_15.encode(text).0),
            (text.to_owned(), "ISO-8859-15, guessed".to_owned())
        );
    }

    #[test]
    fn mac_roman() {
        assert_eq!(told_of(&mac(FRENCH)), (FRENCH.to_owned(), "MacRoman, guessed".to_owned()));
    }

    #[test]
    fn one_accented_word_is_enough() {
        assert_eq!(told_of(b"Le d\xe9put\xe9 parle.").0, "Le député parle.");
        assert_eq!(told_of(b"Le d\x8eput\x8e parle.").0, "Le député parle.");
    }

    #[test]
    fn russian_is_not_taken_for_french() {
        let text = "Совет министров обсудил вчера вечером новый закон о воде и лесах.";
        let bytes = encoding_rs::WINDOWS_1251.encode(text).0;
        assert_eq!(told_of(&bytes), (text.to_owned(), "windows-1251, guessed".to_owned()));
    }

    #[test]
    fn broken_places_in_utf_8_are_marked_and_counted() {
        let mut bytes = FRENCH.as_bytes().to_vec();
        bytes.insert(3, 0xff);
        let reading = decode(&bytes, None).unwrap();
        assert_eq!((reading.invalid, reading.decoded.text.matches('\u{fffd}').count()), (1, 1));
    }

    #[test]
    fn what_the_reader_asks_for_wins() {
        let reading = decode("été".as_bytes(), Some(named("latin1").unwrap())).unwrap();
        assert_eq!(reading.decoded.text, "Ã©tÃ©");
        assert_eq!(reading.decoded.encoding, "windows-1252, as asked");
    }

    #[test]
    fn how_it_was_told_can_be_said_in_any_language() {
        let (_, encoding) = told_of(&WINDOWS_1252.encode(FRENCH).0);
        assert_eq!(parts(&encoding), ("windows-1252", Some("encoding-guessed")));
        assert_eq!(parts("UTF-8"), ("UTF-8", None));
        for bytes in [&b"\xef\xbb\xbfL'eau"[..], &utf_16_bytes(FRENCH, u16::to_le_bytes)] {
            assert!(parts(&told_of(bytes).1).1.is_some());
        }
    }

    #[test]
    fn an_unknown_encoding_names_near_ones() {
        let error = named("windows-1522").unwrap_err().to_string();
        assert!(error.contains("windows-1252"), "{error}");
    }

    #[test]
    fn zero_bytes_without_a_pattern_are_binary() {
        let bytes: Vec<u8> = (0..4000_u32).map(|n| (n * n % 251) as u8).collect();
        assert_eq!(decode(&bytes, None), Err(Reason::Binary));
    }

    #[test]
    fn colour_sequences_of_a_terminal_are_text() {
        assert_eq!(told_of(b"\x1b[1mTitre\x1b[0m\n").0, "\x1b[1mTitre\x1b[0m\n");
    }

    proptest! {
        #[test]
        fn any_valid_utf_8_that_is_text_is_read_back_exactly(text in "[a-zé«»\\n\\r ’]{1,80}x") {
            prop_assert_eq!(told_of(text.as_bytes()).0, text);
        }

        #[test]
        fn no_bytes_at_all_make_it_fail_otherwise(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let outcome = decode(&bytes, None);
            prop_assert!(matches!(outcome, Ok(_) | Err(Reason::Empty | Reason::Binary)));
        }
    }
}
