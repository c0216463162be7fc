use proptest::prelude::*;

use super::*;

const LEAD: &str =
    "La mairie de Brest a voté lundi la fermeture du vieux port, malgré les pêcheurs qui manifestaient.";
const NEXT: &str =
    "Le chantier commencera en mars et durera deux ans, selon le conseil. Il coûtera douze millions d'euros.";
const TITLE: &str = "Le vieux port de Brest fermera en mars";

/// The kind of the block that starts with `words`, in `text`.
fn kind(text: &str, words: &str) -> BlockKind {
    let blocks = cut(text, 0);
    let shown: Vec<_> = blocks.iter().map(|block| (block.kind.name(), block.span.of(text))).collect();
    blocks
        .iter()
        .find(|block| block.span.of(text).starts_with(words))
        .unwrap_or_else(|| panic!("no block starts with {words:?} in {shown:#?}"))
        .kind
}

/// An article with `line` between its first and its second paragraph.
fn amid(line: &str) -> String {
    format!(
        "{TITLE}\n\n{LEAD}\n\n{line}\n\n{NEXT}\n\nLe préfet doit encore signer l'arrêté, ce qui prendra un mois."
    )
}

/// An article with `line` at its end.
fn after(line: &str) -> String {
    format!("{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{line}")
}

/// An article with `line` before its headline.
fn above(line: &str) -> String {
    format!("{line}\n{TITLE}\n\n{LEAD}\n\n{NEXT}")
}

/// An article with `line` under its headline.
fn under(line: &str) -> String {
    format!("{TITLE}\n\n{line}\n\n{LEAD}\n\n{NEXT}")
}

#[test]
fn a_plain_article_is_headline_lede_and_paragraphs() {
    let text = amid("Un chantier de deux ans");
    assert_eq!(kind(&text, TITLE), BlockKind::Headline);
    assert_eq!(kind(&text, LEAD), BlockKind::Lede);
    assert_eq!(kind(&text, "Un chantier"), BlockKind::Heading);
    assert_eq!(kind(&text, NEXT), BlockKind::Paragraph);
}

#[test]
fn a_machine_s_date_is_cut_from_the_first_sentence() {
    let text = format!(" date 2025-03-04 {LEAD}\n\n{NEXT}");
    assert_eq!(kind(&text, "date 2025-03-04"), BlockKind::Dateline);
    assert_eq!(kind(&text, LEAD), BlockKind::Lede);
    let text = format!("[2025-03-04 10:12] {TITLE}\n\n{LEAD}\n\n{NEXT}");
    assert_eq!(kind(&text, TITLE), BlockKind::Headline);
}

#[test]
fn the_time_of_day_goes_with_the_date_however_it_is_set() {
    for time in [
        "à 14h30",
        "à 14 h 30",
        "à 14\u{202f}h\u{a0}30 (heure de Paris)",
        "à 14h",
        "at 2:30 pm GMT",
        "à 14:30",
    ] {
        let date = format!("Publié le 4 mars 2025 {time}");
        let text = format!("{date} {LEAD}\n\n{NEXT}");
        assert_eq!(kind(&text, &date), BlockKind::Dateline, "{date}");
        assert_eq!(kind(&text, LEAD), BlockKind::Lede, "{date}");
    }
}

#[test]
fn a_dash_between_narrow_spaces_ends_a_dateline() {
    let text = format!("{TITLE}\n\nBREST, 4 mars (AFP)\u{202f}–\u{202f}{LEAD}\n\n{NEXT}");
    assert_eq!(kind(&text, "BREST, 4 mars"), BlockKind::Dateline);
    assert_eq!(kind(&text, LEAD), BlockKind::Lede);
}

#[test]
fn an_entry_of_a_list_that_names_an_account_is_no_post() {
    let line = "- Le compte de la mairie (@mairie_brest) a été suspendu mardi.";
    assert_eq!(kind(&amid(line), line), BlockKind::Paragraph);
}

#[test]
fn accents_written_as_marks_of_their_own_change_no_block() {
    use unicode_normalization::UnicodeNormalization;
    let text: String =
        format!("Publié le 3 août 2025\n{TITLE}\n\n{LEAD}\n\n{NEXT}\n\nÀ lire aussi : le port")
            .nfd()
            .collect();
    let kinds: Vec<&str> = cut(&text, 0).iter().map(|block| block.kind.name()).collect();
    assert_eq!(kinds, ["dateline", "headline", "lede", "paragraph", "related"]);
}

