//! Bodies that no name tells of, and that speak.

use super::*;

/// The bodies that speak in the texts, each with how often, and the speakers of the last text's claims.
fn heard(texts: &[&str]) -> (Vec<(String, usize)>, Vec<String>) {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let decoded = Decoded { text: (*text).to_owned(), encoding: "UTF-8".to_owned() };
            let mut article = Article::read(at.to_string(), at.to_string(), None, decoded);
            article.language = Some(Language::French);
            article
        })
        .collect();
    let cut: Vec<Text> = articles.iter().map(Text::read).collect();
    let mut actors = cast(texts.first().copied().unwrap_or_default());
    let voices = voices(&articles, &cut, &actors, &|| true);
    let names = voices.iter().map(|actor| (actor.name.clone(), actor.mentions.len())).collect();
    actors.extend(voices);
    let claims = find(&articles, &cut, &actors);
    let last = articles.len() - 1;
    let speakers = claims
        .iter()
        .filter(|claim| claim.article == last)
        .map(|claim| {
            claim.speakers.iter().map(|&at| actors[at].name.as_str()).collect::<Vec<_>>().join(" + ")
        })
        .collect();
    (names, speakers)
}

#[test]
fn an_office_is_an_actor_beside_the_person_it_serves() {
    let (names, speakers) = heard(&[
        "Le cabinet de Jeanne Morel a confirmé la visite. « Rien n'est décidé », a dit Jeanne Morel.",
    ]);
    assert_eq!(names, [("Cabinet de Jeanne Morel".to_owned(), 1)]);
    assert_eq!(speakers, ["Cabinet de Jeanne Morel", "Jeanne Morel"]);
}

#[test]
fn two_outlets_mean_one_body() {
    let (names, _) = heard(&[
        "Le gouvernement belmarais a annoncé la fermeture du port.",
        "Selon le gouvernement belmarais, le port rouvrira en mai.",
    ]);
    assert_eq!(names, [("Gouvernement belmarais".to_owned(), 2)]);
}

#[test]
fn a_pronoun_goes_back_to_a_body_without_a_name() {
    let (_, speakers) =
        heard(&["Les syndicats ont réclamé la réouverture de la ligne. Ils dénoncent un abandon."]);
    assert_eq!(speakers, ["Syndicats", "Syndicats"]);
}

#[test]
fn witnesses_and_single_persons_stay_nameless() {
    let (names, _) = heard(&[
        "Les témoins ont raconté la chute. Les parents d'une élève veulent porter plainte. Un élu a promis une enquête. La buraliste assure que le toit bougeait.",
    ]);
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn a_document_speaks_for_the_body_behind_it() {
    let (names, speakers) =
        heard(&["Selon le rapport annuel de l'armée de terre, douze véhicules manquent."]);
    assert_eq!(names, [("Armée de terre".to_owned(), 1)]);
    assert_eq!(speakers, ["Armée de terre"]);
}

#[test]
fn the_communique_alone_is_that_of_whoever_spoke_last() {
    let text =
        "L'Agence des eaux a annoncé la vidange du lac. Le communiqué précise que la digue sera fermée.";
    assert_eq!(
        french(text),
        [
            "Agence des eaux | annoncer | la vidange du lac",
            "Agence des eaux | préciser | la digue sera fermée"
        ]
    );
}

#[test]
fn the_communique_of_a_spokesperson_is_that_of_the_body() {
    let text = "« La vanne a tenu », a déclaré Anne Roussel, porte-parole de Solarex. Le communiqué ajoute que l'usine rouvrira.";
    assert_eq!(
        french(text),
        ["Anne Roussel | déclarer | « La vanne a tenu »", "Solarex | ajouter | l'usine rouvrira"]
    );
}
