//! The card of an actor, line by line: its names and why they are its own, what each outlet says it is,
//! who does not name it, what it says and what is said of it.

use super::actors::Entry;
use crate::actors::Alias;
use crate::app::layout::Area;
use crate::app::{App, Pane};
use crate::article::Span;
use crate::dossier::Portrait;
use crate::text::wrap::stretch;

/// How a row is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The heading of a part.
    Heading,
    /// What is told.
    Plain,
    /// What is told beside it.
    Dim,
    /// What the reader should look at before believing it.
    Unsure,
}

/// One row of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Columns left free before it.
    pub indent: usize,
    /// Its words.
    pub text: String,
    /// More words behind them, dim.
    pub more: String,
    /// How it is to look.
    pub tone: Tone,
}

/// The widest card, in columns, border included.
const WIDEST: u16 = 92;

/// Claims shown of each sort; the rest is counted.
const CLAIMS: usize = 12;

/// Rows of a claim or an apposition at most.
const LINES: usize = 3;

impl App {
    /// Whether the details that are open are an actor's: the side panel has the keys and shows actors.
    pub fn shows_card(&self) -> bool {
        self.details && self.focus == Pane::Side && self.chosen_actor().is_some()
    }

    /// Where the card goes on a screen of that size, border included.
    pub fn card_area(&self) -> Area {
        let (columns, rows) = self.size;
        let width = columns.saturating_sub(4).min(WIDEST);
        let wanted = u16::try_from(self.card(usize::from(width).saturating_sub(4)).len() + 2);
        let height = wanted.unwrap_or(u16::MAX).min(rows.saturating_sub(2));
        Area { x: (columns - width) / 2, y: (rows - height) / 2, width, height }
    }

    /// Moves the card by `by` rows.
    pub(in crate::app) fn scroll_card(&mut self, by: isize) {
        let inner = self.card_area().inner();
        let rows = self.card(usize::from(inner.width).saturating_sub(2)).len();
        self.side.scroll_card(by, rows.saturating_sub(usize::from(inner.height)));
    }

    /// The rows of the card of the actor under the cursor, wrapped to `columns`.
    pub fn card(&self, columns: usize) -> Vec<Row> {
        let Some(entry) = self.chosen_actor() else { return Vec::new() };
        let Some(actor) = entry.of(&self.dossier) else { return Vec::new() };
        let dossier = &self.dossier;
        let portrait = Portrait::of(dossier, actor);
        let mut sheet = Sheet { rows: Vec::new(), columns };
        let kind = self.messages.get(&format!("kind-{}", actor.kind.name()));
        let facts = self.messages.with(
            "card-facts",
            &[
                ("kind", kind.into()),
                ("mentions", actor.mentions.len().into()),
                ("outlets", portrait.outlets.len().into()),
            ],
        );
        sheet.wrapped(0, &facts, Tone::Plain, LINES);
        if matches!(entry, Entry::Hidden(_)) {
            sheet.wrapped(0, &self.messages.get("card-hidden"), Tone::Unsure, LINES);
        } else if actor.edited {
            sheet.wrapped(0, &self.messages.get("card-edited"), Tone::Dim, LINES);
        }
        self.names_on(&mut sheet, "card-names", &actor.aliases);
        self.names_on(&mut sheet, "card-descriptions", &actor.descriptions);
        sheet.heading(self.messages.get("card-outlets"));
        for naming in &portrait.outlets {
            let roles = if naming.roles.is_empty() { String::new() } else { naming.roles.join(", ") };
            sheet.pair(1, &format!("{} × {}", naming.outlet, naming.mentions), &roles);
            if let Some((article, span)) = naming.apposition {
                let words = self.quoted(span.of(&dossier.articles[article].text));
                sheet.wrapped(4, &words, Tone::Dim, LINES);
            }
        }
        if !portrait.silent.is_empty() {
            let colon = self.words.colon();
            let text = format!("{}{colon}{}", self.messages.get("card-silent"), portrait.silent.join(", "));
            sheet.wrapped(1, &text, Tone::Dim, LINES);
        }
        if let Entry::Actor(at) = entry {
            let claims = |lists: &[Vec<usize>]| lists.get(at).cloned().unwrap_or_default();
            self.claims_on(&mut sheet, "card-by", &claims(&dossier.index.by));
            self.claims_on(&mut sheet, "card-about", &claims(&dossier.index.about));
        }
        sheet.rows
    }

