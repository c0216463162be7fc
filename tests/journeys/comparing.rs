//! The comparison: where it opens, how it is walked through, where it leads.

use recoupe::app::Pane;
use recoupe::app::compare::Compare;
use recoupe::app::effect::Effect;

use crate::common::{Desk, analysed};

fn compare(desk: &Desk) -> &Compare {
    desk.app.compare.as_ref().expect("the comparison is open")
}

/// The words of the row under the cursor.
fn row(desk: &Desk) -> &str {
    let compare = compare(desk);
    let told = compare.current().expect("there is a row").lead().expect("the row has a passage");
    told.span.of(&desk.app.dossier.articles[compare.article_in(told.column)].text)
}

#[test]
fn it_opens_on_the_passage_under_the_cursor() {
    let desk = Desk::cable_car().after("l 3 j =");
    assert_eq!(compare(&desk).base, 0);
    assert!(row(&desk).starts_with("« Personne"));
}

#[test]
fn a_shared_quote_stands_beside_that_of_every_other_outlet() {
    let desk = Desk::cable_car().sized(200, 40).after("l 3 j =");
    let level = compare(&desk).current().unwrap();
    assert_eq!(level.told.iter().filter(|told| told.pair.is_some()).count(), 2);
    assert!(desk.screen().contains("assuré"));
    assert!(desk.screen().contains("répété"));
}

#[test]
fn enter_in_the_text_compares_too() {
    assert!(row(&Desk::cable_car().after("l 3 j Enter")).starts_with("« Personne"));
}

#[test]
fn side_by_side_j_and_k_go_by_rows() {
    let mut desk = Desk::cable_car().after("l =");
    assert_eq!(compare(&desk).arrangement.columns, 2);
    assert!(row(desk.press("2 j")).starts_with("Quelque 340"));
    assert!(row(desk.press("k")).starts_with("Le téléphérique"));
    assert!(row(desk.press("G")).starts_with("Anne Roussel"));
    assert!(row(desk.press("g g")).starts_with("Brévenne"));
}

#[test]
fn stacked_j_goes_through_the_outlets_of_a_passage_first() {
    let mut desk = Desk::cable_car().sized(80, 24).after("l 3 j =");
    assert_eq!(compare(&desk).arrangement.columns, 1);
    desk.press("2 j");
    assert_eq!(compare(&desk).column, 2);
    assert!(row(&desk).starts_with("« Personne"));
    desk.press("j");
    assert_eq!(compare(&desk).column, 0);
    assert!(row(&desk).starts_with("La réouverture"));
}

#[test]
fn c_goes_to_the_next_passage_that_somebody_else_has() {
    let mut desk = Desk::cable_car().after("l G =");
    assert!(row(&desk).starts_with("Anne Roussel"));
    assert!(row(desk.press("C")).starts_with("« Personne"));
    desk.press("c");
    assert_eq!(desk.note(), "Pas d’autre passage commun de ce côté.");
}

#[test]
fn d_leaves_only_what_differs_and_brings_the_rest_back() {
    let mut desk = Desk::cable_car().after("l 2 j =");
    let all = compare(&desk).rows.len();
    desk.press("d");
    let some = compare(&desk).rows.len();
    assert!(0 < some && some < all, "{some} of {all}");
    assert!(row(&desk).starts_with("Quelque 340"));
    desk.press("d");
    assert_eq!(compare(&desk).rows.len(), all);
    assert!(row(&desk).starts_with("Quelque 340"));
}

#[test]
fn capital_o_chooses_the_outlets() {
    let mut desk = Desk::cable_car().after("l 3 j = O");
    assert_eq!(compare(&desk).choosing, Some(0));
    desk.press("Space j Esc");
    assert_eq!(compare(&desk).choosing, None);
    assert_eq!(compare(&desk).others, [2]);
    assert!(row(&desk).starts_with("« Personne"));
    assert!(desk.app.compare.is_some());
}

#[test]
fn enter_jumps_into_the_other_article_and_ctrl_o_comes_back() {
    let mut desk = Desk::cable_car().after("l 3 j = l Enter");
    assert!(desk.app.compare.is_none());
    assert_eq!((desk.article(), desk.app.focus), ("quotidien.txt", Pane::Text));
    assert!(desk.passage().starts_with("« Personne"));
    assert_eq!(desk.note(), "Ctrl-o revient à la comparaison.");
    assert_eq!(desk.press("Ctrl-o").article(), "agence.txt");
    assert_eq!((compare(&desk).base, compare(&desk).column), (0, 1));
    assert!(row(&desk).starts_with("« Personne"));
}

#[test]
fn l_shows_the_outlets_that_do_not_fit() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    assert!(!desk.screen().contains("répété"));
    assert!(desk.press("l l").screen().contains("répété"));
    assert!(desk.press("h h").screen().contains("assuré"));
}

