//! Acting on an article: stars, outlets, copies, exports, help; and how to leave.

use std::path::{Path, PathBuf};

use recoupe::app::effect::Event;
use recoupe::app::{Action, Effect, Pane};
use recoupe::article::{Evidence, Outlet};
use recoupe::config::LanguageChoice;
use recoupe::term::catalogue;

use crate::common::{CABLE_CAR, Desk};

/// A reader on articles that stand in a folder, have an address, and are read by somebody.
fn on_files() -> Desk {
    let mut dossier = CABLE_CAR.clone();
    for article in &mut dossier.articles {
        article.path = Some(Path::new("/dossiers/brevenne").join(&article.id));
        article.address = Some(format!("https://presse.example/{}", article.id));
    }
    Desk::on(&dossier)
}

#[test]
fn m_stars_the_article_and_u_takes_it_back() {
    let mut desk = Desk::cable_car();
    desk.press("j m");
    assert!(desk.app.session.starred.contains("quotidien.txt"));
    assert!(matches!(desk.effects[..], [Effect::KeepSession]));
    assert!(desk.screen().contains("★ quotidien"));
    desk.press("u");
    assert!(desk.app.session.starred.is_empty());
    assert_eq!(desk.note(), "Annulé.");
}

#[test]
fn the_same_key_takes_the_star_off() {
    assert!(Desk::cable_car().after("m m").app.session.starred.is_empty());
}

#[test]
fn r_marks_read_and_unread_and_u_goes_back_step_by_step() {
    let mut desk = Desk::cable_car();
    assert!(desk.press("r").app.session.read.contains("agence.txt"));
    assert!(desk.press("r").app.session.read.is_empty());
    assert!(desk.press("u").app.session.read.contains("agence.txt"));
    assert!(desk.press("u").app.session.read.is_empty());
    assert_eq!(desk.press("u").note(), "Rien à annuler.");
}

#[test]
fn i_shows_what_is_known_about_the_article() {
    let mut desk = Desk::cable_car().after("i");
    assert!(desk.screen().contains("UTF-8"));
    assert!(!desk.press("i").screen().contains("UTF-8"));
}

#[test]
fn go_names_the_outlet_keeps_it_and_u_takes_it_back() {
    let mut desk = on_files().after("g o Ctrl-u");
    desk.type_in("Le Matin de Brévenne").press("Enter");
    assert_eq!(desk.app.dossier.articles[0].label(), "Le Matin de Brévenne");
    assert!(desk.screen().contains("Le Matin de Brévenne"));
    let kept = |desk: &Desk| match &desk.effects[0] {
        Effect::KeepOutlet { folder, file, outlet } => (folder.clone(), file.clone(), outlet.clone()),
        other => panic!("{other:?}"),
    };
    let folder = PathBuf::from("/dossiers/brevenne");
    let named = (folder.clone(), "agence.txt".to_owned(), "Le Matin de Brévenne".to_owned());
    assert_eq!(kept(&desk), named);
    assert!(matches!(desk.effects[1], Effect::Index { .. }), "the finder is to know it too");
    desk.press("u");
    assert_eq!(desk.app.dossier.articles[0].label(), "agence");
    assert_eq!(kept(&desk), (folder, "agence.txt".to_owned(), String::new()));
}

#[test]
fn the_finder_has_the_newest_outlet_whichever_catalogue_comes_last() {
    let mut desk = on_files();
    let mut asked = Vec::new();
    for name in ["L’Ancien Nom", "Le Nouveau Nom"] {
        desk.press("g o Ctrl-u").type_in(name).press("Enter");
        let Some(Effect::Index { generation, dossier }) = desk.effects.pop() else { panic!("{name}") };
        asked.push((generation, dossier));
    }
    // The work for the older name takes longer.
    for (generation, dossier) in asked.into_iter().rev() {
        let made = catalogue(&dossier, &desk.app.settings);
        desk.happen(Event::Indexed(generation, Box::new(made)));
    }
    desk.press("f").type_in("outlet:ancien");
    assert_eq!(desk.app.finder.as_ref().unwrap().hits.total, 0, "{}", desk.screen());
}

