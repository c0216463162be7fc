//! Who has what: facts, claims, actors and figures against outlets, absence included.

use super::page::{Line, Page, Part};
use super::words::Words;
use crate::dossier::Dossier;
use crate::dossier::coverage::{Says, cell_of};
use crate::dossier::matrix::{self, Entry, Filter, Pick, Section, Sort};

mod label;

pub use label::label;

/// Columns of the bar that shows how much of an article others have.
const BAR: usize = 24;

/// The name of a cell in JSON.
pub const fn name(says: Says) -> &'static str {
    match says {
        Says::Fully => "fully",
        Says::Partly => "partly",
        Says::Differs => "differs",
        Says::Absent => "absent",
    }
}

/// How many passages of an article others share, have in part, may have, and do not have, as so many
/// columns of each; a part that is there takes a column at least.
pub fn shares(dossier: &Dossier, article: usize, columns: usize) -> [usize; 4] {
    let counts = share_counts(dossier, article);
    let total: usize = counts.iter().sum();
    if total == 0 || columns < counts.iter().filter(|count| **count > 0).count() {
        return [0; 4];
    }
    let mut widths = counts.map(|count| (count * columns + total / 2) / total);
    for (width, count) in widths.iter_mut().zip(counts) {
        *width = (*width).max(usize::from(count > 0));
    }
    // Rounding may leave a column too many or too few: the longest part gives or takes it.
    let sum: usize = widths.iter().sum();
    if let Some(longest) = (0..4).max_by_key(|&at| widths[at]) {
        widths[longest] = (widths[longest] + columns).saturating_sub(sum);
    }
    widths
}

/// Passages of an article that others have wholly, in part, perhaps (below the strength in force), and not
/// at all. The first two together are those that the list of articles counts.
pub fn share_counts(dossier: &Dossier, article: usize) -> [usize; 4] {
    let sharing = dossier.index.shared_of(article);
    [sharing.shared, sharing.partly, sharing.faintly, sharing.alone()]
}

/// Those counts in words; the third one only where there are any.
pub fn shares_told([shared, partly, faintly, own]: [usize; 4], words: &Words) -> String {
    let key = if faintly > 0 { "out-shares-faintly" } else { "out-shares" };
    let [shared, partly, faintly, own] = [shared, partly, faintly, own].map(|count| count.to_string());
    words.with(key, &[("shared", &shared), ("partly", &partly), ("faintly", &faintly), ("own", &own)])
}

/// The characters of a bar: shared, in part, perhaps elsewhere, own. They differ in shape or weight, so
/// that colour is not needed.
pub const BARS: [&str; 4] = ["█", "▒", "┈", "░"];

/// The whole table.
pub fn page(dossier: &Dossier, sort: Sort, filter: Filter, words: &Words) -> Page {
    let mut page = Page::default();
    page.heading(1, words.get("out-coverage"));
    page.paragraph(Line::new().faint(words.get("out-coverage-legend")));
    let listed = matrix::entries(dossier, sort, filter);
    if let Some(told) = filtered(dossier, filter, words) {
        page.paragraph(Line::new().plain(told));
    }
    if let Some(Pick::Only(at)) = filter.pick {
        page.paragraph(Line::new().faint(left_out(dossier, at, words)));
    }
    if dossier.articles.len() < 2 {
        page.paragraph(Line::new().plain(words.get("coverage-one-article")));
    } else if filter == Filter::default() {
        if let Some(told) = strangers(dossier, words) {
            page.paragraph(Line::new().plain(told));
        }
        bars(dossier, words, &mut page);
    }
    sections(dossier, &listed, words, &mut page);
    page
}

/// Which articles may be about another event, in words; none where all share something.
pub fn strangers(dossier: &Dossier, words: &Words) -> Option<String> {
    let strangers: Vec<usize> = dossier.index.strangers().collect();
    let all = dossier.analysed && dossier.alignments.is_empty() && dossier.loose.is_empty();
    if all && dossier.articles.len() > 1 {
        return Some(words.get("out-nothing-shared"));
    }
    let labels: Vec<&str> = strangers.iter().map(|&at| dossier.articles[at].label()).collect();
    (!labels.is_empty()).then(|| words.with("out-strangers", &[("outlets", &labels.join(", "))]))
}

