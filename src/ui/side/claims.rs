//! The tab of the claims: an entry, and what leads on from the one under the cursor.

use ratatui::Frame;
use ratatui::style::Style;

use super::super::pen::Words;
use super::super::reader::{role_of, role_of_actor};
use super::super::theme::{Role, Theme};
use super::lines::Lines;
use super::pointer;
use crate::align::Relation;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::Placed;
use crate::app::side::claims::{self, CONTENT_ROWS, Lead, Order};
use crate::article::Span;
use crate::claims::Claim;
use crate::dossier::echoes::{self, Echo, Standing};
use crate::dossier::voices;
use crate::output::claims::circumstances;
use crate::text::width::drawn_width;

/// Columns from which there is room for words beside the signs.
pub const ROOMY: usize = 34;

/// Columns from which there is room to say in words how many of the outlets contradict.
const ROOMY_FOR_PARTS: usize = 48;

/// Draws one entry, with the heading it stands under where it has one.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, placed: Placed) {
    let Some(&listed) = app.side.claims.entries().get(placed.entry) else { return };
    let claim = &app.dossier.claims[listed.claim];
    let article = &app.dossier.articles[claim.article];
    let order = app.side.claims.order;
    let width = usize::from(area.width);
    let mut row = row;
    if placed.heading > 0 {
        row += u16::try_from(placed.heading).unwrap_or(1);
        heading(frame, app, theme, area, row - 1, placed.entry);
    }
    let mut words = Words::new();
    pointer(&mut words, app, theme, placed.entry);
    let stands = standing(app, theme, claim, width);
    let limit = width.saturating_sub(stands.width() + 2);
    match order {
        Order::Text => {
            let nth = number_of(app, listed.claim);
            words.add(&format!("C{nth:<3}"), theme.style(Role::Key));
            let (speaker, style) = speaker(app, theme, claim);
            words.add_within(&speaker, style, limit);
        }
        Order::Speaker => {
            words.add("  ", theme.style(Role::Text));
            words.add_within(article.label(), theme.style(Role::Title), limit);
        }
    }
    words.to(width.saturating_sub(stands.width() + 1), theme.style(Role::Dim));
    words.append(stands);
    words.draw(frame, area, row);
    let indent = " ".repeat(claims::indent(order));
    let lines = claims::content(&app.dossier, claim, width, order);
    for (number, line) in (1usize..).zip(lines.iter().take(CONTENT_ROWS)) {
        let mut words = Words::new();
        words.add(&indent, theme.style(Role::Text));
        if number == CONTENT_ROWS && lines.len() > CONTENT_ROWS {
            let rest = Span::new(line.start, claim.span.end);
            words.add_within(rest.of(&article.text), theme.style(Role::Text), width.saturating_sub(1));
        } else {
            words.add(line.of(&article.text), theme.style(Role::Text));
        }
        words.draw(frame, area, row + u16::try_from(number).unwrap_or(1));
    }
    let mut told = Words::new();
    told.add(&indent, theme.style(Role::Dim));
    told.add_within(&circumstances(claim, &app.words), theme.style(Role::Dim), width.saturating_sub(1));
    told.draw(frame, area, row + u16::try_from(lines.len().clamp(1, CONTENT_ROWS) + 1).unwrap_or(2));
}

