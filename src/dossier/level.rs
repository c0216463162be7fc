//! Articles laid level: rows in which passages that tell the same stand beside each other.
//!
//! There are two ways to do it. By passages, each passage of one article stands beside the best match
//! in every other one. Whole, nothing of any article is left out: every passage of the others stands
//! beside the passage of the first that it matches best, and what matches none follows its predecessor
//! in a row of its own.

use super::Dossier;
use super::cut::Cut;
use crate::align::{Alignment, Passage, Relation};
use crate::article::Span;
use crate::dossier::index::other_side;

/// A passage in its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Which of the articles it is of: 0 for the first.
    pub column: usize,
    /// Where it stands, in bytes of that article.
    pub span: Span,
    /// The pair that brought it here, as a number for [`super::cut::pair`]; none for the passage that
    /// the row began with.
    pub pair: Option<usize>,
    /// How that pair's passages stand to each other.
    pub relation: Option<Relation>,
    /// Whether it stands in its own place elsewhere and is shown here again.
    pub again: bool,
    /// Whether its article tells it earlier or later than the first one does.
    pub moved: bool,
}

impl Told {
    fn first(column: usize, span: Span) -> Self {
        Self { column, span, pair: None, relation: None, again: false, moved: false }
    }

    fn matched(column: usize, span: Span, (at, pair): (usize, &Alignment)) -> Self {
        Self { pair: Some(at), relation: Some(pair.relation), ..Self::first(column, span) }
    }
}

/// Passages of several articles that stand beside each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Level {
    /// The passages by column, in each column in their order in the article.
    pub told: Vec<Told>,
}

impl Level {
    /// The passages of a column.
    pub fn of(&self, column: usize) -> &[Told] {
        let from = self.told.partition_point(|told| told.column < column);
        let to = self.told.partition_point(|told| told.column <= column);
        self.told.get(from..to).unwrap_or_default()
    }

    /// The passage that the others of the row are held against.
    pub fn lead(&self) -> Option<&Told> {
        self.told.iter().find(|told| told.pair.is_none())
    }

    /// Whether one article alone has it.
    pub fn alone(&self) -> bool {
        self.told.windows(2).all(|pair| pair[0].column == pair[1].column)
    }

    /// Whether the first article does not have it.
    pub fn missing(&self) -> bool {
        self.of(0).is_empty()
    }

    /// Whether there is something to look at: one article alone has it, or one tells it otherwise. A row
    /// that every article which has it tells alike is none.
    pub fn differs(&self) -> bool {
        let alike = |told: &Told| {
            told.relation.is_none_or(|relation| matches!(relation, Relation::SameQuote | Relation::SameFact))
        };
        self.alone() || !self.told.iter().all(alike)
    }

    /// Whether two articles contradict each other.
    pub fn conflicts(&self) -> bool {
        self.told.iter().any(|told| told.relation == Some(Relation::Conflict))
    }

    fn put(&mut self, told: Told) {
        let at = self.told.partition_point(|other| (other.column, other.span) < (told.column, told.span));
        self.told.insert(at, told);
    }
}

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// All of them.
    #[default]
    Everything,
    /// Those that one article alone has, or that one tells otherwise.
    Differences,
    /// Those in which two articles contradict each other.
    Conflicts,
    /// Those that the first article alone has.
    OnlyHere,
    /// Those that the first article does not have.
    Missing,
}

impl Filter {
    /// Whether a row is shown.
    pub fn lets_through(self, level: &Level) -> bool {
        match self {
            Self::Everything => true,
            Self::Differences => level.differs(),
            Self::Conflicts => level.conflicts(),
            Self::OnlyHere => level.alone() && !level.missing(),
            Self::Missing => level.missing(),
        }
    }
}

/// Every passage of `base` beside its best match in each of `others`; a contradiction stands before a
/// stronger match. Columns are counted with `base` as 0 and `others` from 1 in the order given.
pub fn by_passages(dossier: &Dossier, cut: Cut, base: usize, others: &[usize]) -> Vec<Level> {
    let mut columns = vec![None; dossier.articles.len()];
    for (at, &other) in others.iter().enumerate() {
        if let Some(column) = columns.get_mut(other) {
            *column = Some(at + 1);
        }
    }
    let sentences = dossier.texts.get(base).map_or(&[][..], |text| text.sentences.as_slice());
    sentences
        .iter()
        .enumerate()
        .map(|(sentence, at)| {
            let mut best: Vec<Told> = Vec::new();
            for (number, pair) in cut.pairs(dossier, base, sentence) {
                let other = other_side(pair, base);
                let Some(column) = columns.get(other.article).copied().flatten() else { continue };
                let told = Told::matched(column, other.span, (number, pair));
                let conflict = pair.relation == Relation::Conflict;
                match best.iter_mut().find(|found| found.column == column) {
                    None => best.push(told),
                    Some(found) if conflict && found.relation != Some(Relation::Conflict) => *found = told,
                    Some(_) => {}
                }
            }
            best.push(Told::first(0, at.span));
            best.sort_by_key(|told| told.column);
            Level { told: best }
        })
        .collect()
}