#[test]
fn q_closes_it_on_the_passage_it_came_to_and_then_leaves() {
    let mut desk = Desk::cable_car().after("l = 2 j q");
    assert!(desk.app.compare.is_none() && !desk.quits());
    assert!(desk.passage().starts_with("Quelque 340"));
    assert!(desk.press("q").quits());
}

#[test]
fn the_same_key_opens_and_closes_it() {
    assert!(Desk::cable_car().after("l = =").app.compare.is_none());
}

#[test]
fn a_row_is_copied_with_the_source_of_every_outlet() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    desk.press("y y");
    assert_eq!(desk.copied().matches("\n— ").count(), 3, "{}", desk.copied());
    assert!(desk.copied().contains("a répété mardi"));
    assert!(desk.copied().contains("gazette.txt"));
}

#[test]
fn alone_an_article_is_not_compared() {
    let mut desk = Desk::on(&analysed(&[("seule.txt", "Une seule voix\n\nIl a plu sur la vallée.\n")]));
    desk.press("l =");
    assert!(desk.app.compare.is_none());
    assert_eq!(desk.note(), "Il faut au moins deux articles pour comparer.");
}

#[test]
fn words_that_the_other_does_not_have_are_marked() {
    let desk = Desk::cable_car().after("l 2 j =");
    let picture = desk.picture();
    assert!(picture.contains("“Quelque 340 passagers”"), "{picture}");
}

#[test]
fn w_sets_whole_articles_level_with_gaps_for_what_one_alone_has() {
    let mut desk = Desk::cable_car().after("l 3 j = w");
    assert!(row(&desk).starts_with("« Personne"));
    let whole = compare(&desk);
    let passages: usize = [0, 1].map(|at| desk.app.dossier.texts[at].sentences.len()).iter().sum();
    let shown = whole.levels.iter().flat_map(|level| &level.told).filter(|told| !told.again).count();
    assert_eq!(shown, passages);
    assert!(whole.levels.iter().any(|level| level.missing()));
    assert!(desk.note().contains("en face seulement"), "{}", desk.note());
    assert!(desk.screen().contains("hôteliers"));
    desk.press("w");
    assert!(!compare(&desk).whole && row(&desk).starts_with("« Personne"));
}

#[test]
fn in_a_whole_comparison_l_goes_on_to_the_next_outlet() {
    let mut desk = Desk::cable_car().after("l 3 j = w l l");
    assert!(desk.screen().contains("grinçait"), "{}", desk.screen());
    assert!(!desk.screen().contains("hôteliers"));
    desk.press("h");
    assert!(desk.screen().contains("hôteliers"));
}

#[test]
fn c_walks_over_the_gaps() {
    let mut desk = Desk::cable_car().after("l G = w");
    assert!(row(&desk).starts_with("Anne Roussel"));
    assert!(row(desk.press("C")).starts_with("« Personne"));
}

#[test]
fn plus_and_minus_cut_again_and_keep_the_passage() {
    let mut desk = Desk::cable_car().after("l 3 j =");
    let usual = compare(&desk).counts.pairs;
    desk.press("9 +");
    let few = compare(&desk).counts.pairs;
    assert!(few < usual, "{few} of {usual}");
    assert!(row(&desk).starts_with("« Personne"));
    desk.press("9 9 -");
    assert!(compare(&desk).counts.pairs >= usual);
    assert_eq!(desk.press("-").note(), "Seuil le plus bas\u{a0}: rien de moins ressemblant n’a été gardé.");
    desk.press("0");
    assert_eq!(compare(&desk).counts.pairs, usual);
}

#[test]
fn the_strength_is_remembered() {
    let mut desk = Desk::cable_car().after("l = 2 +");
    assert_eq!(desk.app.session.strength, Some(60));
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::KeepSession)));
    desk.press("= =");
    assert_eq!(compare(&desk).cut.hundredths(), 60);
    assert_eq!(desk.press("0").app.session.strength, None);
}

#[test]
fn p_c_leaves_only_contradictions_and_p_p_brings_the_rest_back() {
    let mut desk = Desk::cable_car().after("l =");
    let all = compare(&desk).rows.len();
    assert!(row(desk.press("p c")).starts_with("Quelque 340"));
    assert!(desk.screen().contains("contradictions seules"));
    assert_eq!(desk.press("p p").app.compare.as_ref().unwrap().rows.len(), all);
}

#[test]
fn p_o_and_p_m_show_what_one_side_alone_has() {
    let mut desk = Desk::cable_car().after("l = p o");
    assert!((0..compare(&desk).rows.len()).all(|row| compare(&desk).level(row).unwrap().alone()));
    desk.press("p m");
    assert!(compare(&desk).whole);
    assert!(row(&desk).starts_with("Les hôteliers"), "{}", row(&desk));
}

