//! The checkable quantities: what is counted, and which outlet gives which value.

use super::page::{Line, Page};
use super::words::Words;
use crate::article::Span;
use crate::claims::Figure;
use crate::claims::figures::{is_currency, is_number_word};
use crate::dossier::quantities::Value;
use crate::dossier::{Dossier, Quantity};
use crate::i18n::Locale;
use crate::text::fold;
use crate::text::width::{fit, width};

/// How much of a figure's sentence is shown, in columns.
const CONTEXT: usize = 160;

/// How many columns of the words before a figure are shown where its sentence begins far before it.
const LEAD_IN: usize = 18;

/// How a quantity stands among the outlets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// Outlets give incompatible numbers.
    Differs,
    /// Several outlets give it, and agree.
    Shared,
    /// One article alone gives it.
    Only,
}

impl Sort {
    /// That of a quantity.
    pub fn of(quantity: &Quantity) -> Self {
        match (quantity.differs, quantity.breadth) {
            (true, _) => Self::Differs,
            (false, 2..) => Self::Shared,
            _ => Self::Only,
        }
    }

    /// The sign that stands for it, so that colour is never alone.
    pub const fn sign(self) -> char {
        match self {
            Self::Differs => '≠',
            Self::Shared => '=',
            Self::Only => '+',
        }
    }

    /// The name in the JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Shared => "shared",
            Self::Only => "only",
        }
    }

    /// The key of its name in the messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Differs => "figures-differ",
            Self::Shared => "figures-shared",
            Self::Only => "figures-only",
        }
    }
}

/// Which figures are asked for, and how they are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the outlet's name or of the file's.
    pub outlet: Option<String>,
    /// Only quantities that outlets give differently.
    pub differ: bool,
}

impl Filter {
    /// The indices of the figures of `dossier` that the filter lets through, in order.
    pub fn choose(&self, dossier: &Dossier) -> Vec<usize> {
        let outlet = self.outlet.as_deref().map(fold);
        let holds = |at: usize, figure: &Figure| {
            let quantity = dossier.coverage.quantity_of.get(at).map(|&at| &dossier.coverage.quantities[at]);
            (!self.differ || quantity.is_some_and(|quantity| quantity.differs))
                && outlet.as_deref().is_none_or(|outlet| {
                    super::claims::is_of_outlet(&dossier.articles[figure.article], outlet)
                })
        };
        dossier
            .figures
            .iter()
            .enumerate()
            .filter(|(at, figure)| holds(*at, figure))
            .map(|(at, _)| at)
            .collect()
    }
}

/// What a quantity is called: what is counted where outlets differ on the number, else the words of
/// the figure and what it is a figure of.
pub fn title(dossier: &Dossier, words: &Words, quantity: &Quantity) -> String {
    let lead = &dossier.figures[quantity.lead];
    let of = lead.of.as_deref().map(str::trim).filter(|of| !of.is_empty());
    if Sort::of(quantity) != Sort::Differs {
        // What most outlets give, in the words of the one that says most about it.
        let values = quantity.values(dossier);
        let figures = values.first().map_or(&[][..], |value| value.figures.as_slice());
        let fullest = figures
            .iter()
            .copied()
            .rev()
            .max_by_key(|&at| dossier.figures[at].of.as_ref().map_or(0, String::len));
        return told(dossier, fullest.unwrap_or(quantity.lead));
    }
    match (lead.unit.as_deref(), of) {
        // `euros avancés`: by whom an amount is given is no part of what is counted.
        (Some(unit), Some(of)) if is_currency(unit) && is_participle(of) => words.unit(unit),
        (Some(unit), Some(of)) => format!("{} {of}", words.unit(unit)),
        (Some(unit), None) => words.unit(unit),
        (None, Some(of)) => of.to_owned(),
        (None, None) => lead.span.of(&dossier.articles[lead.article].text).to_owned(),
    }
}

/// Whether the words that say what a figure is of begin with a French participle: `avancés par la mairie`.
fn is_participle(of: &str) -> bool {
    of.split_whitespace()
        .next()
        .is_some_and(|first| ["és", "ées"].iter().any(|ending| first.ends_with(ending)))
}

/// A number in front of what is counted, with `de` between them where French asks for it: `12 millions
/// d’euros`, `une vingtaine de marins`.
pub fn counted(number: &str, title: &str, words: &Words) -> String {
    let last = fold(number.split([' ', '\u{a0}', '\u{202f}']).next_back().unwrap_or_default());
    let noun = ["million", "milliard", "millier", "aine"]
        .iter()
        .any(|ending| last.strip_suffix('s').unwrap_or(&last).ends_with(ending));
    if words.locale() != Locale::French || !noun {
        return format!("{number} {title}");
    }
    let elided = fold(title).starts_with(['a', 'e', 'i', 'o', 'u', 'h']);
    format!("{number} {}{title}", if elided { "d’" } else { "de " })
}