#[test]
fn an_outlet_that_was_not_set_by_hand_is_not_written_down_when_it_comes_back() {
    let mut dossier = on_files().app.dossier.as_ref().clone();
    let told = Outlet { name: "L’Agence".to_owned(), evidence: Evidence::Byline };
    dossier.articles[0].outlet = Some(told.clone());
    let mut desk = Desk::on(&dossier).after("g o Ctrl-u");
    desk.type_in("Autre").press("Enter").press("u");
    assert_eq!(desk.app.dossier.articles[0].outlet, Some(told));
    let [Effect::KeepOutlet { outlet, .. }, ..] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(outlet, "");
}

#[test]
fn an_article_opened_from_the_list_is_read_from_then_on() {
    let mut desk = Desk::cable_car().after("Enter");
    assert!(matches!(desk.effects[..], [Effect::KeepSession]));
    assert!(desk.press("h Enter").effects.is_empty());
}

#[test]
fn every_letter_can_be_typed_into_the_help() {
    let mut desk = Desk::cable_car().after("?");
    desk.type_in("jbk gGb");
    assert_eq!(desk.app.help.as_ref().unwrap().line.text(), "jbk gGb");
}

#[test]
fn esc_in_the_outlet_line_changes_nothing() {
    let mut desk = on_files().after("g o");
    desk.type_in("x").press("Esc");
    assert_eq!(desk.app.dossier.articles[0].label(), "agence");
    assert!(desk.app.prompt.is_none() && desk.effects.is_empty());
}

#[test]
fn yy_copies_the_passage_with_its_source() {
    let mut desk = on_files();
    desk.press("l 2 j y y");
    let (passage, source) = desk.copied().split_once('\n').unwrap();
    assert_eq!(passage, desk.passage());
    assert!(source.starts_with("— agence, Brévenne"), "{source}");
    assert!(source.ends_with("https://presse.example/agence.txt"), "{source}");
}

#[test]
fn in_the_panel_yy_copies_what_is_selected_there() {
    let mut desk = Desk::cable_car().after("g c l l G y y");
    assert!(desk.copied().starts_with("Anne Roussel\u{a0}: « des câbles neufs"), "{}", desk.copied());
    desk.press("g n g g y y");
    assert!(desk.copied().contains("Quelque 340 passagers — agence"), "{}", desk.copied());
    assert!(desk.copied().contains("500 passagers — quotidien"), "{}", desk.copied());
    desk.press("g a g g v y y");
    assert!(desk.copied().starts_with("Brévenne\n"), "{}", desk.copied());
}

#[test]
fn an_export_takes_the_name_that_is_typed_and_none_is_no_export() {
    let mut desk = Desk::cable_car().after("e Ctrl-u");
    desk.type_in("pour la réunion").press("Enter");
    let [Effect::Export { path, .. }] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(path, Path::new("pour la réunion.md"));
    assert!(desk.press("e Ctrl-u Enter").effects.is_empty());
    assert!(desk.app.prompt.is_none());
}

#[test]
fn yc_copies_the_claim_with_its_speaker() {
    let mut desk = Desk::cable_car();
    desk.press("l 3 j y c");
    assert!(desk.copied().contains("Karim Haddad\u{a0}: "), "{}", desk.copied());
    assert!(desk.copied().contains("Personne n’a passé la nuit dans une cabine"));
}

#[test]
fn yt_yu_and_ya_copy_title_address_and_article() {
    let mut desk = on_files();
    assert!(desk.press("y t").copied().starts_with("agence, Brévenne"));
    assert_eq!(desk.press("y u").copied(), "https://presse.example/agence.txt");
    assert!(desk.press("y a").copied().contains("la préfète Jeanne Morel"));
}

#[test]
fn where_there_is_nothing_to_copy_it_is_said_so() {
    let mut desk = Desk::cable_car();
    desk.press("y u");
    assert!(desk.effects.is_empty());
    assert_eq!(desk.note(), "Rien à copier ici.");
}

#[test]
fn o_opens_the_address() {
    let mut desk = on_files();
    desk.press("o");
    let [Effect::Browse(address)] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(address, "https://presse.example/agence.txt");
}

#[test]
fn o_without_an_address_tells_so() {
    let mut desk = Desk::cable_car();
    desk.press("o");
    assert!(desk.effects.is_empty());
    assert_eq!(desk.note(), "Cet article n’a pas d’adresse.");
}

