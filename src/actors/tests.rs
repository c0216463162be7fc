//! What the stage makes of small invented dossiers.

use std::collections::HashSet;

use super::*;
use crate::article::{Evidence, Outlet};
use crate::lang::Language;
use crate::source::Decoded;
use crate::text;

mod bodies;
mod correcting;
mod hostile;
mod merging;
mod persons;

/// The actors of articles given as texts; the first line of each is its headline.
fn actors_of(texts: &[&str]) -> Vec<Actor> {
    actors_from(&texts.iter().map(|body| (None, *body)).collect::<Vec<_>>())
}

/// The actors of articles given as texts with the outlet that published them.
pub(super) fn actors_from(texts: &[(Option<&str>, &str)]) -> Vec<Actor> {
    find_in(&articles_of(texts))
}

fn articles_of(texts: &[(Option<&str>, &str)]) -> Vec<Article> {
    let article = |(at, (outlet, body)): (usize, &(Option<&str>, &str))| {
        let decoded = Decoded { text: (*body).to_owned(), encoding: "UTF-8".to_owned() };
        let mut article = Article::read(format!("{at}.txt"), format!("{at}.txt"), None, decoded);
        article.language = Some(if body.contains(" the ") { Language::English } else { Language::French });
        article.outlet = outlet.map(|name| Outlet { name: name.to_owned(), evidence: Evidence::Sidecar });
        article
    };
    texts.iter().enumerate().map(article).collect()
}

fn find_in(articles: &[Article]) -> Vec<Actor> {
    let read: Vec<Text> = articles.iter().map(text::Text::read).collect();
    find(articles, &read)
}

fn named<'a>(actors: &'a [Actor], name: &str) -> &'a Actor {
    actors.iter().find(|actor| actor.name == name).unwrap_or_else(|| {
        panic!("no {name} among {:?}", actors.iter().map(|actor| &actor.name).collect::<Vec<_>>())
    })
}

/// How the name `alias` of the actor `name` was joined.
fn alias<'a>(actors: &'a [Actor], name: &str, alias: &str) -> &'a Alias {
    let actor = named(actors, name);
    let known = actor.aliases.iter().chain(&actor.descriptions);
    known.clone().find(|known| known.name == alias).unwrap_or_else(|| {
        panic!("{name} has no {alias}, only {:?}", known.map(|alias| &alias.name).collect::<Vec<_>>())
    })
}

pub(super) fn names_of(text: &str) -> Vec<String> {
    actors_of(&[text]).into_iter().map(|actor| actor.name).collect()
}

/// The words of an actor's mentions in the one article `text`.
fn mentions<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let actors = actors_of(&[text]);
    named(&actors, name).mentions.iter().map(|mention| mention.span.of(text)).collect()
}

#[test]
fn a_last_name_follows_the_full_name_in_another_outlet() {
    let actors = actors_of(&[
        "La digue cède.\n\nLa maire Jeanne Morel a visité le port avec les pompiers.",
        "Le port inondé.\n\nDans la soirée, Morel a promis des aides aux pêcheurs.",
    ]);
    let morel = named(&actors, "Jeanne Morel");
    assert_eq!((morel.kind, morel.mentions.len()), (ActorKind::Person, 2));
    assert_eq!(morel.gender, Some(Gender::Feminine));
}

#[test]
fn spellings_of_a_first_name_are_one_person() {
    let actors = actors_of(&[
        "La grève dure.\n\nHier, Dmytro Halenko a parlé aux dockers.",
        "Les docks bloqués.\n\nHier, Dmitro Halenko a parlé aux dockers.",
    ]);
    assert_eq!(actors.len(), 1, "{actors:?}");
    assert_eq!(actors[0].mentions.len(), 2);
}

#[test]
fn an_initial_stands_for_a_first_name() {
    let actors =
        actors_of(&["La faillite.\n\nHier, Karim Haddad a démissionné. Le dossier de K. Haddad est clos."]);
    assert_eq!(named(&actors, "Karim Haddad").mentions.len(), 2);
}

#[test]
fn two_people_with_one_last_name_stay_apart() {
    let text = "Le procès.\n\nHier, Anne Roussel a témoigné. Puis Paul Roussel a parlé. Ensuite, Roussel a quitté la salle.";
    let actors = actors_of(&[text]);
    assert_eq!(named(&actors, "Anne Roussel").mentions.len(), 1);
    assert_eq!(named(&actors, "Paul Roussel").mentions.len(), 2);
}

#[test]
fn accents_case_and_apostrophes_do_not_part_a_name() {
    let actors = actors_of(&[
        "Le barrage.\n\nSelon l'Elysée, le barrage tient.",
        "Le barrage.\n\nSelon l’Élysée, le barrage tient.",
    ]);
    assert_eq!(actors.len(), 1, "{actors:?}");
}

