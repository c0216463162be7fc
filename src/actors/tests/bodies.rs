//! Bodies and companies: what is one, what is not, and which names are those of one.

use super::super::{ActorKind, Join};
use super::{actors_of, alias, named, names_of};

fn kind_of(text: &str, name: &str) -> ActorKind {
    named(&actors_of(&[text]), name).kind
}

#[test]
fn letters_that_no_outlet_explains_lead_to_the_name_that_has_them() {
    let actors = actors_of(&[
        "La rivière.\n\nHier, le Comité des usagers du fleuve a protesté.",
        "La rivière.\n\nHier, le CUF a protesté. Le CUF saisit le juge.",
    ]);
    let found = alias(&actors, "Comité des usagers du fleuve", "CUF");
    assert_eq!((found.by, found.count), (Join::Acronym, 2));
    let actors = actors_of(&[
        "La forêt.\n\nHier, la Fédération des bûcherons ardennais a protesté.",
        "La forêt.\n\nHier, la FBA a protesté.",
    ]);
    assert_eq!(alias(&actors, "Fédération des bûcherons ardennais", "FBA").by, Join::Acronym);
}

#[test]
fn letters_that_two_names_have_lead_to_neither() {
    let actors = actors_of(&[
        "La rivière.\n\nHier, le Comité des usagers du fleuve et le Conseil des usines fluviales ont protesté. Le CUF se tait.",
    ]);
    assert_eq!(named(&actors, "CUF").mentions.len(), 1);
}

#[test]
fn a_short_form_is_the_only_long_one() {
    let actors =
        actors_of(&["Le match.\n\nHier, le Dynamo Pontvert a gagné. Selon eux, le Dynamo a bien joué."]);
    assert_eq!(alias(&actors, "Dynamo Pontvert", "Dynamo").by, Join::ShortForm);
    let actors = actors_of(&[
        "La justice.\n\nHier, la Cour d'appel de Pontvert a tranché. Depuis, la Cour d'appel se tait.",
    ]);
    assert_eq!(alias(&actors, "Cour d'appel de Pontvert", "Cour d'appel").by, Join::ShortForm);
}

#[test]
fn the_field_of_an_office_is_no_actor() {
    let text = "La pêche.\n\nHier, la ministre de la Mer et des Pêches, Anne Roussel, a signé avec le secrétaire d'État aux Ports.";
    assert_eq!(names_of(text), ["Anne Roussel"]);
    let text = "L'école.\n\nHier, le ministre délégué chargé des Sports Karim Haddad a parlé. Le ministre de la Ville se tait.";
    assert_eq!(names_of(text), ["Karim Haddad"]);
}

#[test]
fn a_ministry_is_named_with_its_field() {
    let text = "La loi.\n\nHier, le ministère de la Justice a répondu. Au ministère des Sports, rien.";
    assert_eq!(names_of(text), ["Ministère de la Justice", "Ministère des Sports"]);
}

#[test]
fn what_stands_before_a_company_tells_what_it_is() {
    for text in [
        "La grève.\n\nHier, le groupe laitier Orlandis a cédé. Selon eux, Orlandis recule.",
        "La grève.\n\nHier, l'équipementier Orlandis a cédé. Selon eux, Orlandis recule.",
        "La grève.\n\nHier, les salariés d'Orlandis ont cédé. Selon eux, Orlandis recule.",
    ] {
        assert_eq!(kind_of(text, "Orlandis"), ActorKind::Organisation, "{text}");
    }
}

#[test]
fn the_end_of_a_company_s_name_tells_what_it_is() {
    for name in ["Varenne Logistique", "Orlandis & Cie", "Castel Energy"] {
        let text = format!("La grève.\n\nHier, {name} a cédé.");
        assert_eq!(kind_of(&text, name), ActorKind::Organisation, "{name}");
    }
}

#[test]
fn a_club_is_named_by_its_form_and_its_city() {
    for name in ["Olympique de Pontvert", "Dynamo Pontvert", "Sporting de Valmont", "FC Pontvert"] {
        let text = format!("Le match.\n\nBattu hier, l'{name} est éliminé.");
        assert_eq!(kind_of(&text, name), ActorKind::Organisation, "{name}");
    }
}

