use super::Figure;
use crate::dossier::Dossier;
use crate::text::Text;

/// The figures of one French paragraph, as `text | value | unit`.
fn french(text: &str) -> Vec<String> {
    shown("Le conseil municipal de la ville a tenu sa réunion dans la grande salle. ", text)
}

fn english(text: &str) -> Vec<String> {
    shown("The town council held its meeting in the large hall of the old building. ", text)
}

fn shown(lead: &str, text: &str) -> Vec<String> {
    let text = format!("{lead}{text}");
    let found = figures(&text);
    found.iter().map(|figure| show(figure, &text)).collect()
}

fn figures(text: &str) -> Vec<Figure> {
    let dossier = Dossier::of_texts("t", [("a.txt", text)]);
    let article = &dossier.articles[0];
    super::find(0, article, &Text::read(article))
}

fn show(figure: &Figure, text: &str) -> String {
    let value = figure.value.map_or("-".to_owned(), |value| value.to_string());
    format!("{} | {value} | {}", figure.span.of(text), figure.unit.as_deref().unwrap_or("-"))
}

#[test]
fn counts_keep_their_noun() {
    assert_eq!(french("La tempête a arraché 340 toitures."), ["340 toitures | 340 | toitures"]);
}

#[test]
fn numbers_in_words_count_too() {
    assert_eq!(french("Trente-deux communes sont privées d'eau."), ["Trente-deux communes | 32 | communes"]);
}

#[test]
fn a_size_blurs_by_itself() {
    assert_eq!(french("Il a reçu une vingtaine de lettres."), ["une vingtaine de lettres | 20 | lettres"]);
}

#[test]
fn hundreds_have_no_value_but_a_least_one() {
    let text = "Le conseil municipal s'est tenu dans la salle. Des centaines de maisons sont inondées.";
    let found = figures(text);
    assert_eq!((found[0].value, found[0].bounds.0), (None, Some(200.0)));
}

#[test]
fn a_qualifier_belongs_to_the_figure() {
    let text = "Le conseil municipal s'est tenu dans la salle. Il a perdu près de 45 % des voix.";
    let found = figures(text);
    assert_eq!(found[0].qualifier.as_deref(), Some("près de"));
    assert_eq!(found[0].span.of(text), "près de 45 %");
}

#[test]
fn money_has_its_currency_and_magnitude() {
    assert_eq!(
        french("Le chantier coûtera 2,4 milliards d'euros."),
        ["2,4 milliards d'euros | 2400000000 | EUR"]
    );
    assert_eq!(french("Elle réclame 15 000 dollars canadiens."), ["15 000 dollars canadiens | 15000 | CAD"]);
}

#[test]
fn the_second_amount_may_leave_its_currency_out() {
    assert_eq!(
        french("Le budget passe à 30 millions d'euros, contre 25 millions l'an passé."),
        ["30 millions d'euros | 30000000 | EUR", "25 millions | 25000000 | EUR"]
    );
}

#[test]
fn an_elliptic_figure_takes_the_noun_before() {
    assert_eq!(
        french("Le foyer loge 48 familles. 12 d'entre elles partiront lundi."),
        ["48 familles | 48 | familles", "12 d'entre elles | 12 | familles"]
    );
}

#[test]
fn a_bare_number_takes_the_noun_it_had() {
    assert_eq!(
        french("Le foyer loge 48 familles. Parmi les 48, beaucoup attendent."),
        ["48 familles | 48 | familles", "les 48 | 48 | familles"]
    );
}

#[test]
fn a_range_has_bounds_and_no_value() {
    let text = "Le conseil municipal s'est tenu dans la salle. Il manque entre 20 et 30 infirmiers.";
    let found = figures(text);
    assert_eq!((found[0].value, found[0].bounds), (None, (Some(20.0), Some(30.0))));
}

#[test]
fn dates_years_and_times_are_no_figures() {
    assert!(french("Le 12 mars 2019, à 18 heures, le pont fermait.").is_empty());
    assert!(french("Les 15 et 16 novembre, le pont fermait.").is_empty());
    assert!(french("Le train de 8h45 est parti en 2021.").is_empty());
}

#[test]
fn references_and_ordinals_are_no_figures() {
    assert!(french("L'article 49 et le 3e étage sont cités, page 12.").is_empty());
}

#[test]
fn telephone_numbers_are_no_figures() {
    assert!(french("Appelez le 05 49 12 34 56 avant lundi.").is_empty());
}

#[test]
fn an_indefinite_article_counts_nothing() {
    assert!(french("Un maire et une adjointe ont parlé.").is_empty());
}

#[test]
fn two_that_point_back_are_not_counted() {
    assert!(french("Les deux hommes ont quitté la salle.").is_empty());
}

#[test]
fn english_counts_skip_adjectives() {
    assert_eq!(english("The storm damaged 35 wooden houses."), ["35 wooden houses | 35 | houses"]);
}

#[test]
fn english_money_has_its_sign_before() {
    assert_eq!(english("The repairs will cost $5 million."), ["$5 million | 5000000 | USD"]);
}

#[test]
fn english_number_words_and_shares() {
    assert_eq!(
        english("Twenty-two villages lost 40 percent of their crops."),
        ["Twenty-two villages | 22 | villages", "40 percent | 40 | %"]
    );
}

#[test]
fn english_ages_and_dates_are_told_apart() {
    assert!(english("On 3 March 2020 the bridge closed at 6 pm.").is_empty());
}

#[test]
fn a_flow_keeps_the_time_it_is_measured_over() {
    assert_eq!(
        french("La source donne 40 litres par minute."),
        ["40 litres par minute | 40 | litres par minute"]
    );
    assert_eq!(english("It gives 40 litres per hour."), ["40 litres per hour | 40 | litres per hour"]);
}

#[test]
fn who_is_announced_is_not_who_is_counted() {
    assert!(
        !french("Il en vient 410, loin des 320 annoncés par la mairie.").iter().any(|f| f.contains("annonc"))
    );
}

#[test]
fn half_a_unit_more_belongs_to_it() {
    assert_eq!(french("La séance a duré cinq heures et demie."), ["cinq heures et demie | 5.5 | heures"]);
    assert_eq!(
        french("La piste fait deux kilomètres et demi de long."),
        ["deux kilomètres et demi | 2.5 | kilomètres"]
    );
}

#[test]
fn a_length_in_hours_is_none_of_the_clock() {
    assert_eq!(french("Le train roule pendant 3 h."), ["3 h | 3 | heures"]);
    assert_eq!(french("Elle a nagé en 2 h 30 jusqu'à l'île."), ["2 h 30 | 2.5 | heures"]);
    assert!(french("Le train part à 3 h. La gare ouvre vers 5 h 20.").is_empty());
}

#[test]
fn a_mark_that_opens_in_a_figure_closes_in_it() {
    assert_eq!(
        french("Le plan compte trois « chantiers d'avenir »."),
        ["trois « chantiers d'avenir » | 3 | chantiers"]
    );
}

#[test]
fn ages_beside_a_name_sources_and_none_at_all_are_no_quantities() {
    assert!(
        french("Anne Roussel, 71 ans, dormait. Zéro décision, déplore-t-elle. Deux sources le confirment.")
            .is_empty()
    );
    assert!(english("Grace Oduya, 34, agrees. Two sources confirmed it.").is_empty());
}
