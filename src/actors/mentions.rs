//! Finds candidates for names in an article: known names, runs of capitalised words, and what their
//! neighbours say about them.

use super::evidence::Belief;
use super::names;
use super::organisations;
use super::outlets::Outlets;
use super::phrases::{Class, Known, known_at};
use super::titles;
use super::unnamed::{is_language, is_portfolio, is_road, is_street_name};
use super::votes::{self, Votes};
use super::words::{Body, Shape, Word};
use crate::article::Span;

/// A stretch of an article that may be a name.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its first word in the body.
    pub from: usize,
    /// The word after its last one.
    pub to: usize,
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its folded words, joined by spaces, hyphens as spaces: the same for every spelling.
    pub key: String,
    /// The known name, if it is one.
    pub known: Option<&'static Known>,
    /// Whether its capital may be due to its place alone.
    pub weak: bool,
    /// What its neighbours say.
    pub votes: Votes,
    /// What the tagger says.
    pub belief: Belief,
    /// The last name, where it stands with the next name alone (`Alain` in `Alain et Josiane Morel`).
    pub last_name: Option<Span>,
}

/// Every candidate of a body, in order, none overlapping.
pub(super) fn spot(body: &Body, outlets: &Outlets) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < body.words.len() {
        at = step(body, at, outlets, &mut found).max(at + 1);
    }
    share_last_names(body, &mut found);
    found
}

/// Gives a first name the last name that it shares with the one behind `et` or `and`.
fn share_last_names(body: &Body, found: &mut [Candidate]) {
    for at in 1..found.len() {
        let [.., first, full] = &mut found[..=at] else { return };
        let word = &body.words[first.from];
        let joined = full.from == first.to + 1
            && matches!(body.next(first.to), "et" | "and" | "&")
            && body.words[full.from].joined;
        let names = [first.from, full.from].iter().all(|at| names::is_first_name(&body.words[*at].fold));
        if joined
            && names
            && first.to - first.from == 1
            && full.to - full.from > 1
            && first.known.is_none()
            && full.known.is_none()
            && body.words[full.from + 1].is_capital()
        {
            let mut words = vec![word.clone()];
            words.extend_from_slice(&body.words[full.from + 1..full.to]);
            first.key = key_of(&words);
            first.last_name = Some(body.span(full.from + 1, full.to));
            first.votes.person += 4;
        }
    }
}

/// Looks at word `at`, adds what starts there, and returns where to go on.
fn step(body: &Body, at: usize, outlets: &Outlets, found: &mut Vec<Candidate>) -> usize {
    let word = &body.words[at];
    if !word.is_word() {
        return at;
    }
    let known = known_at(body, at);
    if let Some(to) = outlets.at(body, at).filter(|to| known.is_none_or(|(length, _)| length < *to - at)) {
        return push_with(body, at, to, None, Votes { organisation: 9, ..Votes::default() }, found);
    }
    if let Some((length, _)) = known
        && length > 1
    {
        let to = known_end(body, at, length);
        return push(body, at, to, known.filter(|_| to == at + length).map(|(_, known)| known), found);
    }
    if let Some((to, votes)) = organisations::at(body, at) {
        return push_with(body, at, to, None, votes, found);
    }
    if let Some(end) = organisations::spelt_out(body, at) {
        let votes = Votes { organisation: 6, ..Votes::default() };
        return push_with(body, at, end, None, votes, found);
    }
    if !word.is_capital() {
        return known.map_or(at, |(length, known)| push(body, at, at + length, Some(known), found));
    }
    if let Some(length) = title_at(body, at) {
        return at + length;
    }
    if names::is_calendar(&word.fold) || is_skipped(body, at, known.is_some()) {
        return at;
    }
    if word.loud {
        return known.map_or(at, |(length, known)| push(body, at, at + length, Some(known), found));
    }
    let to = run_end(body, at);
    if known.is_none() && (is_street_name(body, at) || is_language(body, at, to) || is_portfolio(body, at)) {
        return to;
    }
    if let Some(end) = motto_end(body, at, to) {
        let votes = Votes { organisation: 5, ..Votes::default() };
        return push_with(body, at, end, None, votes, found);
    }
    if let Some((length, known)) = known {
        let people = matches!(known.class, Class::People | Class::Group) && !body.language.is_english();
        if people && to > at + length && !names::is_first_name(&word.fold) {
            return push(body, at, at + length, Some(known), found);
        }
        if length == 1 && is_number_of_name(body, at, at + 1) {
            return push(body, at, at + 2, Some(known), found);
        }
        if to == at + length || !continues_known(body, at, length, to, known) {
            return push(body, at, at + length, Some(known), found);
        }
        if known.class == Class::People && body.language.is_english() && !names::is_first_name(&word.fold) {
            let tail = &body.words[to - 1].fold;
            if !names::is_organisation_noun(tail) {
                return at + length;
            }
        }
    }
    push(body, at, to, None, found)
}