#[test]
fn fields_behind_commas_belong_to_the_body() {
    let name = "Office régional des eaux, des forêts et des chasses";
    assert_eq!(kind_of(&format!("La loi.\n\nHier, l'{name} a répondu."), name), ActorKind::Organisation);
}

#[test]
fn a_number_goes_with_the_letters_before_it_unless_it_counts() {
    assert_eq!(names_of("Le feu.\n\nHier, le SDIS 47 a répondu."), ["SDIS 47"]);
    assert_eq!(names_of("Le feu.\n\nHier, le SDIS 47 hommes en renfort."), ["SDIS"]);
}

#[test]
fn an_acronym_that_is_a_common_noun_is_no_actor() {
    assert_eq!(names_of("La loi.\n\nHier, plusieurs ONG et des PME ont parlé de TVA."), Vec::<String>::new());
}

#[test]
fn dès_ends_a_name() {
    assert_eq!(
        names_of("La fin.\n\nHier, la Coupe des vallées dès les quarts de finale."),
        ["Coupe des vallées"]
    );
}

#[test]
fn a_club_whose_letters_are_known_is_one() {
    let actors = actors_of(&["Le match.\n\nHier, le PSG a gagné. Le Paris Saint-Germain est premier."]);
    assert_eq!(actors.len(), 1);
    assert_eq!(named(&actors, "Paris Saint-Germain").kind, ActorKind::Organisation);
}

#[test]
fn what_a_company_makes_tells_what_it_is() {
    for text in [
        "La grève.\n\nLe vaccin est produit par Orlandis. Selon eux, Orlandis recule.",
        "La grève.\n\nIls ont perdu les licences d'Orlandis. Selon eux, Orlandis recule.",
        "La grève.\n\nOrlandis, coopérative du Sud, a cédé. Selon eux, Orlandis recule.",
    ] {
        assert_eq!(kind_of(text, "Orlandis"), ActorKind::Organisation, "{text}");
    }
}

#[test]
fn a_company_alone_at_the_head_of_a_sentence_is_found_by_its_whole_name() {
    let actors =
        actors_of(&["La mine.\n\nHier, le géant Orlandis Mining a acheté la mine. Orlandis dément."]);
    assert_eq!(alias(&actors, "Orlandis Mining", "Orlandis").by, Join::ShortForm);
}

#[test]
fn a_body_with_a_capital_on_its_noun_is_the_only_one_of_that_kind() {
    let text = "La loi.\n\nHier, la Commission des rivages a parlé. Selon eux, la Commission hésite.";
    assert_eq!(alias(&actors_of(&[text]), "Commission des rivages", "Commission").by, Join::ShortForm);
    let text = "La loi.\n\nHier, l'Agence des eaux a parlé. Selon eux, une agence hésite.";
    assert_eq!(named(&actors_of(&[text]), "Agence des eaux").mentions.len(), 1);
}

#[test]
fn a_movement_keeps_its_small_word_everywhere() {
    let text = "La plage.\n\nHier, l'association Rivages libres a parlé. Selon Rivages libres, tout va mal. Les élus de Rivages libres partent.";
    assert_eq!(named(&actors_of(&[text]), "Rivages libres").mentions.len(), 3);
}

#[test]
fn the_foreign_name_of_a_movement_goes_on_behind_its_small_words() {
    let text = "La mine.\n\nHier, l'ONG Mineros en Lucha a parlé.";
    assert_eq!(kind_of(text, "Mineros en Lucha"), ActorKind::Organisation);
}

#[test]
fn english_letters_in_brackets_show_where_a_name_begins() {
    let text = "Strike.\n\nOn Tuesday the Dock and Harbour Workers' Union (DHWU) met. The DHWU left.";
    assert_eq!(alias(&actors_of(&[text]), "Dock and Harbour Workers' Union", "DHWU").by, Join::Acronym);
}

#[test]
fn an_english_body_goes_on_behind_a_possessive_and_its_place() {
    let text = "Farms.\n\nOn Tuesday the Young Shepherds' Union of Wales met reporters from several places about the price of wool.";
    assert_eq!(kind_of(text, "Young Shepherds' Union of Wales"), ActorKind::Organisation);
    let text = "Health.\n\nOn Tuesday, NHS Wales told reporters about the waiting lists.";
    assert_eq!(kind_of(text, "NHS Wales"), ActorKind::Organisation);
}