/// Who speaks, how much, and in how many outlets, over what is listed under it.
fn heading(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, entry: usize) {
    let listed = &app.side.claims;
    let Some(voice) = listed.entries().get(entry).and_then(|entry| listed.voices.get(entry.voice?)) else {
        return;
    };
    let Some(claim) = voice.claims.first().map(|&at| &app.dossier.claims[at]) else { return };
    let count = |key: &str, count: usize| app.messages.with(key, &[("count", count.into())]);
    let width = usize::from(area.width);
    let name = voices::name(&app.dossier, claim, &voice.source);
    let name = name.map_or_else(|| app.messages.get("no-source"), str::to_owned);
    let told = [count("voice-claims", voice.claims.len()), count("stand-outlets", voice.outlets)].join(" · ");
    // The name goes before the words for its numbers.
    let fits = drawn_width(&name) + drawn_width(&told) + 4 <= width;
    let told = if fits { told } else { format!("{} × {}", voice.claims.len(), voice.outlets) };
    let mut counts = Words::new();
    counts.add(&told, theme.style(Role::Dim));
    let mut words = Words::new();
    words.add(" ", theme.style(Role::Text));
    let limit = width.saturating_sub(counts.width() + 2);
    let role = match &voice.source {
        voices::Source::Actor(id) => {
            let actor = claim.speakers.iter().filter_map(|&at| app.dossier.actors.get(at));
            actor
                .into_iter()
                .find(|actor| actor.id == *id)
                .map_or(Role::Name, |actor| role_of_actor(actor.kind))
        }
        voices::Source::Written(_) => Role::Source,
        voices::Source::Unnamed => Role::Dim,
    };
    words.add_within(&name, theme.style(role), limit);
    words.to(width.saturating_sub(counts.width() + 1), theme.style(Role::Dim));
    words.append(counts);
    words.draw(frame, area, row);
}

/// The number of a claim in its article, from 1, as the text's margin has it.
fn number_of(app: &App, claim: usize) -> usize {
    let article = app.dossier.claims[claim].article;
    app.dossier.index.claims[article].binary_search(&claim).map_or(1, |at| at + 1)
}

/// Who says a claim, and the style for it.
fn speaker(app: &App, theme: &Theme, claim: &Claim) -> (String, Style) {
    let role = match claim.speakers.first().and_then(|&at| app.dossier.actors.get(at)) {
        Some(actor) => role_of_actor(actor.kind),
        None if claim.speaker_text.is_some() => Role::Source,
        None => return (app.messages.get("no-source"), theme.style(Role::Dim)),
    };
    (app.words.speaker(&app.dossier, claim), theme.style(role))
}

/// The sign and the words for how a claim stands in the other outlets; where that would leave no room
/// for anything else the number alone.
fn standing(app: &App, theme: &Theme, claim: &Claim, width: usize) -> Words {
    let roomy = width >= ROOMY;
    let mut words = Words::new();
    match claims::standing(&app.dossier, claim) {
        // A sign before all outlets would say that all of them contradict it.
        Standing::Shared(relation @ Relation::Conflict, count, differing) if differing < count => {
            let told = if width >= ROOMY_FOR_PARTS {
                let values = [("count", count.into()), ("differing", differing.into())];
                app.messages.with("stand-outlets-differing", &values)
            } else {
                format!("{} {differing}/{count}", relation.sign())
            };
            words.add(&told, theme.style(role_of(relation)));
        }
        Standing::Shared(relation, count, _) => {
            let style = theme.style(role_of(relation));
            let outlets = app.messages.with("stand-outlets", &[("count", count.into())]);
            let told = if roomy { format!(" {outlets}") } else { count.to_string() };
            words.add(&format!("{}{told}", relation.sign()), style);
        }
        Standing::Perhaps => {
            words.add("~?", theme.style(Role::Dim));
        }
        Standing::Alone => {
            let told = if roomy { format!(" {}", app.messages.get("stand-only")) } else { String::new() };
            words.add(&format!("+{told}"), theme.style(Role::Only));
        }
    }
    words
}

/// How many leads on either side of the pointer are written, each in a line at the least: more than fit
/// on a screen.
const NEAR: usize = 300;