#[test]
fn a_title_is_no_part_of_the_name() {
    for text in ["Un vote.\n\nHier, Mme Morel a voté.", "Un vote.\n\nHier, le président Morel a voté."] {
        assert_eq!(mentions(text, "Morel"), ["Morel"]);
    }
    let text = "A vote.\n\nYesterday the session was opened by President Jane Whitlow.";
    assert_eq!(mentions(text, "Jane Whitlow"), ["Jane Whitlow"]);
}

#[test]
fn particles_stay_inside_a_name() {
    let text = "Un vote.\n\nHier, Anna von der Heide et Piet van den Berg ont voté avec Louis de Brévent.";
    assert_eq!(names_of(text), ["Anna von der Heide", "Louis de Brévent", "Piet van den Berg"]);
}

#[test]
fn an_arabic_article_stays_inside_a_name() {
    let text = "Un vote.\n\nHier, Salim al-Bachiri a voté.";
    assert_eq!(names_of(text), ["Salim al-Bachiri"]);
}

#[test]
fn a_capital_that_acts_is_its_state() {
    let text = "La pêche.\n\nLes alliés de Lisbonne attendent. Lisbonne a signé. Le Portugal paiera.";
    assert_eq!(mentions(text, "Portugal"), ["Lisbonne", "Lisbonne", "Portugal"]);
}

#[test]
fn a_capital_to_be_at_is_a_city() {
    for text in [
        "La pêche.\n\nIls sont réunis à Lisbonne depuis hier.",
        "La pêche.\n\nLe sommet de Lisbonne est ouvert.",
        "La pêche.\n\nLes rues de Lisbonne sont vides.",
        "Fishing.\n\nOn Tuesday the boats were moored in Lisbon.",
    ] {
        let actors = actors_of(&[text]);
        assert!(actors.iter().any(|actor| actor.name.starts_with("Lisbo")), "{actors:?}");
    }
}

#[test]
fn what_is_given_to_a_capital_is_given_to_the_state() {
    let text = "La pêche.\n\nL'aide accordée à Oslo sera versée demain.";
    assert_eq!(mentions(text, "Norvège"), ["Oslo"]);
}

#[test]
fn french_and_english_names_of_a_state_are_one_actor() {
    let actors = actors_of(&[
        "La pêche.\n\nHier, les États-Unis ont signé.",
        "Fishing.\n\nOn Tuesday the United States signed.",
    ]);
    assert_eq!(actors.len(), 1, "{actors:?}");
}

#[test]
fn a_people_is_a_mention_of_its_state() {
    let text = "La pêche.\n\nLa Norvège a signé, et les Norvégiens sont contents.";
    assert_eq!(mentions(text, "Norvège"), ["Norvège", "Norvégiens"]);
}

#[test]
fn a_seat_of_power_is_an_actor_of_its_own() {
    let actors = actors_of(&["La pêche.\n\nLe Kremlin a protesté contre la Russie."]);
    assert_eq!(named(&actors, "Kremlin").kind, ActorKind::Organisation);
    assert_eq!(named(&actors, "Russie").kind, ActorKind::Place);
}

#[test]
fn an_acronym_in_brackets_joins_the_name_before_it() {
    let actors = actors_of(&[
        "Les rivières.\n\nLe Conseil des rivières alpines (CRA) a publié son rapport.",
        "Les rivières.\n\nHier, le CRA a protesté.",
    ]);
    let council = named(&actors, "Conseil des rivières alpines");
    assert_eq!((council.kind, council.mentions.len()), (ActorKind::Organisation, 3));
}

#[test]
fn what_one_is_inside_is_a_place() {
    let actors = actors_of(&["La crue.\n\nHier, dans la Valbrune, l'eau monte. La Valbrune déborde."]);
    assert_eq!(named(&actors, "Valbrune").kind, ActorKind::Place);
}

#[test]
fn a_paper_is_not_cut_into_a_person_and_a_rest() {
    for name in ["La Dépêche des Causses", "Le Phare de l'Aubrune", "L'Écho du Ségala"] {
        let text = format!("La grève.\n\nUn rapport, que {name} a pu lire, le disait déjà.");
        let actors = actors_of(&[&text]);
        let [paper] = actors.as_slice() else { panic!("{actors:?}") };
        assert_eq!(paper.kind, ActorKind::Organisation);
        assert!(name.ends_with(&paper.name), "{name}: {}", paper.name);
    }
}

