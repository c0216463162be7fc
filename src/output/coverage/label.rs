//! What an entry of the coverage is called: the words of a passage, who says what, a name, a number.

use super::super::figures;
use super::super::words::Words;
use crate::actors::ActorKind;
use crate::claims::Claim;
use crate::dossier::Dossier;
use crate::dossier::coverage::Says;
use crate::dossier::matrix::{Entry, Label, Section, claim_at};
use crate::text::width::fit;

/// The most columns of a speaker before what is said, which matters more.
const SPEAKER: usize = 18;

/// The most numbers that are named of a quantity on which outlets differ.
const NUMBERS: usize = 3;

/// What an entry is called, on one line.
pub fn label(dossier: &Dossier, entry: Entry, words: &Words) -> String {
    match entry.label(dossier) {
        Label::Passage(passage) => {
            let text = dossier.articles.get(passage.article).map_or("", |article| article.text.as_str());
            let said = balanced(&passage.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "));
            let claim = if entry.section() == Section::Claims { claim_at(dossier, passage) } else { None };
            match claim {
                Some(claim) => {
                    let speaker = speaker(dossier, &dossier.claims[claim], words);
                    format!("{speaker}{}{said}", words.colon())
                }
                None => said,
            }
        }
        Label::Actor(at) => dossier.actors.get(at).map(|actor| actor.name.clone()).unwrap_or_default(),
        Label::Quantity(at) => quantity(dossier, at, entry, words),
    }
}

/// Who says it, in few columns: a person's last name, else the beginning of what the source is called.
fn speaker(dossier: &Dossier, claim: &Claim, words: &Words) -> String {
    let Some(actor) = claim.speakers.first().and_then(|&at| dossier.actors.get(at)) else {
        return fit(&words.speaker(dossier, claim), SPEAKER).into_owned();
    };
    let name = if actor.kind == ActorKind::Person { last_name(&actor.name) } else { &actor.name };
    let name = fit(name, SPEAKER);
    match claim.speakers.len() {
        0 | 1 => name.into_owned(),
        several => format!("{name} +{}", several - 1),
    }
}

/// The last word of a name, with the particles before it: `van der Meer`.
fn last_name(name: &str) -> &str {
    let mut start = name.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
    while start > 0 {
        let before = name[..start].trim_end();
        let word = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        if word == 0 || !before[word..].starts_with(char::is_lowercase) {
            break;
        }
        start = word;
    }
    &name[start..]
}

/// A quantity with its number, or with those that differ.
fn quantity(dossier: &Dossier, at: usize, entry: Entry, words: &Words) -> String {
    let Some(quantity) = dossier.coverage.quantities.get(at) else { return String::new() };
    let title = figures::title(dossier, words, quantity);
    if !entry.cells(dossier).iter().any(|cell| cell.says == Says::Differs) {
        return title;
    }
    let values = quantity.values(dossier);
    let mut numbers: Vec<String> =
        values.iter().take(NUMBERS).map(|value| figures::number(dossier, words, value)).collect();
    if values.len() > NUMBERS {
        numbers.push("…".to_owned());
    }
    figures::counted(&numbers.join(" ≠ "), &title, words)
}

/// A passage cut out of a longer quotation may have one mark without the other: it gets that.
fn balanced(text: &str) -> String {
    let straight = text.matches('"').count() % 2;
    if straight == 1 && text.matches('“').count() != text.matches('”').count() {
        // Opened with one kind and closed with the other.
        return text.to_owned();
    }
    for (open, close, inside) in [('«', '»', "\u{a0}"), ('“', '”', "")] {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        if opened == closed + 1 {
            return format!("{text}{inside}{close}");
        }
        if closed == opened + 1 {
            return format!("{open}{inside}{text}");
        }
    }
    if straight == 0 {
        return text.to_owned();
    }
    let opens = |at: usize| text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
    match text.rfind('"') {
        Some(at) if !opens(at) => format!("\"{text}"),
        _ => format!("{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lone_mark_gets_its_other_half() {
        assert_eq!(balanced("« Nous tiendrons, dit-elle."), "« Nous tiendrons, dit-elle.\u{a0}»");
        assert_eq!(balanced("Nous tiendrons\u{a0}», dit-elle."), "«\u{a0}Nous tiendrons\u{a0}», dit-elle.");
        assert_eq!(balanced("\"Nous sommes prêts."), "\"Nous sommes prêts.\"");
        assert_eq!(balanced("Nous sommes prêts\", dit-il."), "\"Nous sommes prêts\", dit-il.");
        assert_eq!(balanced("Le \"port\" est fermé."), "Le \"port\" est fermé.");
        assert_eq!(balanced("Une \"force de paix”, dit-il."), "Une \"force de paix”, dit-il.");
        assert_eq!(balanced("Il a dit “non” et “oui”."), "Il a dit “non” et “oui”.");
    }

    #[test]
    fn a_person_is_called_by_the_last_name() {
        assert_eq!(last_name("Jeanne Morel"), "Morel");
        assert_eq!(last_name("Pieter van der Meer"), "van der Meer");
        assert_eq!(last_name("Morel"), "Morel");
    }

    #[test]
    fn money_that_differs_is_told_as_money() {
        let dossier = Dossier::of_texts(
            "quai",
            [
                ("a.txt", "Le quai\n\nLa réparation du quai d'Orvelle coûtera 12 millions d'euros.\n"),
                (
                    "b.txt",
                    "Le quai\n\nLa réparation du quai d'Orvelle coûtera une vingtaine de millions d'euros avancés par la ville.\n",
                ),
            ],
        )
        .analyse(&|_| {});
        let told = label(&dossier, Entry::Figure(0), &Words::new(crate::i18n::Locale::French));
        assert!(told.contains(" ≠ ") && told.ends_with("millions d’euros"), "{told}");
    }

    #[test]
    fn a_quantity_is_told_with_its_numbers() {
        let dossier = Dossier::of_texts(
            "port",
            [
                ("a.txt", "Le port bloqué\n\nQuelque 1 200 marins sont en grève lundi à Orvelle.\n"),
                ("b.txt", "Le port bloqué\n\nPrès de 900 marins sont en grève lundi à Orvelle.\n"),
            ],
        )
        .analyse(&|_| {});
        let words = Words::new(crate::i18n::Locale::French);
        let told = label(&dossier, Entry::Figure(0), &words);
        assert!(told.contains("1\u{202f}200") && told.contains(" ≠ ") && told.contains("marins"), "{told}");
    }
}