/// More about the claim under the cursor: how it is attributed, the same one in other outlets, the
/// others by the same speaker.
pub fn detail(lines: &mut Lines, app: &App) {
    let Some(entry) = app.side.claims.entries().get(app.side.cursor()) else { return };
    let claim = &app.dossier.claims[entry.claim];
    let article = &app.dossier.articles[claim.article];
    if !lines.brief() {
        let place = format!("C{} · {}", number_of(app, entry.claim), article.label());
        lines.title(("", Role::Dim), &app.words.speaker(&app.dossier, claim), &place);
        lines.text(("", Role::Dim), claim.span.of(&article.text), Role::Content);
        lines.text(("", Role::Dim), &circumstances(claim, &app.words), Role::Dim);
    }
    let cue = claim.cue.as_ref().map(|cue| cue.span.of(&article.text)).filter(|cue| !cue.is_empty());
    let source = claim.speaker_text.map(|source| source.of(&article.text));
    let attributed: Vec<String> =
        [source.map(str::to_owned), cue.map(|cue| format!("« {cue} »"))].into_iter().flatten().collect();
    if !attributed.is_empty() {
        lines.text(("", Role::Dim), &attributed.join(" · "), Role::Dim);
    }
    let voice = entry.voice.and_then(|at| app.side.claims.voices.get(at));
    let leads = claims::leads(&app.dossier, entry.claim, voice);
    let echoed = leads.iter().filter(|lead| matches!(lead, Lead::Elsewhere(_))).count();
    lines.gap();
    match claims::standing(&app.dossier, claim) {
        Standing::Shared(..) => {
            lines.heading(&app.messages.get("detail-elsewhere"));
        }
        Standing::Perhaps => {
            lines.text(("~?", Role::Dim), &app.messages.get("stand-perhaps"), Role::Dim);
        }
        Standing::Alone => {
            lines.text(("+", Role::Only), &app.messages.get("only-here"), Role::Text);
        }
    }
    for (number, lead) in leads.iter().enumerate() {
        if number == echoed {
            let name = voice
                .and_then(|voice| voices::name(&app.dossier, claim, &voice.source))
                .map_or_else(|| app.words.speaker(&app.dossier, claim), str::to_owned);
            lines.gap();
            lines.heading(&app.messages.with("detail-also", &[("name", name.into())]));
        }
        // Somebody may say ten thousand things; what is far from the pointer is not in view.
        if number.abs_diff(app.side.lead.unwrap_or(0)) > NEAR {
            continue;
        }
        lines.belongs(Some(number));
        match lead {
            Lead::Elsewhere(found) => echo(lines, app, claim.article, found),
            Lead::Also(other) => {
                let said = &app.dossier.claims[*other];
                let page = &app.dossier.articles[said.article];
                let place = format!("C{} · {}", number_of(app, *other), page.label());
                let sign = match claims::standing(&app.dossier, said) {
                    Standing::Shared(relation, ..) => (relation.sign().to_string(), role_of(relation)),
                    Standing::Perhaps => ("~?".to_owned(), Role::Dim),
                    Standing::Alone => ("+".to_owned(), Role::Only),
                };
                lines.text((&sign.0, sign.1), &place, Role::Dim);
                lines.text(("", Role::Dim), said.span.of(&page.text), Role::Text);
            }
        }
        lines.belongs(None);
    }
}

/// The same in another outlet: sign, outlet, what differs, and its words with that marked.
pub fn echo(lines: &mut Lines, app: &App, from: usize, echo: &Echo) {
    let page = &app.dossier.articles[echo.passage.article];
    let pair = &app.dossier.alignments[echo.alignment];
    let differs = echoes::differing(pair, from).map(|(_, ours, theirs)| (ours, theirs));
    let remark = differs.map(|(ours, theirs)| format!("{ours} ≠ {theirs}")).unwrap_or_default();
    let role = role_of(echo.relation);
    lines.title((&echo.relation.sign().to_string(), role), page.label(), &remark);
    let span = if lines.brief() { from_nearby(&page.text, echo) } else { echo.passage.span };
    let marks: Vec<_> = echo.differing.into_iter().map(|span| (span, lines.style(Role::Changed))).collect();
    lines.marked(("", Role::Dim), &page.text, span, Role::Text, &marks);
}

/// The passage, from shortly before what differs where that stands far from its beginning.
fn from_nearby(text: &str, echo: &Echo) -> Span {
    /// Bytes of a passage that are sure to be shown.
    const SHOWN: usize = 60;
    let whole = echo.passage.span;
    let Some(differing) = echo.differing.filter(|place| place.end > whole.start + SHOWN) else {
        return whole;
    };
    let before = Span::new(whole.start, differing.start).of(text);
    let words = before.char_indices().rev().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let start = words.take_while(|at| before.len() - at <= SHOWN / 2).last().unwrap_or(0);
    Span::new(whole.start + start, whole.end).trimmed(text)
}
