//! The text of an article, with its actors, claims and figures, and the margins that tell where the
//! cursor is and how many outlets share a passage.

use ratatui::Frame;
use ratatui::style::{Modifier, Style};

use super::pen::{self, Mark, Words};
use super::theme::{Role, Theme};
use crate::actors::{ActorKind, MentionForm};
use crate::align::Relation;
use crate::app::layout::{Area, MARGIN_LEFT, MARGIN_RIGHT};
use crate::app::{App, Pane};
use crate::article::{BlockKind, Span};

/// Draws the text pane.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area, focused: bool) {
    let mut title = Words::new();
    let mut remark = Words::new();
    let article = app.article().map(|at| &app.dossier.articles[at]);
    if let Some(article) = article {
        if app.session.starred.contains(&article.id) {
            title.add("★ ", theme.style(Role::Figure));
        }
        let room = usize::from(area.width).saturating_sub(24);
        title.add_within(article.label(), theme.style(Role::Title), room);
        if let Some(date) = article.published {
            title.add(" · ", theme.style(Role::Dim));
            title.add(&super::status::short_date(app, date), theme.style(Role::Dim));
        }
        title.add(" ", theme.style(Role::Border));
        remark.add(&format!(" {} % ", app.reader.percent()), theme.style(Role::Dim));
    }
    let inner = pen::pane(frame, area, theme, focused, title, remark);
    match app.article() {
        Some(at) => draw_article(frame, app, theme, area, inner, at),
        None => draw_unread(frame, app, theme, inner),
    }
}

/// What to say where no article is shown: why the file could not be read.
fn draw_unread(frame: &mut Frame, app: &App, theme: &Theme, inner: Area) {
    let Some(at) = app.list.cursor.checked_sub(app.dossier.articles.len()) else { return };
    let Some(unread) = app.dossier.unread.get(at) else { return };
    let text = format!("{} — {}", unread.source, app.words.unread(&unread.reason));
    let columns = usize::from(inner.width.saturating_sub(4));
    for (row, line) in (1..).zip(crate::text::wrap::wrap(&text, Span::new(0, text.len()), columns)) {
        let mut words = Words::new();
        words.add("  ", Style::default()).add(line.of(&text), theme.style(Role::Error));
        words.draw(frame, inner, row);
    }
}

fn draw_article(frame: &mut Frame, app: &App, theme: &Theme, area: Area, inner: Area, at: usize) {
    let (left, columns) = app.measure(area);
    let article = &app.dossier.articles[at];
    let passage = app.reader.passage().unwrap_or_default();
    let rows = app.reader.page.rows.iter().skip(app.reader.top).take(usize::from(inner.height));
    for (number, row) in (0u16..).zip(rows) {
        let Some(block) = row.block else { continue };
        let kind = article.blocks.get(block).map_or(BlockKind::Paragraph, |block| block.kind);
        let base = theme.style(match kind {
            BlockKind::Headline => Role::Headline,
            BlockKind::Heading => Role::Heading,
            kind if kind.is_noise() => Role::Noise,
            _ => Role::Text,
        });
        let marks =
            if kind.is_noise() { matches(app, theme, row.span) } else { marks(app, theme, at, row.span) };
        let mut words = Words::new();
        words.add_marked(&article.text, row.span, base, &marks);
        let line = Area { x: left, width: columns, ..inner };
        words.draw(frame, line, number);
        draw_left(
            frame,
            app,
            theme,
            Area { x: left - MARGIN_LEFT, width: MARGIN_LEFT, ..inner },
            number,
            at,
            row.span,
            passage,
        );
        if !kind.is_noise() {
            let x = left + columns;
            let margin =
                Area { x, width: (inner.x + inner.width).saturating_sub(x).min(MARGIN_RIGHT), ..inner };
            draw_right(frame, app, theme, margin, number, at, row.span);
        }
    }
}

/// Claim numbers, and the bar beside the passage under the cursor.
#[expect(clippy::too_many_arguments, reason = "a row of the screen is where all of these meet")]
fn draw_left(
    frame: &mut Frame,
    app: &App,
    theme: &Theme,
    area: Area,
    number: u16,
    at: usize,
    row: Span,
    passage: Span,
) {
    let mut words = Words::new();
    let begins = app.dossier.index.claim_begun_in(&app.dossier, at, row);
    let label = begins.map_or_else(String::new, |nth| format!("C{}", nth + 1));
    words.add(&format!("{label:<3}"), theme.style(Role::Dim));
    let claimed = || app.dossier.index.claims_in(&app.dossier, at, row).next().is_some();
    if row.overlaps(passage) {
        let sign = if app.focus == Pane::Text { "▌" } else { "▍" };
        words.add(sign, theme.style(Role::Cursor));
    } else if claimed() {
        words.add("▎", theme.style(Role::Border));
    }
    words.draw(frame, area, number);
}

/// The strip beside the text: nothing for a passage that nobody else has, then up to a quarter of the
/// other articles, up to half, up to three quarters, more. It differs in width, so colour is not needed.
const DENSITY: [&str; 5] = [" ", "▏", "▎", "▌", "▊"];

/// The strip for a passage that so many of `others` articles have.
fn density(sharing: usize, others: usize) -> &'static str {
    DENSITY[(sharing * 4).div_ceil(others.max(1)).min(4)]
}

