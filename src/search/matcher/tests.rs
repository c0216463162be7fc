//! What matches what, and better than what.

use proptest::prelude::*;

use super::*;
use crate::search::plain::plain;
use crate::search::query::Query;

fn look(line: &str, text: &str, reach: Reach) -> Found {
    let query = Query::parse(line);
    let needle = needle(&query.groups[0][0].condition).unwrap();
    let text = plain(text);
    super::look(&needle, &text, letters(&text), reach)
}

fn quality(line: &str, text: &str) -> i64 {
    match look(line, text, Reach::Text) {
        Found::Hit(quality) => quality,
        other => panic!("{line:?} in {text:?}: {other:?}"),
    }
}

fn misses(line: &str, text: &str, reach: Reach) -> bool {
    !matches!(look(line, text, reach), Found::Hit(_))
}

/// The plain text with every place in brackets.
fn lit(line: &str, text: &str, reach: Reach) -> String {
    let query = Query::parse(line);
    let needle = needle(&query.groups[0][0].condition).unwrap();
    let mut text = plain(text);
    for place in places(&needle, &text, reach).into_iter().rev() {
        let inside = text[place.clone()].to_owned();
        text.replace_range(place, &format!("[{inside}]"));
    }
    text
}

#[test]
fn a_whole_word_beats_a_word_start_beats_an_inside_beats_scattered_letters() {
    let order = [
        quality("port", "Port fermé"),
        quality("port", "Le port est fermé"),
        quality("port", "Le portique est fermé"),
        quality("port", "Le transport est fermé"),
        quality("port", "Parti ouvrier : tri"),
    ];
    assert!(order.is_sorted_by(|a, b| a > b), "{order:?}");
}

#[test]
fn initials_find_a_name() {
    assert_eq!(
        lit("pcm", "Le Parti des citoyens de la mer", Reach::Text),
        "le [p]arti des [c]itoyens de la [m]er"
    );
}

#[test]
fn letters_strewn_over_a_title_are_a_coincidence() {
    assert!(misses("elysee", "Elle y a laissé ses effets personnels", Reach::Text));
    assert!(misses("port", "Présidentielle : l’opposition refuse tout", Reach::Text));
}

#[test]
fn the_starts_of_two_words_find_what_stands_around_others() {
    assert_eq!(lit("expsel", "Exporter toute la sélection", Reach::Text), "[exp]orter toute la [sel]ection");
}

#[test]
fn letters_left_out_of_a_name_are_forgiven() {
    assert_eq!(lit("hdad", "Karim Haddad", Reach::Text), "karim [h]ad[dad]");
}

#[test]
fn a_sentence_is_not_searched_for_scattered_letters() {
    assert!(misses("pcm", "Le parti citoyen maritime a protesté", Reach::Word));
}

#[test]
fn a_letter_left_out_of_a_word_of_a_sentence_is_forgiven() {
    assert_eq!(lit("grvistes", "Les grévistes restent", Reach::Word), "les [gr]e[vistes] restent");
    assert!(misses("grst", "Les grévistes restent", Reach::Word));
}

#[test]
fn an_exact_term_takes_no_scattered_letters() {
    assert!(misses("'hdad", "Karim Haddad", Reach::Text));
}

#[test]
fn a_whole_word_is_asked_for_between_apostrophes() {
    assert!(misses("'port'", "Le transport", Reach::Text));
    assert_eq!(lit("'port'", "Du transport au port", Reach::Text), "du transport au [port]");
}

#[test]
fn the_start_is_the_first_letter_whatever_marks_stand_before_it() {
    assert_eq!(lit("^aucun", "« Aucun report »", Reach::Word), "\" [aucun] report \"");
    assert!(misses("^report", "« Aucun report »", Reach::Word));
}

#[test]
fn the_end_is_the_last_letter_whatever_marks_stand_behind_it() {
    assert_eq!(lit("report$", "Aucun report du report ».", Reach::Word), "aucun report du [report] \".");
    assert!(misses("aucun$", "Aucun report", Reach::Word));
}

#[test]
fn from_start_to_end_leaves_nothing_out() {
    assert_eq!(lit("^aide$", "Aide", Reach::Text), "[aide]");
    assert!(misses("^aide$", "Aide aux marins, aide", Reach::Text));
}

#[test]
fn every_place_lights_up_but_of_a_single_letter_only_the_best() {
    assert_eq!(lit("port", "Port à port", Reach::Text), "[port] a [port]");
    assert_eq!(lit("p", "Le cap du port", Reach::Text), "le cap du [p]ort");
}

#[test]
fn letters_beyond_ascii_are_placed_by_character() {
    assert_eq!(lit("кив", "киев", Reach::Text), "[ки]е[в]");
}

#[test]
fn a_term_longer_than_any_word_is_matched_side_by_side() {
    let long = "a".repeat(SHORT_TERM + 1);
    assert!(misses(&long, &"ab".repeat(200), Reach::Text));
    assert!(quality(&long, &"a".repeat(200)) > 0);
}

#[test]
fn what_may_still_match_with_more_letters_is_told_from_what_cannot() {
    assert_eq!(look("grs", "Les grévistes", Reach::Word), Found::Within);
    assert_eq!(look("grz", "Les grévistes", Reach::Word), Found::No);
}

proptest! {
    #[test]
    fn the_sieve_holds_nothing_back_that_would_be_accepted(
        text in "[abcé][abcé']{0,6}",
        title in "([abcdé]{1,5}[ '«]{0,2}){1,6}",
    ) {
        let query = Query::parse(&text);
            let needle = needle(&query.groups[0][0].condition).unwrap();
        let title = plain(&title);
        let accepted = scattered(&needle, &title).is_some();
        prop_assert!(!accepted || needle.sieve.as_ref().unwrap().lets_through(needle.text, &title));
    }
}
