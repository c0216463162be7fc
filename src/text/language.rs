//! Tells the language of an article.
//!
//! whatlang compares letter trigrams, which is right for an article and wrong for a headline: ten
//! French words may come out as Latin. So its answer counts only where it is sure and there is
//! enough text; before that, function words decide between French and English, and where they do
//! not either, the language is left open rather than guessed.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;
use whatlang::{Detector, Lang};

use super::tokens::is_apostrophe;
use crate::article::Article;
use crate::lang::{self, Language};

/// How much of an article is looked at, in bytes.
const ENOUGH: usize = 20_000;

/// Fewer words than this are never left to trigrams.
const FEW_WORDS: usize = 10;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    words: HashSet<String>,
}

static FRENCH: LazyLock<Table> =
    LazyLock::new(|| lang::table(include_str!("../../assets/lang/fr/language.toml")));
static ENGLISH: LazyLock<Table> =
    LazyLock::new(|| lang::table(include_str!("../../assets/lang/en/language.toml")));

/// Tells the language of an article from its body; `None` where there is too little to tell.
pub fn language_of(article: &Article) -> Option<Language> {
    let mut body = String::new();
    for block in article.body() {
        let text = block.span.of(&article.text);
        body.extend(text.chars().take(ENOUGH.saturating_sub(body.len())));
        body.push('\n');
        if body.len() >= ENOUGH {
            break;
        }
    }
    detect(&body)
}

/// Tells the language of `text`.
pub fn detect(text: &str) -> Option<Language> {
    let low = text.to_lowercase();
    let mut words = 0;
    let (mut french, mut english) = (0, 0);
    for word in
        low.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c))
    {
        if word.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        words += 1;
        french += usize::from(FRENCH.words.contains(word));
        english += usize::from(ENGLISH.words.contains(word));
    }
    let told = by_function_words(&low, words, french, english);
    if words < FEW_WORDS && (told.is_some() || !has_other_letters(text)) {
        return told;
    }
    // Trigrams take French for these two more often than anybody writes them.
    let detector = Detector::with_denylist(vec![Lang::Lat, Lang::Epo]);
    let info = detector.detect(&low)?;
    match (info.lang(), told) {
        (Lang::Fra, None | Some(Language::French)) if info.is_reliable() => Some(Language::French),
        (Lang::Eng, None | Some(Language::English)) if info.is_reliable() => Some(Language::English),
        // French and English are told by their words; trigrams that disagree are wrong.
        (_, Some(language)) => Some(language),
        (lang, None) if info.is_reliable() => Some(Language::Other(code(lang))),
        _ => None,
    }
}

/// French or English, when the function words of one make up a good part of the text and those of the
/// other do not.
fn by_function_words(low: &str, words: usize, french: usize, english: usize) -> Option<Language> {
    let accents = low.contains(['é', 'è', 'ê', 'à', 'ç', 'œ', 'ù', 'û', 'î', 'ô']);
    let elided = low.contains("l'") || low.contains("d'") || low.contains("l’") || low.contains("d’");
    let french = french + usize::from(french > 0 && words < FEW_WORDS && (accents || elided));
    let enough = |count: usize| if words < FEW_WORDS { count >= 1 } else { count * 100 >= words * 14 };
    if enough(french) && french > english * 2 {
        Some(Language::French)
    } else if enough(english) && english > french * 2 {
        Some(Language::English)
    } else {
        None
    }
}

/// Whether `text` is written in an alphabet that tells its language at once.
fn has_other_letters(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && c > '\u{24f}' && !is_apostrophe(c))
}

/// The ISO 639-1 code of a language that whatlang knows.
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
        Lang::Cym => "cy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_are_whole_and_apart() {
        assert!(FRENCH.words.len() > 80 && ENGLISH.words.len() > 80);
        assert_eq!(FRENCH.words.intersection(&ENGLISH.words).count(), 0);
    }

    #[test]
    fn a_paragraph_is_told_by_trigrams() {
        let french = "La commune a fermé le pont hier soir, et les habitants du quartier devront passer par la rocade.";
        let english = "The town closed the bridge last night, and people who live nearby will have to take the ring road.";
        let spanish = "El ayuntamiento cerró el puente anoche y los vecinos del barrio tendrán que pasar por la carretera de circunvalación durante varias semanas.";
        let german = "Die Stadt hat gestern Abend die Brücke gesperrt, und die Anwohner müssen nun mehrere Wochen lang über die Umgehungsstraße fahren.";
        assert_eq!(detect(french), Some(Language::French));
        assert_eq!(detect(english), Some(Language::English));
        assert_eq!(detect(spanish), Some(Language::Other("es")));
        assert_eq!(detect(german), Some(Language::Other("de")));
    }

    #[test]
    fn a_headline_is_told_by_its_function_words() {
        assert_eq!(detect("Le pont est fermé"), Some(Language::French));
        assert_eq!(detect("L'aube à Brest"), Some(Language::French));
        assert_eq!(detect("Bridge closed after the storm"), Some(Language::English));
    }

    #[test]
    fn capitals_change_nothing() {
        assert_eq!(detect("LE MAIRE DE LA COMMUNE A ÉTÉ ENTENDU PAR LES GENDARMES"), Some(Language::French));
        assert_eq!(detect("MAYOR OF THE TOWN HEARD BY POLICE"), Some(Language::English));
    }

    #[test]
    fn too_little_is_left_open() {
        for text in ["", "Brest", "2025-09-04 12:30", "Karim Haddad", "!!!"] {
            assert_eq!(detect(text), None, "{text}");
        }
    }

    #[test]
    fn another_alphabet_tells_at_once() {
        assert_eq!(
            detect(
                "Городские власти закрыли мост после вчерашней бури, и жителям этого района придётся объезжать его по кольцевой дороге ещё несколько недель"
            ),
            Some(Language::Other("ru"))
        );
    }

    #[test]
    fn french_is_never_latin() {
        for text in [
            "Visite officielle du ministre",
            "Incendie: deux victimes",
            "Justice: Morel relaxé en appel à Caen",
        ] {
            assert!(matches!(detect(text), None | Some(Language::French)), "{text}");
        }
    }
}