/// How many other outlets share the passage of this row, as a strip; and where passages begin on it, in
/// how many of them the widest one is, and how far they agree.
fn draw_right(frame: &mut Frame, app: &App, theme: &Theme, area: Area, number: u16, at: usize, row: Span) {
    let text = &app.dossier.texts[at];
    let first = text.sentences.partition_point(|sentence| sentence.span.start < row.start);
    let beginning = text.sentences.iter().enumerate().skip(first).take_while(|(_, s)| s.span.start < row.end);
    let widest = beginning
        .map(|(sentence, _)| (app.dossier.index.sharing(&app.dossier, at, sentence), sentence))
        .filter(|(sharing, _)| *sharing > 0)
        .max_by_key(|(sharing, _)| *sharing);
    let mut words = Words::new();
    // The strip goes by the passage that takes most of the row.
    let on_row = text.sentences.iter().enumerate().skip(first.saturating_sub(1));
    let on_row = on_row.take_while(|(_, sentence)| sentence.span.start < row.end);
    let longest =
        on_row.max_by_key(|(_, sentence)| sentence.span.shared(row)).filter(|_| app.dossier.analysed);
    let others = app.dossier.articles.len().saturating_sub(1);
    let sharing = longest.map_or(0, |(sentence, _)| app.dossier.index.sharing(&app.dossier, at, sentence));
    words.add(" ", Style::default()).add(density(sharing, others), theme.style(Role::Border));
    if let Some((sharing, sentence)) = widest {
        let sign = sign_of(app, at, sentence);
        words.add(&format!("{}{sharing}", sign.sign()), theme.style(role_of(sign)));
    }
    words.draw(frame, area, number);
}

/// The most telling relation of a sentence: a contradiction before agreement, agreement before an
/// overlap.
pub fn sign_of(app: &App, article: usize, sentence: usize) -> Relation {
    let relations = app.dossier.index.alignments_of(article, sentence).iter().map(|&at| {
        let pair = &app.dossier.alignments[at];
        pair.relation
    });
    relations
        .max_by_key(|relation| match relation {
            Relation::Conflict => 2,
            Relation::SameQuote | Relation::SameFact => 1,
            Relation::Partial => 0,
        })
        .unwrap_or(Relation::Partial)
}

/// The role of a relation's sign.
pub fn role_of(relation: Relation) -> Role {
    match relation {
        Relation::SameQuote | Relation::SameFact => Role::Same,
        Relation::Partial => Role::Reworded,
        Relation::Conflict => Role::Differs,
    }
}

/// The role of an actor's name.
pub fn role_of_actor(kind: ActorKind) -> Role {
    match kind {
        ActorKind::Person => Role::Person,
        ActorKind::Organisation => Role::Organisation,
        ActorKind::Place => Role::Place,
        ActorKind::Event | ActorKind::Other => Role::Name,
    }
}

/// What is found in a part of an article's body, as marks: claims, then figures and actors over
/// them, then matches of the search over all.
///
/// Quoted words stand out everywhere. Of reported speech only the claim under the cursor does, with
/// its source: an article is mostly claims, and what is marked everywhere is marked nowhere.
pub fn marks(app: &App, theme: &Theme, at: usize, part: Span) -> Vec<Mark> {
    let dossier = &app.dossier;
    let chosen = app.claim_at_cursor().filter(|_| app.article() == Some(at));
    let content = theme.style(Role::Content);
    let mut marks = Vec::new();
    for claim in dossier.index.claims_told_in(dossier, at, part) {
        let under_cursor = chosen == Some(claim);
        let claim = &dossier.claims[claim];
        if under_cursor {
            marks.push((claim.span, content));
            if let Some(source) = claim.speaker_text {
                marks.push((source, theme.style(Role::Source)));
            }
        } else {
            let quotes = &dossier.texts[at].quotes;
            let before = quotes.partition_point(|quote| quote.span.start < claim.span.end);
            let outer = quotes[..before].iter().rev().filter(|quote| quote.depth == 0);
            let inside = outer.take_while(|quote| quote.span.end > claim.span.start);
            marks.extend(inside.map(|quote| (quote.span, content)));
        }
        if let Some(cue) = &claim.cue {
            marks.push((cue.span, theme.style(Role::Cue)));
        }
    }
    for &figure in dossier.index.figures_in(dossier, at, part) {
        marks.push((dossier.figures[figure].span, theme.style(Role::Figure)));
    }
    for named in dossier.index.mentions_in(at, part) {
        let role = theme.style(role_of_actor(dossier.actors[named.actor].kind));
        // A description shows its actor's colour without the weight of a name.
        let style = match named.form {
            MentionForm::Name => role,
            MentionForm::Description | MentionForm::Pronoun => role.remove_modifier(Modifier::BOLD),
        };
        marks.push((named.span, style));
    }
    if let Some((_, span)) = app.walked().filter(|(article, _)| *article == at) {
        marks.push((span, theme.style(Role::Match)));
    }
    marks.extend(matches(app, theme, part));
    marks
}

fn matches(app: &App, theme: &Theme, part: Span) -> Vec<Mark> {
    if app.in_pane.pane == Pane::List {
        return Vec::new();
    }
    let style = theme.style(Role::Match);
    app.in_pane.matches.within(part).iter().map(|span| (*span, style)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strip_is_wider_where_more_outlets_have_a_passage() {
        let shades: Vec<&str> = (0..=8).map(|sharing| density(sharing, 8)).collect();
        assert_eq!(shades, [" ", "▏", "▏", "▎", "▎", "▌", "▌", "▊", "▊"]);
        assert_eq!(density(1, 1), "▊");
        assert_eq!(density(0, 0), " ");
    }
}
