//! The coverage's tab: from cell to cell, what one outlet alone has or lacks, and into the comparison.

use recoupe::app::side::coverage::{Part, What};
use recoupe::dossier::coverage::{Says, cell_of};
use recoupe::dossier::matrix::{Entry, Section};

use crate::common::Desk;

/// The coverage with the keys in it, the cursor on the first fact.
fn coverage() -> Desk {
    Desk::cable_car().after("g m l l g g )")
}

fn what(desk: &Desk) -> What {
    desk.app.side.coverage.entries()[desk.app.side.cursor()]
}

/// The articles that have the entry under the cursor, with what they make of it.
fn told(desk: &Desk) -> Vec<(usize, Says)> {
    let cells = what(desk).cells(&desk.app.dossier);
    cells.iter().map(|cell| (cell.passage.article, cell.says)).collect()
}

#[test]
fn bars_come_first_then_facts_claims_actors_and_figures() {
    let desk = coverage();
    let tab = &desk.app.side.coverage;
    let mut parts: Vec<Part> = (0..tab.entries().len()).filter_map(|entry| tab.begins(entry)).collect();
    assert_eq!(parts.remove(0), Part::Shares);
    assert_eq!(parts, Section::ALL.map(Part::Section));
    assert_eq!(tab.count_of(Part::Shares), 3);
}

#[test]
fn parentheses_go_from_part_to_part() {
    let mut desk = coverage();
    assert!(matches!(what(&desk), What::Entry(Entry::Fact(_))));
    assert!(matches!(what(desk.press(")")), What::Entry(Entry::Claim(_))));
    assert!(matches!(what(desk.press("2 )")), What::Entry(Entry::Figure(_))));
    assert!(matches!(what(desk.press("9 (")), What::Share(0)));
}

#[test]
fn the_widest_fact_comes_first_and_v_puts_the_most_disputed_there() {
    let mut desk = coverage();
    assert_eq!(told(&desk).len(), 3);
    desk.press("v g g )");
    assert!(told(&desk).iter().any(|(_, says)| *says == Says::Differs));
    assert_eq!(desk.press("v").note(), "Ordre\u{a0}: le plus répandu d’abord.");
}

#[test]
fn l_goes_into_the_cells_and_h_comes_back_and_leaves() {
    let mut desk = coverage();
    assert_eq!(desk.press("l").app.side.coverage.cell, Some(0));
    assert_eq!(desk.press("l l l l").app.side.coverage.cell, Some(2));
    assert!(desk.screen().contains("[●]") || desk.screen().contains("[◐]"), "{}", desk.screen());
    desk.press("3 h");
    assert_eq!(desk.app.side.coverage.cell, None);
    assert_eq!(desk.app.focus, recoupe::app::Pane::Side);
    desk.press("h");
    assert_eq!(desk.app.focus, recoupe::app::Pane::Text);
}

#[test]
fn the_cell_shows_its_passage() {
    let mut desk = coverage();
    desk.press("l l l");
    assert!(desk.screen().contains("a répété"), "{}", desk.screen());
}

#[test]
fn p_c_leaves_what_is_disputed() {
    let mut desk = coverage();
    desk.press("p c");
    let entries = desk.app.side.coverage.entries().to_vec();
    assert!(!entries.is_empty());
    for what in entries {
        let cells = what.cells(&desk.app.dossier);
        assert!(cells.iter().any(|cell| cell.says == Says::Differs), "{what:?}");
    }
    assert!(desk.screen().contains("contradictions seules"), "{}", desk.screen());
    assert!(desk.note().starts_with("Affichés"), "{}", desk.note());
}

#[test]
fn p_m_shows_what_the_open_article_lacks_and_p_p_everything() {
    let mut desk = Desk::cable_car().after("2 j l l g m g g");
    assert_eq!(desk.article(), "gazette.txt");
    let all = desk.app.side.coverage.entries().len();
    desk.press("p m");
    let entries = desk.app.side.coverage.entries().to_vec();
    assert!(!entries.is_empty() && entries.len() < all);
    assert!(entries.iter().all(|what| cell_of(&what.cells(&desk.app.dossier), 2).is_none()));
    assert!(desk.screen().contains("absent\u{a0}: gazette"), "{}", desk.screen());
    assert_eq!(desk.press("p p").app.side.coverage.entries().len(), all);
}

