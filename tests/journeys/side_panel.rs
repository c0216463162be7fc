//! The side panel: its tabs, how it follows the text and leads back into it.

use recoupe::app::Pane;
use recoupe::app::effect::Effect;
use recoupe::app::side::Tab;

use crate::common::Desk;

#[test]
fn each_tab_has_its_keys() {
    let mut desk = Desk::cable_car();
    for (keys, tab) in
        [("g c", Tab::Claims), ("g n", Tab::Figures), ("g m", Tab::Coverage), ("g a", Tab::Actors)]
    {
        assert_eq!(desk.press(keys).app.side.tab, tab);
    }
}

#[test]
fn capital_s_goes_through_the_tabs_and_round() {
    let mut desk = Desk::cable_car();
    assert_eq!(desk.press("S S S").app.side.tab, Tab::Coverage);
    assert_eq!(desk.press("S").app.side.tab, Tab::Actors);
}

#[test]
fn the_panel_opens_with_a_tab_and_the_keys_stay_in_the_text() {
    let mut desk = Desk::cable_car().after("s l");
    assert!(!desk.app.side_open);
    desk.press("g n");
    assert!(desk.app.side_open);
    assert_eq!(desk.app.focus, Pane::Text);
}

#[test]
fn claims_follow_the_text() {
    let mut desk = Desk::cable_car().after("g c l");
    assert_eq!(desk.press("j").app.side.cursor(), 0);
    assert_eq!(desk.press("2 j").app.side.cursor(), 1);
    assert_eq!(desk.press("2 j").app.side.cursor(), 3);
}

#[test]
fn actors_follow_the_text() {
    let mut desk = Desk::cable_car().after("g a l G");
    let actor = &desk.app.dossier.actors[desk.app.side.cursor()];
    assert_eq!(actor.name, "Anne Roussel");
    desk.press("2 k");
    assert_eq!(desk.app.dossier.actors[desk.app.side.cursor()].name, "Karim Haddad");
}

#[test]
fn the_text_stays_where_it_is_while_the_keys_are_in_the_panel() {
    let mut desk = Desk::cable_car().after("g c l l");
    let before = desk.passage().to_owned();
    assert_eq!(desk.press("j j").app.side.cursor(), 2);
    assert_eq!(desk.passage(), before);
}

#[test]
fn enter_on_a_claim_leads_into_the_text() {
    let desk = Desk::cable_car().after("g c l l G Enter");
    assert!(desk.passage().starts_with("Anne Roussel"));
}

#[test]
fn enter_on_an_actor_walks_through_its_mentions() {
    let mut desk = Desk::cable_car().after("g a l l");
    let haddad = desk.app.dossier.actors.iter().position(|actor| actor.name == "Karim Haddad").unwrap();
    desk.press(&format!("g g {} G Enter", digits(haddad + 1)));
    assert_eq!(desk.article(), "agence.txt");
    assert!(desk.passage().contains("Karim Haddad"), "{}", desk.passage());
}

fn digits(number: usize) -> String {
    number.to_string().chars().map(|digit| format!("{digit} ")).collect()
}

#[test]
fn ctrl_o_comes_back_from_a_jump_and_capital_l_goes_there_again() {
    let mut desk = Desk::cable_car().after("g c l j l G Enter");
    assert!(desk.passage().starts_with("Anne Roussel"));
    assert!(desk.press("Ctrl-o").passage().starts_with("Le téléphérique"));
    assert!(desk.press("L").passage().starts_with("Anne Roussel"));
}

#[test]
fn where_there_is_no_jump_to_go_back_to_it_is_said_so() {
    assert_eq!(Desk::cable_car().press("Ctrl-o").note(), "Pas d’autre saut de ce côté.");
}

#[test]
fn s_hides_the_panel_and_gives_its_keys_to_the_text() {
    let mut desk = Desk::cable_car().after("l l");
    desk.press("s");
    assert_eq!(desk.app.focus, Pane::Text);
    assert!(desk.app.layout().side.is_none());
    assert_eq!(desk.press("l").app.focus, Pane::Text);
}