/// A known name of several words ends where it ends, save that an organisation's may go on with a
/// capital (`Paris Saint-Germain Handball`), and a paper's with a place (`La Dépêche des Causses`).
fn known_end(body: &Body, at: usize, length: usize) -> usize {
    let mut to = at + length;
    if body.words[at].is_capital() && names::is_press_noun(&body.words[to - 1].fold) {
        to = after_particles(body, to, true, false).unwrap_or(to);
    }
    while body.words.get(to).is_some_and(|word| {
        word.joined
            && word.is_capital()
            && !word.loud
            && names::is_tail(&word.fold)
            && !names::is_first_name(&word.fold)
    }) {
        to += 1;
    }
    to
}

/// Whether the run that goes on behind a known one-word name is one longer name with it.
fn continues_known(body: &Body, at: usize, length: usize, to: usize, known: &Known) -> bool {
    let next = &body.words[at + length];
    if names::is_first_name(&body.words[at].fold) {
        return true;
    }
    let after = known_at(body, at + length);
    // `NHS Wales`, `BBC Scotland`: an English branch.
    let place = after.is_none_or(|(_, next)| matches!(next.class, Class::State | Class::Place));
    if known.is_acronym()
        && matches!(known.class, Class::Body | Class::Media)
        && body.language.is_english()
        && next.is_capital()
        && place
        && !names::is_first_name(&next.fold)
        && !titles::is_title(&next.fold)
    {
        return true;
    }
    if !next.is_capital() || names::is_first_name(&next.fold) || after.is_some() {
        return known.class == Class::People && body.language.is_english();
    }
    to > at + length
        && known.class != Class::Institution
        && (known.class != Class::Body || names::is_tail(&next.fold))
}

/// Whether the capitalised word at `at` starts no name: a word of the grammar, or an elided one.
fn is_skipped(body: &Body, at: usize, known: bool) -> bool {
    let word = &body.words[at];
    if known {
        return false;
    }
    let next_capital = body.words.get(at + 1).is_some_and(|next| next.joined && next.is_capital());
    if word.fold.ends_with('\'') {
        let name = matches!(word.fold.as_str(), "o'" | "m'" | "n'") && next_capital && !word.initial;
        return !name;
    }
    if word.fold.starts_with('-') || word.fold.starts_with('\'') {
        return true;
    }
    if is_road(&word.fold) {
        return true;
    }
    if names::is_never(&word.fold) {
        let article = matches!(word.fold.as_str(), "le" | "la" | "les" | "de" | "the");
        let initial_of_name = word.fold.len() == 1
            && body.next(at + 1) == "."
            && body.words.get(at + 2).is_some_and(Word::is_capital);
        return !(initial_of_name || article && next_capital && !word.initial && !body.language.is_english());
    }
    false
}

/// Where the name of a movement ends that goes on small behind its capital: `le collectif Vallée libre`,
/// `l'association Rivages en danger`.
fn motto_end(body: &Body, at: usize, to: usize) -> Option<usize> {
    if !names::is_christened(body.before(at, 1)) || !body.words[at].joined {
        return None;
    }
    let end = if body.next(to) == "en" { to + 1 } else { to };
    names::is_motto(body.next(end)).then_some(end + 1)
}

