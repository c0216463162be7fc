//! More about the entry under the side panel's cursor.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::Tab;
use crate::article::Span;
use crate::dossier::coverage::Says;
use crate::dossier::index::other_side;
use crate::text::wrap;

/// Writes lines from the top of an area until it is full.
struct Sheet<'a, 'b> {
    frame: &'a mut Frame<'b>,
    theme: &'a Theme,
    area: Area,
    row: u16,
}

impl Sheet<'_, '_> {
    fn line(&mut self, words: Words) {
        words.draw(self.frame, self.area, self.row);
        self.row = self.row.saturating_add(1);
    }

    fn text(&mut self, sign: &str, sign_role: Role, text: &str, role: Role, most: usize) {
        let indent = 3;
        let columns = usize::from(self.area.width).saturating_sub(indent + 1).max(1);
        let span = Span::new(0, text.len());
        let lines = wrap::wrap(text, span, columns);
        for (number, line) in lines.iter().take(most).enumerate() {
            let mut words = Words::new();
            let lead = if number == 0 { sign } else { "" };
            words.add(&format!(" {lead:<2}"), self.theme.style(sign_role));
            if number + 1 == most && lines.len() > most {
                let rest = Span::new(line.start, text.len());
                words.add_within(rest.of(text), self.theme.style(role), indent + columns);
            } else {
                words.add(line.of(text), self.theme.style(role));
            }
            self.line(words);
        }
    }

    fn full(&self) -> bool {
        self.row >= self.area.height
    }
}

/// Draws it.
pub fn draw(frame: &mut Frame, app: &App, theme: &Theme, area: Area) {
    let mut sheet = Sheet { frame, theme, area, row: 0 };
    match app.side.tab {
        Tab::Actors => actor(&mut sheet, app),
        Tab::Claims => claim(&mut sheet, app),
        Tab::Figures => figure(&mut sheet, app),
        Tab::Coverage => fact(&mut sheet, app),
    }
}

/// The other names, the roles with the outlet that gives them, and how often who speaks.
fn actor(sheet: &mut Sheet, app: &App) {
    let Some(actor) = app.dossier.actors.get(app.side.cursor()) else { return };
    let kind = app.messages.get(&format!("kind-{}", actor.kind.name()));
    let said = app.dossier.claims.iter().filter(|claim| claim.speakers.contains(&app.side.cursor())).count();
    let facts = app.messages.with("actor-facts", &[("kind", kind.into()), ("claims", said.into())]);
    sheet.text("", Role::Dim, &facts, Role::Dim, 1);
    if !actor.aliases.is_empty() {
        let also = app.messages.with("actor-also", &[("names", actor.aliases.join(", ").into())]);
        sheet.text("", Role::Dim, &also, Role::Text, 2);
    }
    let mut told: Vec<(&str, Vec<&str>)> = Vec::new();
    for role in &actor.roles {
        let outlet = app.dossier.articles[role.article].label();
        match told.iter_mut().find(|(text, _)| text.eq_ignore_ascii_case(&role.text)) {
            Some((_, outlets)) if !outlets.contains(&outlet) => outlets.push(outlet),
            Some(_) => {}
            None => told.push((&role.text, vec![outlet])),
        }
    }
    for (role, outlets) in told {
        if sheet.full() {
            break;
        }
        sheet.text("·", Role::Dim, &format!("{role} — {}", outlets.join(", ")), Role::Text, 2);
    }
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for mention in &actor.mentions {
        match counts.last_mut() {
            Some((article, count)) if *article == mention.article => *count += 1,
            _ => counts.push((mention.article, 1)),
        }
    }
    let counts: Vec<String> =
        counts.iter().map(|(at, count)| format!("{} {count}", app.dossier.articles[*at].label())).collect();
    sheet.text("×", Role::Dim, &counts.join(" · "), Role::Dim, 2);
}

/// Where else the claim's passage stands, each with its sign and words.
fn claim(sheet: &mut Sheet, app: &App) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.claims[article].get(app.side.cursor()) else { return };
    let claim = &app.dossier.claims[at];
    let mut kind = app.messages.get(&format!("claim-{}", claim.kind.name()));
    if let Some(cue) = &claim.cue {
        kind = format!("{kind} · {}", cue.span.of(&app.dossier.articles[article].text));
    }
    if claim.hedged {
        kind = format!("{kind} · {}", app.messages.get("claim-hedged"));
    }
    if let Some(via) = &claim.via {
        kind = format!("{kind} · {}", app.messages.with("claim-via", &[("via", via.as_str().into())]));
    }
    sheet.text("", Role::Dim, &kind, Role::Dim, 1);
    elsewhere(sheet, app, article, claim.span);
}

fn figure(sheet: &mut Sheet, app: &App) {
    let Some(article) = app.article() else { return };
    let Some(&at) = app.dossier.index.figures[article].get(app.side.cursor()) else { return };
    elsewhere(sheet, app, article, app.dossier.figures[at].span);
}

/// The matches of the sentence that a span begins in.
fn elsewhere(sheet: &mut Sheet, app: &App, article: usize, span: Span) {
    let dossier = &app.dossier;
    let Some(sentence) = dossier.texts[article].sentence_at(span.start) else { return };
    let mut seen = Vec::new();
    for &at in dossier.index.alignments_of(article, sentence) {
        let pair = &dossier.alignments[at];
        let other = other_side(pair, article);
        if seen.contains(&other.article) || sheet.full() {
            continue;
        }
        seen.push(other.article);
        let page = &dossier.articles[other.article];
        let role = super::super::reader::role_of(pair.relation);
        sheet.text(&pair.relation.sign().to_string(), role, page.label(), Role::Title, 1);
        sheet.text("", Role::Dim, other.span.of(&page.text), Role::Text, 3);
    }
    if seen.is_empty() {
        sheet.text("+", Role::Only, &app.messages.get("only-here"), Role::Text, 2);
    }
}

/// Every outlet with what it makes of the fact; the silent ones in one line.
fn fact(sheet: &mut Sheet, app: &App) {
    let Some(fact) = app.dossier.coverage.facts.get(app.side.cursor()) else { return };
    let mut silent = Vec::new();
    for (at, (says, passage)) in fact.cells.iter().enumerate() {
        let page = &app.dossier.articles[at];
        match passage {
            Some(passage) if *says != Says::Absent => {
                sheet.text(&says.sign().to_string(), super::role_of(*says), page.label(), Role::Title, 1);
                sheet.text("", Role::Dim, passage.span.of(&page.text), Role::Text, 2);
            }
            _ => silent.push(page.label()),
        }
    }
    if !silent.is_empty() {
        let text = app.messages.with("absent-from", &[("outlets", silent.join(", ").into())]);
        sheet.text("·", Role::Absent, &text, Role::Dim, 2);
    }
}