#[test]
fn a_search_goes_from_cell_to_cell_and_round() {
    let mut desk = Desk::cable_car().after("l = /");
    desk.type_in("haddad").press("Enter");
    assert!(row(&desk).starts_with("« Personne"));
    assert_eq!(compare(&desk).column, 0);
    for column in [1, 2, 0] {
        assert_eq!(desk.press("n").app.compare.as_ref().unwrap().column, column);
    }
    desk.press("Esc");
    assert!(desk.app.compare.is_some(), "Esc gives the search up first");
    assert!(desk.press("Esc").app.compare.is_none());
}

#[test]
fn a_search_that_is_given_up_goes_back_to_where_it_began() {
    let mut desk = Desk::cable_car().after("l = /");
    desk.type_in("ski").press("Esc");
    assert!(row(&desk).starts_with("Brévenne"));
    desk.press("/");
    desk.type_in("zzz").press("Enter");
    assert_eq!(desk.note(), "Aucune correspondance.");
}

#[test]
fn a_jump_out_of_the_finder_comes_back_into_the_comparison() {
    let mut desk = Desk::cable_car().after("l 3 j = f");
    desk.type_in("hôteliers").press("Enter");
    assert!(desk.app.compare.is_none());
    desk.press("Ctrl-o");
    assert!(row(&desk).starts_with("« Personne"));
}

#[test]
fn enter_where_an_outlet_is_silent_leads_nowhere() {
    let mut desk = Desk::cable_car().after("l G = l Enter");
    assert!(desk.app.compare.is_some());
    assert_eq!(desk.note(), "Ce média n’en dit rien.");
    assert!(desk.press("h Enter").passage().starts_with("Anne Roussel"));
}

#[test]
fn the_whole_comparison_is_copied_with_its_sources() {
    let mut desk = Desk::cable_car().after("l = w");
    desk.press("y a");
    assert!(desk.copied().contains("≠ ") && desk.copied().contains("+ "), "{}", desk.copied());
    for source in ["agence.txt", "quotidien.txt"] {
        assert!(desk.copied().contains(&format!(", {source}")), "{}", desk.copied());
    }
}

#[test]
fn the_foot_reads_two_passages_as_one() {
    let desk = Desk::cable_car().sized(200, 40).after("l 2 j =");
    assert!(desk.screen().contains("[-Quelque 340-] {+Près de 500+}"), "{}", desk.screen());
}

#[test]
fn a_passage_higher_than_the_screen_can_be_read_to_its_end() {
    let long = "Le funiculaire de Brévenne est à l’arrêt, disent les commerçants de la place. ".trim();
    let long = format!("{} et la fin.", long.trim_end_matches('.').repeat(12));
    let mut desk = Desk::on(&analysed(&[("a.txt", &long), ("b.txt", "Il neige sur Porzh.\n")]));
    desk = desk.sized(60, 12).after("l = ");
    assert!(desk.screen().contains("Le funiculaire"));
}

#[test]
fn tab_ticks_all_outlets_or_none() {
    let mut desk = Desk::cable_car().after("l = O Tab");
    assert!(compare(&desk).shown.iter().all(|(_, shown)| !shown));
    desk.press("j Space Enter");
    assert_eq!(compare(&desk).others.len(), 1);
}

#[test]
fn z_gives_the_comparison_the_whole_screen_and_takes_it_back() {
    let mut desk = Desk::cable_car().after("l =");
    assert!(desk.screen().contains("Articles"));
    assert!(!desk.press("z").screen().contains("Articles"));
    assert!(desk.press("q").screen().contains("Articles"));
}

#[test]
fn outlets_off_the_screen_are_told_below_the_row() {
    let desk = Desk::cable_car().after("l 3 j =");
    let rule = desk.screen().lines().find(|line| line.contains("aussi\u{a0}:")).map(str::to_owned);
    assert!(rule.is_some_and(|rule| rule.contains("= gazette")), "{}", desk.screen());
}

#[test]
fn by_passages_d_leaves_out_what_nobody_else_has() {
    let desk = Desk::cable_car().after("l = d");
    assert!((0..compare(&desk).rows.len()).all(|row| !compare(&desk).level(row).unwrap().alone()));
}

#[test]
fn a_row_is_copied_in_words_with_who_is_silent() {
    let mut desk = Desk::cable_car().after("l 2 j =");
    desk.press("y y");
    let copied = desk.copied().to_owned();
    assert!(copied.starts_with("agence\u{a0}: Quelque 340"), "{copied}");
    assert!(
        copied.contains("≠ diffère (nombre Quelque 340 passagers ≠ Près de 500 passagers) — quotidien"),
        "{copied}"
    );
    assert!(copied.contains("— absent\u{a0}: gazette"), "{copied}");
}
