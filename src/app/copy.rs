//! What is copied, and the line that says where it is from.

use super::App;
use super::action::Action;
use crate::article::Article;
use crate::text::visible::neutralise;

/// The line under everything copied: outlet, title, date, address.
pub fn source_line(article: &Article) -> String {
    let mut parts = vec![article.label().to_owned()];
    if let Some(title) = &article.title {
        parts.push(title.clone());
    }
    if let Some(date) = article.published {
        parts.push(date.to_string());
    }
    if let Some(address) = &article.address {
        parts.push(address.clone());
    }
    format!("— {}", parts.join(", "))
}

impl App {
    /// What `action` copies at the cursor; none where there is nothing of the kind.
    pub fn copied(&self, action: Action) -> Option<String> {
        let article = self.article()?;
        let page = &self.dossier.articles[article];
        let source = source_line(page);
        let text = match action {
            Action::CopyPassage => format!("{}\n{source}", self.reader.passage()?.of(&page.text)),
            Action::CopyTitle => source.trim_start_matches("— ").to_owned(),
            Action::CopyAddress => page.address.clone()?,
            Action::CopyArticle => format!("{}\n{source}", page.text.trim()),
            Action::CopyClaim => {
                let claim = &self.dossier.claims[self.claim_at_cursor()?];
                let speaker = claim.speaker_text.map(|span| format!("{}\u{a0}: ", span.of(&page.text)));
                format!("{}{}\n{source}", speaker.unwrap_or_default(), claim.span.of(&page.text))
            }
            _ => return None,
        };
        let lines: Vec<_> = text.lines().map(neutralise).collect();
        Some(lines.join("\n"))
    }

    /// What the comparison copies: the row under the cursor, every outlet with its source.
    pub fn copied_comparison(&self) -> Option<String> {
        let compare = self.compare.as_ref()?;
        let row = compare.rows.get(compare.row)?;
        let mut out = Vec::new();
        let mut add = |article: usize, span: crate::article::Span, sign: char| {
            let page = &self.dossier.articles[article];
            out.push(format!(
                "{sign} {}\n{}",
                neutralise(span.of(&page.text)),
                neutralise(&source_line(page))
            ));
        };
        add(compare.base, row.passage, '▶');
        for (at, cell) in row.cells.iter().enumerate() {
            if let Some(found) = cell {
                add(compare.others[at], found.span, found.relation.sign());
            }
        }
        Some(out.join("\n\n"))
    }

    /// The claim under the cursor: the one selected in the side panel when that has the keys, else the
    /// one of the passage that the cursor is on, if it holds any.
    pub fn claim_at_cursor(&self) -> Option<usize> {
        let article = self.article()?;
        let claim = *self.dossier.index.claims.get(article)?.get(self.side.claim())?;
        let chosen = self.focus == super::Pane::Side && self.side.tab == super::side::Tab::Claims;
        let passage = self.reader.passage()?;
        (chosen || self.dossier.claims[claim].span.overlaps(passage)).then_some(claim)
    }
}
