//! What happens around the keys: sizes, late results, files that cannot be read, settings.

use recoupe::app::compare::Compare;
use recoupe::app::effect::{Event, Mouse, MouseKind};
use recoupe::app::{App, Effect, Pane};
use recoupe::config::LanguageChoice;
use recoupe::dossier::Remark;
use recoupe::dossier::{Dossier, Progress};
use recoupe::source::sidecar::{self, Problem};
use recoupe::source::{Reason, Unread};

use crate::common::{CABLE_CAR, CABLE_CAR_TEXTS, DEMO, Desk, analysed, settings};

#[test]
fn a_resize_keeps_the_passage_under_the_cursor() {
    let mut desk = Desk::demo().after("j j l 1 4 j");
    let before = desk.passage().to_owned();
    for (columns, rows) in [(80, 24), (44, 12), (30, 5), (200, 60), (110, 10), (120, 40)] {
        desk.app.fit(columns, rows);
        assert_eq!(desk.passage(), before, "{columns}×{rows}");
    }
    let first = before.split_whitespace().next().unwrap();
    assert!(desk.screen().contains(first), "{}", desk.screen());
}

#[test]
fn a_resize_keeps_the_row_of_the_comparison() {
    let mut desk = Desk::demo().after("l 6 j =");
    let row = |desk: &Desk| desk.app.compare.as_ref().map(|compare: &Compare| compare.row);
    let before = row(&desk);
    for columns in [80, 200, 40, 120] {
        desk.app.fit(columns, 24);
        assert_eq!(row(&desk), before, "{columns} columns");
    }
}

#[test]
fn articles_can_be_read_before_they_are_analysed() {
    let mut desk = Desk::starting(LanguageChoice::French);
    let plain = Dossier::of_texts("Brévenne", CABLE_CAR_TEXTS.iter().copied());
    desk.happen(Event::Loaded(desk.app.generation(), Box::new(plain)));
    assert!(desk.press("Enter j").passage().starts_with("Le téléphérique"));
    assert_eq!(desk.press("=").note(), "L’analyse n’est pas finie\u{a0}: un instant.");
}

#[test]
fn the_place_is_kept_when_the_analysis_comes_in() {
    let mut desk = Desk::starting(LanguageChoice::French);
    let generation = desk.app.generation();
    let plain = Dossier::of_texts("Brévenne", CABLE_CAR_TEXTS.iter().copied());
    desk.happen(Event::Loaded(generation, Box::new(plain)));
    desk.press("j Enter 2 j");
    let before = desk.passage().to_owned();
    desk.analysed(generation, &CABLE_CAR);
    assert_eq!(desk.article(), "quotidien.txt");
    assert_eq!(desk.passage(), before);
}

#[test]
fn a_finder_opened_too_early_fills_when_the_analysis_is_there() {
    let mut desk = Desk::starting(LanguageChoice::French).after("f");
    desk.type_in("haddad");
    assert_eq!(desk.app.finder.as_ref().unwrap().hits.total, 0);
    desk.analysed(desk.app.generation(), &CABLE_CAR);
    assert!(desk.app.finder.as_ref().unwrap().hits.total > 0);
}

#[test]
fn progress_is_shown_in_words_and_numbers() {
    let mut desk = Desk::starting(LanguageChoice::French);
    desk.happen(Event::Progress(desk.app.generation(), Progress::Reading(3, 12)));
    assert!(desk.screen().contains("3/12"));
    desk.happen(Event::Progress(desk.app.generation(), Progress::Aligning));
    assert!(desk.screen().contains("3/3"), "{}", desk.screen());
}

#[test]
fn capital_r_reads_again_and_keeps_the_article_and_the_place() {
    let mut desk = Desk::cable_car().after("j l 2 j");
    let before = desk.passage().to_owned();
    desk.press("R");
    let [Effect::Load { generation, .. }] = desk.effects[..] else { panic!("{:?}", desk.effects) };
    let mut more = vec![("annonce.txt", "Annonce\n\nUn article de plus, venu avant les autres.\n")];
    more.extend(CABLE_CAR_TEXTS);
    desk.analysed(generation, &analysed(&more));
    assert_eq!(desk.article(), "quotidien.txt");
    assert_eq!(desk.passage(), before);
}

