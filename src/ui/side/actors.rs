//! The tab of the actors: an entry, and more about the one under the cursor.

use ratatui::Frame;

use super::super::pen::Words;
use super::super::theme::{Role, Theme};
use super::pointer;
use super::sheet::Sheet;
use crate::actors::Alias;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::side::actors::Entry;
use crate::dossier::Portrait;

/// Draws one entry with its first line on `row`.
pub fn entry(frame: &mut Frame, app: &App, theme: &Theme, area: Area, row: u16, number: usize) {
    let Some(entry) = app.side.actors.entries().get(number).copied() else { return };
    let Some(actor) = entry.of(&app.dossier) else { return };
    let portrait = Portrait::of(&app.dossier, actor);
    let index = match entry {
        Entry::Actor(at) => Some(at),
        Entry::Hidden(_) => None,
    };
    let hidden = index.is_none();
    let width = usize::from(area.width);
    let named_here = app.article().zip(app.reader.passage()).is_some_and(|(at, passage)| {
        app.dossier.index.mentions_in(at, passage).iter().any(|named| Some(named.actor) == index)
    });
    let handle = |at| crate::actors::corrections::handle(&app.dossier.actors, at);
    let marked = app.marked.is_some() && app.marked.as_deref() == index.and_then(handle);
    let sign = match (hidden, marked, named_here) {
        (true, ..) => "×",
        (_, true, _) => "+",
        (_, _, true) => "•",
        _ => " ",
    };
    let role = if hidden { Role::Dim } else { super::super::reader::role_of_actor(actor.kind) };
    let count = format!("{} × {}", actor.mentions.len(), portrait.outlets.len());
    let mut words = Words::new();
    pointer(&mut words, app, theme, number);
    words.add(sign, theme.style(if marked { Role::Current } else { Role::Cursor }));
    let unsure = actor.unsure().next().is_some();
    let limit = width.saturating_sub(count.chars().count() + if unsure { 4 } else { 2 });
    words.add_within(&actor.name, theme.style(role), limit);
    if unsure {
        words.add(" ?", theme.style(Role::Reworded));
    }
    words.to(width.saturating_sub(count.chars().count() + 1), theme.style(Role::Dim));
    words.add(&count, theme.style(Role::Dim));
    words.draw(frame, area, row);
    let said = index.and_then(|at| app.dossier.index.by.get(at)).map_or(0, Vec::len);
    let said = if said > 0 { format!("« {said}") } else { String::new() };
    // Only a person has a role, so that it tells the kind too.
    let what = match portrait.main_role() {
        _ if hidden => app.messages.get("actor-hidden"),
        Some(role) => role.to_owned(),
        None => app.messages.get(&format!("kind-{}", actor.kind.name())),
    };
    let mut below = Words::new();
    below.add("   ", theme.style(Role::Dim));
    below.add_within(&what, theme.style(Role::Dim), width.saturating_sub(said.chars().count() + 2));
    below.to(width.saturating_sub(said.chars().count() + 1), theme.style(Role::Dim));
    below.add(&said, theme.style(Role::Dim));
    below.draw(frame, area, row + 1);
}

/// The other names, the roles with the outlets that give them, and how often who speaks.
pub fn detail(sheet: &mut Sheet, app: &App) {
    let Some(entry) = app.chosen_actor() else { return };
    let Some(actor) = entry.of(&app.dossier) else { return };
    let portrait = Portrait::of(&app.dossier, actor);
    let count = |lists: &[Vec<usize>]| match entry {
        Entry::Actor(at) => lists.get(at).map_or(0, Vec::len),
        Entry::Hidden(_) => 0,
    };
    let kind = app.messages.get(&format!("kind-{}", actor.kind.name()));
    let facts = app.messages.with(
        "actor-facts",
        &[
            ("kind", kind.into()),
            ("by", count(&app.dossier.index.by).into()),
            ("about", count(&app.dossier.index.about).into()),
        ],
    );
    sheet.text("", Role::Dim, &facts, Role::Dim, 2);
    let names: Vec<String> = actor.aliases.iter().chain(&actor.descriptions).map(marked).collect();
    if !names.is_empty() {
        let also = app.messages.with("actor-also", &[("names", names.join(", ").into())]);
        sheet.text("", Role::Dim, &also, Role::Text, 2);
    }
    for (role, outlets) in &portrait.roles {
        if sheet.full() {
            break;
        }
        sheet.text("·", Role::Dim, &format!("{role} — {}", outlets.join(", ")), Role::Text, 2);
    }
    let counts: Vec<String> =
        portrait.outlets.iter().map(|naming| format!("{} {}", naming.outlet, naming.mentions)).collect();
    sheet.text("×", Role::Dim, &counts.join(" · "), Role::Dim, 2);
    if !portrait.silent.is_empty() && !sheet.full() {
        let absent = app.messages.with("absent-from", &[("outlets", portrait.silent.join(", ").into())]);
        sheet.text("·", Role::Absent, &absent, Role::Dim, 2);
    }
}

/// A name, with a question mark where it is not sure.
fn marked(alias: &Alias) -> String {
    if alias.is_unsure() { format!("{} ?", alias.name) } else { alias.name.clone() }
}