#[test]
fn a_river_and_what_is_named_after_it_are_places() {
    let text = "La crue.\n\nHier, la préfète de la Haute-Aubrune a parlé. Le débit de l'Aubrune a doublé. \
                En aval de Pontvert, l'Aubrune déborde. Le camping de Saint-Lormel et celui de Cluse-sur-Aubrune sont vides.";
    for actor in actors_of(&[text]) {
        assert_eq!(actor.kind, ActorKind::Place, "{actor:?}");
    }
    let text =
        "The flood.\n\nOn Tuesday the Aubrune dam broke. The Aubrune was brown, said the mayor of Pontvert.";
    for actor in actors_of(&[text]) {
        assert_eq!(actor.kind, ActorKind::Place, "{actor:?}");
    }
}

#[test]
fn two_first_names_share_the_last_name_behind_them() {
    let actors = actors_of(&[
        "Le chalet.\n\nHier, Alain et Josiane Berthod ont rouvert le chalet. « On est là », sourit M. Berthod. \
         Mme Berthod range.",
    ]);
    assert_eq!(named(&actors, "Alain Berthod").mentions.len(), 2);
    assert_eq!(named(&actors, "Josiane Berthod").mentions.len(), 2);
}

#[test]
fn languages_streets_and_squares_are_no_actors() {
    let text =
        "Le marché.\n\nHier, rendez-vous place de la Fontaine, rue Jeanne Morel ou avenue des Tilleuls.";
    assert!(names_of(text).is_empty(), "{:?}", names_of(text));
    let text = "The fair.\n\nOn Tuesday the stallholders spoke English and Gaelic.";
    assert!(names_of(text).is_empty(), "{:?}", names_of(text));
}

#[test]
fn a_body_is_named_by_its_seat_when_it_acts() {
    let text =
        "Le vol.\n\nHier, le parquet de Pontvert a ouvert une enquête, et la mairie de Pontvert proteste.";
    assert_eq!(names_of(text), ["Mairie de Pontvert", "Parquet de Pontvert"]);
    let text = "Le vol.\n\nIls se sont réunis hier devant la mairie de Pontvert.";
    assert_eq!(names_of(text), ["Pontvert"]);
}

#[test]
fn the_name_of_a_movement_may_end_small() {
    let text =
        "La digue.\n\nHier, le collectif Rivages vivants et l'association Bretagne en danger ont protesté.";
    assert_eq!(names_of(text), ["Bretagne en danger", "Rivages vivants"]);
}

#[test]
fn a_long_name_may_be_small_inside() {
    let text = "Les rivières.\n\nHier, l'Agence pour la protection des rivières alpines a protesté.";
    assert_eq!(names_of(text), ["Agence pour la protection des rivières alpines"]);
}

#[test]
fn a_name_known_from_one_outlet_is_found_small_in_another() {
    let actors = actors_of(&[
        "Les rivières.\n\nHier, la Ligue des rivières a protesté.",
        "Les rivières.\n\nHier, la ligue des rivières a protesté.",
    ]);
    assert_eq!(named(&actors, "Ligue des rivières").mentions.len(), 2);
}

#[test]
fn a_quoted_name_that_two_outlets_use_is_one() {
    let text = "Les rivières.\n\nHier, la \"coalition des riverains\" a protesté.";
    assert_eq!(actors_of(&[text, text]).len(), 1);
    assert!(actors_of(&[text]).is_empty());
}

#[test]
fn both_languages_know_a_body_by_its_acronym() {
    let actors = actors_of(&[
        "La santé.\n\nHier, l'OMS a publié un avis.",
        "Health.\n\nOn Tuesday the World Health Organization published advice.",
    ]);
    assert_eq!(actors.len(), 1, "{actors:?}");
}

#[test]
fn an_agreement_with_a_place_is_an_event() {
    let actors = actors_of(&["La pêche.\n\nIls ont relu les accords de Tallinn hier."]);
    assert_eq!(named(&actors, "accords de Tallinn").kind, ActorKind::Event);
}

#[test]
fn no_day_heading_or_opening_word_is_an_actor() {
    let text = "Today\n\nMardi, rien ne bouge. Image : rien. Cependant, tout va bien. Déployer coûte cher. Ils veulent déployer.";
    assert!(names_of(text).is_empty(), "{:?}", names_of(text));
}

#[test]
fn an_opening_word_is_cut_off_a_name() {
    let text = "Un vote.\n\nSelon Karim Haddad, tout va bien. Pour Karim Haddad, rien ne presse.";
    assert_eq!(mentions(text, "Karim Haddad"), ["Karim Haddad", "Karim Haddad"]);
}

#[test]
fn a_role_comes_from_either_side_of_the_name() {
    let actors = actors_of(&[
        "La pêche.\n\nLe président estonien Karel Ilves a signé hier.",
        "La pêche.\n\nAnne Roussel, porte-parole de la mairie, a signé hier.",
    ]);
    let role = |name: &str| named(&actors, name).roles.first().map(|role| role.text.clone());
    assert_eq!(role("Karel Ilves").as_deref(), Some("président estonien"));
    assert_eq!(role("Anne Roussel").as_deref(), Some("porte-parole de la mairie"));
}

