//! Which words two passages share, where they are too unlike to be read word by word: what shows at a
//! glance why they were held against each other.

use super::Dossier;
use crate::align::{Passage, Vocabulary};
use crate::article::Span;
use crate::text::{TokenKind, fold};

/// The words of each passage that the other one has too, in bytes of their articles: the same stem or
/// the same number, or words that newsrooms use for one another; words without matter of their own
/// aside. Nothing where either shares all of them.
pub fn shared_words(dossier: &Dossier, a: Passage, b: Passage) -> [Vec<Span>; 2] {
    let (left, right) = (terms(dossier, a), terms(dossier, b));
    let among = |terms: &[(String, Span)], others: &[(String, Span)]| -> Vec<Span> {
        let known = |term: &String| others.iter().any(|(other, _)| other == term);
        terms.iter().filter(|(term, _)| known(term)).map(|(_, span)| *span).collect()
    };
    let shared = [among(&left, &right), among(&right, &left)];
    if shared[0].len() == left.len() && shared[1].len() == right.len() {
        [Vec::new(), Vec::new()]
    } else {
        shared
    }
}

/// The words of a passage that matter, by the term that stands for each.
fn terms(dossier: &Dossier, passage: Passage) -> Vec<(String, Span)> {
    let (Some(article), Some(text)) =
        (dossier.articles.get(passage.article), dossier.texts.get(passage.article))
    else {
        return Vec::new();
    };
    let vocabulary = Vocabulary::of(article.language);
    let tokens = text.tokens_in(passage.span).iter();
    tokens
        .filter_map(|token| {
            let word = token.span.of(&article.text);
            let folded = fold(word);
            match token.kind {
                TokenKind::Number => Some((folded.replace(['.', ',', ' '], ""), token.span)),
                TokenKind::Word if folded.chars().count() > 2 && !vocabulary.is_stopword(&folded) => {
                    Some((vocabulary.term(word), token.span))
                }
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared(a: &str, b: &str) -> [Vec<String>; 2] {
        let dossier = Dossier::of_texts("port", [("a.txt", a), ("b.txt", b)]);
        let passage = |article: usize| Passage { article, span: dossier.texts[article].sentences[0].span };
        let found = shared_words(&dossier, passage(0), passage(1));
        let words = |at: usize| {
            found[at].iter().map(|span| span.of(&dossier.articles[at].text).to_owned()).collect::<Vec<_>>()
        };
        [words(0), words(1)]
    }

    #[test]
    fn shared_words_are_found_in_any_order_and_any_form() {
        let [a, b] = shared(
            "Le préfet a ordonné l’évacuation de 340 habitants du bourg.\n",
            "Dans le bourg, 340 personnes ont été évacuées.\n",
        );
        assert_eq!(a, ["évacuation", "340", "bourg"]);
        assert_eq!(b, ["bourg", "340", "évacuées"]);
    }

    #[test]
    fn passages_that_share_everything_have_nothing_to_show() {
        assert_eq!(
            shared("Le bourg est vide.\n", "Le bourg est vide.\n"),
            [Vec::<String>::new(), Vec::new()]
        );
    }
}
