//! Tags and the selection: what they mark, where they show, and how they are taken back.

use recoupe::app::{Action, Effect, KeyProblem};
use recoupe::search::Target;

use crate::common::Desk;

fn selected(desk: &Desk) -> Vec<&str> {
    desk.app.list.selected.iter().map(String::as_str).collect()
}

fn tags(desk: &Desk, article: &str) -> Vec<String> {
    desk.app.session.tags_of(article).map(str::to_owned).collect()
}

#[test]
fn x_selects_goes_on_and_leaves_out_again() {
    let mut desk = Desk::cable_car().after("x");
    assert_eq!((selected(&desk), desk.article()), (vec!["agence.txt"], "quotidien.txt"));
    assert!(desk.screen().contains("Articles · ✓ 1"), "{}", desk.screen());
    assert!(selected(desk.press("k x")).is_empty());
}

#[test]
fn a_count_selects_several_and_u_takes_it_back() {
    let mut desk = Desk::cable_car().after("2 x");
    assert_eq!(selected(&desk), ["agence.txt", "quotidien.txt"]);
    assert_eq!(selected(desk.press("x u")), ["agence.txt", "quotidien.txt"]);
    assert!(selected(desk.press("u")).is_empty());
}

#[test]
fn esc_selects_nothing_any_more() {
    let mut desk = Desk::cable_car().after("2 x Esc");
    assert!(selected(&desk).is_empty());
    assert_eq!(selected(desk.press("u")).len(), 2);
}

#[test]
fn a_star_goes_to_all_that_are_selected_and_comes_off_all_of_them() {
    let mut desk = Desk::cable_car().after("j m k 2 x m");
    assert_eq!(desk.note(), "Étoile mise à 2 articles.");
    assert_eq!(desk.app.session.starred.len(), 2);
    assert!(desk.press("m").app.session.starred.is_empty());
    assert_eq!(desk.press("u").app.session.starred.len(), 2);
    assert_eq!(desk.press("u").app.session.starred.len(), 1, "only the one that was there before");
}

#[test]
fn in_the_text_an_action_is_for_the_article_shown() {
    let mut desk = Desk::cable_car().after("2 x l m");
    assert_eq!(desk.app.session.starred.len(), 1);
    assert!(desk.app.session.starred.contains("gazette.txt"));
    assert_eq!(desk.press("h y t").copied().lines().count(), 2);
}

#[test]
fn e_exports_what_is_selected() {
    let desk = Desk::cable_car().after("x j x e Enter");
    let [Effect::Export { path, only, .. }] = &desk.effects[..] else { panic!("{:?}", desk.effects) };
    assert_eq!(path.to_str(), Some("recoupe-brevenne-2-articles.md"));
    assert_eq!(only, &[0, 2]);
}

#[test]
fn from_the_list_the_selected_articles_are_compared() {
    let desk = Desk::cable_car().after("2 x =");
    let compare = desk.app.compare.as_ref().unwrap();
    assert_eq!(
        (compare.base, &compare.others[..]),
        (0, &[1][..]),
        "from the first, as the cursor is on none"
    );
    let desk = Desk::cable_car().after("j x g g =");
    assert_eq!(desk.app.compare.as_ref().unwrap().others, [1]);
    let desk = Desk::cable_car().after("x l =");
    assert_eq!(desk.app.compare.as_ref().unwrap().others.len(), 2, "the text compares with all");
}

#[test]
fn a_selection_follows_its_articles_when_they_are_read_again() {
    let mut desk = Desk::cable_car().after("2 x R");
    let fewer = crate::common::analysed(&crate::common::CABLE_CAR_TEXTS[1..]);
    desk.analysed(desk.app.generation(), &fewer);
    assert_eq!(selected(&desk), ["quotidien.txt"]);
}

#[test]
fn t_tags_the_article_and_the_tag_is_shown() {
    let mut desk = Desk::cable_car().after("t");
    desk.type_in("urgent, #eau").press("Enter");
    assert_eq!(tags(&desk, "agence.txt"), ["eau", "urgent"]);
    assert!(matches!(desk.effects[..], [Effect::KeepSession]));
    assert_eq!(desk.note(), "Étiquettes\u{a0}: #eau #urgent");
    assert!(desk.screen().contains("#eau"), "{}", desk.screen());
    assert!(desk.press("i").screen().contains("eau, urgent"));
}