#[test]
fn reading_again_tells_what_has_changed() {
    let mut desk = Desk::cable_car().after("R");
    desk.analysed(desk.app.generation(), &CABLE_CAR);
    assert_eq!(desk.note(), "Relu\u{a0}: 3 articles · rien n’a changé");
    desk.press("R");
    let texts = [("agence.txt", "Autre chose\n\nTout a changé.\n"), ("neuf.txt", "Neuf\n\nTout neuf.\n")];
    desk.analysed(desk.app.generation(), &analysed(&texts));
    assert_eq!(desk.note(), "Relu\u{a0}: 2 articles · 1 nouveau · 1 modifié · 2 disparus");
}

#[test]
fn a_search_looks_again_when_the_text_has_changed_under_it() {
    let mut desk = Desk::cable_car().after("l /");
    desk.type_in("cabine").press("Enter R");
    let text = "Brévenne\n\nLa cabine, la cabine et la cabine.\n";
    let texts = [("agence.txt", text), ("b.txt", text), ("c.txt", text)];
    desk.analysed(desk.app.generation(), &analysed(&texts));
    assert_eq!(desk.app.in_pane.matches.len(), 3);
}

#[test]
fn hits_of_the_dossier_before_are_not_shown_over_the_new_one() {
    let mut desk = Desk::cable_car().after("f");
    desk.type_in("haddad");
    let generation = {
        desk.app.load();
        desk.app.generation()
    };
    let dossier = analysed(&[("a.txt", "Un\n\nRien de tel.\n")]);
    let catalogue = recoupe::term::catalogue(&dossier, &desk.app.settings);
    let effects = desk.app.update(Event::Analysed(generation, Box::new(dossier), Box::new(catalogue)));
    assert!(desk.app.finder.as_ref().unwrap().hits.shown.is_empty());
    assert!(matches!(effects[..], [Effect::Search { .. }]));
    desk.screen();
}

#[test]
fn jumps_lead_back_to_their_articles_after_reading_again() {
    let mut desk = Desk::cable_car().after("j l 2 j f");
    desk.type_in("grincait").press("Enter R");
    let mut more = vec![("annonce.txt", "Annonce\n\nUn article de plus, venu avant les autres.\n")];
    more.extend(CABLE_CAR_TEXTS);
    desk.analysed(desk.app.generation(), &analysed(&more));
    assert_eq!(desk.article(), "gazette.txt");
    assert_eq!(desk.press("Ctrl-o").article(), "quotidien.txt");
    assert!(desk.passage().starts_with("Près de 500"));
}

#[test]
fn a_comparison_stays_on_its_passage_while_the_files_are_read_again() {
    let mut desk = Desk::cable_car().after("R l 3 j =");
    let row = |desk: &Desk| desk.app.compare.as_ref().map(|compare| compare.row);
    let generation = desk.app.generation();
    let plain = Dossier::of_texts("Brévenne", CABLE_CAR_TEXTS.iter().copied());
    desk.happen(Event::Loaded(generation, Box::new(plain)));
    assert!(desk.screen().contains("cabine"));
    desk.analysed(generation, &CABLE_CAR);
    assert_eq!(row(&desk), Some(3));
    desk.press("R");
    desk.analysed(desk.app.generation(), &analysed(&CABLE_CAR_TEXTS[1..]));
    assert!(desk.app.compare.is_none(), "its article is gone");
}

#[test]
fn what_an_older_loading_brings_is_dropped() {
    let mut desk = Desk::cable_car();
    let old = desk.app.generation();
    desk.press("R");
    desk.happen(Event::Progress(old, Progress::Reading(9, 9)));
    assert_ne!(desk.app.progress, Some(Progress::Reading(9, 9)));
    desk.analysed(old, &DEMO);
    desk.happen(Event::LoadFailed(old, "trop tard".to_owned()));
    assert_eq!(desk.app.dossier.articles.len(), 3);
    assert!(!desk.note().contains("trop tard"));
}

#[test]
fn what_an_older_search_brings_is_dropped() {
    let mut desk = Desk::cable_car().after("f");
    desk.type_in("haddad");
    let before = desk.app.finder.as_ref().unwrap().hits.clone();
    desk.happen(Event::Found(1, Box::default()));
    assert_eq!(desk.app.finder.as_ref().unwrap().hits, before);
}

#[test]
fn a_failed_loading_says_why() {
    let mut desk = Desk::starting(LanguageChoice::French);
    desk.happen(Event::LoadFailed(desk.app.generation(), "le disque est parti".to_owned()));
    assert!(desk.screen().contains("le disque est parti"));
    assert!(desk.press("l j = c a f Esc g m q").quits());
}

