//! Input that nobody writes on purpose: no panic, no claim without its words, and no end of waiting.

use super::*;

/// Pieces that rules look at, to be strung together in every order.
const PIECES: [&str; 36] = [
    "« ",
    " »",
    "\"",
    "“",
    "”",
    ", ",
    ". ",
    " : ",
    " – ",
    "a déclaré ",
    "a-t-il dit",
    "que ",
    "qu'",
    "selon ",
    "Jeanne Morel ",
    "le maire ",
    "la ",
    "de ",
    "et ",
    "mais ",
    "ajoutant ",
    "qui ",
    "se dit ",
    "préoccupé par ",
    "inquiète ",
    "à ",
    "en ",
    "(",
    ")",
    "jeudi ",
    "4 ",
    "\n",
    "d'après ",
    "mettre en garde ",
    "s'est « engagé ",
    "dit-on",
];

fn check(text: &str, language: Language) {
    let (article, actors, claims) = found(text, language);
    for claim in claims {
        assert!(!claim.span.of(&article.text).trim().is_empty(), "an empty claim in {text:?}");
        assert!(claim.speakers.iter().all(|&actor| actor < actors.len()));
        for span in claim.speaker_text.into_iter().chain(claim.cue.map(|cue| cue.span)) {
            assert!(!span.of(&article.text).is_empty(), "a span outside the text in {text:?}");
        }
    }
}

#[test]
fn pieces_in_any_order_never_panic() {
    // Steele and Vigna's multiplier for a linear congruential generator of 64 bits.
    let mut state: u64 = 7;
    let mut next = || {
        state = state.wrapping_mul(0xd134_2543_de82_ef95).wrapping_add(1);
        (state >> 40) as usize
    };
    for _ in 0..3_000 {
        let length = 2 + next() % 22;
        let text: String = (0..length).map(|_| PIECES[next() % PIECES.len()]).collect();
        check(&text, if next() % 4 == 0 { Language::English } else { Language::French });
    }
}

#[test]
fn ten_thousand_quotations_in_one_paragraph() {
    let text: String =
        (0..10_000).map(|n| format!("« Le pont {n} est fermé », a dit Jeanne Morel. ")).collect();
    let (_, _, claims) = found(&text, Language::French);
    assert_eq!(claims.len(), 10_000);
}

#[test]
fn a_speech_printed_whole_between_two_marks() {
    let verses: String =
        (0..5_000).map(|n| format!("Nous irons jusqu'au pont {n}, dit la chanson. ")).collect();
    let text = format!("Jeanne Morel a déclaré : « {verses} »");
    let (_, _, claims) = found(&text, Language::French);
    assert_eq!(claims.len(), 1);
}

#[test]
fn one_sentence_of_a_hundred_thousand_words() {
    let text = "Jeanne Morel a dit que la digue, que le port, selon la mairie, et la ville a ajouté que "
        .repeat(1_000);
    check(&text, Language::French);
}

#[test]
fn an_orphan_mark_costs_one_quotation_only() {
    let text = "« La digue tiendra, a dit Jeanne Morel.\n\n« Le port ferme », a dit Karim Haddad.";
    assert!(
        french(text).contains(&"Karim Haddad | dire | « Le port ferme »".to_owned()),
        "{:?}",
        french(text)
    );
}
