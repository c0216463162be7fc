//! Short words that are written as one with their neighbour: French elision and inversion, English
//! clitics.

use super::{is_apostrophe, is_hyphen};
use crate::lang::Language;

/// What loses its vowel before a vowel (Grevisse, Le Bon Usage, § 45), in small letters.
const ELIDED: [&str; 15] =
    ["l", "d", "qu", "s", "n", "m", "t", "j", "c", "ç", "jusqu", "lorsqu", "puisqu", "quoiqu", "tandisqu"];

/// Words that an apostrophe does not cut, by the part before it and the start of what follows.
const WHOLE: [(&str, &str); 6] = [
    ("aujourd", "hui"),
    ("prud", "hom"),
    ("quelqu", "un"),
    ("jusqu", "au-boutis"),
    ("c", "est-à-dire"),
    ("qu", "en-dira-t-on"),
];

/// Pronouns that stand behind their verb.
const SUBJECTS: [&str; 9] = ["il", "elle", "on", "ils", "elles", "je", "tu", "nous", "vous"];

/// Words that only look like a verb with its pronoun.
const NOT_INVERTED: [&str; 7] =
    ["rendez-vous", "chez-nous", "chez-vous", "entre-nous", "entre-vous", "garde-à-vous", "en-dira-t-on"];

/// Forms of *être* that `-ce` follows.
const BEFORE_CE: [&str; 9] = ["est", "était", "sera", "serait", "fut", "fût", "sont", "étaient", "seraient"];

/// English clitics, in small letters.
const ENGLISH: [&str; 6] = ["s", "re", "ll", "ve", "d", "m"];

/// Whether the apostrophe between `before` and `rest` closes an elided word, in French.
pub fn elides(before: &str, rest: &str) -> bool {
    if before.len() > 8 {
        return false;
    }
    let low = before.to_lowercase();
    if !ELIDED.contains(&low.as_str()) {
        return false;
    }
    let head: String = rest.chars().take(12).flat_map(char::to_lowercase).collect();
    if WHOLE.iter().any(|(part, start)| *part == low && head.starts_with(start)) {
        return false;
    }
    let mut next = rest.chars();
    let (one, two) = (next.next(), next.next());
    // N'Djamena, M'Bokolo: a name, not a negation that begins a sentence.
    let name = matches!(before, "N" | "M")
        && one.is_some_and(char::is_uppercase)
        && two.is_some_and(char::is_lowercase);
    !name
        && one.is_some_and(|c| {
            c.is_alphanumeric()
                || matches!(c, '"' | '«' | '“' | '‘' | '\'' | '[' | '(' | '_' | '*')
                || c == ' ' && low != "c" && two.is_some_and(char::is_alphabetic)
        })
}

/// Where in `word` the clitic at its end begins, in bytes.
pub fn split(word: &str, language: Language) -> Option<usize> {
    if language.is_english() { english(word) } else { inversion(word) }
}

fn english(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().take(4).find(|(_, c)| is_apostrophe(*c))?;
    let tail = word[at + mark.len_utf8()..].to_lowercase();
    if ENGLISH.contains(&tail.as_str()) {
        return Some(at).filter(|&at| at > 0);
    }
    let stem = word[..at].strip_suffix(['n', 'N'])?;
    (tail == "t" && !stem.is_empty()).then_some(stem.len())
}

/// `a-t-il` is cut behind `a`, `dit-elle` behind `dit`, `est-ce` behind `est`.
fn inversion(word: &str) -> Option<usize> {
    let (at, hyphen) = word.char_indices().rev().take(6).find(|(_, c)| is_hyphen(*c))?;
    let pronoun = word[at + hyphen.len_utf8()..].to_lowercase();
    let verb = &word[..at];
    if pronoun == "ce" {
        return BEFORE_CE.contains(&verb.to_lowercase().as_str()).then_some(at);
    }
    if !SUBJECTS.contains(&pronoun.as_str()) || NOT_INVERTED.contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let stem = verb.strip_suffix(['t', 'T']).and_then(|rest| rest.strip_suffix(is_hyphen)).unwrap_or(verb);
    (!stem.is_empty() && stem.chars().all(char::is_alphabetic)).then_some(stem.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{cut, cut_english};

    #[test]
    fn elided_words_keep_their_apostrophe() {
        assert_eq!(cut("l'armée d’Anne jusqu'ici"), ["l'", "armée", "d’", "Anne", "jusqu'", "ici"]);
    }

    #[test]
    fn elision_before_a_mark_or_a_bracket() {
        assert_eq!(cut("l'\"aube\" qu'[elle]"), ["l'", "\"", "aube", "\"", "qu'", "[", "elle", "]"]);
    }

    #[test]
    fn words_with_an_apostrophe_of_their_own_are_whole() {
        for word in
            ["aujourd'hui", "prud’hommes", "quelqu'un", "presqu'île", "O'Brien", "N'Djamena", "main-d'œuvre"]
        {
            assert_eq!(cut(word), [word]);
        }
    }

    #[test]
    fn a_pronoun_behind_its_verb_is_a_token() {
        assert_eq!(
            cut("a-t-il dit-elle ont-ils affirme-t-on"),
            ["a", "-t-il", "dit", "-elle", "ont", "-ils", "affirme", "-t-on"]
        );
        assert_eq!(cut("A-T-ELLE est-ce"), ["A", "-T-ELLE", "est", "-ce"]);
    }

    #[test]
    fn other_hyphens_do_not_cut() {
        for word in ["cessez-le-feu", "Paris-Match", "rendez-vous", "celle-ci", "peut-être", "porte-parole"]
        {
            assert_eq!(cut(word), [word]);
        }
    }

    #[test]
    fn english_clitics_are_tokens() {
        assert_eq!(
            cut_english("Ruth's won't they’ll I'm"),
            ["Ruth", "'s", "wo", "n't", "they", "’ll", "I", "'m"]
        );
    }

    #[test]
    fn english_does_not_elide() {
        assert_eq!(cut_english("O'Brien d'Ivoire"), ["O'Brien", "d'Ivoire"]);
    }
}
