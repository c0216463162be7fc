//! Speech without marks, or with some: clauses, infinitives, noun groups, predicates.

use super::*;

#[test]
fn a_clause() {
    let text = "Jeanne Morel a indiqué que le pont serait fermé lundi et que les bus seraient détournés.";
    assert_eq!(
        french(text),
        ["Jeanne Morel | indiquer | le pont serait fermé lundi et que les bus seraient détournés"]
    );
}

#[test]
fn a_name_between_the_role_and_the_verb() {
    let text = "Le ministre de l'Énergie, Karim Haddad, a affirmé mardi que la turbine était sûre.";
    assert_eq!(french(text), ["Karim Haddad | affirmer | la turbine était sûre"]);
}

#[test]
fn a_relative_clause_between_subject_and_verb() {
    let text = "Anne Roussel, qui dirige l'enquête, a souligné que rien n'était prouvé.";
    assert_eq!(french(text), ["Anne Roussel | souligner | rien n'était prouvé"]);
}

#[test]
fn a_role_behind_the_name_and_a_journey_behind_the_verb() {
    let text = "Karim Haddad, ministre de l'Énergie, a déclaré mardi, après une visite à Belmar, que la turbine était sûre.";
    assert_eq!(french(text), ["Karim Haddad | déclarer | la turbine était sûre"]);
}

#[test]
fn verbs_that_share_their_auxiliary() {
    let text = "Solarex a annoncé le rachat de deux barrages et promis de garder les salariés.";
    assert_eq!(
        french(text),
        ["Solarex | annoncer | le rachat de deux barrages", "Solarex | promettre | garder les salariés"]
    );
}

#[test]
fn a_denial_and_an_admission() {
    let text = "La Norvanie a nié avoir fermé la frontière, mais admis que des contrôles avaient lieu.";
    assert_eq!(
        french(text),
        ["Norvanie | nier | avoir fermé la frontière", "Norvanie | admettre | des contrôles avaient lieu"]
    );
}

#[test]
fn an_aside_before_the_clause() {
    let text = "Le gouvernement norvanien affirme, dans un communiqué, que la digue sera réparée.";
    assert_eq!(french(text), ["[Le gouvernement norvanien] | affirmer | la digue sera réparée"]);
}

#[test]
fn a_gerund_has_the_speaker_of_the_verb_before() {
    let text = "Karim Haddad a dit à la presse que la turbine tournait, ajoutant que les riverains seraient indemnisés.";
    assert_eq!(
        french(text),
        [
            "Karim Haddad | dire | la turbine tournait",
            "Karim Haddad | ajouter | les riverains seraient indemnisés"
        ]
    );
}

#[test]
fn a_gerund_with_an_infinitive() {
    let text = "Louis Ferrand a déclaré que la paix était proche, ajoutant préférer la voie du dialogue.";
    assert_eq!(
        french(text),
        [
            "Louis Ferrand | déclarer | la paix était proche",
            "Louis Ferrand | ajouter | préférer la voie du dialogue"
        ]
    );
}

#[test]
fn two_subjects_and_two_cues_in_one_sentence() {
    let text = "Les pêcheurs jurent que la mer monte et les experts confirment que le port s'enfonce.";
    assert_eq!(
        french(text),
        ["[Les pêcheurs] | jurer | la mer monte", "[les experts] | confirmer | le port s'enfonce"]
    );
}

#[test]
fn an_addressee_before_the_clause() {
    let text = "Karim Haddad a prévenu les riverains que le courant serait coupé.";
    assert_eq!(french(text), ["Karim Haddad | prévenir | le courant serait coupé"]);
}

#[test]
fn the_fact_that() {
    let text = "Jeanne Morel a insisté sur le fait que la digue était ancienne.";
    assert_eq!(french(text), ["Jeanne Morel | insister | la digue était ancienne"]);
}

#[test]
fn a_verb_that_carries_the_cue() {
    let text = "Jeanne Morel a tenu à préciser qu'aucun blessé n'était à déplorer.";
    assert_eq!(french(text), ["Jeanne Morel | préciser | aucun blessé n'était à déplorer"]);
}

#[test]
fn a_request_with_an_addressee() {
    let text = "Jeanne Morel a demandé à Solarex de vider le bassin.";
    assert_eq!(french(text), ["Jeanne Morel | demander | vider le bassin"]);
}

#[test]
fn a_call_with_an_addressee() {
    let text = "Le Comité des riverains appelle les habitants à manifester samedi.";
    assert_eq!(french(text), ["Comité des riverains | appeler | manifester samedi"]);
}

