use super::*;
use crate::dossier::{Dossier, coverage::Says};

/// An analysed dossier of articles that are given as their text.
pub(super) fn dossier(texts: &[&str]) -> Dossier {
    let named: Vec<(String, &str)> =
        texts.iter().enumerate().map(|(at, text)| (format!("{at}.txt"), *text)).collect();
    Dossier::of_texts("t", named.iter().map(|(name, text)| (name.as_str(), *text))).analyse(&|_| {})
}

pub(super) const PORT: &str = "Le port de Kerlann restera fermé jusqu'à dimanche, a décidé la capitainerie.\n\n\
    La tempête a couché onze chalutiers contre la digue pendant la nuit.\n\n\
    « Nous n'avions jamais vu la mer monter aussi vite », raconte Jeanne Morel, mareyeuse.\n\n\
    Une collecte de vêtements commence au collège.";

pub(super) const PORT_AGAIN: &str = "La capitainerie a décidé que le port de Kerlann resterait fermé jusqu'à dimanche.\n\n\
    Pendant la nuit, onze chalutiers ont été couchés contre la digue par la tempête.\n\n\
    Pour Jeanne Morel, mareyeuse, « nous n'avions jamais vu la mer monter aussi vite ».\n\n\
    Les assureurs attendent des centaines de dossiers.";

pub(super) fn pairs<'a>(dossier: &'a Dossier, a: &str, b: &str) -> Vec<&'a Alignment> {
    let holds = |passage: Passage, words: &str| {
        passage.span.of(&dossier.articles[passage.article].text).contains(words)
    };
    dossier.alignments.iter().filter(|pair| holds(pair.a, a) && holds(pair.b, b)).collect()
}

#[test]
fn one_fact_in_another_order_is_aligned() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    assert_eq!(pairs(&dossier, "couché onze", "onze chalutiers").len(), 1);
}

#[test]
fn a_shared_quotation_is_named_as_such() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    let pair = pairs(&dossier, "jamais vu la mer", "jamais vu la mer")[0];
    assert_eq!(pair.relation, Relation::SameQuote);
    assert!(matches!(pair.why[0], Reason::Quote(words) if words >= 8), "{:?}", pair.why);
}

#[test]
fn what_one_outlet_has_alone_is_aligned_with_nothing() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    assert!(pairs(&dossier, "collecte", "").is_empty());
    assert!(pairs(&dossier, "", "assureurs").is_empty());
}

#[test]
fn every_pair_says_why_and_its_score_is_a_part_of_one() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    assert!(!dossier.alignments.is_empty());
    for pair in &dossier.alignments {
        assert!(!pair.why.is_empty() && (0.0..=1.0).contains(&pair.score), "{pair:?}");
    }
}

/// The pair of two sentences, each in an article of its own about the storm.
pub(super) fn pair_of(a: &str, b: &str) -> (Dossier, Alignment) {
    let dossier = dossier(&[&format!("{PORT}\n\n{a}"), &format!("{PORT_AGAIN}\n\n{b}")]);
    let pair = pairs(&dossier, a, b).first().map(|pair| (*pair).clone()).unwrap();
    (dossier, pair)
}

/// The words under a span of one of its articles.
pub(super) fn words_of(dossier: &Dossier, article: usize, span: Span) -> String {
    span.of(&dossier.articles[article].text).to_owned()
}

#[test]
fn pairs_come_in_order_of_their_sides() {
    let dossier = dossier(&[PORT, PORT_AGAIN, PORT]);
    let sides: Vec<_> = dossier.alignments.iter().map(|pair| (pair.a, pair.b)).collect();
    let mut sorted = sides.clone();
    sorted.sort_unstable();
    assert_eq!(sides, sorted);
    assert!(sides.iter().all(|(a, b)| a.article < b.article));
}

#[test]
fn one_core_and_several_give_the_same() {
    let pages: Vec<String> = (0..90)
        .map(|at| format!("{PORT}\n\nLe bac {} revient de Brest après {} jours.", at / 3, at % 7 + 4))
        .collect();
    let told = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let dossier = pool.install(|| dossier(&pages.iter().map(String::as_str).collect::<Vec<_>>()));
        let facts = format!("{:?}", dossier.coverage.facts);
        (format!("{:?}", dossier.alignments), format!("{:?}", dossier.loose), facts)
    };
    assert!(told(1) == told(4));
}