#[test]
fn a_sentence_that_opens_with_a_date_stays_whole() {
    let line = "Le 4 mars 2025, la mairie a voté la fermeture du port, puis elle s'est réunie.";
    assert_eq!(kind(&amid(line), line), BlockKind::Paragraph);
}

#[test]
fn an_agency_s_dateline_is_cut_off() {
    for dateline in ["BREST, 4 mars (AFP) -", "Brest (Reuters) –", "BREST —"] {
        let text = format!("{TITLE}\n\n{dateline} {LEAD}\n\n{NEXT}");
        assert_eq!(kind(&text, dateline), BlockKind::Dateline, "{dateline}");
        assert_eq!(kind(&text, LEAD), BlockKind::Lede);
    }
}

#[test]
fn navigation_with_numbers_bullets_or_nothing() {
    for line in [
        "1. Aller au contenu",
        "• Partager",
        "Skip to content",
        "Temps de lecture : 4 min",
        "3 min read",
        "Publicité",
    ] {
        assert_eq!(kind(&above(line), line), BlockKind::Navigation, "{line}");
        assert_eq!(kind(&above(line), TITLE), BlockKind::Headline, "{line}");
    }
}

#[test]
fn kickers_before_the_headline_run_together_or_in_a_trail() {
    for line in ["SociétéTransports", "Bretagne", "Accueil > France > Bretagne"] {
        assert_eq!(kind(&above(line), line), BlockKind::Navigation, "{line}");
        assert_eq!(kind(&above(line), TITLE), BlockKind::Headline, "{line}");
    }
}

#[test]
fn a_numbered_menu_before_the_headline() {
    let text = above("1. Ouvrir la boutique\n2. Notre agenda des sorties\n");
    assert_eq!(kind(&text, "2. Notre agenda"), BlockKind::Navigation);
    assert_eq!(kind(&text, TITLE), BlockKind::Headline);
}

#[test]
fn bylines_under_the_headline() {
    for line in [
        "par Jeanne Morel",
        "By Karim Haddad",
        "Jeanne Morel | Avec agences",
        "Jeanne Morel avec AFP",
        "Jeanne Morel",
        "Par Le Point.fr",
    ] {
        assert_eq!(kind(&under(line), line), BlockKind::Byline, "{line}");
    }
}

#[test]
fn bylines_after_the_article() {
    for line in [
        "Jeanne Morel",
        "Karim Haddad Journaliste au service Monde",
        "J.M.",
        "Propos recueillis par Anne Roussel",
    ] {
        assert_eq!(kind(&after(line), line), BlockKind::Byline, "{line}");
    }
}

#[test]
fn a_name_between_paragraphs_is_a_heading() {
    assert_eq!(kind(&amid("Karim Haddad"), "Karim Haddad"), BlockKind::Heading);
}

#[test]
fn lines_that_only_date_the_article() {
    for line in
        ["4 mars 2025", "Publié le 4 mars 2025 à 10h12", "Updated March 4, 2025 at 2:30 pm", "04/03/2025"]
    {
        assert_eq!(kind(&under(line), line), BlockKind::Dateline, "{line}");
    }
}

#[test]
fn addresses_and_handles_are_embeds() {
    for line in [
        &["https:", "//example.org/port"].concat(),
        "@mairie_brest",
        "pic.twitter.com/abc",
        "— Mairie (@mairie) March 4, 2025",
    ] {
        assert_eq!(kind(&amid(line), line), BlockKind::Embed, "{line}");
    }
}

#[test]
fn a_credit_glued_to_a_caption() {
    for credit in [
        "Image : Jeanne Morel/AFP",
        " Photo: Karim Haddad",
        " © Ville de Brest",
        " (Photo by Anne Roussel/Getty Images)",
        " Jeanne Morel / REUTERS",
    ] {
        let line = format!("Des pêcheurs sur le quai, le matin du vote.{credit}");
        assert_eq!(kind(&amid(&line), "Des pêcheurs"), BlockKind::Caption, "{credit}");
    }
}

#[test]
fn a_credit_glued_to_a_whole_paragraph_is_cut_off() {
    let long = [NEXT; 3].join(" ").replace("douze", "treize");
    let text = format!(
        "{TITLE}\n\n{LEAD}\n\n{long} La mairie se tait. Photo : Jeanne Morel/AFP\n\nLe préfet doit encore signer."
    );
    assert_eq!(kind(&text, "Photo : Jeanne"), BlockKind::Credit);
}