#[test]
fn a_description_is_settled_by_another_outlet() {
    let second = "La pêche.\n\nDans la soirée, le président estonien a refusé.";
    let actors = actors_of(&["La pêche.\n\nLe président estonien Karel Ilves a signé hier.", second]);
    let ilves = named(&actors, "Karel Ilves");
    let described: Vec<&str> = ilves
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Description)
        .map(|mention| mention.span.of(second))
        .collect();
    assert_eq!(described, ["le président estonien"]);
}

#[test]
fn a_description_that_fits_two_stays_open() {
    let actors = actors_of(&[
        "La pêche.\n\nLe président estonien Karel Ilves et le président letton Janis Ozols ont signé. \
         Le président a souri.",
    ]);
    assert!(actors.iter().flat_map(|actor| &actor.mentions).all(|mention| mention.form == MentionForm::Name));
}

#[test]
fn a_head_of_state_is_the_president() {
    let actors =
        actors_of(&["La pêche.\n\nLe président estonien Karel Ilves a signé. Le chef de l'État a souri."]);
    assert_eq!(named(&actors, "Karel Ilves").mentions.len(), 2);
}

#[test]
fn an_english_office_before_a_name_is_a_role() {
    let actors = actors_of(&["Fishing.\n\nOn Tuesday the Estonian president Karel Ilves signed."]);
    assert_eq!(named(&actors, "Karel Ilves").roles[0].text, "Estonian president");
}

#[test]
fn mentions_do_not_overlap() {
    let text = "Les rivières.\n\nLe Conseil des rivières alpines (CRA) et le président de la Commission européenne, Karel Ilves, \
                ont signé à Lisbonne avec le FC Porto. Le président de la Commission européenne a souri.";
    let mut spans: Vec<Span> = actors_of(&[text])
        .iter()
        .flat_map(|actor| actor.mentions.iter().map(|mention| mention.span))
        .collect();
    spans.sort();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
}

#[test]
fn ids_are_unique_and_the_heaviest_comes_first() {
    let actors = actors_of(&[
        "Un vote.\n\nHier, Zoé Morel a vu Anne Roussel. Zoé Morel est partie.",
        "Un vote.\n\nZoé Morel vote.",
    ]);
    assert_eq!(actors[0].id, "zoe-morel");
    let ids: HashSet<&str> = actors.iter().map(|actor| actor.id.as_str()).collect();
    assert_eq!(ids.len(), actors.len());
}

#[test]
fn a_text_in_capitals_gives_known_names_only() {
    let actors = actors_of(&[
        "LE PRÉSIDENT ANNONCE DES MESURES POUR LA FRANCE ET LES PÊCHEURS BRETONS\n\nIL PARLE DEMAIN.",
    ]);
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["France"]);
}

#[test]
fn a_text_without_capitals_gives_what_other_outlets_name() {
    let actors =
        actors_of(&["Un vote.\n\nHier, Karim Haddad a voté.", "un vote\n\nhier, karim haddad a voté."]);
    assert_eq!(named(&actors, "Karim Haddad").mentions.len(), 2);
}

#[test]
fn names_in_other_scripts_are_kept_whole() {
    let actors = actors_of(&["Un vote.\n\nHier, Олена Коваль a voté. Puis محمد حداد a parlé."]);
    assert_eq!(actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>(), ["Олена Коваль"]);
}

#[test]
fn thousands_of_names_and_a_very_long_one_are_no_trouble() {
    let list: Vec<String> =
        (0..5000).map(|at| format!("Jeanne Morel{}", "abcdefghij".repeat(at % 3))).collect();
    let long = format!("Un vote.\n\nHier, Karim H{} a voté.", "a".repeat(299));
    let actors = actors_of(&[&format!("Un vote.\n\n{}.", list.join(", ")), &long]);
    assert_eq!(actors.iter().map(|actor| actor.mentions.len()).sum::<usize>(), 5001);
}

#[test]
fn nothing_gives_nobody() {
    assert!(actors_of(&[]).is_empty());
    assert!(actors_of(&[""]).is_empty());
}

#[test]
fn a_caption_names_whom_the_article_names_and_nobody_else() {
    let text = "Le viaduc fermé\n\nHier, la maire Jeanne Morel a fermé le viaduc de Pontvert, promis à la démolition.\n\n\
                Image : Jeanne Morel et Karim Haddad devant le viaduc\n\n\
                Les travaux dureront deux ans, a dit la maire devant les habitants réunis à la salle des fêtes.";
    let actors = actors_of(&[text]);
    assert_eq!(named(&actors, "Jeanne Morel").mentions.len(), 2, "{actors:?}");
    assert!(!actors.iter().any(|actor| actor.name == "Karim Haddad"), "{actors:?}");
}
