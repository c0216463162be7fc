//! What is copied, and the line that says where it is from.

use super::action::Action;
use super::compare::Compare;
use super::side::Tab;
use super::{App, Pane};
use crate::align::{Passage, Reason};
use crate::article::Article;
use crate::dossier::level::{Level, Told};
use crate::output::figures;
use crate::text::visible::{lines, neutralise};

/// Above this many silent outlets a copied comparison does not name them.
const MOST_SILENT: usize = 12;

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
    /// What `action` copies: of every article it is for where that is titles, addresses or whole
    /// articles, else what is at the cursor; none where there is nothing of the kind.
    pub fn copied(&self, action: Action) -> Option<String> {
        let parted = match action {
            Action::CopyTitle | Action::CopyAddress => "\n",
            Action::CopyArticle => "\n\n",
            Action::CopyPassage if self.focus == Pane::Side => return self.copied_entry(),
            _ => return self.copied_of(self.article()?, action),
        };
        let parts: Vec<String> =
            self.targets().into_iter().filter_map(|article| self.copied_of(article, action)).collect();
        Some(parts.join(parted)).filter(|text| !text.is_empty())
    }

    /// The entry under the cursor of the side panel, or what the pointer below it is on: a claim with its
    /// speaker, a figure with what each outlet gives, an actor's card, the passage of a cell; each with
    /// where it is from.
    fn copied_entry(&self) -> Option<String> {
        let dossier = &self.dossier;
        let passage = |passage: Passage| {
            let page = &dossier.articles[passage.article];
            lines(&format!("{}\n{}", passage.span.of(&page.text), source_line(page)))
        };
        if let Some(lead) = self.side.lead {
            return self.side.leads(dossier).get(lead).copied().map(passage);
        }
        match self.side.tab {
            Tab::Claims => self.copied_of(self.article()?, Action::CopyClaim),
            Tab::Figures => {
                let entry = self.side.figures.entries().get(self.side.cursor())?;
                let quantity = dossier.coverage.quantities.get(entry.quantity)?;
                let mut rows = vec![figures::title(dossier, &self.words, quantity)];
                let given = quantity.values(dossier).into_iter().flat_map(|value| value.figures);
                rows.extend(given.map(|figure| {
                    let figure = &dossier.figures[figure];
                    let page = &dossier.articles[figure.article];
                    format!("{} {}", figure.span.of(&page.text), source_line(page))
                }));
                Some(lines(&rows.join("\n")))
            }
            Tab::Actors => {
                let actor = self.chosen_actor()?.of(dossier)?;
                let rows = self.card(usize::MAX / 2).into_iter();
                let rows = rows.map(|row| format!("{} {}", row.text, row.more).trim_end().to_owned());
                let rows: Vec<String> = std::iter::once(actor.name.clone()).chain(rows).collect();
                Some(lines(&rows.join("\n")))
            }
            Tab::Coverage => {
                let entry = self.side.coverage.entries().get(self.side.cursor())?;
                let cell = self.side.coverage.cell.and_then(|article| {
                    Some(crate::dossier::coverage::cell_of(&entry.cells(dossier), article)?.passage)
                });
                cell.or_else(|| self.side.target(dossier, self.article()?)).map(passage)
            }
        }
    }

    fn copied_of(&self, article: usize, action: Action) -> Option<String> {
        let page = &self.dossier.articles[article];
        let source = source_line(page);
        let text = match action {
            Action::CopyPassage => format!("{}\n{source}", self.reader.passage()?.of(&page.text)),
            Action::CopyTitle => source.trim_start_matches("— ").to_owned(),
            Action::CopyAddress => page.address.clone()?,
            Action::CopyArticle => format!("{}\n{source}", page.text.trim()),
            Action::CopyClaim => {
                let claim = self.selected_claim().or_else(|| self.claim_at_cursor())?;
                let claim = &self.dossier.claims[claim];
                let page = &self.dossier.articles[claim.article];
                let source = source_line(page);
                // Copied words have lost the sentence that tells who `she` is.
                let speaker = self.words.speaker(&self.dossier, claim);
                format!("{speaker}{}{}\n{source}", self.words.colon(), claim.span.of(&page.text))
            }
            _ => return None,
        };
        Some(lines(&text))
    }

    /// What `action` copies in the comparison: the row under the cursor or all rows, every passage with
    /// its outlet's sign, and below them where each outlet's words are from.
    pub fn copied_comparison(&self, action: Action) -> Option<String> {
        let compare = self.compare.as_ref()?;
        let rows: Vec<&Level> = match action {
            Action::CopyPassage => vec![compare.current()?],
            Action::CopyArticle => (0..compare.rows.len()).filter_map(|row| compare.level(row)).collect(),
            Action::CopyTitle => Vec::new(),
            Action::CopyAddress => {
                let page = self.dossier.articles.get(compare.article_of(compare.column))?;
                return page.address.as_deref().map(|address| neutralise(address).into_owned());
            }
            _ => return None,
        };
        let mut out: Vec<String> = rows.iter().map(|level| self.copied_row(compare, level)).collect();
        let mut named: Vec<usize> = match action {
            Action::CopyTitle => {
                compare.visible(compare.row).iter().map(|&column| compare.article_of(column)).collect()
            }
            _ => rows
                .iter()
                .flat_map(|level| level.told.iter().map(|told| compare.article_in(told.column)))
                .collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        named.retain(|article| seen.insert(*article));
        let sources = named.into_iter().filter_map(|at| self.dossier.articles.get(at)).map(|page| {
            // A file's name is all there is to go by where the article has no address.
            let place = if page.address.is_some() { String::new() } else { format!(", {}", page.id) };
            neutralise(&format!("{}{place}", source_line(page))).into_owned()
        });
        out.push(sources.collect::<Vec<_>>().join("\n"));
        out.retain(|part| !part.is_empty());
        Some(out.join("\n\n")).filter(|text| !text.is_empty())
    }

    /// The passages of a row, a line each: the one that leads it, then how every other one stands to it,
    /// in words, and who has none.
    fn copied_row(&self, compare: &Compare, level: &Level) -> String {
        let mut told: Vec<&Told> = level.told.iter().collect();
        told.sort_by_key(|told| told.pair.is_some());
        let alone = level.alone();
        let mut lines: Vec<String> = told
            .into_iter()
            .map(|told| {
                let page = &self.dossier.articles[compare.article_in(told.column)];
                let differ = |reason: &Reason| matches!(reason, Reason::Differ(..) | Reason::Drift(..));
                let mut reasons = compare.reasons(&self.dossier, told);
                reasons.retain(differ);
                let how = match told.relation {
                    Some(relation) if reasons.is_empty() => {
                        format!("{} {} — ", relation.sign(), self.words.relation(relation))
                    }
                    Some(relation) => {
                        let (words, why) = (self.words.relation(relation), self.words.reasons(&reasons));
                        format!("{} {words} ({why}) — ", relation.sign())
                    }
                    None if alone => format!("+ {} — ", self.messages.get("sign-only")),
                    None => String::new(),
                };
                let text = told.span.of(&page.text).split_whitespace().collect::<Vec<_>>().join(" ");
                format!("{how}{}{}{text}", page.label(), self.words.colon())
            })
            .collect();
        let silent: Vec<&str> = std::iter::once(compare.base)
            .chain(compare.others.iter().copied())
            .filter(|&article| !level.told.iter().any(|told| compare.article_in(told.column) == article))
            .map(|article| self.dossier.articles[article].label())
            .collect();
        // Whole articles stand beside those on the screen alone.
        if !alone && !compare.whole && !silent.is_empty() && silent.len() <= MOST_SILENT {
            let outlets = silent.join(", ");
            lines.push(format!("— {}", self.messages.with("absent-from", &[("outlets", outlets.into())])));
        }
        let lines = lines.iter().map(|line| neutralise(line).into_owned());
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The claim under the cursor of the side panel, while that has the keys and lists claims.
    pub fn selected_claim(&self) -> Option<usize> {
        let listed = self.focus == Pane::Side && self.side.tab == Tab::Claims && self.side.lead.is_none();
        self.side.claims.chosen.filter(|claim| listed && *claim < self.dossier.claims.len())
    }

    /// The claim that the text lights up: the one selected in the side panel or, where the passage
    /// under the cursor holds claims, the one last walked to, else its first.
    pub fn claim_at_cursor(&self) -> Option<usize> {
        let article = self.article()?;
        let here =
            |claim: &usize| self.dossier.claims.get(*claim).is_some_and(|claim| claim.article == article);
        if let Some(claim) = self.selected_claim().filter(here) {
            return Some(claim);
        }
        let passage = self.reader.passage()?;
        let held = |claim: &usize| here(claim) && self.dossier.claims[*claim].span.overlaps(passage);
        let chosen = self.side.claims.chosen.filter(held);
        chosen.or_else(|| self.dossier.index.claims_in(&self.dossier, article, passage).next())
    }
}