#[test]
fn a_failed_reload_loses_nothing() {
    let mut desk = Desk::cable_car().after("R");
    desk.happen(Event::LoadFailed(desk.app.generation(), "le disque est parti".to_owned()));
    assert_eq!(desk.app.dossier.articles.len(), 3);
    assert_eq!(desk.note(), "le disque est parti");
}

#[test]
fn a_file_that_could_not_be_read_is_listed_with_its_reason() {
    let mut dossier = CABLE_CAR.clone();
    dossier.unread.push(Unread { source: "photo.txt".to_owned(), reason: Reason::Binary });
    let mut desk = Desk::on(&dossier);
    assert!(desk.note().starts_with("Un fichier"), "{}", desk.note());
    desk.press("G");
    assert!(desk.app.article().is_none());
    let screen = desk.screen();
    assert!(screen.contains("photo.txt"), "{screen}");
    assert!(screen.contains("n’est pas du texte") || screen.contains("pas un texte"), "{screen}");
    desk.press("Enter j = c a y y m r i o g o Esc Esc / x Enter n Esc");
    assert_eq!(desk.press("g g").article(), "agence.txt");
}

#[test]
fn a_mistake_in_the_sidecar_is_told_when_it_opens() {
    let mut dossier = CABLE_CAR.clone();
    let remark = |line| sidecar::Remark { path: "dossier.toml".into(), line, problem: Problem::NoFile };
    dossier.remarks = vec![Remark::Sidecar(remark(3)), Remark::Sidecar(remark(7))];
    let desk = Desk::on(&dossier);
    let note = desk.note();
    assert!(note.starts_with("dossier.toml:3") && note.ends_with("(+1)"), "{note}");
}

#[test]
fn own_keys_replace_the_built_in_ones() {
    let mut own = settings(LanguageChoice::French);
    own.keys.insert("compare".to_owned(), vec!["v".to_owned()]);
    let (keymap, problems) = App::keymap_of(&own);
    assert!(problems.is_empty());
    let mut desk = Desk::cable_car();
    desk.app.keymap = keymap;
    assert!(desk.press("l =").app.compare.is_none());
    assert!(desk.press("v").app.compare.is_some());
}

#[test]
fn an_own_key_for_an_action_there_is_none_of_is_told_with_the_nearest() {
    let mut own = settings(LanguageChoice::French);
    own.keys.insert("compar".to_owned(), vec!["v".to_owned()]);
    let app = App::new(own, (80, 24));
    assert!(app.note.unwrap().text.contains("compare"));
}

#[test]
fn a_click_goes_to_the_entry_and_the_passage_under_it() {
    let mut desk = Desk::cable_car();
    let list = desk.app.layout().list.unwrap();
    let press = |column, row| Event::Mouse(Mouse::new(MouseKind::Press, column, row));
    desk.happen(press(list.x + 3, list.y + 5));
    assert_eq!(desk.article(), "quotidien.txt");
    let row = desk.screen().lines().position(|line| line.contains("Près de 500")).unwrap();
    let text = desk.app.layout().text.unwrap();
    desk.happen(press(text.x + 10, u16::try_from(row).unwrap()));
    assert_eq!(desk.app.focus, Pane::Text);
    assert!(desk.passage().starts_with("Près de 500"));
}

#[test]
fn the_mouse_does_nothing_once_it_is_left_to_the_terminal() {
    let mut desk = Desk::cable_car().after("M");
    desk.happen(Event::Mouse(Mouse::new(MouseKind::WheelDown, 2, 4)));
    assert_eq!(desk.article(), "agence.txt");
}

#[test]
fn a_click_does_not_turn_a_line_being_typed_to_another_article() {
    let mut desk = Desk::cable_car().after("t");
    let list = desk.app.layout().list.unwrap();
    desk.happen(Event::Mouse(Mouse::new(MouseKind::Press, list.x + 3, list.y + 5)));
    assert_eq!(desk.article(), "agence.txt");
    desk.type_in("eau").press("Enter");
    assert!(desk.app.session.tags.contains_key("agence.txt"));
}

#[test]
fn pasted_text_goes_into_the_line_being_typed_and_runs_nothing() {
    let mut desk = Desk::cable_car().after("f");
    desk.happen(Event::Paste("Karim\nHaddad\u{1b}".to_owned()));
    assert_eq!(desk.app.finder.as_ref().unwrap().line.text(), "Karim Haddad ");
    desk.press("Esc");
    desk.happen(Event::Paste("q".to_owned()));
    assert!(!desk.quits());
}