/// What a filter lets through, in words; none where it lets everything through.
pub fn filtered(dossier: &Dossier, filter: Filter, words: &Words) -> Option<String> {
    let outlet = |at: usize| dossier.articles.get(at).map_or("", |article| article.label());
    let mut parts = Vec::new();
    match filter.pick {
        Some(Pick::Only(at)) => parts.push(words.with("coverage-only", &[("outlet", outlet(at))])),
        Some(Pick::Missing(at)) => parts.push(words.with("coverage-missing", &[("outlet", outlet(at))])),
        None => {}
    }
    if filter.conflicts {
        parts.push(words.get("coverage-conflicts"));
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// What is not listed as an article's own: what others may have, however weak the match.
fn left_out(dossier: &Dossier, article: usize, words: &Words) -> String {
    let faintly = dossier.index.shared_of(article).faintly;
    let unmatched = words.with("coverage-unmatched", &[("strength", &words.decimal(dossier.cut.score()))]);
    if faintly == 0 {
        return unmatched;
    }
    format!("{unmatched} {}", words.count("coverage-left-out", faintly))
}

/// How much of each article others have.
fn bars(dossier: &Dossier, words: &Words, page: &mut Page) {
    page.heading(2, words.get("out-sharing"));
    page.paragraph(Line::new().faint(words.get("coverage-bars")));
    for (at, article) in dossier.articles.iter().enumerate() {
        let bar: String =
            shares(dossier, at, BAR).iter().zip(BARS).map(|(width, sign)| sign.repeat(*width)).collect();
        let counts = shares_told(share_counts(dossier, at), words);
        page.item(Line::new().plain(bar).plain("  ").strong(article.label()).plain("  ").faint(counts), []);
    }
}

/// Puts facts, claims, actors and figures against outlets on a page.
pub fn table(dossier: &Dossier, words: &Words, page: &mut Page) {
    let listed = matrix::entries(dossier, Sort::Breadth, Filter::default());
    sections(dossier, &listed, words, page);
}

fn sections(dossier: &Dossier, listed: &[Entry], words: &Words, page: &mut Page) {
    let outlets: Vec<String> = dossier.articles.iter().map(|article| article.label().to_owned()).collect();
    for section in Section::ALL {
        let rows: Vec<(Vec<char>, Line)> = listed
            .iter()
            .filter(|entry| entry.section() == section)
            .map(|&entry| {
                let cells = entry.cells(dossier);
                let sign =
                    |article: usize| cell_of(&cells, article).map_or(Says::Absent, |cell| cell.says).sign();
                let signs = (0..dossier.articles.len()).map(sign).collect();
                (signs, Line::new().plain(label(dossier, entry, words)))
            })
            .collect();
        if !rows.is_empty() {
            page.heading(2, words.count(&format!("out-coverage-{}", section.name()), rows.len()));
            page.parts.push(Part::Grid(outlets.clone(), rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Cut;

    #[test]
    fn a_bar_is_as_long_as_it_is_to_be_and_shows_every_part() {
        let dossier = crate::demo::load().analyse(&|_| {});
        for article in 0..dossier.articles.len() {
            for columns in [4, 10, 24, 60] {
                let widths = shares(&dossier, article, columns);
                assert_eq!(widths.iter().sum::<usize>(), columns);
                for (width, count) in widths.iter().zip(share_counts(&dossier, article)) {
                    assert_eq!(*width > 0, count > 0, "{columns}: {widths:?}");
                }
            }
        }
    }

    #[test]
    fn an_article_without_passages_has_no_bar() {
        let dossier = Dossier::of_texts("rien", [("a.txt", "")]).analyse(&|_| {});
        assert_eq!(shares(&dossier, 0, 20), [0; 4]);
    }

    #[test]
    fn the_bars_count_what_the_list_counts_at_every_strength() {
        let dossier = crate::demo::load().analyse(&|_| {});
        for cut in [Cut::LOOSEST, Cut::USUAL, Cut::STRICTEST] {
            let dossier = dossier.clone().recut(cut);
            for article in 0..dossier.articles.len() {
                let [shared, partly, faintly, _] = share_counts(&dossier, article);
                let matched = dossier.index.alignments[article].iter().filter(|found| !found.is_empty());
                assert_eq!(shared + partly, matched.count(), "{cut:?}");
                assert!(cut > Cut::LOOSEST || faintly == 0, "nothing is kept below the loosest");
            }
        }
    }

    #[test]
    fn what_others_may_have_is_counted_apart_and_only_where_there_is_any() {
        let words = Words::new(crate::i18n::Locale::English);
        assert_eq!(
            shares_told([1, 13, 8, 6], &words),
            "shared: 1 · in part: 13 · maybe elsewhere: 8 · only here: 6"
        );
        assert_eq!(shares_told([1, 13, 0, 6], &words), "shared: 1 · in part: 13 · only here: 6");
    }

    #[test]
    fn what_is_left_out_of_an_articles_own_is_told() {
        let words = Words::new(crate::i18n::Locale::English);
        let dossier = crate::demo::load().analyse(&|_| {});
        let faintly = |at: &usize| dossier.index.shared_of(*at).faintly;
        let at = (0..dossier.articles.len()).max_by_key(faintly).unwrap();
        let told = left_out(&dossier, at, &words);
        assert!(told.contains(&format!("{} passages", faintly(&at))), "{told}");
    }
}
