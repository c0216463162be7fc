//! Typed lines and what they are read as.

use proptest::prelude::*;

use super::*;

/// The query written out: groups by `,`, alternatives by `/`, negation by `-`.
fn read(line: &str) -> String {
    let groups = Query::parse(line).groups;
    let write = |term: &Term| {
        let sign = if term.negated { "-" } else { "" };
        let condition = match &term.condition {
            Condition::Fuzzy(text) => format!("fuzzy {text}"),
            Condition::Exact(text) => format!("exact {text}"),
            Condition::Word(text) => format!("word {text}"),
            Condition::Prefix(text) => format!("prefix {text}"),
            Condition::Suffix(text) => format!("suffix {text}"),
            Condition::Whole(text) => format!("whole {text}"),
            Condition::Filter(filter) => format!("{filter:?}"),
        };
        format!("{sign}{condition}")
    };
    let groups: Vec<String> =
        groups.iter().map(|group| group.iter().map(write).collect::<Vec<_>>().join(" / ")).collect();
    groups.join(", ")
}

#[test]
fn every_form_of_term_is_read_from_its_sign() {
    assert_eq!(
        read("elysee 'exact 'mot' ^start end$ ^tout$ !sport"),
        "fuzzy elysee, exact exact, word mot, prefix start, suffix end, whole tout, -exact sport"
    );
}

#[test]
fn negation_goes_before_any_form() {
    assert_eq!(
        read("!^début !fin$ !'mot' !outlet:écho"),
        r#"-prefix debut, -suffix fin, -word mot, -Outlet("echo")"#
    );
}

#[test]
fn filters_are_read_in_both_languages() {
    assert_eq!(read("outlet:Écho média:Écho"), r#"Outlet("echo"), Outlet("echo")"#);
    assert_eq!(read("actor:morel acteur:morel"), r#"Actor("morel"), Actor("morel")"#);
    assert_eq!(read("tag:Urgent étiquette:#eau"), r#"Tag("urgent"), Tag("eau")"#);
    assert_eq!(read("is:starred is:unread est:lu"), "Is(Starred), Is(Unread), Is(Read)");
    assert_eq!(
        read("kind:direct date:2025-09 lang:fr"),
        r#"Kind(["direct"]), Date("2025-09"), Language("fr")"#
    );
}

#[test]
fn the_first_letters_of_a_kind_are_enough_in_either_language() {
    assert_eq!(read("kind:fig genre:chi"), r#"Kind(["figure"]), Kind(["figure"])"#);
}

#[test]
fn the_first_letters_of_a_state_are_enough() {
    assert_eq!(read("is:un"), "Is(Unread)");
}

#[test]
fn a_quoted_value_holds_spaces() {
    assert_eq!(
        read("outlet:\"Le Phare\" \"report  des\nretraites\""),
        r#"Outlet("le phare"), exact report des retraites"#
    );
    assert_eq!(read("« aucun report »"), "exact aucun report");
}

#[test]
fn a_quotation_still_being_typed_runs_to_the_end() {
    assert_eq!(read("\"report des"), "exact report des");
}

#[test]
fn a_bar_between_words_means_either() {
    assert_eq!(read("grève | blocage port"), "fuzzy greve / fuzzy blocage, fuzzy port");
    assert_eq!(read("a | b | c"), "fuzzy a / fuzzy b / fuzzy c");
}

#[test]
fn a_bar_with_nothing_behind_it_yet_changes_nothing() {
    assert_eq!(read("grève |"), read("grève"));
}

#[test]
fn a_bar_with_nothing_before_it_is_a_letter() {
    assert_eq!(read("| port"), "fuzzy |, fuzzy port");
    assert_eq!(read("a|b"), "fuzzy a|b");
}

#[test]
fn an_operator_without_a_word_changes_nothing() {
    for line in ["!", "^", "'", "''", "!'", "outlet:", "is:", "\"", "   "] {
        assert_eq!(read(line), "", "{line:?}");
    }
}

#[test]
fn what_is_no_filter_is_taken_literally() {
    assert_eq!(read("14:30"), "fuzzy 14:30");
    assert_eq!(read("http://phare.example"), "fuzzy http://phare.example");
    assert_eq!(read("is:blue kind:grue"), "exact is:blue, exact kind:grue");
}

#[test]
fn a_lone_dollar_is_a_price() {
    assert_eq!(read("$ $20"), "fuzzy $, fuzzy $20");
}

#[test]
fn a_backslash_takes_the_next_sign_literally() {
    assert_eq!(read(r"\!sport 100\$ bas\ côté"), "fuzzy !sport, fuzzy 100$, fuzzy bas cote");
    assert_eq!(read(r"fin\"), r"fuzzy fin\");
}

#[test]
fn an_apostrophe_inside_a_word_is_no_sign() {
    assert_eq!(read("l’Élysée aujourd'hui"), "fuzzy l'elysee, fuzzy aujourd'hui");
}

#[test]
fn more_letters_narrow_and_other_letters_do_not() {
    let narrows = |old: &str, new: &str| Query::parse(new).narrows(&Query::parse(old));
    assert!(narrows("ely", "elysee"));
    assert!(narrows("ely", "ely !sport"));
    assert!(narrows("'rep", "'report'"));
    assert!(narrows("", "a"));
    assert!(!narrows("elysee", "ely"));
    assert!(!narrows("!spo", "!sport"));
    assert!(!narrows("ely", "ely | port"));
    assert!(!narrows("fin$", "fin"));
}

proptest! {
    #[test]
    fn no_line_is_refused_and_no_term_is_empty(line in "[a-zéœ!'^$|:\\\\\"«» ]{0,40}|\\PC{0,40}") {
        for term in Query::parse(&line).groups.iter().flatten() {
            if let Condition::Fuzzy(text) | Condition::Exact(text) | Condition::Word(text) = &term.condition {
                prop_assert!(!text.trim().is_empty());
            }
        }
    }

    #[test]
    fn a_line_narrows_itself(line in "[a-z!'^$| ]{0,20}") {
        let query = Query::parse(&line);
        prop_assert!(query.narrows(&query));
    }
}