    /// Names with how often, how joined, and which to look at where that is not beyond doubt.
    fn names_on(&self, sheet: &mut Sheet, heading: &str, aliases: &[Alias]) {
        if aliases.is_empty() {
            return;
        }
        sheet.heading(self.messages.get(heading));
        for alias in aliases {
            let mut how = self.messages.get(&format!("join-{}", alias.by.name()));
            if alias.is_unsure() {
                let sure = self.messages.get("card-unsure");
                how = format!("{how} · {sure}");
            }
            let name =
                format!("{}{} × {}", if alias.is_unsure() { "? " } else { "" }, alias.name, alias.count);
            sheet.pair(1, &name, &how);
            if let Some(row) = sheet.rows.last_mut().filter(|_| alias.is_unsure()) {
                row.tone = Tone::Unsure;
            }
        }
    }

    fn claims_on(&self, sheet: &mut Sheet, heading: &str, claims: &[usize]) {
        if claims.is_empty() {
            return;
        }
        sheet.heading(self.messages.with(heading, &[("count", claims.len().into())]));
        for claim in claims.iter().take(CLAIMS).map(|&at| &self.dossier.claims[at]) {
            let page = &self.dossier.articles[claim.article];
            let words = claim.span.of(&page.text).split_whitespace().collect::<Vec<_>>().join(" ");
            let colon = self.words.colon();
            sheet.wrapped(1, &format!("{}{colon}{words}", page.label()), Tone::Plain, LINES);
        }
        if claims.len() > CLAIMS {
            let more = self.messages.with("card-more", &[("count", (claims.len() - CLAIMS).into())]);
            sheet.wrapped(1, &more, Tone::Dim, 1);
        }
    }

    /// Words of an article between the quote marks of the interface's language.
    fn quoted(&self, words: &str) -> String {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.messages.with("card-quote", &[("words", words.into())])
    }
}

/// Rows being written.
struct Sheet {
    rows: Vec<Row>,
    columns: usize,
}

impl Sheet {
    fn heading(&mut self, text: String) {
        if !self.rows.is_empty() {
            self.rows.push(Row { indent: 0, text: String::new(), more: String::new(), tone: Tone::Plain });
        }
        self.rows.push(Row { indent: 0, text, more: String::new(), tone: Tone::Heading });
    }

    fn wrapped(&mut self, indent: usize, text: &str, tone: Tone, most: usize) {
        let columns = self.columns.saturating_sub(indent).max(1);
        let lines = stretch::first_rows(text, Span::new(0, text.len()), columns);
        for (number, line) in lines.iter().take(most).enumerate() {
            let cut = number + 1 == most && lines.len() > most;
            let line = if cut {
                crate::text::width::fit(Span::new(line.start, text.len()).of(text), columns).into_owned()
            } else {
                line.of(text).to_owned()
            };
            self.rows.push(Row { indent, text: line, more: String::new(), tone });
        }
    }

    /// A row of two parts, the second one on rows of its own where they do not fit side by side.
    fn pair(&mut self, indent: usize, text: &str, more: &str) {
        let width = crate::text::width::width;
        if more.is_empty() || indent + width(text) + 2 + width(more) <= self.columns {
            let (text, more) = (text.to_owned(), more.to_owned());
            self.rows.push(Row { indent, text, more, tone: Tone::Plain });
        } else {
            self.wrapped(indent, text, Tone::Plain, LINES);
            self.wrapped(indent + 3, more, Tone::Dim, LINES);
        }
    }
}