#[test]
fn what_has_not_changed_is_not_read_again() {
    let before = dossier(&[PORT, PORT_AGAIN]);
    let mut readings = Readings::default();
    align_while(before.material(), Some(&mut readings), &|| true);
    // Another article comes first, so that every actor and every figure moves.
    let after = dossier(&["Karim Haddad a vendu 12 bateaux à Jeanne Morel.", PORT, PORT_AGAIN]);
    let names = terms::Names::new(0, 3, &after.actors);
    let known = |at: usize| readings.knows(readings.print(at, after.material(), &names));
    assert_eq!([known(0), known(1), known(2)], [false, true, true]);
}

#[test]
fn an_alignment_that_nobody_waits_for_relates_no_more_pairs() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    assert!(!dossier.alignments.is_empty());
    let given_up = align_while(dossier.material(), None, &|| false);
    assert_eq!((given_up.matches.len(), given_up.loose.len()), (0, 0));
}

#[test]
fn two_copies_of_an_article_match_line_by_line() {
    let dossier = dossier(&[PORT, PORT]);
    for sentence in 0..dossier.texts[0].sentences.len() {
        assert_eq!(dossier.index.sharing(&dossier, 0, sentence), 1, "sentence {sentence}");
    }
}

#[test]
fn one_article_alone_has_no_pairs() {
    let dossier = dossier(&[PORT]);
    assert!(dossier.alignments.is_empty() && dossier.coverage.facts.is_empty());
}

#[test]
fn no_article_at_all_is_no_trouble() {
    assert!(dossier(&[]).alignments.is_empty());
}

#[test]
fn articles_on_different_events_hardly_match() {
    let other = "Le violoncelliste Karim Haddad a remporté samedi le concours de Tervuren.\n\n\
        Le jury a salué une interprétation sobre du concerto d'Elgar.";
    let dossier = dossier(&[PORT, other, PORT_AGAIN, "Fermé."]);
    assert!(dossier.alignments.iter().all(|pair| (pair.a.article, pair.b.article) == (0, 2)));
    let other = format!("{other}\n\nLa finale avait attiré deux mille auditeurs.");
    let strangers = |texts: &[&str]| self::dossier(texts).index.strangers().collect::<Vec<_>>();
    assert_eq!(strangers(&[PORT, &other, PORT_AGAIN, "Fermé."]), [1]);
    assert!(strangers(&[PORT, PORT_AGAIN]).is_empty() && strangers(&[PORT]).is_empty());
}

#[test]
fn another_number_of_the_same_thing_is_a_contradiction() {
    let more = PORT.replace("onze chalutiers", "seize chalutiers");
    let dossier = dossier(&[&more, PORT_AGAIN]);
    let pair = pairs(&dossier, "seize chalutiers", "onze chalutiers")[0];
    assert_eq!(pair.relation, Relation::Conflict);
    assert_eq!(
        pair.why[0],
        Reason::Differ(Slot::Quantity, "seize chalutiers".to_owned(), "onze chalutiers".to_owned())
    );
}

#[test]
fn another_day_of_the_same_thing_is_a_contradiction() {
    let later = PORT.replace("jusqu'à dimanche", "jusqu'à mardi");
    let dossier = dossier(&[&later, PORT_AGAIN]);
    assert_eq!(pairs(&dossier, "mardi", "dimanche")[0].relation, Relation::Conflict);
}

#[test]
fn a_repeated_sentence_is_one_passage() {
    let page = "Le port de Kerlann restera fermé jusqu'à dimanche.\n".repeat(400);
    let dossier = dossier(&[&page, PORT_AGAIN]);
    assert!(dossier.alignments.len() <= 2, "{}", dossier.alignments.len());
}