#[test]
fn where_one_pane_fits_a_tab_goes_there() {
    let desk = Desk::cable_car().sized(60, 24).after("l g c");
    assert_eq!(desk.app.focus, Pane::Side);
    assert!(desk.screen().contains("Propos"));
}

#[test]
fn coverage_compares_from_the_passage_of_the_article_shown() {
    let mut desk = Desk::cable_car().after("g m j l l ) g g )");
    assert_eq!(desk.article(), "quotidien.txt");
    desk.press("Enter");
    let compare = desk.app.compare.as_ref().expect("the comparison is open");
    assert_eq!(compare.base, 1);
    let fact = &desk.app.dossier.coverage.facts[0];
    let (_, span) = compare.place().unwrap();
    assert!(span.overlaps(fact.cell(1).unwrap().passage.span));
}

/// The actors that the panel lists, from the top down.
fn listed(desk: &Desk) -> Vec<&str> {
    let entries = desk.app.side.actors.entries().iter();
    entries.filter_map(|entry| entry.of(&desk.app.dossier)).map(|actor| actor.name.as_str()).collect()
}

#[test]
fn v_orders_the_actors_and_the_cursor_stays_on_its_actor() {
    let mut desk = Desk::cable_car().after("g a l l G");
    let chosen = *listed(&desk).last().unwrap();
    let chosen = chosen.to_owned();
    for (told, first) in [
        ("Ordre\u{a0}: qui parle le plus d’abord.", "Karim Haddad"),
        ("Ordre\u{a0}: nommé par le plus de médias d’abord.", "Brévenne"),
    ] {
        desk.press("v");
        assert_eq!((desk.note(), listed(&desk)[0]), (told, first));
        assert_eq!(listed(&desk)[desk.app.side.cursor()], chosen);
    }
}

#[test]
fn in_the_order_of_the_text_the_actors_are_those_of_the_article_as_it_names_them() {
    let mut desk = Desk::cable_car().after("g a l l v v v");
    let text = &desk.app.dossier.articles[0].text;
    let names = listed(&desk);
    let persons: Vec<&str> = names
        .into_iter()
        .filter(|name| ["Jeanne Morel", "Karim Haddad", "Anne Roussel"].contains(name))
        .collect();
    assert_eq!(persons, ["Jeanne Morel", "Karim Haddad", "Anne Roussel"]);
    assert!(text.find(persons[0]) < text.find(persons[1]));
    desk.press("h h G l l");
    assert!(!listed(&desk).contains(&"Anne Roussel"), "{:?}", listed(&desk));
    assert_eq!(desk.press("v").note(), "Ordre\u{a0}: par importance.");
}

#[test]
fn pk_goes_through_the_kinds_of_actors_that_there_are() {
    let mut desk = Desk::cable_car().after("g a l l");
    let all = listed(&desk).len();
    desk.press("p k");
    assert!(listed(&desk).contains(&"Karim Haddad"));
    assert!(listed(&desk).len() < all);
    assert_eq!(desk.note(), format!("Affichés\u{a0}: {} sur {all}.", listed(&desk).len()));
    assert!(desk.screen().contains("seulement\u{a0}: personne"), "{}", desk.screen());
    while desk.app.side.filtered() {
        desk.press("p k");
        assert!(!listed(&desk).is_empty(), "a kind that nobody is of is passed over");
    }
    assert_eq!(listed(&desk).len(), all);
}

#[test]
fn po_and_pm_part_the_actors_by_whether_the_outlet_names_them() {
    let mut desk = Desk::cable_car().after("G g a l l p o");
    assert!(!listed(&desk).contains(&"Anne Roussel"));
    desk.press("p m");
    assert!(listed(&desk).contains(&"Anne Roussel") && !listed(&desk).contains(&"Karim Haddad"));
    assert!(desk.screen().contains("absents de gazette"), "{}", desk.screen());
    desk.press("p p");
    assert!(!desk.app.side.filtered());
}