#[test]
fn p_o_shows_what_the_outlet_under_the_cursor_alone_has() {
    let mut desk = coverage();
    desk.press("l l p o");
    assert!(desk.screen().contains("seulement dans quotidien"), "{}", desk.screen());
    let entries = desk.app.side.coverage.entries().to_vec();
    assert!(entries.iter().any(|what| matches!(what, What::Entry(Entry::OwnPassage(1, _)))), "{entries:?}");
    for what in entries {
        let cells = what.cells(&desk.app.dossier);
        assert!(cells.iter().all(|cell| cell.passage.article == 1), "{what:?}");
    }
}

#[test]
fn enter_compares_the_fact_beside_the_outlet_under_the_cursor() {
    let mut desk = coverage();
    desk.press("3 l Enter");
    let compare = desk.app.compare.as_ref().expect("the comparison is open");
    assert_eq!(compare.base, 0);
    assert_eq!(compare.article_of(compare.column), 2);
    assert!(compare.place().is_some());
}

#[test]
fn equals_compares_it_too() {
    assert!(coverage().after("=").app.compare.is_some());
}

#[test]
fn enter_on_a_silent_cell_says_so() {
    let mut desk = coverage();
    desk.press("v p c");
    desk.press("3 l Enter");
    assert!(desk.app.compare.is_none());
    assert_eq!(desk.note(), "Ce média n’en dit rien.");
}

#[test]
fn enter_on_a_bar_lays_two_whole_articles_level() {
    let mut desk = coverage();
    desk.press("g g 2 j Enter");
    let compare = desk.app.compare.as_ref().expect("the comparison is open");
    assert!(compare.whole);
    assert_eq!(compare.article_in(1), 2);
}

#[test]
fn enter_on_an_actor_goes_to_where_it_is_named() {
    let mut desk = coverage();
    desk.press("2 ) 2 l Enter");
    assert!(desk.app.compare.is_none());
    assert_eq!(desk.article(), "quotidien.txt");
}

#[test]
fn where_there_is_room_the_outlets_are_named_in_full() {
    let desk = coverage().sized(200, 60).after("z");
    let head = desk.screen().lines().nth(2).unwrap().to_owned();
    for outlet in ["agence", "quotidien", "gazette"] {
        assert!(head.contains(outlet), "{head}");
    }
}

#[test]
fn the_letters_over_the_cells_are_all_different() {
    let desk = Desk::demo().after("g m");
    let head = desk.screen().lines().nth(2).unwrap().to_owned();
    let mut letters: Vec<&str> = head.rsplit('│').nth(1).unwrap_or(&head).split_whitespace().collect();
    letters.retain(|word| word.chars().count() == 2);
    let all = letters.len();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!((all, letters.len()), (6, 6), "{head}");
}

#[test]
fn a_strip_beside_the_text_shows_how_many_have_a_passage() {
    let desk = Desk::cable_car().after("l");
    let row = |start: &str| desk.screen().lines().find(|line| line.contains(start)).unwrap().to_owned();
    assert!(row("« Personne").contains('▊'), "{}", desk.screen());
    assert!(!row("Anne Roussel, qui dirige").contains(['▏', '▎', '▊']), "{}", desk.screen());
}

#[test]
fn plus_and_minus_cut_facts_bars_and_margins_again() {
    let mut desk = coverage();
    let facts = |desk: &Desk| desk.app.dossier.coverage.facts.len();
    let margin =
        |desk: &Desk| desk.screen().lines().filter(|line| line.contains(['▏', '▎', '▌', '▊'])).count();
    let (usual, beside) = (facts(&desk), margin(&desk));
    desk.press("9 +");
    assert!(facts(&desk) < usual, "{}", desk.screen());
    assert!(margin(&desk) < beside, "{}", desk.screen());
    assert!(desk.screen().contains("seuil 0,95 (très strict)"), "{}", desk.screen());
    assert!(desk.note().starts_with("Seuil 0,95 (très strict)\u{a0}: "), "{}", desk.note());
    desk.press("0");
    assert_eq!((facts(&desk), margin(&desk)), (usual, beside));
    assert!(!desk.screen().contains("seuil 0,"), "{}", desk.screen());
    assert_eq!(desk.press("0").note(), "C’est déjà le seuil habituel.");
}

