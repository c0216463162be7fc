use proptest::prelude::*;

use super::*;

pub(super) fn cut(text: &str) -> Vec<&str> {
    cut_in(text, Language::French)
}

pub(super) fn cut_english(text: &str) -> Vec<&str> {
    cut_in(text, Language::English)
}

fn cut_in(text: &str, language: Language) -> Vec<&str> {
    let mut tokens = Vec::new();
    super::cut(text, Span::new(0, text.len()), language, &mut tokens);
    tokens.into_iter().map(|token| token.span.of(text)).collect()
}

fn kinds(text: &str) -> Vec<TokenKind> {
    let mut tokens = Vec::new();
    super::cut(text, Span::new(0, text.len()), Language::French, &mut tokens);
    tokens.into_iter().map(|token| token.kind).collect()
}

#[test]
fn acronyms_keep_their_stops() {
    assert_eq!(
        cut("les U.S. et l'O.N.U. selon J.-P. Roussel"),
        ["les", "U.S.", "et", "l'", "O.N.U.", "selon", "J.-P.", "Roussel"]
    );
}

#[test]
fn an_abbreviation_parts_from_its_stop() {
    assert_eq!(cut("M. Haddad"), ["M", ".", "Haddad"]);
}

#[test]
fn addresses_are_one_word() {
    assert_eq!(
        cut("voir https://exemple.fr/a-b?c=1, www.exemple.org ou anne.roussel@exemple.fr."),
        ["voir", "https://exemple.fr/a-b?c=1", ",", "www.exemple.org", "ou", "anne.roussel@exemple.fr", "."]
    );
}

#[test]
fn a_stop_glued_to_the_next_word_still_parts_them() {
    assert_eq!(cut("la fin.Après"), ["la", "fin", ".", "Après"]);
}

#[test]
fn ellipses_are_one_token() {
    assert_eq!(cut("oui... non… […] (...) -- fin"), ["oui", "...", "non", "…", "[…]", "(...)", "--", "fin"]);
}

#[test]
fn marks_are_told_from_other_punctuation() {
    use TokenKind::{Mark, Punctuation, Word};
    assert_eq!(kinds("« a » “b” ; ‹c›"), [Mark, Word, Mark, Mark, Word, Mark, Punctuation, Mark, Word, Mark]);
}

#[test]
fn decomposed_accents_stay_in_their_word() {
    assert_eq!(cut("e\u{301}te\u{301} fini"), ["e\u{301}te\u{301}", "fini"]);
}

#[test]
fn the_sign_for_number_is_one_word() {
    assert_eq!(cut("le n° 5"), ["le", "n°", "5"]);
}

proptest! {
    #[test]
    fn tokens_hold_all_that_can_be_seen(text in "\\PC{0,80}") {
        let mut tokens = Vec::new();
        super::cut(&text, Span::new(0, text.len()), Language::French, &mut tokens);
        let mut last = 0;
        for token in &tokens {
            prop_assert!(token.span.start >= last && token.span.start < token.span.end);
            let gap = text.get(last..token.span.start).unwrap();
            prop_assert!(gap.chars().all(|c| c.is_whitespace() || is_invisible(c)));
            prop_assert!(text.is_char_boundary(token.span.end));
            last = token.span.end;
        }
        prop_assert!(text[last..].chars().all(|c| c.is_whitespace() || is_invisible(c)));
    }
}