#[test]
fn a_credit_alone_makes_its_neighbour_a_caption() {
    let text = amid("Des pêcheurs sur le quai devant la mairie.\n© Ville de Brest");
    assert_eq!(kind(&text, "© Ville"), BlockKind::Credit);
    assert_eq!(kind(&text, "Des pêcheurs"), BlockKind::Caption);
}

#[test]
fn the_name_of_a_picture_above_its_caption() {
    let text = amid("Le maire arrivant au conseil.\nLe vote a duré une heure.Image : Jeanne Morel/AFP");
    assert_eq!(kind(&text, "Le maire"), BlockKind::Caption);
}

#[test]
fn long_captions_without_a_credit() {
    for line in [
        "De gauche à droite : le maire Karim Haddad, son adjointe Anne Roussel et le préfet, devant la mairie.",
        "Le maire Karim Haddad s'exprime devant le conseil, à Brest, le 3 mars 2025.",
        "Mayor Karim Haddad speaks to reporters in Brest on March 3, 2025.",
    ] {
        assert_eq!(kind(&amid(line), line), BlockKind::Caption, "{line}");
    }
}

#[test]
fn a_fact_with_a_date_at_its_end_is_no_caption() {
    let line = "La loi qui l'autorise a été promulguée le 3 mars 2021.";
    assert_eq!(kind(&amid(line), line), BlockKind::Paragraph);
}

#[test]
fn signatures_in_brackets() {
    for line in [
        "(Jeanne Morel, avec la contribution de Karim Haddad à Lyon ; version française Anne Roussel)",
        "(Reporting by Jeanne Morel; Editing by Karim Haddad)",
        "(avec AFP)",
    ] {
        assert_eq!(kind(&after(line), line), BlockKind::Credit, "{line}");
    }
}

#[test]
fn a_signature_behind_the_last_sentence_is_cut_off() {
    let text = format!("{TITLE}\n\n{LEAD}\n\n{NEXT} (Avec Reuters)");
    assert_eq!(kind(&text, "(Avec Reuters)"), BlockKind::Credit);
    assert_eq!(kind(&text, NEXT), BlockKind::Paragraph);
}

#[test]
fn links_to_other_articles_also_when_glued() {
    for line in [
        "À LIRE AUSSILe port de Brest en cinq dates",
        "Lire aussi : Le port de Brest en cinq dates",
        "Read more: Five dates of the port",
    ] {
        assert_eq!(kind(&amid(line), line), BlockKind::Related, "{line}");
    }
    let text = format!(
        "{TITLE}\n\n{LEAD}\n\n{NEXT}Lire aussi : Le port en cinq dates\n\nLe préfet doit encore signer l'arrêté."
    );
    assert_eq!(kind(&text, "Lire aussi"), BlockKind::Related);
    assert_eq!(kind(&text, NEXT), BlockKind::Paragraph);
}

#[test]
fn a_list_of_links_under_its_title() {
    let text = after("Sur le même sujet\nLe port en cinq dates\nQui sont les pêcheurs de Brest");
    assert_eq!(kind(&text, "Qui sont"), BlockKind::Related);
}

#[test]
fn what_follows_the_article() {
    for line in [
        "Today",
        "Contribuer",
        "Suivez-nous sur les réseaux sociaux",
        "Sign up for our newsletter",
        "Tous droits réservés.",
    ] {
        assert_eq!(kind(&after(line), line), BlockKind::Trailer, "{line}");
    }
}

#[test]
fn words_of_a_button_inside_a_sentence_are_text() {
    let line = "Partager le port entre pêcheurs et plaisanciers est le vœu du maire depuis deux ans.";
    assert_eq!(kind(&amid(line), line), BlockKind::Paragraph);
}

#[test]
fn a_paragraph_printed_again_is_a_duplicate() {
    let text = format!("{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{LEAD}\n\nLe préfet doit encore signer.");
    let kinds: Vec<_> = cut(&text, 0).iter().filter(|b| b.span.of(&text) == LEAD).map(|b| b.kind).collect();
    assert_eq!(kinds, [BlockKind::Lede, BlockKind::Duplicate]);
}

#[test]
fn of_a_paragraph_only_the_sentence_printed_again_is_a_duplicate() {
    let text = format!("{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{LEAD} Le préfet doit encore signer.");
    assert_eq!(kind(&text, "Le préfet"), BlockKind::Paragraph);
}

