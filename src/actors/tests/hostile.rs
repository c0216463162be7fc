//! Input that no newsroom would send, and some that it would.

use super::{actors_of, named, names_of};

#[test]
fn an_article_in_another_language_gives_names_or_nothing() {
    let text = "Der Damm.\n\nAm Dienstag hat Bürgermeisterin Jeanne Morel den Damm von Pontvert besucht. \
                Die Bewohner warten auf Nachrichten aus Berlin.";
    let names = names_of(text);
    assert!(names.iter().any(|name| name.contains("Morel")), "{names:?}");
}

#[test]
fn names_in_another_script_are_read_to_their_ends() {
    for text in [
        "Река.\n\nВо вторник мэр Иван Петренко посетил дамбу. Жители ждут новостей из Москвы.",
        "السد.\n\nزار رئيس البلدية كريم حداد السد يوم الثلاثاء وانتظر السكان الأخبار من بيروت.",
        "水坝。\n\n市长王芳星期二视察了水坝。居民们在等待北京的消息。",
    ] {
        for actor in actors_of(&[text]) {
            for mention in &actor.mentions {
                assert!(!mention.span.of(text).trim().is_empty(), "{actor:?}");
            }
        }
    }
}

#[test]
fn an_article_in_capitals_names_whom_another_article_names() {
    let actors = actors_of(&[
        "La digue cède.\n\nHier, la maire Jeanne Morel a visité le port avec les pompiers.",
        "LA DIGUE CÈDE.\n\nLA MAIRE JEANNE MOREL A VISITÉ LE PORT. LES POMPIERS ONT SUIVI JEANNE MOREL.",
    ]);
    assert_eq!(named(&actors, "Jeanne Morel").mentions.len(), 3, "{actors:?}");
}

#[test]
fn capitals_alone_make_no_names() {
    let actors =
        actors_of(&["LA RÉUNION DU CONSEIL.\n\nLE CONSEIL A VOTÉ LE BUDGET. LES HABITANTS ATTENDENT."]);
    assert!(actors.len() < 2, "{actors:?}");
}

#[test]
fn an_article_without_capitals_names_whom_another_article_names() {
    let actors = actors_of(&[
        "La digue cède.\n\nHier, la maire Jeanne Morel a visité le port avec les pompiers.",
        "la digue cède.\n\nhier, la maire jeanne morel a visité le port. les pompiers ont suivi.",
    ]);
    assert_eq!(named(&actors, "Jeanne Morel").mentions.len(), 2, "{actors:?}");
}

#[test]
fn one_word_is_an_article_too() {
    for text in ["Pontvert", "?", "«", "a", "L'", "A.", "1"] {
        assert!(actors_of(&[text]).len() < 2, "{text}");
    }
    assert!(actors_of(&[""]).is_empty());
}

#[test]
fn five_thousand_names_are_five_thousand_actors() {
    let syllables = ["ba", "dor", "mi", "vel", "tan", "ro", "lu", "gar", "che", "pin"];
    let part = |number: usize| {
        let name: String =
            [number / 100 % 10, number / 10 % 10, number % 10].iter().map(|at| syllables[*at]).collect();
        format!("{}{}", name[..1].to_uppercase(), &name[1..])
    };
    let list: Vec<String> = (0..5_000)
        .map(|at| format!("Jeanne {}{}", part(at / 10), part(at * 7 % 1_000).to_lowercase()))
        .collect();
    let text = format!("La liste.\n\nOnt signé hier {}.", list.join(", "));
    let actors = actors_of(&[&text]);
    assert!(actors.len() > 3_000, "{}", actors.len());
}

#[test]
fn a_name_of_three_hundred_letters_is_one_name() {
    let long = format!("B{}", "arandor".repeat(43));
    let text = format!("Le nom.\n\nHier, Jeanne {long} a parlé. Plus tard, Jeanne {long} est partie.");
    let actors = actors_of(&[&text]);
    assert_eq!(actors.iter().map(|actor| actor.mentions.len()).sum::<usize>(), 2, "{actors:?}");
}

#[test]
fn an_article_may_end_with_an_acronym() {
    for end in ["L'enquête est menée par le SDIS", "Jeanne Morel (CGT", "Selon l'INSEE 3", "CAC"] {
        let text = format!("Orvelle compte ses rues\n\n{end}");
        let dossier = crate::dossier::Dossier::of_texts("rues", [("a.txt", text.as_str())]).analyse(&|_| {});
        assert_eq!(dossier.articles.len(), 1, "{end}");
    }
}
