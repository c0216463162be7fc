use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    pair(text, Span::new(0, text.len()), &mut quotes);
    quotes
}

fn inners(text: &str) -> Vec<&str> {
    found(text).iter().map(|quote| quote.inner.of(text)).collect()
}

/// Pairs every line as a block of its own.
fn blocks(text: &str) -> Vec<(String, bool)> {
    let mut quotes = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        pair(text, Span::new(start, start + line.len()), &mut quotes);
        start += line.len() + 1;
    }
    quotes.iter().map(|quote| (quote.inner.of(text).to_owned(), quote.closed)).collect()
}

#[test]
fn every_style_is_paired() {
    for text in [
        "« le pont »",
        "«\u{a0}le pont\u{202f}»",
        "“le pont”",
        "„le pont“",
        "\"le pont\"",
        "\"le pont”",
        "“le pont\"",
        "‹ le pont ›",
    ] {
        assert_eq!(inners(&format!("Il a vu {text}, hier.")), ["le pont"], "{text}");
    }
}

#[test]
fn a_guillemet_may_close_with_another_style() {
    assert_eq!(inners("Il parle d'un « plan solide” et part."), ["plan solide"]);
}

#[test]
fn straight_marks_padded_with_spaces() {
    assert_eq!(inners("Elle a dit \" on verra \" puis \" demain \"."), ["on verra", "demain"]);
}

#[test]
fn marks_behind_an_elision_and_against_brackets() {
    assert_eq!(inners("l'\"aube\" (\"la nuit\") d’“hiver”"), ["aube", "la nuit", "hiver"]);
}

#[test]
fn an_ellipsis_at_either_end_belongs_inside() {
    assert_eq!(inners("Il dit \"...et la suite...\" ou \"…rien…\"."), ["...et la suite...", "…rien…"]);
}

#[test]
fn nested_marks_know_their_depth() {
    let text = "« Il m'a dit “venez ‘vite’ ici” hier », raconte-t-elle.";
    let quotes: Vec<_> = found(text).iter().map(|q| (q.inner.of(text), q.depth)).collect();
    assert_eq!(quotes, [("Il m'a dit “venez ‘vite’ ici” hier", 0), ("venez ‘vite’ ici", 1), ("vite", 2)]);
}

#[test]
fn single_marks_are_told_from_apostrophes() {
    assert_eq!(
        inners("\"Le 'plan' n'est pas l'idée d'Anne\", dit-on."),
        ["Le 'plan' n'est pas l'idée d'Anne", "plan"]
    );
    assert_eq!(inners("L’idée n’est qu’à lui, dit l’homme."), [] as [&str; 0]);
    assert_eq!(inners("‘I won’t go,’ she said."), ["I won’t go,"]);
}

#[test]
fn guillemets_inside_guillemets() {
    assert_eq!(inners("« Un « petit » mot », dit-il."), ["Un « petit » mot", "petit"]);
}

#[test]
fn one_guillemet_may_close_two_quotations() {
    assert_eq!(inners("« Il a crié : « Sortez ! »"), ["Il a crié : « Sortez ! »", "Sortez !"]);
}

#[test]
fn inches_are_no_marks() {
    assert_eq!(inners("A 6\" nail and a 5'10\" man, \"tall\"."), ["tall"]);
    assert_eq!(inners("\"Ils sont 26\", dit-il."), ["Ils sont 26"]);
}

#[test]
fn an_orphan_costs_one_quotation() {
    assert_eq!(inners("Le \"pont est fermé. Il est \"sûr\" et \"solide\"."), ["sûr", "solide"]);
    assert_eq!(inners("Le pont\", dit-il, est \"sûr\" et « solide »."), ["sûr", "solide"]);
    assert_eq!(inners("Le « pont est fermé, dit Karim Haddad, “sûr” et “solide”."), ["sûr", "solide"]);
}

#[test]
fn a_quotation_that_begins_its_block_may_stay_open() {
    assert_eq!(
        blocks("« Nous partirons demain.\nElle est sortie."),
        [("Nous partirons demain.".into(), false)]
    );
    assert_eq!(blocks("Il parle d'un « pont qui tremble.\nElle est sortie."), []);
}

#[test]
fn a_quotation_goes_on_in_the_next_block() {
    assert_eq!(
        blocks("« Nous partirons.\n« Nous reviendrons », dit-elle."),
        [("Nous partirons.".into(), false), ("Nous reviendrons".into(), true)]
    );
    assert_eq!(
        blocks("\"Nous partirons.\nNous reviendrons\", dit-elle."),
        [("Nous partirons.".into(), false), ("Nous reviendrons".into(), true)]
    );
}

#[test]
fn guillemets_at_each_line_are_one_quotation() {
    let text = "« Nous partons\n« demain matin\n« sans lui », dit-elle.";
    assert_eq!(found(text).len(), 1);
}

#[test]
fn ten_thousand_marks_are_no_trouble() {
    for mark in ["«", "\"", "“ »", "' \"", "« ”"] {
        let text = mark.repeat(10_000);
        assert!(found(&text).len() <= 20_000);
    }
}

proptest! {
    #[test]
    fn quotations_nest_and_stay_on_boundaries(text in "[ab.,:« »“”„\"'’‘é\n\u{a0}]{0,60}") {
        let quotes = found(&text);
        for (index, quote) in quotes.iter().enumerate() {
            prop_assert!(text.get(quote.span.start..quote.span.end).is_some());
            prop_assert!(text.get(quote.inner.start..quote.inner.end).is_some());
            prop_assert!(quote.span.covers(quote.inner));
            for other in &quotes[index + 1..] {
                prop_assert!(other.span.start >= quote.span.start);
                prop_assert!(!quote.span.overlaps(other.span) || quote.span.covers(other.span));
            }
        }
    }
}
