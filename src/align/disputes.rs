//! Tests of what two passages differ on.

use super::tests::*;
use super::*;

/// The slots on which the pairs of two one-line articles differ.
fn differ(one: &str, two: &str) -> Vec<(Slot, String, String)> {
    let texts = [format!("{PORT}\n\n{one}"), format!("{PORT_AGAIN}\n\n{two}")];
    let dossier = dossier(&[&texts[0], &texts[1]]);
    let found = pairs(&dossier, one, two);
    let why = found.iter().flat_map(|pair| pair.why.clone());
    why.filter_map(|reason| match reason {
        Reason::Differ(slot, a, b) => Some((slot, a, b)),
        _ => None,
    })
    .collect()
}

#[test]
fn another_time_of_day_is_named_and_about_six_is_no_dispute() {
    let told = |hour: &str| format!("Le ferry de nuit a heurté la jetée neuve {hour}, sans faire de blessé.");
    let found = differ(&told("à 4h20"), &told("à 5 h 10"));
    assert_eq!(found, [(Slot::Hour, "4h20".to_owned(), "5 h 10".to_owned())]);
    assert!(differ(&told("à 4h20"), &told("vers 5 heures")).is_empty());
}

#[test]
fn the_dead_are_not_held_against_the_hurt() {
    let found = differ(
        "L'effondrement de la halle a fait 12 morts, selon les pompiers.",
        "Le bilan de la halle est désormais de 15 morts et 31 blessés.",
    );
    assert_eq!(found, [(Slot::Quantity, "12 morts".to_owned(), "15 morts".to_owned())]);
    assert!(
        differ(
            "L'effondrement de la halle a fait 12 morts, selon les pompiers.",
            "L'effondrement de la halle a fait 31 blessés, selon les pompiers.",
        )
        .is_empty()
    );
}

#[test]
fn what_is_planned_here_and_done_there_is_named() {
    let found = differ(
        "La région va verser une avance aux mareyeurs de la criée.",
        "La région a versé une avance aux mareyeurs de la criée.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Stage));
}

#[test]
fn the_same_two_words_from_two_mouths_are_a_dispute() {
    let found = differ(
        "Le syndicaliste Karim Haddad dénonce « un naufrage moral » du conseil.",
        "« Un naufrage moral », tranche Anne Roussel, élue du conseil.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Speaker), "{found:?}");
}

#[test]
fn a_quotation_in_other_words_has_drifted_and_a_trimmed_one_has_not() {
    let first = "« Nous avons fermé la criée parce que le toit menaçait de tomber », explique Karim Haddad.";
    let reason = |second: &str| {
        let dossier = dossier(&[&format!("{PORT}\n\n{first}"), &format!("{PORT_AGAIN}\n\n{second}")]);
        let pair = pairs(&dossier, "le toit", "le toit")[0];
        assert_eq!(pair.relation, Relation::SameQuote);
        pair.why[0].clone()
    };
    let drifted = "« Nous avons clos la criée parce que le toit allait tomber », explique Karim Haddad.";
    assert!(matches!(reason(drifted), Reason::Drift(..)));
    let trimmed = "« Nous avons fermé la criée parce que le toit menaçait », explique Karim Haddad.";
    assert!(matches!(reason(trimmed), Reason::Quote(_)));
}

#[test]
fn a_place_that_neither_names_elsewhere_is_held_against_another() {
    let told =
        |place: &str| format!("Les grues du quai ont été remontées lundi à {place} par une équipe danoise.");
    let found = differ(&told("Brest"), &told("Lorient"));
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Place), "{found:?}");
}