/// The number of words of a title written with a capital before a name (`President`, `Mme`).
fn title_at(body: &Body, at: usize) -> Option<usize> {
    let mut phrase = String::new();
    let mut best = None;
    for length in 1..=titles::longest().min(7) {
        let Some(word) = body.words.get(at + length - 1) else { break };
        if length > 1 && !word.joined {
            break;
        }
        if !phrase.is_empty() && !phrase.ends_with('\'') && word.fold != "." {
            phrase.push(' ');
        }
        phrase.push_str(&word.fold);
        if let Some(title) = titles::look_up(&phrase) {
            best = Some((length, title.honorific));
        }
    }
    let (length, honorific) = best?;
    let next = body.words.get(at + length);
    let stop = usize::from(honorific && next.is_some_and(|next| next.fold == "."));
    let to = run_end(body, at);
    let last = &body.words[to - 1].fold;
    let firm = to > at + length && (names::is_tail(last) || names::is_organisation_noun(last));
    let whole_name = names::is_first_name(&body.words[at].fold) && to > at + length;
    (!firm && !whole_name).then_some(length + stop)
}

/// Where the run of capitalised words that starts at `at` ends, particles and initials included.
fn run_end(body: &Body, at: usize) -> usize {
    let words = &body.words;
    // `Le Phare de l'Ouest`, `Les Amis de la Dive`: a capital on the article shows that all of it is one.
    let headed = matches!(words[at].fold.as_str(), "le" | "la" | "les");
    let club = names::is_club_noun(&words[at].fold);
    let organisation = headed
        || club
        || names::is_organisation_noun(&words[at].fold)
        || names::is_press_noun(&words[at].fold)
        || names::is_event_noun(&words[at].fold)
        || names::is_place_noun(&words[at].fold);
    // Behind a title any word is a first name: `sa directrice, Wendelien de Bakker`.
    let title = body.before(at, 1 + usize::from(body.before(at, 1) == ","));
    let apposed = titles::is_title(title) && body.words[at].joined;
    let first_name = apposed || names::is_first_name(&words[at].fold);
    let mut to = at + 1;
    loop {
        let Some(next) = words.get(to).filter(|next| next.joined) else { return to };
        if next.fold == "&" && words.get(to + 1).is_some_and(|after| after.joined && after.is_capital()) {
            to += 2;
            continue;
        }
        if is_number_of_name(body, at, to) {
            return to + 1;
        }
        if let Some(after) = behind_possessive(body, to).or_else(|| foreign_link(body, at, to)) {
            to = after;
            continue;
        }
        if next.is_capital() {
            if names::is_calendar(&next.fold) || to > at + 12 || breaks(body, to) {
                return to;
            }
            to += 1;
            continue;
        }
        if next.fold == "."
            && words[to - 1].fold.len() == 1
            && words.get(to + 1).is_some_and(Word::is_capital)
        {
            to += 2;
            continue;
        }
        let only_first_names = first_name
            && words[at + usize::from(apposed)..to].iter().all(|word| names::is_first_name(&word.fold));
        let body_so_far =
            organisation || body.language.is_english() && names::is_organisation_noun(&words[to - 1].fold);
        match after_particles(body, to, body_so_far, only_first_names) {
            Some(after) => to = after,
            None => return to,
        }
    }
}

/// Where an English name goes on behind the possessive of a plural: `Farmers' Union`.
fn behind_possessive(body: &Body, to: usize) -> Option<usize> {
    let mark = matches!(body.next(to), "'" | "’") && body.words[to - 1].fold.ends_with('s');
    let next = body.words.get(to + 1).filter(|next| next.joined && next.is_capital())?;
    let noun = |word: &Word| word.is_capital() && names::is_organisation_noun(&word.fold);
    let named = noun(next) || body.words.get(to + 2).is_some_and(noun);
    (mark && body.language.is_english() && named).then_some(to + 2)
}

/// Where the foreign name of a body goes on behind a small word: `l'ONG Mineros en Lucha`.
fn foreign_link(body: &Body, at: usize, to: usize) -> Option<usize> {
    let link =
        matches!(body.next(to), "en" | "y" | "e" | "del" | "de" | "do" | "da" | "per" | "fur" | "und" | "i");
    let capital = body.words.get(to + 1).is_some_and(|next| next.joined && next.is_capital());
    (link && capital && names::is_christened(body.before(at, 1)) && body.words[at].joined).then_some(to + 2)
}

