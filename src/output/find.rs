//! What a query found, by kind of thing, best first.

use std::sync::atomic::AtomicBool;

use super::page::{Line, Page, Tone};
use super::words::Words;
use crate::article::Span;
use crate::dossier::Dossier;
use crate::search::{Ask, Catalogue, Entry, Hit, Hits, Kind, Query, Search};

/// What was found, and where to look it up.
#[derive(Debug)]
pub struct Findings {
    catalogue: Catalogue,
    hits: Hits,
}

impl Findings {
    /// Looks for `query`, in the finder's own syntax, and keeps the best `limit` hits.
    pub fn look(dossier: &Dossier, query: &str, limit: usize) -> Self {
        let catalogue = Catalogue::new(dossier, []);
        let query = Query::parse(query);
        let ask = Ask { limit, ..Ask::new(&query) };
        let hits = Search::default().run(&catalogue, &ask, &AtomicBool::new(false)).unwrap_or_default();
        Self { catalogue, hits }
    }

    /// How many entries match, those over the limit included.
    pub fn total(&self) -> usize {
        self.hits.total
    }

    /// The hits with their entries, best first.
    pub fn hits(&self) -> impl Iterator<Item = (&Hit, &Entry)> {
        self.hits.shown.iter().filter_map(|hit| Some((hit, self.catalogue.entry(hit.entry)?)))
    }

    /// What to show for an entry, as it stands in the article.
    pub fn label(&self, entry: &Entry) -> &str {
        self.catalogue.label(entry)
    }

    /// What stands beside the label, such as an outlet or a speaker.
    pub fn detail(&self, entry: &Entry) -> &str {
        self.catalogue.detail(entry)
    }

    /// The hits under a title per kind.
    pub fn page(&self, words: &Words) -> Page {
        let mut page = Page::default();
        let total = words.count("out-found", self.hits.total);
        page.heading(1, if self.hits.nearly { words.get("out-nearly") } else { total });
        for kind in Kind::ALL {
            let mut first = true;
            for (hit, entry) in self.hits().filter(|(_, entry)| entry.kind == kind) {
                if std::mem::take(&mut first) {
                    page.heading(2, title(kind, words));
                }
                page.item(lit(self.label(entry), &hit.highlights), [self.beside(hit, entry, words)]);
            }
        }
        if self.hits.total > self.hits.shown.len() {
            page.paragraph(Line::new().faint(words.count("out-found-shown", self.hits.shown.len())));
        }
        page
    }

    /// Detail and outlet, and the other name by which it was found.
    fn beside(&self, hit: &Hit, entry: &Entry, words: &Words) -> Line {
        let detail = self.detail(entry);
        let outlet = self.catalogue.outlet(entry);
        let mut line = Line::new().faint(detail);
        if !outlet.is_empty() && outlet != detail {
            line.push(Tone::Faint, if detail.is_empty() { "" } else { " · " });
            line.push(Tone::Faint, outlet);
        }
        if let Some((part, highlights)) = &hit.also {
            let text = self.catalogue.part(entry, *part);
            if text != detail && text != outlet {
                line.push(Tone::Faint, if line.is_empty() { "" } else { " · " });
                line.pieces.extend(lit(text, highlights).pieces);
            }
        }
        if entry.is_aside() {
            line.push(Tone::Faint, " · ");
            line.push(Tone::Faint, words.get("finder-set-aside"));
        }
        line
    }
}

fn title(kind: Kind, words: &Words) -> String {
    words.get(match kind {
        Kind::Article => "out-kind-article",
        Kind::Actor => "out-kind-actor",
        Kind::Claim => "out-kind-claim",
        Kind::Figure => "out-kind-figure",
        Kind::Text => "out-kind-text",
        Kind::Command => "out-kind-command",
    })
}

/// `text` with what was found lit up.
fn lit(text: &str, highlights: &[Span]) -> Line {
    let mut line = Line::new();
    let mut written = 0;
    for span in highlights {
        line.push(Tone::Plain, Span::new(written, span.start).of(text));
        line.push(Tone::Found, span.of(text));
        written = span.end;
    }
    line.push(Tone::Plain, Span::new(written, text.len()).of(text));
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::output::plain;

    fn dossier() -> Dossier {
        Dossier::of_texts("quai", [("echo.txt", "Le port bloqué\n\nLa grève s’étend à Sète depuis lundi.")])
            .analyse(&|_| {})
    }

    #[test]
    fn accents_need_not_be_typed() {
        let found = Findings::look(&dossier(), "greve sete", 10);
        assert_eq!(found.total(), 1);
        let mut out = Vec::new();
        let style = plain::Style { columns: 60, colour: true };
        plain::write(&found.page(&Words::new(Locale::French)), style, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("\x1b[7mgrève\x1b[0m"), "{text}");
    }

    #[test]
    fn what_is_nowhere_is_not_found() {
        assert_eq!(Findings::look(&dossier(), "xylophone", 10).hits().count(), 0);
    }

    #[test]
    fn the_limit_bounds_what_is_shown_and_not_what_is_counted() {
        let found = Findings::look(&dossier(), "port | sete", 1);
        assert_eq!(found.hits().count(), 1);
        assert!(found.total() > 1);
    }
}
