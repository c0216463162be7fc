//! Who a source is.

use super::*;

#[test]
fn two_speak_together() {
    let text = "Jeanne Morel et Karim Haddad ont annoncé la fin du chantier.";
    assert_eq!(french(text), ["Jeanne Morel + Karim Haddad | annoncer | la fin du chantier"]);
}

#[test]
fn pronouns_agree_in_gender() {
    let text = "Karim Haddad a rencontré Jeanne Morel. Elle a affirmé que la digue tiendrait. Il a répondu qu'il en doutait.";
    assert_eq!(
        french(text),
        ["Jeanne Morel | affirmer | la digue tiendrait", "Karim Haddad | répondre | il en doutait"]
    );
}

#[test]
fn a_pronoun_is_the_last_speaker_not_the_last_name() {
    let text = "« La digue tiendra », a dit Jeanne Morel. Anne Roussel était absente. « Je ne suis pas inquiète », a-t-elle ajouté.";
    assert_eq!(
        french(text),
        [
            "Jeanne Morel | dire | « La digue tiendra »",
            "Jeanne Morel | ajouter | « Je ne suis pas inquiète »"
        ]
    );
}

#[test]
fn a_role_is_whoever_holds_it() {
    let text = "Le maire de Valbrune a répété que la digue tiendrait.";
    assert_eq!(french(text), ["Jeanne Morel | répéter | la digue tiendrait"]);
}

#[test]
fn the_person_behind_the_role_speaks() {
    let text = "« La digue tiendra », a déclaré la porte-parole de l'Agence des eaux, Anne Roussel, lors d'un point de presse.";
    assert_eq!(french(text), ["Anne Roussel | déclarer | « La digue tiendra »"]);
}

#[test]
fn a_body_called_by_its_noun() {
    let text = "Le Comité des riverains a publié un rapport. Le comité affirme que la digue est fendue.";
    assert_eq!(french(text), ["Comité des riverains | affirmer | la digue est fendue"]);
}

#[test]
fn the_office_of_somebody_is_not_somebody() {
    let text = "Le cabinet de Jeanne Morel a confirmé que la réunion avait eu lieu.";
    assert_eq!(french(text), ["[Le cabinet de Jeanne Morel] | confirmer | la réunion avait eu lieu"]);
}

#[test]
fn an_anonymous_source_is_kept_as_written() {
    let text = "« On coule », a lâché un cadre de Solarex, sous couvert d'anonymat. Une source proche du dossier a indiqué que le contrat était signé.";
    assert_eq!(
        french(text),
        [
            "[un cadre de Solarex] | lâcher | « On coule »",
            "[Une source proche du dossier] | indiquer | le contrat était signé"
        ]
    );
}

#[test]
fn titles_are_not_part_of_the_name() {
    let text = "Mme Morel a jugé que le délai était court. M. Haddad a dit qu'il suffirait.";
    assert_eq!(
        french(text),
        ["Jeanne Morel | juger | le délai était court", "Karim Haddad | dire | il suffirait"]
    );
}

#[test]
fn a_title_alone_is_whoever_bears_it_and_spoke() {
    let text = "Louis Ferrand, président norvanien, a promis de venir. Le chef de l'État a assuré que la paix était proche.";
    assert_eq!(
        french(text),
        ["Louis Ferrand | promettre | venir", "Louis Ferrand | assurer | la paix était proche"]
    );
}

#[test]
fn experts_alone_speak_for_the_body_that_spoke() {
    let text = "Le Comité des riverains a annoncé la fin du chantier. Les experts demandent que la digue soit fermée.";
    assert_eq!(
        french(text),
        [
            "Comité des riverains | annoncer | la fin du chantier",
            "Comité des riverains | demander | la digue soit fermée"
        ]
    );
}

#[test]
fn the_subject_before_the_colon_is_the_pronoun_behind_it() {
    let text = "« La digue tiendra », a dit Karim Haddad. Mardi, Louis Ferrand a durci le ton : « Nous partirons », a-t-il averti.";
    assert_eq!(
        french(text),
        ["Karim Haddad | dire | « La digue tiendra »", "Louis Ferrand | avertir | « Nous partirons »"]
    );
}

#[test]
fn those_who_speak_for_a_state() {
    let text =
        "« Nous rejetons tout », a déclaré la porte-parole de la diplomatie norvanienne, Anne Roussel.";
    assert_eq!(french(text), ["Anne Roussel | déclarer | « Nous rejetons tout »"]);
}