/// All of `articles`, level with the first of them.
pub fn whole(dossier: &Dossier, cut: Cut, articles: &[usize]) -> Vec<Level> {
    let Some(&base) = articles.first() else { return Vec::new() };
    let Some(text) = dossier.texts.get(base) else { return Vec::new() };
    let mut rows = Rows::default();
    for sentence in &text.sentences {
        rows.append(Level { told: vec![Told::first(0, sentence.span)] });
    }
    for (at, &article) in articles.iter().enumerate().skip(1) {
        rows.take_in(dossier, cut, &articles[..at], article);
    }
    rows.finish(articles.len())
}

/// Rows that others can be put between, whatever their number.
#[derive(Default)]
struct Rows {
    rows: Vec<Level>,
    /// The row that follows each one.
    next: Vec<Option<usize>>,
    first: Option<usize>,
    last: Option<usize>,
    /// The row that each sentence of each article taken in so far stands in.
    places: Vec<Vec<Option<usize>>>,
}

impl Rows {
    fn append(&mut self, row: Level) {
        let at = self.insert_after(self.last, row);
        if self.places.is_empty() {
            self.places.push(Vec::new());
        }
        self.places[0].push(Some(at));
    }

    /// Puts a row behind another one, or before all where there is none.
    fn insert_after(&mut self, before: Option<usize>, row: Level) -> usize {
        let at = self.rows.len();
        self.rows.push(row);
        let next = match before {
            Some(before) => self.next[before].replace(at),
            None => self.first.replace(at),
        };
        self.next.push(next);
        if self.last == before {
            self.last = Some(at);
        }
        at
    }

    /// Takes one more article in: `taken` are those that stand there already.
    fn take_in(&mut self, dossier: &Dossier, cut: Cut, taken: &[usize], article: usize) {
        let Some(text) = dossier.texts.get(article) else { return };
        let column = taken.len();
        let mut places = vec![None; text.sentences.len()];
        // What comes before the first passage with a match stands before the row of that match.
        let mut before: Option<usize> = None;
        let mut leading = Vec::new();
        for (sentence, at) in text.sentences.iter().enumerate() {
            if let Some((row, found)) = self.best_row(dossier, cut, taken, article, sentence) {
                self.rows[row].put(Told::matched(column, at.span, found));
                places[sentence] = Some(row);
                before = Some(row);
                continue;
            }
            let row = Level { told: vec![Told::first(column, at.span)] };
            match before {
                Some(_) => {
                    let row = self.insert_after(before, row);
                    places[sentence] = Some(row);
                    before = Some(row);
                }
                None => leading.push((sentence, row)),
            }
        }
        let mut before = None;
        for (sentence, row) in leading {
            let row = self.insert_after(before, row);
            places[sentence] = Some(row);
            before = Some(row);
        }
        self.places.push(places);
        self.repeat(dossier, cut, taken[0], article, column);
    }

    /// The row of the passage that a sentence matches best: one of the first article before all others.
    fn best_row<'a>(
        &self,
        dossier: &'a Dossier,
        cut: Cut,
        taken: &[usize],
        article: usize,
        sentence: usize,
    ) -> Option<(usize, (usize, &'a Alignment))> {
        let found = cut.pairs(dossier, article, sentence).filter_map(|(number, pair)| {
            let other = other_side(pair, article);
            let column = taken.iter().position(|&article| article == other.article)?;
            let opposite = dossier.texts[other.article].sentence_at(other.span.start)?;
            let row = self.places.get(column)?.get(opposite).copied().flatten()?;
            Some((column > 0, row, (number, pair)))
        });
        // Strongest first, so the first of the least is the best.
        found.min_by_key(|(later, ..)| *later).map(|(_, row, pair)| (row, pair))
    }

    /// Shows a passage again beside those of the first article that have a match, but not their own.
    fn repeat(&mut self, dossier: &Dossier, cut: Cut, base: usize, article: usize, column: usize) {
        for (sentence, row) in self.places[0].clone().into_iter().enumerate() {
            let Some(row) = row.filter(|&row| self.rows[row].of(column).is_empty()) else { continue };
            let best = cut
                .pairs(dossier, base, sentence)
                .map(|found| (found, other_side(found.1, base)))
                .find(|(_, other)| other.article == article);
            if let Some((found, other)) = best {
                let span = whole_sentence(dossier, other);
                self.rows[row].put(Told { again: true, ..Told::matched(column, span, found) });
            }
        }
    }

    fn finish(mut self, columns: usize) -> Vec<Level> {
        let mut ordered = Vec::with_capacity(self.rows.len());
        let mut at = self.first;
        while let Some(row) = at {
            ordered.push(std::mem::take(&mut self.rows[row]));
            at = self.next[row];
        }
        for column in 1..columns {
            mark_moved(&mut ordered, column);
        }
        ordered
    }
}

fn whole_sentence(dossier: &Dossier, passage: Passage) -> Span {
    let text = &dossier.texts[passage.article];
    text.sentence_at(passage.span.start).map_or(passage.span, |at| text.sentences[at].span)
}

