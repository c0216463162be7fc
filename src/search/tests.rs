//! The finder's engine on small dossiers, from typed line to hits.

use proptest::prelude::*;

use super::*;
use crate::actors::{Actor, ActorKind, Alias, Join, Mention, MentionForm};
use crate::claims::{Claim, ClaimKind};
use crate::dossier::{Dossier, Index};

/// Two outlets on a harbour strike, with an actor and a claim put in by hand.
fn harbour() -> Dossier {
    let mut dossier = Dossier::of_texts(
        "port",
        [
            (
                "Le Phare.txt",
                "L’Élysée dément tout report\n\nLa maire Jeanne Morel a promis « un dialogue ouvert ». \
                 Les grévistes restent sur le quai.",
            ),
            (
                "Echo du Port.txt",
                "Ferries : l’Œuvre des marins appelle à l’aide\n\nÀ Sète, l’ÉTAT ne répond pas. Le sport \
                 est suspendu.",
            ),
        ],
    );
    let at = |words: &str| {
        let start = dossier.articles[0].text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let (morel, claim) = (at("Jeanne Morel"), at("« un dialogue ouvert »"));
    dossier.actors = vec![Actor {
        id: "jeanne-morel".into(),
        name: "Jeanne Morel".into(),
        kind: ActorKind::Person,
        gender: None,
        aliases: vec![Alias::by("Mme Morel", Join::Title)],
        descriptions: Vec::new(),
        roles: Vec::new(),
        mentions: vec![Mention { article: 0, span: morel, form: MentionForm::Name }],
        edited: false,
    }];
    dossier.claims = vec![Claim {
        id: "c1".into(),
        article: 0,
        span: claim,
        kind: ClaimKind::Direct,
        speakers: vec![0],
        speaker_text: Some(morel),
        cue: None,
        via: None,
        on_behalf_of: None,
        hedged: false,
    }];
    dossier.index = Index::new(&dossier);
    dossier
}

fn catalogue() -> Catalogue {
    let export = Command { id: "export", name: "Exporter la sélection", keys: "e" };
    let help = Command { id: "help", name: "Aide", keys: "?" };
    Catalogue::new(&harbour(), [export, help])
}

fn ask(catalogue: &Catalogue, line: &str, scope: Scope) -> Hits {
    let query = Query::parse(line);
    let ask = Ask { scope, ..Ask::new(&query) };
    Search::default().run(catalogue, &ask, &AtomicBool::new(false)).unwrap()
}

/// `kind: label with [what is lit up]`, best first.
fn found(line: &str) -> Vec<String> {
    let catalogue = catalogue();
    ask(&catalogue, line, Scope::All).shown.iter().map(|hit| drawn(&catalogue, hit)).collect()
}

fn drawn(catalogue: &Catalogue, hit: &Hit) -> String {
    let entry = catalogue.entry(hit.entry).unwrap();
    let label = catalogue.label(entry);
    let mut out = format!("{}: ", entry.kind.name());
    let mut at = 0;
    for span in &hit.highlights {
        out += &label[at..span.start];
        out += &format!("[{}]", span.of(label));
        at = span.end;
    }
    out + &label[at..]
}

#[test]
fn a_name_typed_without_accents_lights_up_as_printed() {
    assert_eq!(found("elysee"), ["article: L’[Élysée] dément tout report"]);
}

#[test]
fn ligatures_and_capitals_are_no_obstacle() {
    assert_eq!(found("oeuvre"), ["article: Ferries : l’[Œuvre] des marins appelle à l’aide"]);
    assert_eq!(found("'etat"), ["text: À Sète, l’[ÉTAT] ne répond pas."]);
}

#[test]
fn words_are_anded_whatever_their_order() {
    assert_eq!(found("ouvert dialogue").len(), 2);
    assert_eq!(found("dialogue quai"), [""; 0]);
}

#[test]
fn a_negated_word_leaves_things_out() {
    assert_eq!(found("'est'").len(), 1);
    assert_eq!(found("'est' !sport"), [""; 0]);
}

#[test]
fn either_of_two_words_will_do() {
    assert_eq!(
        found("'quai | 'sport kind:text"),
        ["text: Le [sport] est suspendu.", "text: Les grévistes restent sur le [quai]."]
    );
}

#[test]
fn a_claim_is_found_by_its_words_and_by_its_speaker() {
    assert_eq!(found("dialogue kind:claim"), ["claim: « un [dialogue] ouvert »"]);
    let catalogue = catalogue();
    let hits = ask(&catalogue, "mrel dialogue", Scope::Only(Kind::Claim));
    let (part, spans) = hits.shown[0].also.clone().unwrap();
    let entry = catalogue.entry(hits.shown[0].entry).unwrap();
    assert_eq!((catalogue.part(entry, part), spans.len()), ("Jeanne Morel", 2));
}

#[test]
fn an_actor_is_found_by_any_of_its_names() {
    let catalogue = catalogue();
    let hits = ask(&catalogue, "'mme", Scope::Only(Kind::Actor));
    assert_eq!(hits.shown[0].highlights, []);
    assert_eq!(hits.shown[0].also, Some((1, vec![Span::new(0, 3)])));
}

#[test]
fn a_command_is_found_by_its_name() {
    assert_eq!(found("expsel"), ["command: [Exp]orter la [sél]ection"]);
}

#[test]
fn an_outlet_filter_keeps_to_its_articles() {
    assert!(found("outlet:echo").iter().all(|row| !row.contains("Élysée")));
    assert_eq!(found("outlet:echo kind:article").len(), 1);
    assert_eq!(found("!outlet:echo kind:article").len(), 1);
}

#[test]
fn an_actor_is_at_the_outlets_that_name_it() {
    assert_eq!(found("outlet:phare kind:actor"), ["actor: Jeanne Morel"]);
    assert_eq!(found("outlet:echo kind:actor"), [""; 0]);
}

#[test]
fn an_actor_filter_keeps_what_names_it() {
    assert_eq!(
        found("actor:morel"),
        [
            "article: L’Élysée dément tout report",
            "actor: Jeanne Morel",
            "claim: « un dialogue ouvert »",
            "text: La maire Jeanne Morel a promis « un dialogue ouvert ».",
        ]
    );
}

#[test]
fn a_speaker_filter_keeps_what_they_said() {
    assert_eq!(found("speaker:morel"), ["claim: « un dialogue ouvert »"]);
}

#[test]
fn a_speaker_that_is_no_actor_is_found_as_written() {
    let mut dossier = harbour();
    dossier.claims[0].speakers.clear();
    dossier.claims[0].speaker_text =
        dossier.articles[0].text.find("La maire").map(|at| Span::new(at, at + 8));
    let catalogue = Catalogue::new(&dossier, []);
    assert_eq!(ask(&catalogue, "speaker:maire", Scope::All).total, 1);
    assert_eq!(ask(&catalogue, "speaker:pilote", Scope::All).total, 0);
}

#[test]
fn a_number_is_found_however_its_thousands_are_parted() {
    let text = "Le quai en chiffres\n\nQuelque 12\u{202f}500 marins sont venus.";
    let catalogue = Catalogue::new(&Dossier::of_texts("quai", [("a.txt", text)]), []);
    for typed in ["12500", "12.500", "12 500", "\"12 500 marins\""] {
        assert_eq!(ask(&catalogue, typed, Scope::Only(Kind::Text)).total, 1, "{typed}");
    }
}

#[test]
fn stars_and_reading_come_from_the_reader() {
    let catalogue = catalogue();
    let marks = Marks { starred: vec![false, true], read: vec![true], ..Marks::default() };
    let titles = |line: &str| {
        let query = Query::parse(line);
        let ask = Ask { scope: Scope::Only(Kind::Article), marks: Some(&marks), ..Ask::new(&query) };
        let hits = Search::default().run(&catalogue, &ask, &AtomicBool::new(false)).unwrap();
        hits.shown.iter().map(|hit| hit.entry).collect::<Vec<_>>()
    };
    assert_eq!(titles("is:starred"), [1]);
    assert_eq!(titles("is:unread"), [1]);
    assert_eq!(titles("is:read"), [0]);
    assert_eq!(titles("!is:starred"), [0]);
}

#[test]
fn a_star_given_between_two_keys_is_seen() {
    let catalogue = catalogue();
    let mut search = Search::default();
    let mut count = |line: &str, marks: &Marks| {
        let query = Query::parse(line);
        let ask = Ask { marks: Some(marks), ..Ask::new(&query) };
        search.run(&catalogue, &ask, &AtomicBool::new(false)).unwrap().total
    };
    let mut marks = Marks::default();
    assert_eq!(count("is:starred kind:article", &marks), 0);
    marks.starred = vec![true];
    assert_eq!(count("is:starred kind:article", &marks), 1);
}

#[test]
fn a_scope_looks_at_one_kind_only() {
    let hits = ask(&catalogue(), "", Scope::Only(Kind::Article));
    assert_eq!((hits.total, hits.searched), (2, 2));
}

#[test]
fn nothing_typed_shows_everything_in_order() {
    let rows = found("");
    assert!(rows[0].starts_with("article: L’Élysée") && rows[1].starts_with("article: Ferries"));
    assert_eq!(rows.len(), catalogue().len());
}

#[test]
fn all_hits_are_counted_and_the_best_are_shown() {
    let catalogue = catalogue();
    let query = Query::parse("e");
    let all = Search::default().run(&catalogue, &Ask::new(&query), &AtomicBool::new(false)).unwrap();
    let few = Ask { limit: 2, ..Ask::new(&query) };
    let few = Search::default().run(&catalogue, &few, &AtomicBool::new(false)).unwrap();
    assert_eq!((few.total, &few.shown[..]), (all.total, &all.shown[..2]));
}

#[test]
fn a_title_comes_before_the_sentences_that_say_the_same() {
    let text = "La digue cède\n\nLa digue cède à midi. La digue, encore la digue.";
    let catalogue = Catalogue::new(&Dossier::of_texts("digue", [("a.txt", text)]), []);
    let hits = ask(&catalogue, "digue", Scope::All);
    let kinds: Vec<Kind> = hits.shown.iter().map(|hit| catalogue.entry(hit.entry).unwrap().kind).collect();
    assert_eq!(kinds, [Kind::Article, Kind::Text, Kind::Text]);
}

#[test]
fn a_perfect_sentence_comes_before_a_poor_title() {
    let text = "Des transports perturbés\n\nLe port est fermé.";
    let catalogue = Catalogue::new(&Dossier::of_texts("port", [("a.txt", text)]), []);
    let first = &ask(&catalogue, "port", Scope::All).shown[0];
    assert_eq!(catalogue.entry(first.entry).unwrap().kind, Kind::Text);
}

#[test]
fn words_side_by_side_come_before_words_apart() {
    let text = "Titre\n\nLe port du vieux quai. Le vieux port est là.";
    let catalogue = Catalogue::new(&Dossier::of_texts("port", [("a.txt", text)]), []);
    let first = &ask(&catalogue, "vieux port", Scope::All).shown[0];
    assert_eq!(drawn(&catalogue, first), "text: Le [vieux] [port] est là.");
}

#[test]
fn a_slip_in_a_name_is_forgiven_when_nothing_else_matches() {
    let catalogue = catalogue();
    let hits = ask(&catalogue, "jeanne mozel", Scope::All);
    assert!(hits.nearly);
    assert_eq!(drawn(&catalogue, &hits.shown[0]), "actor: [Jeanne] [Morel]");
    assert!(!ask(&catalogue, "jeanne morel", Scope::All).nearly);
}

#[test]
fn two_slips_are_too_many() {
    assert_eq!(found("mozek"), [""; 0]);
}

#[test]
fn a_raised_flag_stops_the_search() {
    let catalogue = catalogue();
    let query = Query::parse("port");
    let stopped = Search::default().run(&catalogue, &Ask::new(&query), &AtomicBool::new(true));
    assert_eq!(stopped, None);
}

#[test]
fn an_entry_knows_its_place_for_the_preview() {
    let catalogue = catalogue();
    let hit = &ask(&catalogue, "greviste", Scope::Only(Kind::Text)).shown[0];
    let place = catalogue.entry(hit.entry).unwrap().place.unwrap();
    let dossier = harbour();
    assert_eq!(place.span.of(&dossier.articles[place.article].text), "Les grévistes restent sur le quai.");
}

#[test]
fn what_stands_beside_a_label_says_where_it_comes_from() {
    let catalogue = catalogue();
    let detail = |line: &str| {
        let hits = ask(&catalogue, line, Scope::All);
        catalogue.detail(catalogue.entry(hits.shown[0].entry).unwrap()).to_owned()
    };
    assert_eq!(detail("kind:article elysee"), "Le Phare");
    assert_eq!(detail("kind:text quai"), "Le Phare");
    assert_eq!(detail("kind:claim"), "Jeanne Morel");
    assert_eq!(detail("kind:actor"), "Mme Morel");
    assert_eq!(detail("kind:command exporter"), "e");
}

#[test]
fn an_empty_dossier_has_nothing_to_find() {
    let catalogue = Catalogue::new(&Dossier::default(), []);
    assert_eq!(ask(&catalogue, "port", Scope::All), Hits::default());
    assert!(catalogue.is_empty());
}

proptest! {
    #[test]
    fn highlights_are_whole_characters_in_order_and_hold_what_was_typed(
        text in "[aeéœŒs’\u{a0}\u{301}É ]{1,30}",
        typed in "[aeœs]{1,3}",
    ) {
        let catalogue = Catalogue::new(&Dossier::default(), [Command { id: "", name: &text, keys: "" }]);
        for hit in ask(&catalogue, &format!("'{typed}"), Scope::All).shown {
            let label = catalogue.label(catalogue.entry(hit.entry).unwrap());
            let mut end = 0;
            for span in &hit.highlights {
                prop_assert!(label.is_char_boundary(span.start) && label.is_char_boundary(span.end));
                prop_assert!(span.start >= end && !span.is_empty());
                prop_assert!(plain::plain(span.of(label)).contains(&plain::plain(&typed)));
                end = span.end;
            }
            prop_assert!(!hit.highlights.is_empty());
        }
    }

    #[test]
    fn typing_on_finds_what_typing_afresh_finds(line in "[aeglmoprst '!^|]{1,9}") {
        let catalogue = catalogue();
        let mut search = Search::default();
        for end in 1..=line.len() {
            let query = Query::parse(&line[..end]);
            let typed = search.run(&catalogue, &Ask::new(&query), &AtomicBool::new(false));
            let afresh = Search::default().run(&catalogue, &Ask::new(&query), &AtomicBool::new(false));
            prop_assert_eq!(typed, afresh);
        }
    }

    #[test]
    fn any_line_over_any_title_is_answered(title in "\\PC{0,40}", line in "\\PC{0,12}") {
        let catalogue = Catalogue::new(&Dossier::default(), [Command { id: "x", name: &title, keys: "" }]);
        let hits = ask(&catalogue, &line, Scope::All);
        prop_assert!(hits.total <= 1);
    }
}
