//! Persons: parts of their names, what is said of them, and descriptions that stand for them.

use super::super::{Actor, ActorKind, Join, MentionForm};
use super::{actors_of, alias, named, names_of};

fn roles<'a>(actors: &'a [Actor], name: &str) -> Vec<&'a str> {
    named(actors, name).roles.iter().map(|role| role.text.as_str()).collect()
}

/// The words of the descriptions of `name` in the one article `text`.
fn descriptions(text: &str, name: &str) -> Vec<String> {
    let actors = actors_of(&[text]);
    let found = named(&actors, name).mentions.iter();
    let described = found.filter(|mention| mention.form == MentionForm::Description);
    described.map(|mention| mention.span.of(text).to_owned()).collect()
}

#[test]
fn a_last_name_keeps_its_article_and_its_particle() {
    let actors = actors_of(&[
        "Le feu.\n\nHier, Yves Le Bihan a parlé. Selon Le Bihan, tout va bien. Hier, Le Bihan est parti.",
        "Le feu.\n\nHier, Odile de La Fresnaye a parlé. Mme de La Fresnaye est partie.",
    ]);
    assert_eq!(alias(&actors, "Yves Le Bihan", "Le Bihan").count, 2);
    assert_eq!(named(&actors, "Odile de La Fresnaye").mentions.len(), 2);
}

#[test]
fn a_last_name_at_the_head_of_a_sentence_is_a_name() {
    let actors = actors_of(&["Le port.\n\nHier, Jeanne Vauquelin a parlé. Vauquelin l'exclut."]);
    assert_eq!(alias(&actors, "Jeanne Vauquelin", "Vauquelin").by, Join::LastName);
    let actors = actors_of(&["Le port.\n\nHier, Khalid Al-Tamimi a parlé. Al-Tamimi refuse."]);
    assert_eq!(alias(&actors, "Khalid Al-Tamimi", "Al-Tamimi").by, Join::LastName);
}

#[test]
fn a_chinese_last_name_stands_first() {
    let actors =
        actors_of(&["Le match.\n\nHier, Gao Xiulan a arbitré. Selon eux, Gao a bien vu. Gao se tait."]);
    assert_eq!((alias(&actors, "Gao Xiulan", "Gao").by, actors.len()), (Join::LastName, 1));
}

#[test]
fn a_first_name_in_two_transliterations_is_one_person_s() {
    let actors = actors_of(&[
        "Le match.\n\nHier, Serhiy Petrenko et Taras Petrenko ont joué. Serhiy Petrenko a gagné.",
        "Le match.\n\nHier, Sergueï Petrenko a joué.",
    ]);
    assert_eq!(alias(&actors, "Serhiy Petrenko", "Sergueï Petrenko").by, Join::Likeness);
    assert_eq!(named(&actors, "Taras Petrenko").mentions.len(), 1);
    let actors = actors_of(&[
        "Le vote.\n\nHier, Youssef Haddad a parlé. Youssef Haddad part.",
        "Le vote.\n\nHier, Yusuf Haddad a parlé.",
    ]);
    assert_eq!(actors.len(), 1);
}

#[test]
fn a_family_is_none_of_its_members() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Jeanne Morel a parlé. Les Morel sont partis. La famille Morel attend, avec l'avocat des parents Morel.",
    ]);
    assert_eq!(named(&actors, "Jeanne Morel").mentions.len(), 1, "{actors:?}");
}

#[test]
fn an_affair_is_named_after_a_person() {
    let actors = actors_of(&["La plainte.\n\nL'affaire Karim Haddad rebondit. Le procureur attend."]);
    assert_eq!(named(&actors, "Karim Haddad").kind, ActorKind::Person);
}

#[test]
fn a_person_with_the_name_of_a_place_is_the_person() {
    let actors = actors_of(&[
        "Le vote.\n\nHier, Julien Norvège a parlé. Le discours de Norvège a plu. Ils vont en Bretagne.",
    ]);
    assert_eq!(named(&actors, "Julien Norvège").mentions.len(), 2, "{actors:?}");
    let actors = actors_of(&["Le vote.\n\nHier, Anne Bretagne a parlé. Elle vit en Bretagne."]);
    assert_eq!(named(&actors, "Bretagne").kind, ActorKind::Place);
}

#[test]
fn what_somebody_is_to_another_is_no_role() {
    let actors = actors_of(&["Le port.\n\nHier, sa femme, Jeanne Morel, a vu son ami, Karim Haddad."]);
    for name in ["Jeanne Morel", "Karim Haddad"] {
        assert!(roles(&actors, name).is_empty(), "{actors:?}");
    }
}