/// Marks the fewest passages of a column without which its others stand in their article's order: all
/// but a longest increasing subsequence (patience sorting, after Schensted).
fn mark_moved(rows: &mut [Level], column: usize) {
    let mut starts = Vec::new();
    for (row, level) in rows.iter().enumerate() {
        for (at, told) in level.told.iter().enumerate() {
            // What stands in a row of its own stands behind its predecessor, wherever that went.
            if told.column == column && told.pair.is_some() && !told.again {
                starts.push((told.span.start, row, at));
            }
        }
    }
    // The least last element of an increasing run of each length, and what each element follows.
    let mut ends: Vec<usize> = Vec::new();
    let mut follows: Vec<Option<usize>> = Vec::with_capacity(starts.len());
    for (at, &(start, ..)) in starts.iter().enumerate() {
        let length = ends.partition_point(|&end| starts[end].0 < start);
        follows.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut in_order = vec![false; starts.len()];
    let mut at = ends.last().copied();
    while let Some(found) = at {
        in_order[found] = true;
        at = follows[found];
    }
    for (&(_, row, at), in_order) in starts.iter().zip(in_order) {
        rows[row].told[at].moved = !in_order;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An account and another one that tells the same three things in another order and two more.
    fn dossier() -> Dossier {
        Dossier::of_texts(
            "digue",
            [
                (
                    "a.txt",
                    "La digue de Kerlann a cédé mardi soir sur quarante mètres.\n\n\
                     « Nous avons sauvé toutes les bêtes », a déclaré l’éleveur Karim Haddad.\n\n\
                     Le maire, Anne Roussel, demande un milliard d’euros pour reconstruire le port.\n\n\
                     Les écoles du bourg resteront fermées.\n",
                ),
                (
                    "b.txt",
                    "Des badauds filment la mer depuis le phare.\n\n\
                     « Nous avons sauvé toutes les bêtes », a répété l’éleveur Karim Haddad.\n\n\
                     Un cheval manque pourtant à l’appel, selon sa fille.\n\n\
                     La digue de Kerlann a cédé mardi soir sur quarante mètres.\n",
                ),
            ],
        )
        .analyse(&|_| {})
    }

    fn texts(dossier: &Dossier, rows: &[Level], column: usize) -> Vec<String> {
        let article = &dossier.articles[column].text;
        rows.iter()
            .flat_map(|row| row.of(column))
            .map(|told| told.span.of(article).split(' ').take(3).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn whole_articles_leave_nothing_out() {
        let dossier = dossier();
        let rows = whole(&dossier, Cut::USUAL, &[0, 1]);
        for column in [0, 1] {
            let shown = rows.iter().flat_map(|row| row.of(column)).filter(|told| !told.again).count();
            assert_eq!(shown, dossier.texts[column].sentences.len());
        }
    }

    #[test]
    fn matched_passages_stand_in_one_row_and_the_rest_alone() {
        let dossier = dossier();
        let rows = whole(&dossier, Cut::USUAL, &[0, 1]);
        let shared: Vec<bool> = rows.iter().map(|row| !row.alone()).collect();
        assert_eq!(shared.iter().filter(|shared| **shared).count(), 2, "{rows:?}");
        assert_eq!(rows.len(), 6);
    }

    #[test]
    fn what_matches_nothing_follows_its_predecessor() {
        let dossier = dossier();
        let order = texts(&dossier, &whole(&dossier, Cut::USUAL, &[0, 1]), 1);
        let at = |start: &str| order.iter().position(|text| text.starts_with(start)).unwrap();
        assert_eq!(at("Un cheval"), at("« Nous") + 1);
        assert_eq!(at("Des badauds"), 0);
    }

    #[test]
    fn what_is_told_earlier_or_later_is_marked() {
        let dossier = dossier();
        let rows = whole(&dossier, Cut::USUAL, &[0, 1]);
        let moved: Vec<Span> =
            rows.iter().flat_map(|row| &row.told).filter(|told| told.moved).map(|t| t.span).collect();
        assert_eq!(moved.len(), 1);
        assert!(moved[0].of(&dossier.articles[1].text).starts_with("La digue"));
    }

    #[test]
    fn by_passages_every_row_is_one_of_the_first_article() {
        let dossier = dossier();
        let rows = by_passages(&dossier, Cut::USUAL, 1, &[0]);
        assert_eq!(rows.len(), dossier.texts[1].sentences.len());
        assert_eq!(rows.iter().filter(|row| !row.alone()).count(), 2);
    }

    #[test]
    fn a_page_that_repeats_one_sentence_is_laid_in_one_go() {
        let page = "La digue a cédé mardi soir à Kerlann.\n\n".repeat(1_000);
        let dossier = Dossier::of_texts("digue", [("a.txt", page.as_str()), ("b.txt", "Rien à voir ici.\n")]);
        let dossier = dossier.analyse(&|_| {});
        assert!(whole(&dossier, Cut::USUAL, &[1, 0]).len() >= dossier.texts[0].sentences.len());
    }
}
