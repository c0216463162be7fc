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

#[test]
fn an_interview_gives_no_claim_to_the_one_who_asks() {
    let text = "Anne Roussel publie un livre.\n\nPourquoi si tard ?\n\nParce que rien ne pressait.\n\nVous dites que le port est mort. Vraiment ?\n\nAnne Roussel : Il dort, c'est autre chose.\n\nEt la digue ?\n\nElle tiendra.";
    let claims = french(text);
    let asked = ["Pourquoi", "Vraiment", "Et la digue"];
    assert!(!claims.iter().any(|claim| asked.iter().any(|words| claim.contains(words))), "{claims:?}");
    assert!(claims.len() <= 2, "{claims:?}");
}

#[test]
fn each_entry_of_a_ticker_has_its_own_speaker() {
    let text = "18 h 40. La route est rouverte, annonce Solarex.\n\n18 h 10. « Personne n'est blessé », assure Jeanne Morel.\n\n17 h 55. Deux engins sont en route, indique l'Agence des eaux.";
    assert_eq!(
        french(text),
        [
            "Solarex | annoncer | La route est rouverte",
            "Jeanne Morel | assurer | « Personne n'est blessé »",
            "Agence des eaux | indiquer | Deux engins sont en route"
        ]
    );
}

#[test]
fn a_poem_is_nobodys_claim() {
    let text = "La digue dort sous la lune,\nle port se tait, la mer attend,\net sur la dune\nun enfant.\n\nQui dira le nom des barques ?\nQui dira le sel ?";
    assert_eq!(french(text), Vec::<String>::new());
}

#[test]
fn an_article_that_is_one_quotation_is_at_most_one_claim() {
    let sentences = "La digue tiendra. Le port vivra. Nous resterons. ".repeat(40);
    let claims = french(&format!("« {} »", sentences.trim_end()));
    assert!(claims.len() <= 1, "{} claims", claims.len());
}

#[test]
fn a_speech_set_in_paragraphs_keeps_its_speaker() {
    let text = "Jeanne Morel a pris la parole : « La digue a cent ans. Elle a tenu deux guerres.\n\n« Elle ne tiendra pas un hiver de plus. Nous devons choisir.\n\n« Nous choisirons en mars. »";
    let claims = french(text);
    assert_eq!(claims.len(), 3, "{claims:?}");
    assert!(claims.iter().all(|claim| claim.starts_with("Jeanne Morel | -")), "{claims:?}");
}

#[test]
fn marks_without_partners_everywhere() {
    for text in [
        "« « « La digue tiendra, a dit Jeanne Morel.".repeat(400),
        "» La digue » tiendra », a dit Jeanne Morel. ".repeat(400),
        "\"La digue“ tiendra«, a dit ”Jeanne Morel\". ".repeat(400),
        "‹La ‘digue “tiendra, „a dit «Jeanne Morel ".repeat(400),
    ] {
        check(&text, Language::French);
    }
}

#[test]
fn ten_thousand_quotations_without_a_speaker() {
    let text: String = (0..10_000).map(|n| format!("« Nous sommes restés sur le pont {n}. » ")).collect();
    check(&text, Language::French);
}

#[test]
fn a_chain_of_turns_takes_linear_time() {
    let turn = "Jeanne Morel dit que la digue a cédé, Karim Haddad que le port tient, la mairie assure que tout va, ";
    check(&turn.repeat(3_000), Language::French);
    check(
        &"Grace Oduya said the wall was safe, Tom Whitfield said it was not, ".repeat(3_000),
        Language::English,
    );
}
