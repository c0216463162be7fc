//! Which names are joined, why, and how sure that is.

use super::super::Join;
use super::{actors_of, alias, named};

/// The reason of one alias in articles that hold one actor by two names, and whether it is unsure.
fn reason(texts: &[&str], name: &str, other: &str) -> (Join, bool) {
    let actors = actors_of(texts);
    let found = alias(&actors, name, other);
    (found.by, found.is_unsure())
}

#[test]
fn a_last_name_is_joined_by_it() {
    let text = "Le port.\n\nLa maire Jeanne Morel a visité le port. Morel a promis des aides.";
    assert_eq!(reason(&[text], "Jeanne Morel", "Morel"), (Join::LastName, false));
    let text = "La gare.\n\nKarim Haddad a rouvert la gare hier. Haddad a souri.";
    assert_eq!(reason(&[text], "Karim Haddad", "Haddad"), (Join::LastName, false));
}

#[test]
fn accents_and_case_are_a_matter_of_spelling() {
    let texts = [
        "Le port.\n\nHier, Zoé Lemaître a parlé. Zoé Lemaître part.",
        "Le port.\n\nHier, Zoe Lemaitre a parlé.",
    ];
    assert_eq!(reason(&texts, "Zoé Lemaître", "Zoe Lemaitre"), (Join::Spelling, false));
}

#[test]
fn two_persons_with_one_last_name_stay_two_and_the_one_named_before_is_meant() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Jeanne Morel a parlé. Morel a souri.",
        "Le port.\n\nHier, Julien Morel a parlé. Morel a refusé. Julien Morel est parti.",
    ]);
    for (name, article) in [("Jeanne Morel", 0), ("Julien Morel", 1)] {
        assert!(named(&actors, name).mentions.iter().all(|mention| mention.article == article));
        let found = alias(&actors, name, "Morel");
        assert_eq!((found.by, found.count, found.is_unsure()), (Join::LastName, 1, false));
        assert!(found.confidence < Join::LastName.confidence());
    }
}

#[test]
fn a_last_name_that_two_could_bear_is_unsure() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Jeanne Morel a parlé à Julien Morel. Jeanne Morel est partie.",
        "Le port.\n\nDans la soirée, Morel a promis des aides.",
    ]);
    assert!(alias(&actors, "Jeanne Morel", "Morel").is_unsure());
}

#[test]
fn a_title_tells_two_with_one_last_name_apart() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Jeanne Morel et Julien Morel ont parlé. M. Morel a souri. Mme Morel est partie.",
    ]);
    for name in ["Jeanne Morel", "Julien Morel"] {
        assert_eq!(alias(&actors, name, "Morel").by, Join::Title, "{name}");
    }
    let actors = actors_of(&[
        "La gare.\n\nHier, Sophie Lenoir et Paul Lenoir ont parlé. Mme Lenoir est partie. Puis Mme Lenoir revint.",
    ]);
    assert_eq!(alias(&actors, "Sophie Lenoir", "Lenoir").count, 2);
}

#[test]
fn a_title_of_the_other_gender_is_somebody_else() {
    let actors =
        actors_of(&["Le port.\n\nHier, Jeanne Morel a parlé. M. Morel a souri puis Jeanne Morel a ri."]);
    assert_eq!(named(&actors, "Jeanne Morel").mentions.len(), 2);
    assert_eq!(named(&actors, "Morel").mentions.len(), 1);
    let actors = actors_of(&["La gare.\n\nHier, Mme Lenoir a parlé. M. Lenoir a souri, et Mme Lenoir a ri."]);
    let counts: Vec<usize> = actors.iter().map(|actor| actor.mentions.len()).collect();
    assert_eq!(counts, [2, 1]);
}

#[test]
fn an_initial_is_joined_to_the_one_it_fits() {
    let texts = ["Le port.\n\nHier, Jeanne Morel a parlé.", "Le port.\n\nHier, J. Morel a parlé."];
    assert_eq!(reason(&texts, "Jeanne Morel", "J. Morel"), (Join::Initial, false));
    let texts = ["La gare.\n\nHier, Karim Haddad a parlé.", "La gare.\n\nHier, K. Haddad a parlé."];
    assert_eq!(reason(&texts, "Karim Haddad", "K. Haddad"), (Join::Initial, false));
}

#[test]
fn an_initial_never_makes_one_of_two() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Jeanne Morel a parlé à Julien Morel. Jeanne Morel est partie.",
        "Le port.\n\nHier, J. Morel a parlé. J. Morel est parti. J. Morel revint. J. Morel rit.",
    ]);
    assert!(named(&actors, "Julien Morel").mentions.iter().all(|mention| mention.article == 0));
    assert!(alias(&actors, "Jeanne Morel", "J. Morel").is_unsure());
}

#[test]
fn a_first_name_with_a_hyphen_is_another_first_name() {
    let actors =
        actors_of(&["Le port.\n\nHier, Anne Roussel a parlé à Anne-Marie Roussel. Anne Roussel est partie."]);
    assert_eq!(named(&actors, "Anne Roussel").mentions.len(), 2);
    assert_eq!(named(&actors, "Anne-Marie Roussel").mentions.len(), 1);
}

#[test]
fn an_acronym_follows_its_expansion() {
    let text =
        "Les rivières.\n\nHier, le Conseil des rivières alpines (CRA) a protesté. Le CRA a saisi le juge.";
    assert_eq!(reason(&[text], "Conseil des rivières alpines", "CRA"), (Join::Acronym, false));
}

#[test]
fn a_capital_and_a_people_stand_for_their_state() {
    let actors = actors_of(&[
        "La pêche.\n\nHier, l'Estonie a refusé. Tallinn a protesté. Les Estoniens ont voté. L'Estonie a signé.",
    ]);
    assert_eq!(alias(&actors, "Estonie", "Tallinn").by, Join::Capital);
    assert_eq!(alias(&actors, "Estonie", "Estoniens").by, Join::Demonym);
}

#[test]
fn a_description_is_joined_by_what_an_outlet_says_beside_the_name() {
    let texts = [
        "La pêche.\n\nLe président estonien Karel Ilves a signé hier.",
        "La pêche.\n\nDans la soirée, le président estonien a refusé.",
    ];
    assert_eq!(reason(&texts, "Karel Ilves", "le président estonien"), (Join::Nationality, false));
    let texts = [
        "Le port.\n\nAnne Roussel, porte-parole de la mairie, a signé hier.",
        "Le port.\n\nDans la soirée, la porte-parole de la mairie a refusé.",
    ];
    assert_eq!(reason(&texts, "Anne Roussel", "la porte-parole de la mairie"), (Join::Apposition, false));
}

#[test]
fn a_chain_of_reasons_is_as_sure_as_its_links_together() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Volodia Petrenko a parlé. Volodia Petrenko est parti.",
        "Le port.\n\nHier, Volodya Petrenko a parlé. V. Petrenko est parti.",
    ]);
    let far = alias(&actors, "Volodia Petrenko", "Volodya Petrenko");
    assert_eq!(far.by, Join::Likeness);
    assert!(alias(&actors, "Volodia Petrenko", "V. Petrenko").confidence <= Join::Initial.confidence());
}

#[test]
fn a_no_break_space_makes_no_other_name() {
    let actors = actors_of(&["Le port.\n\nHier, Jeanne\u{a0}Morel a parlé. Puis Jeanne Morel est partie."]);
    assert!(named(&actors, "Jeanne Morel").aliases.is_empty());
}