#[test]
fn the_line_holds_the_tags_there_are_and_what_is_deleted_is_taken_off() {
    let mut desk = Desk::cable_car().after("t");
    desk.type_in("eau, urgent").press("Enter t Ctrl-w Enter");
    assert_eq!(tags(&desk, "agence.txt"), ["eau"]);
    assert_eq!(tags(desk.press("u"), "agence.txt"), ["eau", "urgent"]);
    assert!(tags(desk.press("u"), "agence.txt").is_empty());
}

#[test]
fn tags_of_several_articles_are_those_they_share() {
    let mut desk = Desk::cable_car().after("t");
    desk.type_in("eau").press("Enter 2 x t");
    assert!(desk.screen().contains("Étiquettes de 2 articles"), "{}", desk.screen());
    desk.type_in("urgent").press("Enter");
    assert_eq!(tags(&desk, "agence.txt"), ["eau", "urgent"]);
    assert_eq!(tags(&desk, "quotidien.txt"), ["urgent"]);
    desk.press("t Ctrl-u Enter");
    assert_eq!(tags(&desk, "agence.txt"), ["eau"], "what only one of them has stays");
}

#[test]
fn tab_completes_from_the_tags_there_are() {
    let mut desk = Desk::cable_car().after("t");
    desk.type_in("vérifier").press("Enter j t");
    desk.type_in("VE");
    assert!(desk.screen().contains("Tab vérifier"), "{}", desk.screen());
    desk.press("Tab Enter");
    assert_eq!(tags(&desk, "quotidien.txt"), ["vérifier"]);
}

#[test]
fn tab_completes_an_outlet_from_those_of_the_dossier() {
    let mut dossier = crate::common::CABLE_CAR.clone();
    dossier.articles[1].outlet = Some(recoupe::article::Outlet {
        name: "Le Matin de Brévenne".to_owned(),
        evidence: recoupe::article::Evidence::Byline,
    });
    let mut desk = Desk::on(&dossier).after("g o");
    desk.type_in("le mat").press("Tab Enter");
    assert_eq!(desk.app.dossier.articles[0].label(), "Le Matin de Brévenne");
}

#[test]
fn a_tag_may_have_several_words_and_the_list_is_searched_by_it() {
    let mut desk = Desk::cable_car().after("j t");
    desk.type_in("à vérifier").press("Enter k /");
    assert_eq!(tags(&desk, "quotidien.txt"), ["à vérifier"]);
    desk.type_in("verifier");
    assert_eq!(desk.article(), "quotidien.txt");
    assert!(desk.screen().contains("1 sur 1"), "{}", desk.screen());
}

#[test]
fn the_finder_finds_articles_by_the_words_of_their_tags() {
    let mut desk = Desk::cable_car().after("j t");
    desk.type_in("à vérifier").press("Enter f");
    desk.type_in("verifier kind:article");
    assert_eq!(desk.app.found_target(), Some(Target::Article(1)));
}

#[test]
fn the_finder_finds_by_tag() {
    let mut desk = Desk::cable_car().after("j t");
    desk.type_in("vérifier").press("Enter f");
    desk.type_in("tag:veri kind:article");
    let finder = desk.app.finder.as_ref().unwrap();
    assert_eq!(finder.hits.total, 1);
    assert_eq!(desk.app.found_target(), Some(Target::Article(1)));
}

#[test]
fn keys_that_hide_others_are_told_at_the_start() {
    let mut own = crate::common::settings(recoupe::config::LanguageChoice::English);
    own.keys.insert("star".to_owned(), vec!["y".to_owned()]);
    let (_, problems) = recoupe::app::App::keymap_of(&own);
    assert!(
        problems
            .iter()
            .any(|problem| matches!(problem, KeyProblem::Hides { hidden: Action::CopyPassage, .. })),
        "{problems:?}"
    );
    let note = recoupe::app::App::new(own, (80, 24)).note.unwrap().text;
    assert!(note.contains("runs star before “yy” (copy-passage) can be typed"), "{note}");
}

#[test]
fn the_keys_of_a_shell_work_in_every_typed_line() {
    for open in ["t", "f", "/", "?"] {
        let mut desk = Desk::cable_car().after(open);
        desk.type_in("urgent").press("Ctrl-a");
        desk.type_in("pas ").press("Ctrl-e Alt-b");
        desk.type_in("si ");
        assert!(desk.screen().contains("pas si urgent"), "{open}\n{}", desk.screen());
    }
}
