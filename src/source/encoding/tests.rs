//! Which encoding is told from bytes, and what is made of bytes that are in none.

use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1252};
use proptest::prelude::*;
use yore::code_pages::{CP437, CP850};

use super::*;

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
    assert_eq!(told_of(&ISO_8859_15.encode(text).0), (text.to_owned(), "ISO-8859-15, guessed".to_owned()));
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
    assert_eq!((reading.repairs.broken, reading.decoded.text.matches('\u{fffd}').count()), (1, 1));
}

/// Text that DOS could hold: without `œ`, `€` and curved marks.
const DOS: &str = "À Évreval, le maire a déclaré : « Où est le château ? Ça coûtera très cher. »";

fn repaired(bytes: &[u8]) -> (String, Repairs) {
    let reading = decode(bytes, None).unwrap();
    (reading.decoded.text, reading.repairs)
}

#[test]
fn code_pages_of_dos() {
    assert_eq!(told_of(&CP850.encode(DOS).unwrap()), (DOS.to_owned(), "CP850, guessed".to_owned()));
    let text = DOS.replace('À', "A");
    assert_eq!(told_of(&CP437.encode(&text).unwrap()).0, text);
    let bytes = [&CP850.encode(DOS).unwrap(), &b"\r\n\x1a"[..]].concat();
    assert_eq!(told_of(&bytes).0, format!("{DOS}\r\n"), "the mark of the end is no text");
}

#[test]
fn one_word_tells_the_code_page() {
    for text in [
        "Il est à Paris.",
        "Les élus ont voté.",
        "Elle est très seule.",
        "Ça va mieux.",
        "Le château.",
        "Étienne.",
        "Il faut être là.",
        "Pâques.",
    ] {
        assert_eq!(told_of(&CP850.encode(text).unwrap()).0, text);
        assert_eq!(told_of(&mac(text)).0, text);
        assert_eq!(told_of(&WINDOWS_1252.encode(text).0).0, text);
    }
}

#[test]
fn code_pages_can_be_asked_for_under_their_names() {
    for label in ["cp850", "IBM850", "850"] {
        assert_eq!(named(label).unwrap(), Charset::Cp850);
    }
    let reading = decode(b"\x82t\x82", Some(named("cp437").unwrap())).unwrap();
    assert_eq!(
        (reading.decoded.text.as_str(), reading.decoded.encoding.as_str()),
        ("été", "CP437, as asked")
    );
    assert!(named("cp580").unwrap_err().to_string().contains("cp850"));
}

#[test]
fn utf_32_by_its_mark() {
    let little: Vec<u8> =
        format!("\u{feff}{FRENCH}").chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let big: Vec<u8> = format!("\u{feff}{FRENCH}").chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    assert_eq!(told_of(&little), (FRENCH.to_owned(), "UTF-32LE, by its byte order mark".to_owned()));
    assert_eq!(told_of(&big), (FRENCH.to_owned(), "UTF-32BE, by its byte order mark".to_owned()));
    let (text, repairs) = repaired(&[&little[..], &[0xff; 6]].concat());
    assert_eq!((text, repairs.broken), (format!("{FRENCH}\u{fffd}\u{fffd}"), 2));
}

#[test]
fn a_letter_of_windows_in_utf_8_is_read_as_such() {
    let bytes = [FRENCH.as_bytes(), b"\nLa fl\xe8che de l'\xc3\xa9glise, photo \xa9 Sud\n"].concat();
    let (text, repairs) = repaired(&bytes);
    assert_eq!(text, format!("{FRENCH}\nLa flèche de l'église, photo © Sud\n"));
    assert_eq!((repairs.foreign, repairs.foreign_encoding, repairs.broken), (2, "windows-1252", 0));
}

#[test]
fn bytes_that_are_no_letter_are_marked_and_the_rest_stays() {
    // Sequences cut short, and a byte that no letter has at the start of a word.
    for (worn, right) in [
        (&b"Suite \xc3."[..], "Suite \u{fffd}."),
        (b"L\xe2\x80 fin", "L\u{fffd} fin"),
        (b"\xffCrue", "\u{fffd}Crue"),
    ] {
        let bytes = [FRENCH.as_bytes(), "\nDéjà. ".as_bytes(), worn].concat();
        let (text, repairs) = repaired(&bytes);
        assert_eq!((text, repairs.broken, repairs.foreign), (format!("{FRENCH}\nDéjà. {right}"), 1, 0));
    }
}

#[test]
fn a_mark_of_utf_8_does_not_cost_the_letters_of_windows() {
    let bytes = [b"\xef\xbb\xbf", FRENCH.as_bytes(), b"\nL'\xe9t\xe9\n"].concat();
    assert_eq!(repaired(&bytes).0, format!("{FRENCH}\nL'été\n"));
}

#[test]
fn every_line_is_read_in_its_own_encoding() {
    let pasted = "Hélène Vautrin a précisé : « Réouverture en août\u{a0}»\nLe pont est fermé\u{a0}»\n";
    let utf_8 = "La préfète a déclaré\u{a0}: « Oui ».\n";
    let windows = WINDOWS_1252.encode(pasted).0;
    for bytes in
        [[utf_8.as_bytes(), &windows].concat(), [&windows, utf_8.as_bytes(), &windows, &windows].concat()]
    {
        let (text, repairs) = repaired(&bytes);
        assert_eq!(text.replace(pasted, "").replace(utf_8, ""), "");
        assert_eq!((repairs.broken, repairs.foreign_encoding), (0, "windows-1252"));
    }
    let (text, repairs) = repaired(&[utf_8.as_bytes(), &mac("À l’école, c’était fermé.\n")].concat());
    assert_eq!(text, format!("{utf_8}À l’école, c’était fermé.\n"));
    assert_eq!(repairs.foreign_encoding, "MacRoman");
}

