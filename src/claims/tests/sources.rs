//! Sources without a verb, hearsay and relays.

use super::*;

#[test]
fn a_source_that_leads() {
    let text = "Selon Jeanne Morel, la digue tiendra jusqu'au printemps.";
    assert_eq!(french(text), ["Jeanne Morel | selon | la digue tiendra jusqu'au printemps"]);
}

#[test]
fn a_source_that_closes() {
    let text = "La digue tiendra jusqu'au printemps, selon Jeanne Morel.";
    assert_eq!(french(text), ["Jeanne Morel | selon | La digue tiendra jusqu'au printemps"]);
}

#[test]
fn a_source_in_the_middle_leaves_one_statement() {
    let text = "La digue, selon l'Agence des eaux, est fendue sur trente mètres.";
    assert_eq!(
        french(text),
        ["Agence des eaux | selon | La digue, selon l'Agence des eaux, est fendue sur trente mètres"]
    );
}

#[test]
fn a_document_speaks_for_its_makers() {
    let text = "D'après un rapport de l'Agence des eaux, la nappe baisse.";
    assert_eq!(french(text), ["Agence des eaux | d'après | la nappe baisse"]);
}

#[test]
fn other_ways_to_name_a_source() {
    let text = "Aux yeux de Karim Haddad, le projet reste utile. À en croire Solarex, la fuite est mineure. Pour Jeanne Morel, la digue est condamnée.";
    assert_eq!(
        french(text),
        [
            "Karim Haddad | aux yeux de | le projet reste utile",
            "Solarex | à en croire | la fuite est mineure",
            "Jeanne Morel | pour | la digue est condamnée"
        ]
    );
}

#[test]
fn what_varies_with_the_seasons_has_no_source() {
    let text = "Le tarif varie selon les saisons et les besoins.";
    assert_eq!(french(text), Vec::<String>::new());
}

#[test]
fn hearsay_is_hedged_and_the_future_of_the_past_is_not() {
    let text = "La digue aurait cédé dans la nuit, selon Le Courrier. Karim Haddad a déclaré que le port serait fermé.";
    assert_eq!(
        french(text),
        [
            "Le Courrier | selon? | La digue aurait cédé dans la nuit",
            "Karim Haddad | déclarer | le port serait fermé"
        ]
    );
}

#[test]
fn a_relay_is_not_the_speaker() {
    let text = "Jeanne Morel a promis que le pont rouvrirait, a indiqué Radio Plage.";
    assert_eq!(french(text), ["Jeanne Morel | promettre | le pont rouvrirait (via Radio Plage)"]);
}

#[test]
fn the_outlet_that_quotes_is_the_relay() {
    let text = "« Je pars », a dit Jeanne Morel dans des propos cités par Le Courrier.";
    assert_eq!(french(text), ["Jeanne Morel | dire | « Je pars » (via Le Courrier)"]);
}

#[test]
fn hearsay_goes_on_in_the_next_sentence() {
    let text = "D'après Anne Roussel, l'accord serait « presque » signé. Les avocats auraient « tout relu ».";
    assert_eq!(
        french(text),
        [
            "Anne Roussel | d'après? | l'accord serait « presque » signé",
            "Anne Roussel | -? | Les avocats auraient « tout relu »"
        ]
    );
}

/// How a text's claims stand to the truth of what they report.
fn polarities(text: &str) -> Vec<Polarity> {
    let (_, _, claims) = found(text, Language::French);
    claims.iter().filter_map(|claim| claim.cue.as_ref().map(|cue| cue.polarity)).collect()
}

#[test]
fn what_is_denied_or_left_open_is_told_from_what_is_affirmed() {
    assert_eq!(polarities("Jeanne Morel a dit que la digue tiendrait."), [Polarity::Affirmed]);
    assert_eq!(polarities("Jeanne Morel a nié avoir fermé la digue."), [Polarity::Denied]);
    assert_eq!(polarities("Karim Haddad se demande si la digue tiendra."), [Polarity::Open]);
    assert_eq!(polarities("Karim Haddad n'a pas confirmé que la digue tiendrait."), [Polarity::Open]);
    assert_eq!(polarities("Karim Haddad ne cache pas que la digue est fendue."), [Polarity::Affirmed]);
}

#[test]
fn a_spokesperson_speaks_for_a_body_in_later_sentences_too() {
    let text = "« La digue tient », a dit Anne Roussel, porte-parole de Solarex. « Personne n'est blessé », a-t-elle ajouté.";
    let (_, _, claims) = found(text, Language::French);
    assert_eq!(principals(&claims), ["Solarex", "Solarex"]);
}

/// Whom the speakers of claims speak for, as it is said.
fn principals(claims: &[Claim]) -> Vec<String> {
    claims.iter().filter_map(|claim| claim.on_behalf_of.as_ref()).map(Principal::told).collect()
}

#[test]
fn whom_somebody_speaks_for_keeps_its_article_out_of_the_preposition() {
    for (body, told) in [
        ("de la diplomatie norvégienne", "la diplomatie norvégienne"),
        ("du chancelier autrichien", "le chancelier autrichien"),
        ("des pompiers", "les pompiers"),
        ("de l'entreprise", "l’entreprise"),
        ("d'un collectif de riverains", "un collectif de riverains"),
        ("de Solarex", "Solarex"),
    ] {
        let text = format!("« La digue tient », a dit Anne Roussel, porte-parole {body}.");
        let (_, _, claims) = found(&text, Language::French);
        assert_eq!(principals(&claims), [told]);
    }
    let text = "\"The dam holds,\" said Anne Russell, a spokeswoman for the harbour company.";
    let (_, _, claims) = found(text, Language::English);
    assert_eq!(principals(&claims), ["the harbour company"]);
}