#[test]
fn e_writes_the_dossier_to_a_file_named_after_it() {
    let mut desk = Desk::cable_car();
    desk.press("e");
    assert!(desk.screen().contains("Exporter vers\u{a0}: recoupe-brevenne.md"), "{}", desk.screen());
    desk.press("Enter");
    let [Effect::Export { path, dossier, .. }] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(path, Path::new("recoupe-brevenne.md"));
    assert_eq!(dossier.articles.len(), 3);
}

#[test]
fn z_gives_the_focused_pane_the_whole_screen() {
    let mut desk = Desk::cable_car().after("l z");
    let layout = desk.app.layout();
    assert_eq!((layout.list, layout.side), (None, None));
    assert!(desk.press("z").app.layout().list.is_some());
}

#[test]
fn capital_m_leaves_the_mouse_to_the_terminal_and_takes_it_again() {
    let mut desk = Desk::cable_car();
    assert!(matches!(desk.press("M").effects[..], [Effect::Mouse(false)]));
    assert!(matches!(desk.press("M").effects[..], [Effect::Mouse(true)]));
}

#[test]
fn the_help_is_narrowed_by_typing_and_enter_runs_its_line() {
    let mut desk = Desk::cable_car().after("?");
    let all = desk.app.help.as_ref().unwrap().entries.len();
    desk.type_in("etoile");
    let left = &desk.app.help.as_ref().unwrap().entries;
    assert!(left.len() < all && left[0].action == Some(Action::Star), "{left:?}");
    desk.press("Enter");
    assert!(desk.app.help.is_none());
    assert!(desk.app.session.starred.contains("agence.txt"));
}

#[test]
fn the_help_tells_every_action_that_has_a_key_in_the_panes() {
    let desk = Desk::cable_car().after("?");
    let told = &desk.app.help.as_ref().unwrap().entries;
    for action in [Action::Compare, Action::Find, Action::SetOutlet, Action::CopyClaim, Action::Leave] {
        assert!(told.iter().any(|entry| entry.action == Some(action)), "{action}");
    }
}

#[test]
fn over_the_comparison_the_help_tells_its_keys() {
    let desk = Desk::cable_car().after("l = ?");
    let told = &desk.app.help.as_ref().unwrap().entries;
    assert!(told.iter().any(|entry| entry.action == Some(Action::Differences)));
    assert!(told.iter().all(|entry| entry.action != Some(Action::Star)));
}

#[test]
fn q_closes_what_is_on_top_and_at_last_the_program() {
    let mut desk = Desk::cable_car().after("l l i");
    assert!(!desk.press("q").app.details);
    assert_eq!(desk.press("q").app.focus, Pane::Text);
    assert!(desk.effects.is_empty());
    assert!(desk.press("q").quits());
}

#[test]
fn where_one_pane_fits_q_goes_back_to_the_list_before_it_leaves() {
    let mut desk = Desk::cable_car().sized(60, 24).after("Enter");
    assert_eq!(desk.press("q").app.focus, Pane::List);
    assert!(!desk.quits());
    assert!(desk.press("q").quits());
}

#[test]
fn esc_never_quits() {
    for keys in ["", "l", "l l", "l z", "i", "l =", "f", "?", "l / a", "g o", "l = O"] {
        let mut desk = Desk::cable_car().after(keys);
        desk.press("Esc Esc Esc Esc Esc Esc");
        assert!(!desk.quits(), "after {keys}");
        let app = &desk.app;
        let open = app.details || app.zoom || app.prompt.is_some() || app.in_pane.typing;
        assert!(!open && app.compare.is_none() && app.finder.is_none() && app.help.is_none(), "after {keys}");
    }
}

#[test]
fn ctrl_c_leaves_from_everywhere() {
    for keys in ["", "l =", "f", "?", "l /", "g o"] {
        assert!(Desk::cable_car().after(keys).press("Ctrl-c").quits(), "after {keys}");
    }
}

#[test]
fn ctrl_z_stops_from_everywhere() {
    for keys in ["", "l =", "f", "?", "l /", "g o"] {
        let mut desk = Desk::cable_car().after(keys);
        assert!(matches!(desk.press("Ctrl-z").effects[..], [Effect::Suspend]), "after {keys}");
    }
}

#[test]
fn in_english_it_speaks_english() {
    let mut desk = Desk::speaking(LanguageChoice::English, &CABLE_CAR);
    assert_eq!(desk.press("u").note(), "Nothing to undo.");
}
