//! Words between marks: before their cue, behind it, around it, and without one.

use super::*;

#[test]
fn a_cue_behind_with_its_subject() {
    let text = "« Le pont sera fermé dès lundi », a annoncé Jeanne Morel.";
    assert_eq!(french(text), ["Jeanne Morel | annoncer | « Le pont sera fermé dès lundi »"]);
}

#[test]
fn a_colon_before_the_words() {
    let text = "Interrogé sur la radio locale, Karim Haddad lance : « Le barrage tiendra. »";
    assert_eq!(french(text), ["Karim Haddad | lancer | « Le barrage tiendra. »"]);
}

#[test]
fn a_second_quotation_without_a_cue_goes_on() {
    let text = "« Nous n'avons pas le choix », a expliqué Jeanne Morel. « La digue doit être reconstruite. »";
    assert_eq!(
        french(text),
        [
            "Jeanne Morel | expliquer | « Nous n'avons pas le choix »",
            "Jeanne Morel | - | « La digue doit être reconstruite. »"
        ]
    );
}

#[test]
fn a_quotation_over_two_sentences_is_one() {
    let text = "« La mer monte. Il faut partir », résume Anne Roussel, qui habite la pointe depuis 1980.";
    assert_eq!(french(text), ["Anne Roussel | résumer | « La mer monte. Il faut partir »"]);
}

#[test]
fn an_interruption_leaves_two_quotations() {
    let text = "« Le barrage tiendra », martèle Karim Haddad, « et je le prouverai devant vous ».";
    assert_eq!(
        french(text),
        [
            "Karim Haddad | marteler | « Le barrage tiendra »",
            "Karim Haddad | - | « et je le prouverai devant vous »"
        ]
    );
}

#[test]
fn a_question_and_an_exclamation_need_no_comma() {
    let text = "« Qui va payer ? » demande Anne Roussel. « Jamais je ne vendrai ! » s'exclame Karim Haddad.";
    assert_eq!(
        french(text),
        [
            "Anne Roussel | demander | « Qui va payer ? »",
            "Karim Haddad | s'exclamer | « Jamais je ne vendrai ! »"
        ]
    );
}

#[test]
fn quotations_strung_together_are_told_apart() {
    let text = "« Nous n'irons pas », mais « nous regarderons », a confié Anne Roussel.";
    assert_eq!(
        french(text),
        ["Anne Roussel | confier | « Nous n'irons pas »", "Anne Roussel | confier | « nous regarderons »"]
    );
}

#[test]
fn an_attribution_inside_the_marks() {
    let text = "« Si rien n'est fait, dit Anne Roussel, la digue cédera. »";
    assert_eq!(
        french(text),
        ["Anne Roussel | dire | « Si rien n'est fait, dit Anne Roussel, la digue cédera. »"]
    );
}

#[test]
fn a_phrase_between_the_verb_and_its_subject() {
    let text = "« On a tout perdu », témoigne auprès de Radio Plage une commerçante du quai.";
    assert_eq!(
        french(text),
        ["[une commerçante du quai] | témoigner | « On a tout perdu » (via Radio Plage)"]
    );
}

#[test]
fn a_tone_before_the_colon_and_a_cue_behind() {
    let text = "Karim Haddad a durci le ton : « Nous ne paierons pas », a-t-il prévenu.";
    assert_eq!(french(text), ["Karim Haddad | prévenir | « Nous ne paierons pas »"]);
}

#[test]
fn a_headline_that_answers_its_quotation() {
    let text = "« Une honte » : Jeanne Morel répond à Solarex";
    assert_eq!(french(text), ["Jeanne Morel | - | « Une honte »"]);
}

#[test]
fn a_headline_with_a_name_and_a_colon() {
    let text = "Jeanne Morel : « La digue ne tiendra pas l'hiver »";
    assert_eq!(french(text), ["Jeanne Morel | - | « La digue ne tiendra pas l'hiver »"]);
}

#[test]
fn a_floating_quotation_after_its_speaker() {
    let text = "Anne Roussel ne décolère pas. « On nous ment depuis dix ans. »";
    assert_eq!(french(text), ["Anne Roussel | - | « On nous ment depuis dix ans. »"]);
}

#[test]
fn a_verb_without_content_hands_over_to_the_next_sentence() {
    let text = "Jeanne Morel s'inquiète. « La digue est fendue sur trente mètres. »";
    assert_eq!(french(text), ["Jeanne Morel | - | « La digue est fendue sur trente mètres. »"]);
}

#[test]
fn a_reporters_words_before_the_marks_belong_to_a_mixed_claim() {
    let text = "La digue « ne passera pas l'hiver », a prévenu Jeanne Morel.";
    assert_eq!(french(text), ["Jeanne Morel | prévenir | La digue « ne passera pas l'hiver »"]);
}

#[test]
fn names_and_terms_between_marks_are_no_claims() {
    let text = "Le projet « Grand Large » coûte 3 millions. Le \"plan B\" reste sur la table. Le pont « des soupirs » est fermé.";
    assert_eq!(french(text), Vec::<String>::new());
}

#[test]
fn a_cue_inside_the_marks_speaks_for_the_subject_before_them() {
    let text = "Le Comité des riverains « demeure préoccupé par l'état de la digue et du port ».";
    assert_eq!(
        french(text),
        ["Comité des riverains | - | « demeure préoccupé par l'état de la digue et du port »"]
    );
}

#[test]
fn a_headline_quotes_somebody_whom_the_body_names() {
    let text = "« Nous ne quitterons jamais la pointe »\n\nLes maisons de Valbrune doivent être vendues avant la fin de l'hiver. « Nous ne quitterons jamais la pointe », a répondu Anne Roussel.";
    assert_eq!(
        french(text),
        [
            "Anne Roussel | - | « Nous ne quitterons jamais la pointe »",
            "Anne Roussel | répondre | « Nous ne quitterons jamais la pointe »"
        ]
    );
}