#[test]
fn a_threat() {
    let text = "Solarex menace de quitter la ville.";
    assert_eq!(french(text), ["Solarex | menacer | quitter la ville"]);
}

#[test]
fn an_infinitive_after_saying() {
    let text = "Anne Roussel dit craindre une nouvelle crue.";
    assert_eq!(french(text), ["Anne Roussel | dire | craindre une nouvelle crue"]);
}

#[test]
fn praise_with_quoted_words() {
    let text = "Jeanne Morel salue « un geste courageux » de Solarex.";
    assert_eq!(french(text), ["Jeanne Morel | saluer | « un geste courageux » de Solarex"]);
}

#[test]
fn an_aside_does_not_turn_a_subject_into_content() {
    let text = "La porte-parole du ministère, Anne Roussel, a démenti toute fuite.";
    assert_eq!(french(text), ["Anne Roussel | démentir | toute fuite"]);
}

#[test]
fn a_verdict_after_what_it_judges_and_before() {
    let text = "Karim Haddad a qualifié l'accord de « farce ». Anne Roussel a qualifié de « farce » l'accord signé à Belmar.";
    assert_eq!(
        french(text),
        [
            "Karim Haddad | qualifier | l'accord de « farce »",
            "Anne Roussel | qualifier | « farce » l'accord signé à Belmar"
        ]
    );
}

#[test]
fn a_warning_with_its_preposition() {
    let text = "Anne Roussel met en garde contre une rupture de la digue.";
    assert_eq!(french(text), ["Anne Roussel | mettre en garde | une rupture de la digue"]);
}

#[test]
fn what_worries_is_the_content() {
    let text = "« L'ampleur » des fuites inquiète l'Agence des eaux. Jeanne Morel est également préoccupée par le silence de Solarex.";
    assert_eq!(
        french(text),
        [
            "Agence des eaux | inquiéter | « L'ampleur » des fuites",
            "Jeanne Morel | préoccuper | le silence de Solarex"
        ]
    );
}

#[test]
fn what_somebody_says_of_itself() {
    let text = "Solarex se dit prête à payer.";
    assert_eq!(french(text), ["Solarex | se dire | prête à payer"]);
}

#[test]
fn a_date_between_the_verb_and_its_object() {
    let text = "La Norvanie a annoncé, jeudi 4 mai, le retrait de ses troupes.";
    assert_eq!(french(text), ["Norvanie | annoncer | le retrait de ses troupes"]);
}

#[test]
fn a_cue_that_is_quoted_itself() {
    let text = "Solarex s'est « formellement engagé » ce lundi 3 mars à « rembourser chaque client lésé ».";
    assert_eq!(french(text), ["Solarex | s'engager | « rembourser chaque client lésé »"]);
}

#[test]
fn nouns_that_look_like_verbs_are_none() {
    let text = "La demande de Solarex a été rejetée. Une note de trois pages circule à Belmar. La menace de crue est passée.";
    assert_eq!(french(text), Vec::<String>::new());
}

#[test]
fn wishes_and_deeds_are_not_said() {
    let text = "Karim Haddad veut parler à Jeanne Morel. Interrogée par Le Courrier, Jeanne Morel a refusé de commenter.";
    assert_eq!(french(text), Vec::<String>::new());
}

#[test]
fn an_afterthought_with_the_same_speaker() {
    let text = "Jeanne Morel a dit que le pont fermerait, avant de préciser que les bus seraient gratuits.";
    assert_eq!(
        french(text),
        ["Jeanne Morel | dire | le pont fermerait", "Jeanne Morel | préciser | les bus seraient gratuits"]
    );
}

#[test]
fn a_warning_to_somebody_against_something() {
    assert_eq!(
        french("Jeanne Morel a mis en garde les automobilistes contre le verglas."),
        ["Jeanne Morel | mettre en garde | le verglas"]
    );
}

#[test]
fn a_second_speaker_may_leave_out_the_verb() {
    let text = "Anne Roussel soutient que la digue tient, Karim Haddad qu'elle est fendue.";
    assert_eq!(
        french(text),
        ["Anne Roussel | soutenir | la digue tient", "Karim Haddad | soutenir | elle est fendue"]
    );
}

#[test]
fn a_participle_at_the_head_has_the_subject_behind_it() {
    let text = "Jugeant que la digue est fendue, Anne Roussel a saisi la justice.";
    assert_eq!(french(text), ["Anne Roussel | juger | la digue est fendue"]);
}