#[test]
fn names_in_other_scripts_stay_in_utf_8_that_is_worn() {
    let text = "Le député 习近平 a été reçu.\nМосква, 北京.\n";
    let bytes = [text.as_bytes(), b"L'\xe9t\xe9\n"].concat();
    assert_eq!(repaired(&bytes).0, format!("{text}L'été\n"));
}

/// `text` as it comes out when its UTF-8 is read as Windows-1252.
fn doubled(text: &str) -> String {
    WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

#[test]
fn utf_8_that_was_read_as_windows_1252_is_mended_and_counted() {
    let (text, repairs) = repaired(doubled("Évreval, l’été").as_bytes());
    assert_eq!((text.as_str(), repairs.doubled), ("Évreval, l’été", 3));
    for times in 1..=3 {
        let mangled = (0..times).fold(FRENCH.to_owned(), |text, _| doubled(&text));
        assert_eq!(repaired(mangled.as_bytes()).0, FRENCH, "{times}");
    }
    // ISO-8859-1 instead of Windows-1252, and with what an editor loses of it.
    let latin: String = FRENCH.bytes().map(char::from).collect();
    assert_eq!(repaired(latin.as_bytes()).0, FRENCH);
    assert_eq!(
        repaired("Il a Ã©tÃ© Ã l'heure, dit-il. â€œ Oui â€.".as_bytes()).0,
        "Il a été à l'heure, dit-il. “ Oui ”."
    );
}

#[test]
fn a_sound_line_beside_a_doubled_one_is_left_alone() {
    let text = format!("{FRENCH}\n{}\n{FRENCH}\n", doubled(FRENCH));
    assert_eq!(repaired(text.as_bytes()).0, format!("{FRENCH}\n{FRENCH}\n{FRENCH}\n"));
    // Sound as it is, and spelling a character of Chinese if it were undone.
    let text = "Il l'a fermé\u{a0}», là, et déjà\n";
    assert_eq!(repaired(doubled(text).as_bytes()).0, text);
    let text = format!("Le député a dit : « {} »", doubled("très réel"));
    assert_eq!(repaired(text.as_bytes()).0, "Le député a dit : « très réel »");
}

#[test]
fn lines_of_three_kinds_are_each_read_for_what_they_are() {
    let lines = [
        "La préfète ferme la route\n".as_bytes(),
        b"Le maire a d\xe9clar\xe9 son accord.\n",
        "La dÃ©cision a Ã©tÃ© prise.\nPhoto \u{e9}".as_bytes(),
    ];
    let mut bytes = lines.concat();
    bytes.pop();
    let (text, repairs) = repaired(&bytes);
    assert_eq!(
        text,
        "La préfète ferme la route\nLe maire a déclaré son accord.\nLa décision a été prise.\nPhoto \u{fffd}"
    );
    assert_eq!((repairs.foreign, repairs.broken, repairs.doubled), (2, 1, 3));
}

#[test]
fn letters_that_only_look_doubled_stay() {
    for text in [
        "A IRMÃ\u{a0}: «\u{a0}NÃO\u{a0}», disse a MANHÃ\u{a0}».",
        "A IRMÃ\u{a0}: sim. AMANHÃ, ALEMÃ",
        "Nguyễn Ân và Ấn Độ, Ðà Nẵng, Â, Ã, ã, Vũ Ngọc Ánh",
        "CHÂTEAU, THÉÂTRE, PÂTÉ «\u{a0}FORÊ\u{a0}» et l'Å\u{a0}; 12 Å°, 5 ×²",
        "On lit «\u{a0}Ã©\u{a0}» au lieu de «\u{a0}é\u{a0}» sur l'écran.",
        "Il l'a fermé\u{a0}», «\u{a0}là\u{a0}», et l'a dît\u{a0}!",
        "Øystein, Þór og Ðoković, Łódź, ß",
    ] {
        assert_eq!(repaired(text.as_bytes()), (text.to_owned(), Repairs::default()));
    }
}

#[test]
fn what_is_asked_for_is_not_mended() {
    let text = doubled("l’été");
    assert_eq!(decode(text.as_bytes(), Some(named("utf-8").unwrap())).unwrap().decoded.text, text);
}

#[test]
fn one_stray_zero_costs_no_article_in_any_encoding() {
    let text = format!("{FRENCH}\0");
    assert_eq!(told_of(&WINDOWS_1252.encode(&text).0).0, text);
}

#[test]
fn other_languages_keep_their_encodings() {
    let texts = [
        (encoding_rs::WINDOWS_1250, "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl včera starosta města."),
        (encoding_rs::WINDOWS_1251, "Він сказав, що Верховна Рада ухвалила новий закон, і це її рішення."),
        (encoding_rs::KOI8_R, "Совет министров обсудил вчера вечером новый закон о воде; её запасы."),
        (encoding_rs::WINDOWS_1253, "Ο δήμαρχος μίλησε χθες για το νέο σχολείο της πόλης."),
        (
            encoding_rs::WINDOWS_1252,
            "Der Bürgermeister sagte, die Straße bleibe für längere Zeit geschlossen.",
        ),
        (encoding_rs::WINDOWS_1252, "A população não aceitou as decisões do município, disse o irmão."),
        (encoding_rs::GBK, "市长昨天说，新学校将于九月开学，居民表示欢迎。"),
        (encoding_rs::SHIFT_JIS, "市長は昨日、新しい学校が九月に開校すると述べた。"),
    ];
    for (encoding, text) in texts {
        assert_eq!(told_of(&encoding.encode(text).0).0, text, "{}", encoding.name());
    }
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