#[test]
fn of_a_tail_pasted_again_only_the_copy_is_a_duplicate() {
    let text = format!(
        "{TITLE}\n\n{LEAD}\n\nLe conseil promet de sauver les emplois du port, dit le texte.les emplois du port, dit le texte.\n\n{NEXT}"
    );
    assert_eq!(kind(&text, "les emplois"), BlockKind::Duplicate);
    assert_eq!(kind(&text, "Le conseil"), BlockKind::Paragraph);
}

#[test]
fn headings_in_capitals_in_marks_and_as_questions() {
    for line in ["COLÈRE", "\"UN SCANDALE\"", "« Une honte »", "Qui paiera ?"] {
        assert_eq!(kind(&amid(line), line), BlockKind::Heading, "{line}");
    }
}

#[test]
fn a_paragraph_that_is_all_quotation_and_one_that_names_its_speaker() {
    let line = "« Nous ne partirons pas avant que la mairie nous ait reçus et entendus. »";
    assert_eq!(kind(&amid(line), line), BlockKind::Quotation);
    let line = "« Nous ne partirons pas avant d'être reçus », a dit Karim Haddad, qui préside le syndicat.";
    assert_eq!(kind(&amid(line), line), BlockKind::Paragraph);
}

#[test]
fn markdown_marks_are_set_apart() {
    let text = format!(
        "# {TITLE}\n\n{LEAD}\n\n## La colère\n\n{NEXT}\n\n> Nous ne partirons pas.\n\nLe préfet doit signer."
    );
    assert_eq!(kind(&text, "#"), BlockKind::Navigation);
    assert_eq!(kind(&text, TITLE), BlockKind::Headline);
    assert_eq!(kind(&text, "La colère"), BlockKind::Heading);
    assert_eq!(kind(&text, "Nous"), BlockKind::Quotation);
}

#[test]
fn broken_lines_make_one_paragraph() {
    let text = format!(
        "{TITLE}\n\nLa mairie de Brest a voté lundi soir la\nfermeture du vieux port, malgré tous les\npêcheurs qui manifestaient au dehors et\nqui ont promis de revenir.\n\n{}",
        NEXT.replace(". ", ".\n")
    );
    let blocks = cut(&text, 0);
    assert_eq!(blocks.iter().filter(|block| block.span.of(&text).contains("pêcheurs")).count(), 1);
    assert!(blocks.iter().any(|block| block.span.of(&text).ends_with("revenir.")));
}

#[test]
fn single_line_ends_between_paragraphs_read_the_same() {
    let text = amid("Un chantier de deux ans").replace("\n\n", "\n");
    assert_eq!(kind(&text, TITLE), BlockKind::Headline);
    assert_eq!(kind(&text, "Un chantier"), BlockKind::Heading);
    assert_eq!(kind(&text, NEXT), BlockKind::Paragraph);
}

#[test]
fn one_endless_line_is_cut_in_one_go() {
    for part in ["Le port ferme. ", "a.", "Photo : ", "Le port.le port."] {
        let text = part.repeat(1_000_000 / part.len());
        assert!(!cut(&text, 0).is_empty(), "{part}");
    }
}

/// Lines as noisy pages have them.
fn noisy_line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(TITLE.to_owned()),
        Just(LEAD.to_owned()),
        Just(format!("{NEXT}{NEXT}")),
        Just("1. Aller au contenu".to_owned()),
        Just(" date 2025-03-04 Le port ferme.".to_owned()),
        Just("Le quai.Image : J. Morel/AFP".to_owned()),
        Just("(avec AFP)".to_owned()),
        Just("> # é".to_owned()),
        Just("À LIRE AUSSILe port".to_owned()),
        Just(String::new()),
        "\\PC{0,60}",
        "[.a-zA-Zé«»\"( )/:©\\r\u{2028}-]{0,80}",
    ]
}

proptest! {
    #[test]
    fn blocks_cover_everything_but_white_space_in_order(lines in proptest::collection::vec(noisy_line(), 0..14)) {
        let text = lines.join("\n");
        let mut at = 0;
        for block in cut(&text, 0) {
            prop_assert!(block.span.start >= at && !block.span.is_empty());
            let between = text.get(at..block.span.start);
            prop_assert!(between.is_some_and(|between| between.trim().is_empty()), "left out: {:?}", between);
            prop_assert!(text.get(block.span.start..block.span.end).is_some());
            at = block.span.end;
        }
        prop_assert!(text.get(at..).is_some_and(|rest| rest.trim().is_empty()));
    }
}