#[test]
fn french_meets_english_over_numbers_names_and_newsroom_words() {
    let english = "The harbour of Kerlann will remain closed until Sunday, the authorities have decided.\n\n\
        The council meets on the following day to discuss what it can do for those who fish.";
    let dossier = dossier(&[PORT, english]);
    assert!(!pairs(&dossier, "Kerlann", "Kerlann").is_empty());
}

#[test]
fn a_fact_says_who_has_it_and_who_is_silent() {
    let other = "Le violoncelliste Karim Haddad a remporté samedi le concours de Tervuren.";
    let dossier = dossier(&[PORT, PORT_AGAIN, other]);
    let fact = &dossier.coverage.facts[0];
    assert_eq!((fact.breadth(), fact.says(2)), (2, Says::Absent));
}

#[test]
fn a_disputed_number_is_a_disputed_fact() {
    let more = PORT.replace("onze chalutiers", "seize chalutiers");
    let dossier = dossier(&[&more, PORT_AGAIN]);
    assert!(dossier.coverage.facts.iter().any(crate::dossier::coverage::Fact::disputed));
    assert!(dossier.coverage.quantities.iter().any(|quantity| quantity.differs));
}

#[test]
fn agreeing_numbers_are_one_quantity() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    let quantity = dossier.coverage.quantities.iter().find(|quantity| quantity.label.contains("chalutiers"));
    assert!(quantity.is_some_and(|quantity| quantity.breadth == 2 && !quantity.differs));
}

#[test]
fn each_passage_of_a_pair_finds_its_fact() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    let pair = &dossier.alignments[0];
    assert!(dossier.coverage.fact_of(pair.a).is_some());
}

#[test]
fn totals_say_how_much_an_article_shares() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    let sharing = dossier.index.shared_of(0);
    assert_eq!(sharing.passages, 4);
    assert!(sharing.shared + sharing.partly >= 3 && sharing.alone() >= 1, "{sharing:?}");
}

#[test]
fn reasons_are_the_words_of_the_page() {
    let pair = |a: &str, b: &str| {
        let dossier = dossier(&[&format!("{PORT}\n\n{a}"), &format!("{PORT_AGAIN}\n\n{b}")]);
        pairs(&dossier, a, b)[0].why.clone()
    };
    let why = pair(
        "Les dégâts de la criée sont estimés à 12 millions d'euros par les mareyeurs.",
        "Les mareyeurs ont estimé à douze millions d'euros les dégâts subis par la criée.",
    );
    assert!(
        why.contains(&Reason::Figure("12 millions d'euros".to_owned(), "douze millions d'euros".to_owned())),
        "{why:?}"
    );
    let words = why.iter().find_map(|reason| match reason {
        Reason::Words(words) => Some(listed(words)),
        _ => None,
    });
    assert!(words.is_some_and(|words| words.contains("dégâts") && words.contains("mareyeurs")), "{why:?}");
}

#[test]
fn a_denial_is_given_in_the_words_of_both_sides() {
    let safe = format!(
        "{PORT}\n\nLes chalutiers amarrés près de la criée ne courent aucun danger, selon la mairie."
    );
    let exposed = format!(
        "{PORT_AGAIN}\n\nSelon la mairie, les chalutiers amarrés près de la criée courent un danger."
    );
    let dossier = dossier(&[&safe, &exposed]);
    let why = &pairs(&dossier, "aucun danger", "un danger")[0].why;
    assert!(
        why.iter()
            .any(|reason| matches!(reason, Reason::Differ(Slot::Truth, a, b) if a.contains("aucun") && !b.contains('¬'))),
        "{why:?}"
    );
}

#[test]
fn a_denial_without_a_verb_contradicts_no_denial_with_one() {
    let pages = |first: &str, second: &str| {
        dossier(&[&format!("{PORT}\n\n{first}"), &format!("{PORT_AGAIN}\n\n{second}")])
    };
    let denied = "Selon la mairie, les grues mobiles ne seront pas installées devant la criée.";
    let truth = |dossier: &Dossier| {
        pairs(dossier, "grues", "grues")
            .iter()
            .any(|pair| matches!(pair.why[0], Reason::Differ(Slot::Truth, ..)))
    };
    let said = "Les grues mobiles seront installées devant la criée, selon la mairie.";
    assert!(truth(&pages(said, denied)));
    let hedged =
        "Les grues mobiles seront installées sur le quai, mais pas devant la criée, selon la mairie.";
    assert!(!truth(&pages(hedged, denied)));
}

