use proptest::prelude::*;

use super::*;
use crate::article::BlockKind;
use crate::text::quotes;

fn cut(text: &str) -> Vec<&str> {
    cut_in(text, Language::French)
}

fn cut_english(text: &str) -> Vec<&str> {
    cut_in(text, Language::English)
}

fn cut_in(text: &str, language: Language) -> Vec<&str> {
    let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
    let mut marks = Vec::new();
    quotes::pair(text, block.span, &mut marks);
    let mut sentences = Vec::new();
    super::cut(text, &block, 0, language, &marks, &mut sentences);
    sentences.into_iter().map(|sentence| sentence.span.of(text)).collect()
}

#[test]
fn a_sentence_without_end_is_cut_at_its_pauses() {
    let list = "le port de Brévenne et ses 40 pêcheurs, ".repeat(5_000);
    let parts = cut(&list);
    assert!(parts.len() < 60 && parts.iter().all(|part| part.len() <= LONGEST), "{}", parts.len());
    assert!(parts[..parts.len() - 1].iter().all(|part| part.ends_with("pêcheurs,")));
    let kept: usize = parts.iter().map(|part| part.split_whitespace().count()).sum();
    assert_eq!(kept, list.split_whitespace().count());
}

#[test]
fn without_pauses_it_is_cut_between_words_and_without_words_anywhere() {
    assert!(
        cut(&"le port ".repeat(5_000)).iter().all(|part| part.starts_with("le") || part.starts_with("port"))
    );
    let word = "é".repeat(20_000);
    let parts = cut(&word);
    assert_eq!((parts.len(), parts.concat()), (5, word.clone()));
}

#[test]
fn titles_and_abbreviations_do_not_end_a_sentence() {
    for text in [
        "M. Haddad et Mme. Roussel ont vu le Dr. Morel.",
        "L'art. 5 et la p. 12, cf. Roussel, vers 52 av. J.-C. environ.",
        "Le n°. 4 de la rue St. Jean, MM. Haddad et Morel.",
        "Selon J. Morel et J.-P. Haddad, tout va bien.",
        "Des pommes, des poires, etc. ont été livrées.",
    ] {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn an_abbreviation_may_end_a_sentence() {
    assert_eq!(cut("Des pommes, etc. Le reste suivra.").len(), 2);
    assert_eq!(cut("C'est le plan B. Les autres ont échoué.").len(), 2);
    assert_eq!(
        cut_english("She moved to the U.S. The rest stayed."),
        ["She moved to the U.S.", "The rest stayed."]
    );
}

#[test]
fn english_abbreviations() {
    for text in [
        "Mr. Haddad met Gen. Morel on Sept. 4 in the U.S. Senate.",
        "No. 5 cost $2.4 million, i.e. nothing, said Anne J. Roussel.",
    ] {
        assert_eq!(cut_english(text), [text]);
    }
}

#[test]
fn numbers_keep_their_stops() {
    assert_eq!(cut("Il a plu le 04.09 et 2.5 fois plus. 26 toits ont cédé.").len(), 2);
    assert_eq!(cut("1. Le pont"), ["1. Le pont"]);
    assert_eq!(cut("Cela remonte à 2019. Depuis, rien.").len(), 2);
}

#[test]
fn a_quotation_may_hold_several_sentences() {
    assert_eq!(
        cut("\"Le pont tiendra. Nous l'avons vu\", a dit Karim Haddad. Il est parti."),
        ["\"Le pont tiendra.", "Nous l'avons vu\", a dit Karim Haddad.", "Il est parti."]
    );
}

#[test]
fn a_question_inside_marks_goes_on_with_its_cue() {
    for text in
        ["\"Vraiment ?\" a-t-il demandé.", "« Sortez ! », crie-t-elle.", "« Où ? » demande Anne Roussel."]
    {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn a_closing_mark_behind_the_stop_belongs_to_the_sentence() {
    assert_eq!(cut("Il a dit « Non. » Elle est partie."), ["Il a dit « Non. »", "Elle est partie."]);
    assert_eq!(cut("Il a dit \"Non.\" Elle est partie."), ["Il a dit \"Non.\"", "Elle est partie."]);
    assert_eq!(cut("(Il pleuvait.) Elle est partie."), ["(Il pleuvait.)", "Elle est partie."]);
}

#[test]
fn an_opening_mark_begins_the_next_sentence() {
    assert_eq!(cut("Il est parti. \"On verra\", dit-il."), ["Il est parti.", "\"On verra\", dit-il."]);
    assert_eq!(cut("Il est parti.« On verra », dit-il."), ["Il est parti.", "« On verra », dit-il."]);
}

#[test]
fn ellipses_end_a_sentence_before_a_capital_only() {
    assert_eq!(cut("Il hésite… puis part. Il attend... Rien.").len(), 3);
    assert_eq!(cut("« …et la suite », dit-il."), ["« …et la suite », dit-il."]);
}

#[test]
fn left_out_words_end_a_sentence_when_one_begins() {
    assert_eq!(
        cut("« Il traîne [...] Nous attendons la fin »"),
        ["« Il traîne [...]", "Nous attendons la fin »"]
    );
    assert_eq!(cut("Il traîne. […] Nous partons."), ["Il traîne. […]", "Nous partons."]);
    assert_eq!(cut("Le maire (...) Haddad est parti (…), hier.").len(), 1);
}

#[test]
fn a_stop_glued_to_the_next_word_ends() {
    assert_eq!(cut("Le pont a cédé.Après la pluie, rien….Demain, on verra.").len(), 3);
    assert_eq!(cut("Voir www.exemple.fr et le S.A.M.U. demain.").len(), 1);
}

#[test]
fn a_kicker_run_into_a_quoting_headline_ends() {
    assert_eq!(
        cut("«On ne part pas»«La falaise» inquiète Porzh"),
        ["«On ne part pas»", "«La falaise» inquiète Porzh"]
    );
    assert_eq!(cut("Il cite « la digue » « du port » et s'en va.").len(), 1);
}

#[test]
fn an_empty_line_ends() {
    assert_eq!(cut("Le pont\n\nLa route"), ["Le pont", "La route"]);
    assert_eq!(cut("Le pont\na cédé."), ["Le pont\na cédé."]);
}

proptest! {
    #[test]
    fn sentences_lose_nothing_but_white_space(text in "[ab.A?!… »«\"”\\[\\]()1é\n’]{0,60}") {
        let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
        let mut marks = Vec::new();
        quotes::pair(&text, block.span, &mut marks);
        let mut sentences = Vec::new();
        super::cut(&text, &block, 0, Language::French, &marks, &mut sentences);
        let joined: String = sentences.iter().map(|sentence| sentence.span.of(&text)).collect();
        let squeeze = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeeze(&joined), squeeze(&text));
    }
}