#[test]
fn the_strength_of_the_comparison_is_that_of_the_coverage() {
    let mut desk = coverage();
    desk.press("= 2 + =");
    assert_eq!(desk.app.dossier.cut.hundredths(), 60);
    assert!(desk.screen().contains("seuil 0,60"), "{}", desk.screen());
    desk.press("= -");
    assert_eq!(desk.app.compare.as_ref().map(|compare| compare.cut.hundredths()), Some(55));
}

#[test]
fn what_is_read_anew_is_cut_at_the_strength_that_was_set() {
    let mut desk = coverage();
    desk.press("4 +");
    let generation = desk.app.generation();
    let facts = desk.app.dossier.coverage.facts.len();
    desk.analysed(generation, &crate::common::CABLE_CAR);
    assert_eq!(desk.app.dossier.cut.hundredths(), 70);
    assert_eq!(desk.app.dossier.coverage.facts.len(), facts);
}

#[test]
fn the_line_at_the_bottom_explains_every_sign() {
    let mut desk = coverage();
    for sign in ["● le dit", "◐ en partie", "≠ dit autre chose", "· rien trouvé"] {
        assert!(desk.screen().contains(sign), "{}", desk.screen());
    }
    desk.press("l");
    assert!(desk.screen().contains("agence\u{a0}: "), "{}", desk.screen());
    desk.press("h g g");
    assert!(desk.screen().contains("█ commun à un autre média"), "{}", desk.screen());
}

#[test]
fn the_details_say_how_far_apart_the_tellings_are() {
    let desk = coverage().after("v g g )");
    assert!(desk.screen().contains("écart 1,00") || desk.screen().contains("écart 0,"), "{}", desk.screen());
    assert!(coverage().after("i").screen().contains("Qui l’a"));
}

#[test]
fn headings_and_questions_are_nothing_that_others_lack() {
    let dossier = crate::common::analysed(&[
        (
            "a.txt",
            "Le port fermé\n\nLa grue du quai nord est tombée lundi à Orvelle.\n\nQui paiera la grue ?\n\n\
             Le capitaine du port, Karim Haddad, a quitté Orvelle dimanche.\n",
        ),
        ("b.txt", "Orvelle à quai\n\nLa grue du quai nord est tombée lundi à Orvelle.\n"),
    ]);
    let desk = Desk::on(&dossier).after("g m l l p o");
    let entries = desk.app.side.coverage.entries();
    let own = entries.iter().filter(|what| matches!(what, What::Entry(Entry::OwnPassage(..)))).count();
    assert_eq!(own, 1, "{}", desk.screen());
}

#[test]
fn an_outlet_that_has_a_match_is_not_called_silent() {
    let dossier = &*crate::common::DEMO;
    for fact in &dossier.coverage.facts {
        let label = fact.label;
        let sentence = dossier.texts[label.article].sentence_at(label.span.start).unwrap();
        let pairs: Vec<_> = dossier
            .index
            .alignments_of(label.article, sentence)
            .iter()
            .map(|&at| &dossier.alignments[at])
            .filter(|pair| pair.a == label || pair.b == label)
            .map(|pair| if pair.a == label { (pair.parts[0], pair.b) } else { (pair.parts[1], pair.a) })
            .collect();
        // Which parts of its sentence the fact is about; a match of another part is another fact.
        let own = pairs.iter().filter(|(_, other)| fact.passages.contains(other));
        let told: Vec<_> = own.filter_map(|(part, _)| *part).collect();
        for (part, other) in &pairs {
            let about =
                part.is_none_or(|part| told.is_empty() || told.iter().any(|told| told.overlaps(part)));
            assert!(!about || fact.cell(other.article).is_some(), "{fact:?}");
        }
    }
}