#[test]
fn only_the_outlet_that_differs_is_marked_so() {
    let more = PORT_AGAIN.replace("onze chalutiers", "seize chalutiers");
    let dossier = dossier(&[PORT, &more, PORT_AGAIN]);
    let fact = dossier.coverage.facts.iter().find(|fact| fact.disputed()).unwrap();
    let signs: Vec<Says> = (0..3).map(|article| fact.says(article)).collect();
    assert_eq!(signs[1], Says::Differs);
    assert!(signs[0] != Says::Differs && signs[2] != Says::Differs, "{signs:?}");
}

#[test]
fn a_short_sentence_or_a_question_heading_anchors_no_pair() {
    let one = format!("{PORT}\n\nJeanne Morel a appris la fermeture de la criée par courriel, lundi soir.");
    let two = format!("{PORT_AGAIN}\n\nPar courriel.\n\nOù sont les chalutiers ?");
    let dossier = dossier(&[&one, &two]);
    assert!(pairs(&dossier, "", "Par courriel").is_empty());
    assert!(pairs(&dossier, "", "Où sont").is_empty());
}

#[test]
fn who_speaks_is_not_enough_for_a_pair() {
    let one = format!("{PORT}\n\n« Rien n'est perdu », estime Karim Haddad, élu de la côte.");
    let two = format!("{PORT_AGAIN}\n\n« Non », répond Karim Haddad, qui range ses filets.");
    let dossier = dossier(&[&one, &two]);
    assert!(pairs(&dossier, "Rien n'est perdu", "Non").is_empty());
}

#[test]
fn a_changed_word_leaves_one_statement_and_an_added_figure_does_not() {
    let one = format!("{PORT}\n\nLes grues du quai ont été mises à l'abri peu avant minuit.");
    let two =
        format!("{PORT_AGAIN}\n\nLes grues du quai ont été mises à l'abri vers minuit, et 30 conteneurs.");
    let near = two.replace(", et 30 conteneurs", "");
    let relation = |other: &str| pairs(&dossier(&[&one, other]), "grues", "grues")[0].relation;
    assert_eq!(relation(&near), Relation::SameFact);
    assert_eq!(relation(&two), Relation::Partial);
}

#[test]
fn the_default_strength_gives_the_matches_and_a_lower_one_more() {
    let dossier = dossier(&[PORT, PORT_AGAIN, PORT]);
    let count = |strength: f32| dossier.at_strength(strength).count();
    assert_eq!(count(MATCH), dossier.alignments.len());
    assert_eq!(count(0.0), dossier.alignments.len() + dossier.loose.len());
    assert!(count(0.99) < count(MATCH));
    assert!(dossier.loose.iter().all(|pair| (FLOOR..MATCH).contains(&pair.score)));
}

#[test]
fn only_here_means_that_nothing_was_found_at_any_strength() {
    let dossier = dossier(&[PORT, PORT_AGAIN]);
    let alone: Vec<&str> = (0..4)
        .filter(|&at| dossier.index.only_here(0, at))
        .map(|at| dossier.texts[0].sentences[at].span.of(PORT))
        .collect();
    assert_eq!(alone, ["Une collecte de vêtements commence au collège."]);
}

#[test]
fn what_matches_in_part_or_in_a_title_is_no_one_statement() {
    let relation = |told: &str| pair_of("Les grues du quai neuf ont été mises à l'abri.", told).1.relation;
    assert_eq!(relation("Les grues du quai neuf ont toutes été mises à l'abri."), Relation::SameFact);
    let more = "Les grues du quai neuf ont été mises à l'abri, tandis que les remorqueurs cherchaient un patron pêcheur.";
    assert_eq!(relation(more), Relation::Partial);
}