/// Whether the number at `to` belongs to the acronym before it (`SDIS 35`, `CAC 40`), and counts nothing
/// that comes behind it.
fn is_number_of_name(body: &Body, at: usize, to: usize) -> bool {
    let Some(number) = body.words.get(to) else { return false };
    let short = number.shape == Shape::Number && number.fold.len() <= 2;
    let counts = body.words.get(to + 1).is_some_and(|next| {
        next.joined
            && (next.shape == Shape::Lower && next.fold.len() > 4 && next.fold.ends_with('s')
                || next.fold == "%"
                || next.fold == "/"
                || next.shape == Shape::Number)
    });
    to == at + 1 && body.words[at].shape == Shape::Upper && short && !counts
}

/// Whether a new name or title starts at the capitalised word `at`, inside a run.
fn breaks(body: &Body, at: usize) -> bool {
    let word = &body.words[at];
    if word.fold.ends_with('\'') && word.fold != "o'" {
        return true;
    }
    titles::look_up(&word.fold).is_some_and(|title| {
        title.single || word.shape == Shape::Upper || title.honorific && word.fold.len() <= 4
    }) && body.words.get(at + 1).is_some_and(|next| next.joined && next.is_capital())
}

/// Where a name goes on behind the particles at `at`, when it does.
fn after_particles(body: &Body, at: usize, organisation: bool, first_name: bool) -> Option<usize> {
    let mut to = at;
    while to < at + 3
        && (names::is_particle(body.next(to)) || organisation && to > at && body.next(to) == "l'")
    {
        to += 1;
    }
    let english_link = |word: &str| matches!(word, "of" | "for" | "and" | "on" | "the" | "&");
    if to == at && organisation && body.language.is_english() {
        while to < at + 3 && english_link(body.next(to)) {
            to += 1;
        }
    }
    let capital =
        body.words.get(to).is_some_and(|word| word.joined && word.is_capital() && !word.fold.ends_with('\''));
    if to == at || !capital {
        return None;
    }
    let allowed = match body.next(at) {
        "de" | "d'" | "du" | "des" => organisation || first_name,
        "la" | "le" | "y" | "e" | "do" | "da" | "dos" | "das" => first_name,
        "of" | "the" | "and" | "for" | "on" | "&" => organisation,
        _ => true,
    };
    allowed.then_some(to + 1)
}

fn push(
    body: &Body,
    from: usize,
    to: usize,
    known: Option<&'static Known>,
    found: &mut Vec<Candidate>,
) -> usize {
    push_with(body, from, to, known, Votes::default(), found)
}

fn push_with(
    body: &Body,
    from: usize,
    to: usize,
    known: Option<&'static Known>,
    mut votes: Votes,
    found: &mut Vec<Candidate>,
) -> usize {
    let from = if known.is_none() && body.words[from].is_capital() { trimmed(body, from, to) } else { from };
    if from >= to {
        return to;
    }
    let first = &body.words[from];
    votes.add(votes::around(body, from, to));
    let key = key_of(&body.words[from..to]);
    if !key.is_empty() {
        let weak = first.initial || first.loud;
        found.push(Candidate {
            from,
            to,
            span: body.span(from, to),
            key,
            known,
            weak,
            votes,
            belief: Belief::default(),
            last_name: None,
        });
    }
    to
}

/// Where a run starts once a word of the grammar at its head is left out (`Selon Karim Haddad`).
fn trimmed(body: &Body, mut from: usize, to: usize) -> usize {
    while to - from > 1 {
        let word = &body.words[from];
        let grammar = names::is_never(&word.fold) && word.initial && word.fold.chars().count() > 1;
        if !grammar {
            break;
        }
        from += 1;
    }
    from
}

/// One key for every spelling of a name: folded, hyphens and stops as spaces, `de` for `du` and `des`.
pub(super) fn key_of(words: &[Word]) -> String {
    let mut key = String::new();
    for word in words {
        let folded = match word.fold.as_str() {
            "des" | "du" | "d'" if words.len() > 1 => "de",
            "." | "l'" | "la" | "le" | "les" if words.len() > 2 => continue,
            other => other,
        };
        for part in folded.split(['-', '.', '\'']).filter(|part| !part.is_empty()) {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(part);
        }
    }
    key
}