#[test]
fn who_is_left_out_here_and_taken_in_there_is_named() {
    let found = differ(
        "Toutes les communes du littoral fermeront leurs plages, sauf Quiberon.",
        "Les communes du littoral, dont Quiberon, fermeront toutes leurs plages.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Member), "{found:?}");
}

#[test]
fn no_dead_here_and_one_there_is_named() {
    let found = differ(
        "Aucun mort n'est à déplorer dans l'incendie de la halle aux grains, selon les pompiers.",
        "Un veilleur de nuit est mort dans l'incendie de la halle aux grains, indique l'hôpital.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Truth), "{found:?}");
    let hurt = differ(
        "La collision des deux tramways de Brest n'a fait aucun blessé, assure l'exploitant.",
        "La collision des tramways de Brest a fait trois blessés, d'après le procureur.",
    );
    assert_eq!(hurt.first().map(|(slot, ..)| *slot), Some(Slot::Truth), "{hurt:?}");
}

#[test]
fn the_dead_of_another_year_contradict_nobody() {
    let found = differ(
        "Aucun mort n'est à déplorer dans l'incendie de la halle aux grains, selon les pompiers.",
        "En 1962, l'incendie de la halle aux grains avait tué deux veilleurs, et trois pompiers étaient morts.",
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_newer_toll_is_held_against_the_older_though_its_article_tells_both() {
    let newer = format!(
        "{PORT}\n\nSix marins ont été blessés, a annoncé le préfet. La veille, on parlait de quatre blessés légers."
    );
    let older = format!("{PORT_AGAIN}\n\nQuatre marins ont été blessés, a annoncé la préfecture.");
    let dossier = dossier(&[&newer, &older]);
    assert_eq!(pairs(&dossier, "Six marins", "Quatre marins")[0].relation, Relation::Conflict);
}

#[test]
fn rough_numbers_that_are_given_to_the_hundred_are_held_against_each_other() {
    let told =
        |number: &str| format!("{number} passagers du ferry ont été évacués vers le gymnase du collège.");
    assert!(!differ(&told("Environ 1 200"), &told("Près de 1 300")).is_empty());
    assert!(differ(&told("Environ 1 300"), &told("Au total, 1 340")).is_empty());
    assert!(differ(&told("Une quarantaine de"), &told("Quelque 45")).is_empty());
}

#[test]
fn what_was_not_judged_useful_is_held_against_what_was_asked_for() {
    let found = differ(
        "L'inspection avait visité la jetée en 2021 sans juger utile de renforcer les piles du phare.",
        "L'inspection, qui avait visité la jetée en 2021, recommandait de renforcer les piles du phare.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Truth), "{found:?}");
}

#[test]
fn who_asks_to_be_received_is_not_contradicted_by_who_was_not() {
    let found = differ(
        "Jeanne Morel, mareyeuse, a demandé à être reçue par le préfet maritime.",
        "Jeanne Morel, mareyeuse, n'a pas été reçue par le préfet maritime.",
    );
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_day_nearest_to_what_is_told_is_the_one_that_differs() {
    let found = differ(
        "La brèche de la digue a été repérée lundi soir par un pêcheur, et le maire en a été averti mardi.",
        "La brèche de la digue a été repérée mardi matin par un pêcheur à pied.",
    );
    assert_eq!(found, [(Slot::Date, "lundi".to_owned(), "mardi".to_owned())]);
}

#[test]
fn a_quotation_that_another_outlet_lengthens_still_has_one_speaker() {
    let found = differ(
        "« Personne ne quittera ce quai avant la marée de demain », promet Karim Haddad, élu.",
        "« Personne ne quittera ce quai avant la marée de demain, et c'est mon dernier mot », lance Anne Roussel.",
    );
    assert_eq!(found.first().map(|(slot, ..)| *slot), Some(Slot::Speaker), "{found:?}");
}

#[test]
fn what_lies_ahead_is_no_one_statement_with_what_was_done() {
    let (_, pair) = pair_of(
        "La ministre de la Mer est attendue mercredi sur le quai des chalutiers couchés.",
        "La ministre de la Mer s'est rendue mercredi sur le quai des chalutiers couchés.",
    );
    assert_ne!(pair.relation, Relation::SameFact);
}

#[test]
fn the_storm_of_another_year_is_less_like_that_of_today() {
    let strength = |when: &str| {
        let told = format!("{when}, une tempête a noyé les caves du quai aux sardines.");
        pair_of("La tempête de dimanche a noyé quarante caves du quai aux sardines.", &told).1.score
    };
    assert!(strength("En 1962") < strength("Cette nuit"));
}

#[test]
fn a_number_that_the_next_sentence_corrects_contradicts_whoever_has_it() {
    let one = format!(
        "{PORT}\n\nLa réfection de la digue coûterait 12 millions d'euros, selon la mairie. Un ingénieur évoque plutôt une vingtaine de millions."
    );
    let two =
        format!("{PORT_AGAIN}\n\nSelon la mairie, la réfection de la digue coûtera 12 millions d'euros.");
    let dossier = dossier(&[&one, &two]);
    let pair = pairs(&dossier, "vingtaine", "12 millions")[0];
    assert!(matches!(pair.why[0], Reason::Differ(Slot::Quantity, ..)), "{:?}", pair.why);
}