#[test]
fn a_phrase_that_only_joins_brings_no_two_passages_together() {
    let one = format!("{PORT}\n\nÀ l'issue du conseil, aux côtés du préfet, Karim Haddad a quitté la salle.");
    let two = format!("{PORT_AGAIN}\n\nÀ l'issue du match, aux côtés de son père, Karim Haddad a pleuré.");
    assert!(pairs(&dossier(&[&one, &two]), "conseil", "match").is_empty());
}

#[test]
fn a_shared_figure_is_told_as_either_writes_it_and_its_words_are_not_told_again() {
    let (_, pair) = pair_of(
        "Dix-sept mareyeurs de la criée ont perdu leur camion frigorifique dans la tempête.",
        "Les 17 mareyeurs de la criée privés de camion frigorifique seront indemnisés.",
    );
    let figure = Reason::Figure("Dix-sept mareyeurs".to_owned(), "17 mareyeurs".to_owned());
    assert!(pair.why.contains(&figure), "{:?}", pair.why);
    let words =
        pair.why.iter().any(|why| matches!(why, Reason::Words(words) if listed(words).contains("mareyeurs")));
    assert!(!words, "{:?}", pair.why);
}

#[test]
fn a_figure_of_another_thing_is_no_reason() {
    let (_, pair) = pair_of(
        "La criée de Kerlann a reculé de quatre mètres sous la poussée de la vague.",
        "La criée de Kerlann, poussée par la vague, abritait quatre personnes.",
    );
    assert!(pair.why.iter().all(|why| !matches!(why, Reason::Figure(..))), "{:?}", pair.why);
}

#[test]
fn an_added_article_is_aligned_like_the_others() {
    let whole = dossier(&[PORT, PORT_AGAIN, PORT]);
    let material = whole.material();
    let claims = material.claims.partition_point(|claim| claim.article < 2);
    let figures = material.figures.partition_point(|figure| figure.article < 2);
    let before = Material {
        articles: &material.articles[..2],
        texts: &material.texts[..2],
        claims: &material.claims[..claims],
        figures: &material.figures[..figures],
        ..material
    };
    let (mut aligner, _) = Aligner::new(before);
    let sides = |pairs: &[Alignment]| pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>();
    let added = sides(&aligner.add(material).matches);
    let mut expected = sides(&whole.alignments);
    expected.retain(|(_, b)| b.article == 2);
    assert_eq!(added, expected);
}

#[test]
fn two_languages_are_marked_as_such() {
    let english = "The harbour of Kerlann will remain closed until Sunday, the authorities have decided.";
    let dossier = dossier(&[PORT, PORT_AGAIN, english]);
    assert!(dossier.alignments.iter().all(|pair| pair.crossing == (pair.b.article == 2)));
    assert!(dossier.alignments.iter().any(|pair| pair.crossing));
}

#[test]
fn a_language_without_tables_and_a_lone_sentence_are_no_trouble() {
    let portuguese = "O porto de Kerlann ficará fechado até domingo, decidiu a capitania, e os pescadores esperam em casa.";
    let dossier = dossier(&[PORT, portuguese, "Fermé."]);
    assert!(dossier.alignments.iter().all(|pair| pair.score <= 1.0));
}

#[test]
fn many_short_articles_are_aligned() {
    let names = ["Brest", "Lorient", "Quimper", "Vannes"];
    let texts: Vec<String> = (0..400)
        .map(|at| {
            format!(
                "Le bac {} de {} a été remis à l'eau après {} jours de travaux.",
                at / 4,
                names[at % 4],
                at % 50 + 4
            )
        })
        .collect();
    let dossier = dossier(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(dossier.index.shared.len(), 400);
}

#[test]
fn what_hundreds_of_outlets_print_alike_is_no_outlets_alone() {
    let count = 430;
    let pages: Vec<String> =
        (0..count).map(|_| "Le bac de Kerlann reste à quai jusqu'à dimanche soir.".to_owned()).collect();
    let dossier = dossier(&pages.iter().map(String::as_str).collect::<Vec<_>>());
    assert!((0..count).all(|article| dossier.index.shared_of(article).shared == 1));
    // The work is bounded: no passage is held against all others.
    assert!(dossier.alignments.len() <= count * 200, "{}", dossier.alignments.len());
}
