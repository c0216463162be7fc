//! The same in English.

use super::*;

#[test]
fn the_cue_behind_in_either_order() {
    let text =
        "\"The bridge will close on Monday,\" Grace Oduya said. \"Who will pay?\" asked Tom Whitfield.";
    assert_eq!(
        english(text),
        [
            "Grace Oduya | say | \"The bridge will close on Monday,\"",
            "Tom Whitfield | ask | \"Who will pay?\""
        ]
    );
}

#[test]
fn an_interrupted_quotation() {
    let text = "\"The sea is rising,\" Whitfield said, \"and we must leave.\"";
    assert_eq!(
        english(text),
        ["Tom Whitfield | say | \"The sea is rising,\"", "Tom Whitfield | - | \"and we must leave.\""]
    );
}

#[test]
fn a_role_a_name_and_an_addressee() {
    let text = "“It is madness,” the harbour master, Tom Whitfield, told reporters on Tuesday.";
    assert_eq!(english(text), ["Tom Whitfield | tell | “It is madness,”"]);
}

#[test]
fn a_clause_with_and_without_that() {
    let text = "Grace Oduya said that the bridge would close. Tom Whitfield said the ferries were safe.";
    assert_eq!(
        english(text),
        ["Grace Oduya | say | the bridge would close", "Tom Whitfield | say | the ferries were safe"]
    );
}

#[test]
fn a_relative_clause_before_the_cue() {
    let text = "Tom Whitfield, who runs the port, warned on Tuesday that the wall was cracked.";
    assert_eq!(english(text), ["Tom Whitfield | warn | the wall was cracked"]);
}

#[test]
fn officials_and_a_gerund() {
    let text = "Officials say the dam is safe, adding that no one was hurt.";
    assert_eq!(english(text), ["[Officials] | say | the dam is safe", "[Officials] | add | no one was hurt"]);
}

#[test]
fn according_to_before_and_behind() {
    let text = "According to Grace Oduya, the wall will last until spring. The pier is closed, according to the Harbour Trust.";
    assert_eq!(
        english(text),
        [
            "Grace Oduya | according to | the wall will last until spring",
            "Harbour Trust | according to | The pier is closed"
        ]
    );
}

#[test]
fn deeds_done_in_words() {
    let text = "Whitfield denied any wrongdoing. Oduya urged residents to leave the pier. She promised to rebuild the wall before winter.";
    assert_eq!(
        english(text),
        [
            "Tom Whitfield | deny | any wrongdoing",
            "Grace Oduya | urge | leave the pier",
            "Grace Oduya | promise | rebuild the wall before winter"
        ]
    );
}

#[test]
fn a_report_speaks_for_its_makers() {
    let text = "A report by the Harbour Trust found that the pier was unsafe.";
    assert_eq!(english(text), ["Harbour Trust | find | the pier was unsafe"]);
}

#[test]
fn words_of_hedging_count() {
    let text = "The ferry allegedly hit the pier, the Harbour Trust said.";
    assert_eq!(english(text), ["Harbour Trust | say? | The ferry allegedly hit the pier"]);
}

#[test]
fn a_headline_that_answers() {
    let text = "\"A disgrace\": Oduya hits back at Harbour Trust";
    assert_eq!(english(text), ["Grace Oduya | - | \"A disgrace\""]);
}

#[test]
fn nouns_that_look_like_verbs_are_none() {
    let text = "The claim was rejected by the court. The report on the pier is due in May.";
    assert_eq!(english(text), Vec::<String>::new());
}

#[test]
fn quoted_words_right_behind_the_subject_of_a_clause() {
    let text = "Whitfield said the pier \"was built to last\" but admitted that it was leaking.";
    assert_eq!(
        english(text),
        ["Tom Whitfield | say | the pier \"was built to last\"", "Tom Whitfield | admit | it was leaking"]
    );
}