#[test]
fn the_filters_of_the_panel_work_from_the_pane_beside_it_and_never_end_as_another_key() {
    let mut desk = Desk::cable_car().after("g a");
    desk.press("p k");
    assert!(desk.app.side.filtered(), "{}", desk.screen());
    assert_eq!(desk.app.focus, Pane::Side);
    // Without the panel the whole sequence does nothing; its second key stars no article.
    let desk = Desk::cable_car().after("s p m");
    assert!(desk.note().contains("sans effet"), "{}", desk.note());
    assert!(desk.effects.iter().all(|effect| !matches!(effect, Effect::KeepSession)));
}

#[test]
fn ps_leads_from_an_actor_to_all_that_it_says() {
    let mut desk = Desk::cable_car().after("g a l l v g g p s");
    assert_eq!(desk.app.side.tab, Tab::Claims);
    let dossier = &desk.app.dossier;
    let claims = desk.app.side.claims.entries().iter().map(|entry| &dossier.claims[entry.claim]);
    let articles: Vec<usize> = claims.clone().map(|claim| claim.article).collect();
    assert!(claims.clone().all(|claim| dossier.actors[claim.speakers[0]].name == "Karim Haddad"));
    assert_eq!(articles, [0, 1, 2]);
    desk.press("g a v v v v G");
    let silent = listed(&desk).iter().position(|name| *name == "Brévenne").unwrap() + 1;
    desk.press(&format!("{silent} G p s"));
    assert_eq!((desk.app.side.tab, desk.note()), (Tab::Actors, "Aucun propos de Brévenne n’a été trouvé."));
}

#[test]
fn an_actor_that_was_found_is_walked_with_n_and_capital_n() {
    let mut desk = Desk::cable_car().after("G f");
    desk.type_in("kind:person haddad").press("Enter");
    assert_eq!(listed(&desk)[desk.app.side.cursor()], "Karim Haddad");
    assert!(desk.note().starts_with("Karim Haddad\u{a0}: 3 mentions"), "{}", desk.note());
    let mut seen = vec![desk.article().to_owned()];
    for keys in ["n", "n", "N", "n", "n"] {
        seen.push(desk.press(keys).article().to_owned());
        assert!(desk.passage().contains("Karim Haddad"));
    }
    let names: Vec<&str> = seen.iter().map(|id| id.split('.').next().unwrap()).collect();
    assert_eq!(names, ["agence", "quotidien", "gazette", "quotidien", "gazette", "agence"]);
}

#[test]
fn an_actor_that_is_found_is_shown_whatever_the_filter() {
    let mut desk = Desk::cable_car().after("G g a l l p o f");
    desk.type_in("kind:person roussel").press("Enter");
    assert!(!desk.app.side.filtered());
    assert_eq!(listed(&desk)[desk.app.side.cursor()], "Anne Roussel");
}

#[test]
fn what_the_actors_cannot_be_filtered_by_is_told() {
    let desk = Desk::cable_car().after("g a l l p h");
    assert_eq!(desk.note(), "Cet onglet n’a pas cet ordre ni ce filtre.");
}

#[test]
fn a_claim_says_how_many_of_the_outlets_that_have_it_contradict_it() {
    let told = |columns: u16| Desk::demo().sized(columns, 60).after("g c").screen();
    assert!(told(200).contains(" médias, dont "), "{}", told(200));
    assert!(!told(120).contains(" médias, dont ") && told(120).contains("≠ 2/"), "{}", told(120));
}

#[test]
fn a_bar_too_narrow_for_words_keeps_its_columns_and_tells_numbers() {
    let screen = Desk::demo().sized(80, 24).after("g m z").screen();
    assert!(screen.contains("·?"), "{screen}");
    assert!(screen.contains('┈') && screen.contains("▒▒▒▒"), "{screen}");
}