#[test]
fn a_title_belongs_to_the_one_beside_it_alone() {
    let actors = actors_of(&[
        "Le port.\n\nHier, Anne Roussel, la conseillère du président estonien Karel Ilves, a parlé avec l'avocat des voisins Morel.",
    ]);
    assert_eq!(roles(&actors, "Karel Ilves"), ["président estonien"]);
}

#[test]
fn a_role_has_no_verb_in_it() {
    let actors =
        actors_of(&["Le ski.\n\nHier, Karim Haddad, président de la station explique : « Tout va bien. »"]);
    assert_eq!(roles(&actors, "Karim Haddad"), ["président de la station"]);
}

#[test]
fn a_role_goes_on_behind_a_party_in_brackets() {
    let actors =
        actors_of(&["Le vote.\n\n« Non », a dit hier Anne Roussel, députée (PS) de la Drôme depuis 2017."]);
    assert_eq!(roles(&actors, "Anne Roussel"), ["députée (PS) de la Drôme"]);
}

#[test]
fn an_office_has_its_field() {
    let actors = actors_of(&[
        "La crise.\n\nHier, Anne Roussel, la conseillère à la sécurité nationale, a démissionné.",
    ]);
    assert_eq!(roles(&actors, "Anne Roussel"), ["conseillère à la sécurité nationale"]);
    let actors = actors_of(&["La crise.\n\nLe maire a la parole, Karim Haddad attend."]);
    assert!(roles(&actors, "Karim Haddad").is_empty());
}

#[test]
fn the_elected_one_is_the_mayor_where_nobody_else_is_elected() {
    let text = "Le port.\n\nLe maire, Karim Haddad, est venu. « Rien ne presse », dit l'élu.";
    assert_eq!(descriptions(text, "Karim Haddad"), ["l'élu"]);
    let text = "Le port.\n\nLe maire, Karim Haddad, et la députée Anne Roussel sont venus. « Rien ne presse », dit l'élue.";
    assert_eq!(descriptions(text, "Anne Roussel"), ["l'élue"]);
}

#[test]
fn a_description_has_the_gender_of_its_person() {
    let text = "Le port.\n\nLa présidente du club, Anne Roussel, a vu le président de la ligue, Karim Haddad. \
                Le président est parti, la présidente est restée.";
    assert_eq!(descriptions(text, "Karim Haddad"), ["Le président"]);
    assert_eq!(descriptions(text, "Anne Roussel"), ["la présidente"]);
}

#[test]
fn names_of_persons_stay_what_they_are() {
    assert_eq!(
        names_of("Le vote.\n\nHier, Íñigo Etxabe et Ruud van Houten ont voté."),
        ["Ruud van Houten", "Íñigo Etxabe"]
    );
}

#[test]
fn an_english_office_is_told_by_what_it_leads() {
    let text =
        "The pier.\n\nOn Tuesday the council leader James Ashdown spoke. Later the council leader left.";
    assert_eq!(descriptions(text, "James Ashdown"), ["the council leader"]);
    let text = "The pier.\n\nOn Tuesday Green MP Hamish Ashdown spoke to the press.";
    assert!(names_of(text).contains(&"Hamish Ashdown".to_owned()));
}

#[test]
fn behind_a_title_an_unknown_first_name_takes_its_particle() {
    let text = "La foire.\n\n« Tout va bien », dit sa directrice, Wendelien de Bakker, hier.";
    assert_eq!(names_of(text), ["Wendelien de Bakker"]);
    let text = "La foire.\n\nHier, le peintre Joachimus de Ghelder a exposé.";
    assert_eq!(names_of(text), ["Joachimus de Ghelder"]);
}

#[test]
fn a_bare_description_is_settled_by_an_outlet_that_gives_the_office() {
    let actors = actors_of(&[
        "Le port.\n\nLe virologue Karim Haddad, la maire de Pontvert, Anne Roussel, et l'éleveur Yves Morel sont venus.",
        "Le port.\n\nHier, Anne Roussel a parlé à Karim Haddad. L'édile a promis une digue, le chercheur un rapport.",
    ]);
    assert_eq!(alias(&actors, "Anne Roussel", "L'édile").by, Join::Apposition);
    assert_eq!(alias(&actors, "Karim Haddad", "le chercheur").by, Join::Apposition);
    assert!(named(&actors, "Yves Morel").descriptions.is_empty());
}

#[test]
fn the_field_of_a_scholar_is_part_of_the_role() {
    let actors = actors_of(&["La foire.\n\nHier, l'historien de l'art Karim Haddad a parlé."]);
    assert_eq!(roles(&actors, "Karim Haddad"), ["historien de l'art"]);
}