/// A figure as its outlet writes it, with what it is a figure of.
pub fn told(dossier: &Dossier, figure: usize) -> String {
    let figure = &dossier.figures[figure];
    let written = figure.span.of(&dossier.articles[figure.article].text);
    match figure.of.as_deref().map(str::trim).filter(|of| !of.is_empty()) {
        // `trois « champs d'action »` holds what it is a figure of within its marks.
        Some(of) if !written.contains(of) => format!("{written} {of}"),
        _ => written.to_owned(),
    }
}

/// The values of a quantity with the outlets that give them, each as `1 200 : A, B`.
pub fn values(dossier: &Dossier, words: &Words, quantity: &Quantity) -> Vec<String> {
    let told = |value: &Value| {
        format!("{}{}{}", number(dossier, words, value), words.colon(), names(dossier, value))
    };
    quantity.values(dossier).iter().map(told).collect()
}

/// The outlets that give a quantity.
pub fn outlets(dossier: &Dossier, quantity: &Quantity) -> String {
    let mut labels: Vec<&str> = Vec::new();
    for (at, _) in quantity.by_article(dossier) {
        let label = dossier.articles[at].label();
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join(", ")
}

fn names(dossier: &Dossier, value: &Value) -> String {
    let mut labels: Vec<&str> = Vec::new();
    for &article in &value.articles {
        let label = dossier.articles[article].label();
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join(", ")
}

/// A value as a number, with what blurs it where all who give it blur it: `environ 1 500`, `une
/// quarantaine`; a figure that is no single number as it is written. What only an article in another
/// language blurs is quoted: `« about 1,500 »`.
pub fn number(dossier: &Dossier, words: &Words, value: &Value) -> String {
    let figures: Vec<&Figure> = value.figures.iter().map(|&at| &dossier.figures[at]).collect();
    let code = words.locale().code();
    let spoken = |figure: &&&Figure| {
        dossier.articles[figure.article].language.is_none_or(|language| language.code() == code)
    };
    let Some(first) = figures.iter().find(spoken).or(figures.first()) else { return String::new() };
    let article = &dossier.articles[first.article];
    let written = first.span.of(&article.text);
    let Some(amount) = first.value else { return written.to_owned() };
    let amount = words.amount(amount);
    let exact = figures.iter().any(|figure| figure.qualifier.is_none());
    match first.qualifier.as_deref().filter(|_| !exact) {
        None => amount,
        Some(_) if !spoken(&first) => words.with("out-quoted", &[("text", written)]),
        Some(qualifier) => {
            let rest = fold(written);
            let rest = rest.strip_prefix(&fold(qualifier)).unwrap_or(&rest).to_owned();
            let counts = |word: &str| {
                word.chars().any(|c| c.is_ascii_digit()) || is_number_word(word, article.language)
            };
            // `Une quarantaine` is its own number, and so is `une vingtaine de millions`.
            if qualifier.split_whitespace().any(counts) {
                let size = rest.split_whitespace().nth(1).filter(|word| counts(word));
                let of = rest.split_whitespace().next().unwrap_or_default();
                size.map_or_else(|| qualifier.to_owned(), |size| format!("{qualifier} {of} {size}"))
            } else if rest.split_whitespace().any(counts) {
                format!("{qualifier} {amount}")
            } else {
                qualifier.to_owned()
            }
        }
    }
}

/// The words around a figure: its sentence, from a few words before it where it begins far before.
pub fn context(dossier: &Dossier, figure: usize) -> String {
    let around = surroundings(dossier, figure, false);
    let article = &dossier.articles[dossier.figures[figure].article];
    let whole = surroundings(dossier, figure, true);
    let cut = if around.start > whole.start { "…" } else { "" };
    format!("{cut}{}", around.of(&article.text))
}

/// Where the words around a figure stand: the `whole` sentence, or that from a few words before the
/// figure where it begins far before.
pub fn surroundings(dossier: &Dossier, figure: usize, whole: bool) -> Span {
    let figure = &dossier.figures[figure];
    let text = &dossier.articles[figure.article].text;
    let sentences = &dossier.texts[figure.article];
    let Some(at) = sentences.sentence_at(figure.span.start) else { return figure.span };
    let sentence = sentences.sentences[at].span;
    let before = Span::new(sentence.start, figure.span.start).of(text);
    if whole || width(before) <= 2 * LEAD_IN {
        return sentence;
    }
    let blanks = before.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let start = blanks.take_while(|&at| width(&before[at..]) <= LEAD_IN).last().unwrap_or(before.len());
    Span::new(sentence.start + start, sentence.end).trimmed(text)
}

/// The figures at `chosen` by quantity, those that differ first.
pub fn by_quantity(dossier: &Dossier, chosen: &[usize], words: &Words) -> Page {
    let mut page = Page::default();
    let mut quantities: Vec<usize> =
        chosen.iter().filter_map(|&figure| dossier.coverage.quantity_of.get(figure).copied()).collect();
    quantities.sort_unstable();
    quantities.dedup();
    let counts = [words.count("out-quantities", quantities.len()), words.count("out-figures", chosen.len())];
    page.heading(1, counts.join(" · "));
    let mut before = None;
    for quantity in quantities.into_iter().map(|at| &dossier.coverage.quantities[at]) {
        let sort = Sort::of(quantity);
        if before.replace(sort) != Some(sort) {
            page.heading(2, format!("{} {}", sort.sign(), words.get(sort.key())));
        }
        let values = quantity.values(dossier);
        let several = values.len() > 1;
        let mut notes: Vec<Line> = values
            .iter()
            .map(|value| {
                let number = Some(number(dossier, words, value)).filter(|_| several);
                let line =
                    number.map_or_else(Line::new, |number| Line::new().strong(number).plain(words.colon()));
                line.plain(in_their_words(dossier, words, value))
            })
            .collect();
        notes.push(Line::new().faint(fit(&context(dossier, quantity.lead), CONTEXT)));
        page.item(Line::new().strong(title(dossier, words, quantity)), notes);
    }
    page
}

/// The outlets that give a value, each with the words it gives it in.
fn in_their_words(dossier: &Dossier, words: &Words, value: &Value) -> String {
    let outlets = value.articles.iter().map(|&at| {
        let article = &dossier.articles[at];
        let mut told: Vec<String> = Vec::new();
        for figure in value.figures.iter().map(|&figure| &dossier.figures[figure]) {
            let quoted = words.with("out-quoted", &[("text", figure.span.of(&article.text))]);
            if figure.article == at && !told.contains(&quoted) {
                told.push(quoted);
            }
        }
        format!("{} {}", article.label(), told.join(", "))
    });
    outlets.collect::<Vec<_>>().join(words.separator())
}

/// The figures at `chosen`, under a title per article.
pub fn page(dossier: &Dossier, chosen: &[usize], words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.count("out-figures", chosen.len()));
    list(dossier, chosen, words, &mut page);
    page
}

/// Puts the figures at `chosen` on a page, under a title per article.
pub fn list(dossier: &Dossier, chosen: &[usize], words: &Words, page: &mut Page) {
    let mut last = None;
    for &at in chosen {
        let figure = &dossier.figures[at];
        let article = &dossier.articles[figure.article];
        if last.replace(figure.article) != Some(figure.article) {
            page.heading(2, words.title(article));
        }
        let line = Line::new().strong(figure.span.of(&article.text)).plain(reading(figure, words));
        let mut notes = vec![Line::new().faint(fit(&context(dossier, at), CONTEXT))];
        let quantity = dossier.coverage.quantity_of.get(at).map(|&at| &dossier.coverage.quantities[at]);
        if let Some(quantity) = quantity.filter(|quantity| quantity.breadth > 1) {
            let sort = Sort::of(quantity);
            notes.push(Line::new().plain(format!(
                "{} {}",
                sort.sign(),
                values(dossier, words, quantity).join(" · ")
            )));
        }
        page.item(line, notes);
    }
}

/// What the figure was read as: ` = 2 400 000 euros, coût de la grève`.
fn reading(figure: &Figure, words: &Words) -> String {
    let mut out = String::new();
    if let Some(value) = figure.value {
        out.push_str(" = ");
        out.push_str(&words.number(value));
        if let Some(unit) = &figure.unit {
            out.push('\u{a0}');
            out.push_str(&words.unit(unit));
        }
    }
    if let Some(of) = figure.of.as_deref().filter(|of| !of.is_empty()) {
        out.push_str(" (");
        out.push_str(of);
        out.push(')');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_within_marks_is_told_once() {
        let text = "Le plan\n\nLe plan a trois « champs d'action » et deux « axes de travail » à Orvelle.\n";
        let dossier = Dossier::of_texts("plan", [("a.txt", text)]).analyse(&|_| {});
        let all: Vec<String> = (0..dossier.figures.len()).map(|at| told(&dossier, at)).collect();
        assert_eq!(all, ["trois « champs d'action »", "deux « axes de travail »"]);
    }

    #[test]
    fn a_large_number_takes_de_before_what_is_counted() {
        let french = Words::new(Locale::French);
        assert_eq!(
            counted("une vingtaine de millions", "euros", &french),
            "une vingtaine de millions d’euros"
        );
        assert_eq!(counted("12\u{a0}millions", "francs", &french), "12\u{a0}millions de francs");
        assert_eq!(counted("une quarantaine", "marins", &french), "une quarantaine de marins");
        assert_eq!(counted("1\u{202f}200", "marins", &french), "1\u{202f}200 marins");
        let english = Words::new(Locale::English);
        assert_eq!(counted("12 million", "euros", &english), "12 million euros");
    }
}
