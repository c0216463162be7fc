//! Settles what each candidate is by all its occurrences in the dossier, and drops what is no name.
//!
//! One phrase gets one kind everywhere: a word that is a name in one outlet is one at the head of
//! another outlet's sentence too, and a capital that only ever stands at the head of a sentence
//! proves nothing. This is the second pass of the stage; it holds for any tagger before it.

use std::collections::{HashMap, HashSet};

use super::ActorKind;
use super::evidence::Belief;
use super::mentions::{Candidate, key_of};
use super::phrases::{Class, Phrases};
use super::votes::Votes;
use super::words::{Body, Shape, Vocabulary, Word};
use super::{names, organisations};

/// A candidate that the dossier accepts as a name.
#[derive(Debug, Clone)]
pub(super) struct Accepted {
    /// Index of the article.
    pub article: usize,
    /// The candidate.
    pub candidate: Candidate,
    /// Its kind, the same for every occurrence of its phrase.
    pub kind: ActorKind,
}

/// How many votes the tagger has for a kind that it is sure of.
const BELIEF: f32 = 8.0;

/// How much of the tagger's belief in a person counts for one word that no full name, title or first
/// name makes a person's.
const ALONE: f32 = 0.5;

/// What the dossier says about one phrase.
#[derive(Debug, Default)]
struct Phrase {
    sure: u32,
    all: u32,
    votes: Votes,
    belief: Belief,
    upper: bool,
    /// Times it is written small throughout, between quotation marks.
    quoted: u32,
    /// In how many articles it stands, and in which one last.
    outlets: u32,
    article: Option<usize>,
    /// Times it reads like a people: a plural behind its article, with the ending of one.
    peoples: u32,
    words: usize,
}

/// Accepts and labels the candidates of all bodies; `candidates` run in parallel with `bodies`.
pub(super) fn settle(bodies: &[Body], mut candidates: Vec<Vec<Candidate>>) -> Vec<Accepted> {
    let vocabulary = Vocabulary::new(bodies);
    strip_heads(bodies, &mut candidates, &vocabulary);
    let persons = Persons::of(&count(bodies, &candidates));
    namesakes(bodies, &mut candidates, &persons);
    let mut phrases = count(bodies, &candidates);
    share_votes(&mut phrases);
    let firms = firms(bodies, &candidates, &phrases);
    let mut kinds: HashMap<&str, ActorKind> = HashMap::new();
    let mut learned = Phrases::default();
    for (key, phrase) in &phrases {
        let known_firm = phrase.words == 1 && firms.get(key.as_str()) == Some(&1);
        let known_last = !known_firm && persons.bear(key) && vocabulary.small(key) == 0;
        let short = known_firm && vocabulary.small(key) == 0;
        let believed = phrase.sure > 0
            || phrase.words > 1
            || phrase.upper
            || known_last
            || short
            || phrase.votes.person >= 4;
        let one_outlet = phrase.sure == 0 && phrase.quoted > 0 && phrase.outlets < 2;
        let noun = names::is_organisation_noun(key) || names::is_event_noun(key) || names::is_place_noun(key);
        let small = vocabulary.small(key);
        let common =
            phrase.words == 1 && !phrase.upper && (noun || small > 0 && small >= vocabulary.capital(key));
        // `La Commission`, where the dossier has one commission with its whole name.
        let headed = known_firm && phrase.sure > 0 && names::is_strong_noun(key);
        if !(believed || phrase.belief.name().is_some_and(|name| name > 0.5))
            || common && !headed
            || one_outlet
            || is_doubted(phrase) && !known_last && !short && !headed
        {
            continue;
        }
        let kind = match () {
            () if known_last => ActorKind::Person,
            () if headed || short && (phrase.sure == 0 || kind_of(phrase) == ActorKind::Person) => {
                ActorKind::Organisation
            }
            () => kind_of(phrase),
        };
        kinds.insert(key, kind);
        if key.len() > 3 && phrase.words < 6 {
            learned.add(key.split(' ').map(str::to_owned).collect(), kind);
        }
    }
    let phrasal = phrasal_names(bodies, &candidates, &kinds);
    let mut accepted = Vec::new();
    for (article, (body, found)) in bodies.iter().zip(&candidates).enumerate() {
        let before = accepted.len();
        for candidate in found.iter().filter(|found| found.to <= body.own) {
            if let Some(kind) = kind_here(candidate, body, &vocabulary, &kinds)
                && !(kind == ActorKind::Person && is_family(body, candidate))
            {
                accepted.push(Accepted { article, candidate: candidate.clone(), kind });
            }
        }
        again(article, body, &learned, &phrasal, &mut accepted, before);
    }
    in_captions(bodies, &candidates, &mut accepted, |candidate, body| {
        kind_here(candidate, body, &vocabulary, &kinds)
    });
    accepted
}

/// The parts of the full names of the dossier's persons.
#[derive(Debug, Default)]
struct Persons {
    last: HashSet<String>,
    first: HashSet<String>,
}

impl Persons {
    fn of(phrases: &HashMap<String, Phrase>) -> Self {
        let mut persons = Self::default();
        for (key, phrase) in phrases {
            if phrase.words < 2 || kind_of(phrase) != ActorKind::Person || !is_person(phrase) {
                continue;
            }
            let Some((first, rest)) = key.split_once(' ') else { continue };
            persons.last.extend(endings(rest).map(str::to_owned));
            if first.chars().count() > 2 {
                persons.first.insert(first.to_owned());
            }
            if names::is_leading_surname(first) {
                persons.last.insert(first.to_owned());
            }
        }
        persons
    }

    /// Whether one of them has `key` for a last name, or for a first one.
    fn bear(&self, key: &str) -> bool {
        self.last.contains(names::without_article(key)) || self.first.contains(key)
    }
}

/// A name's words from the first on, from the second on, and so forth.
fn endings(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |rest| rest.split_once(' ').map(|(_, rest)| rest))
}

/// Takes a known name for a person's where the dossier has that person: `Bretagne` behind `Anne
/// Bretagne`, unless something before it shows a place or a body.
fn namesakes(bodies: &[Body], candidates: &mut [Vec<Candidate>], persons: &Persons) {
    for (body, found) in bodies.iter().zip(candidates) {
        for candidate in found.iter_mut().filter(|found| found.to == found.from + 1) {
            let one = candidate.known.is_some_and(|known| {
                !known.is_acronym()
                    && matches!(known.class, Class::State | Class::Capital | Class::Place | Class::Body)
            });
            let before = body.before(candidate.from, 1);
            let placed = matches!(
                before,
                "a" | "en"
                    | "au"
                    | "aux"
                    | "dans"
                    | "vers"
                    | "chez"
                    | "la"
                    | "le"
                    | "l'"
                    | "du"
                    | "in"
                    | "at"
                    | "from"
                    | "to"
            );
            let votes = candidate.votes;
            if one
                && !placed
                && votes.organisation + votes.place == 0
                && persons.last.contains(candidate.key.as_str())
            {
                candidate.known = None;
            }
        }
    }
}

/// Whether a last name is that of several: `les Morel`, `la famille Morel`.
fn is_family(body: &Body, candidate: &Candidate) -> bool {
    let before = body.before(candidate.from, 1);
    candidate.to == candidate.from + 1
        && body.words[candidate.from].joined
        && (matches!(before, "les" | "des" | "aux")
            || before != "affaire"
                && before != "gouvernement"
                && before != "administration"
                && names::is_family_noun(before))
}

/// The kind of a candidate, if the dossier takes it for a name.
fn kind_here(
    candidate: &Candidate,
    body: &Body,
    vocabulary: &Vocabulary,
    kinds: &HashMap<&str, ActorKind>,
) -> Option<ActorKind> {
    match candidate.known {
        Some(known) => keeps(known.class, candidate, body, vocabulary).then(|| known_kind(known.class)),
        None => kinds.get(candidate.key.as_str()).copied(),
    }
}

/// Adds the names in captions of those whom the articles name too; whoever is in a picture alone stays
/// out, and so do agencies, which are there for their pictures.
fn in_captions(
    bodies: &[Body],
    candidates: &[Vec<Candidate>],
    accepted: &mut Vec<Accepted>,
    kind: impl Fn(&Candidate, &Body) -> Option<ActorKind>,
) {
    let known: HashSet<&str> =
        accepted.iter().filter_map(|found| Some(found.candidate.known?.key.as_str())).collect();
    let mut added = Vec::new();
    for (article, (body, found)) in bodies.iter().zip(candidates).enumerate() {
        for candidate in found.iter().filter(|found| found.from >= body.own) {
            let named = candidate
                .known
                .is_none_or(|name| name.class != Class::Media && known.contains(name.key.as_str()));
            if let Some(kind) = kind(candidate, body).filter(|_| named) {
                added.push(Accepted { article, candidate: candidate.clone(), kind });
            }
        }
    }
    accepted.extend(added);
    accepted.sort_by_key(|found| (found.article, found.candidate.from));
}

/// The names that are phrases (`Ligue des rivières`), word by word as the outlets write them: once a
/// name in one place, they are one in every outlet, whatever their case.
fn phrasal_names(
    bodies: &[Body],
    candidates: &[Vec<Candidate>],
    kinds: &HashMap<&str, ActorKind>,
) -> Phrases<ActorKind> {
    let mut phrasal = Phrases::default();
    for (body, found) in bodies.iter().zip(candidates) {
        for candidate in found.iter().filter(|found| found.known.is_none() && found.to - found.from >= 2) {
            let words = &body.words[candidate.from..candidate.to];
            let movement = words.len() == 2 && names::is_motto(&words[1].fold);
            let small_inside = words.iter().any(|word| word.shape == Shape::Lower && word.fold.len() > 3);
            match kinds.get(candidate.key.as_str()) {
                Some(kind @ ActorKind::Organisation)
                    if movement
                        || words.len() > 2 && small_inside && names::is_strong_noun(&words[0].fold) =>
                {
                    phrasal.add(words.iter().map(|word| word.fold.clone()).collect(), *kind);
                }
                _ => {}
            }
        }
    }
    phrasal
}

/// Leaves out the first word of a name at the head of a sentence when the dossier knows the rest, or
/// writes that word small elsewhere (`Devant Karim Haddad`).
fn strip_heads(bodies: &[Body], candidates: &mut [Vec<Candidate>], vocabulary: &Vocabulary) {
    let sure: HashSet<String> =
        candidates.iter().flatten().filter(|found| !found.weak).map(|found| found.key.clone()).collect();
    for (body, found) in bodies.iter().zip(candidates) {
        for candidate in
            found.iter_mut().filter(|found| found.weak && found.known.is_none() && found.to - found.from > 1)
        {
            let head = &body.words[candidate.from];
            let rest = key_of(&body.words[candidate.from + 1..candidate.to]);
            let noun = names::is_organisation_noun(&head.fold) || names::is_event_noun(&head.fold);
            let small = vocabulary.small(&head.fold) > 0 && vocabulary.capital(&head.fold) == 0 && !noun;
            let rest_is_name = sure.contains(&rest) && !sure.contains(&candidate.key);
            if !names::is_first_name(&head.fold)
                && !noun
                && head.shape != Shape::Upper
                && (small || rest_is_name)
                && body.words[candidate.from + 1].is_capital()
            {
                candidate.from += 1;
                candidate.span = body.span(candidate.from, candidate.to);
                candidate.key = rest;
                candidate.weak = false;
            }
        }
    }
}

/// Gives a name of several words the votes for a body that its first word has alone: what is said of
/// `Orlandis` counts for `Orlandis Nord`.
fn share_votes(phrases: &mut HashMap<String, Phrase>) {
    let shared: Vec<(String, u32)> = phrases
        .iter()
        .filter(|(_, phrase)| phrase.words > 1 && phrase.votes.person == 0)
        .filter_map(|(key, _)| {
            let short = phrases.get(key.split(' ').next()?)?;
            (short.words == 1 && short.votes.person == 0 && short.votes.organisation > 1)
                .then(|| (key.clone(), short.votes.organisation))
        })
        .collect();
    for (key, votes) in shared {
        if let Some(phrase) = phrases.get_mut(&key) {
            phrase.votes.organisation += votes;
        }
    }
}

/// The first words of bodies' names of several words, each with how many of them begin with it.
fn firms(
    bodies: &[Body],
    candidates: &[Vec<Candidate>],
    phrases: &HashMap<String, Phrase>,
) -> HashMap<String, usize> {
    let mut names: HashSet<&str> = HashSet::new();
    for (body, found) in bodies.iter().zip(candidates) {
        for candidate in found.iter().filter(|found| found.to <= body.own && found.key.contains(' ')) {
            let body = match candidate.known {
                Some(known) => known_kind(known.class) == ActorKind::Organisation,
                None => phrases
                    .get(&candidate.key)
                    .is_some_and(|phrase| phrase.sure > 0 && kind_of(phrase) == ActorKind::Organisation),
            };
            if body {
                names.insert(&candidate.key);
            }
        }
    }
    let mut firms: HashMap<String, usize> = HashMap::new();
    for name in names {
        if let Some((first, _)) = name.split_once(' ')
            && first.chars().count() > 3
            && first != "parlement"
            && first != "gouvernement"
        {
            *firms.entry(first.to_owned()).or_default() += 1;
        }
    }
    firms
}

fn count(bodies: &[Body], candidates: &[Vec<Candidate>]) -> HashMap<String, Phrase> {
    let mut phrases: HashMap<String, Phrase> = HashMap::new();
    for (article, (body, found)) in bodies.iter().zip(candidates).enumerate() {
        let own = found.iter().filter(|found| found.known.is_none() && found.to <= body.own);
        for candidate in own {
            let words = &body.words[candidate.from..candidate.to];
            let phrase = match phrases.get_mut(&candidate.key) {
                Some(phrase) => phrase,
                None => phrases.entry(candidate.key.clone()).or_default(),
            };
            phrase.all += 1;
            let small = !words.iter().any(Word::is_capital)
                && organisations::acronym_after(body, candidate.to).is_none();
            phrase.sure += u32::from(!candidate.weak && !small);
            phrase.quoted += u32::from(small);
            if phrase.article != Some(article) {
                phrase.article = Some(article);
                phrase.outlets += 1;
            }
            phrase.peoples += u32::from(reads_like_people(body, candidate));
            phrase.votes.add(candidate.votes);
            phrase.belief.add(candidate.belief);
            phrase.words = words.len() + usize::from(candidate.last_name.is_some());
            phrase.upper |= words.len() == 1
                && words[0].shape == Shape::Upper
                && !words[0].loud
                && words[0].fold.chars().count() <= 6;
        }
    }
    phrases
}

/// Whether the tagger, having seen a phrase, thinks it no name, and too little else speaks for it.
fn is_doubted(phrase: &Phrase) -> bool {
    let votes = phrase.votes.most() as f32 / phrase.all.max(1) as f32;
    match phrase.belief.name() {
        None => false,
        Some(name) if name < 0.15 => votes < 4.0,
        Some(name) if name < 0.4 => votes < 3.0 && phrase.outlets < 2,
        Some(_) => false,
    }
}

/// Whether a full name is so surely a person's that its last name alone is one too.
fn is_person(phrase: &Phrase) -> bool {
    let titled = phrase.votes.person > 0;
    phrase.belief.mean(ActorKind::Person).is_none_or(|share| share > 0.8 || titled && share > 0.3)
}

fn kind_of(phrase: &Phrase) -> ActorKind {
    let votes = &phrase.votes;
    let mut person = votes.person;
    if phrase.words > 1 && phrase.words < 5 && votes.organisation + votes.place + votes.event == 0 {
        person += 1;
    }
    if phrase.words == 1 {
        person = person.saturating_sub(u32::from(phrase.upper) * 2);
    }
    // Outlets name a person in full at least once, with a first name; a company never.
    let alone = match phrase.words {
        1 if person == 0 => ALONE,
        _ if votes.person == 0 && votes.organisation > 1 => ALONE,
        _ => 1.0,
    };
    let organisation = votes.organisation + if phrase.upper { 2 } else { 0 };
    if phrase.words == 1 && phrase.peoples > 0 && phrase.peoples * 2 >= phrase.all {
        return ActorKind::Other;
    }
    let score = |kind, votes: u32| votes as f32 + BELIEF * phrase.belief.of(kind);
    let scores = [
        (ActorKind::Person, person as f32 + BELIEF * alone * phrase.belief.of(ActorKind::Person)),
        (ActorKind::Organisation, score(ActorKind::Organisation, organisation)),
        (ActorKind::Event, score(ActorKind::Event, votes.event)),
        (ActorKind::Place, score(ActorKind::Place, votes.place)),
        (ActorKind::Other, score(ActorKind::Other, 0)),
    ];
    let best = scores.iter().fold(scores[0], |best, next| if next.1 > best.1 { *next } else { best });
    if best.1 > 0.5 {
        return best.0;
    }
    match phrase.words {
        1 if votes.bare > 0 => ActorKind::Place,
        1 => ActorKind::Organisation,
        2..=4 => ActorKind::Person,
        _ => ActorKind::Other,
    }
}

fn known_kind(class: Class) -> ActorKind {
    match class {
        Class::State | Class::Capital | Class::Place => ActorKind::Place,
        Class::People | Class::Group => ActorKind::Other,
        Class::Body | Class::Institution | Class::Media => ActorKind::Organisation,
    }
}

/// Whether a known name is one here: a word that is also an ordinary one needs a capital of its own
/// somewhere, a people needs its plural or article.
fn keeps(class: Class, candidate: &Candidate, body: &Body, vocabulary: &Vocabulary) -> bool {
    let words = &body.words[candidate.from..candidate.to];
    let Some(first) = words.first() else { return false };
    if class == Class::People || class == Class::Group {
        return is_people(body, candidate, class);
    }
    let doubted = candidate.belief.name().is_some_and(|name| name < 0.1);
    if doubted && matches!(class, Class::Media | Class::Place) {
        return false;
    }
    if words.len() > 1 {
        return true;
    }
    let (small, capital) = (vocabulary.small(&first.fold), vocabulary.capital(&first.fold));
    let common = first.shape != Shape::Upper && (first.initial && small > capital || small > capital * 2);
    !common || !first.is_capital()
}

/// Whether a word behind a plural article ends as the names of peoples and inhabitants do.
fn reads_like_people(body: &Body, candidate: &Candidate) -> bool {
    let word = &body.words[candidate.from].fold;
    let ending = ["ais", "ois", "iens", "eens", "ains", "iots", "ites", "aises", "oises", "iennes", "ards"];
    matches!(body.before(candidate.from, 1), "les" | "des" | "aux")
        && ending.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word for a people names it: the plural, behind an article or alone as a noun.
fn is_people(body: &Body, candidate: &Candidate, class: Class) -> bool {
    let word = &body.words[candidate.from];
    if !word.is_capital() || word.loud {
        return false;
    }
    let before = body.before(candidate.from, 1);
    let next = body.words.get(candidate.to);
    if body.language.is_english() {
        return word.fold.ends_with('s') && !next.is_some_and(|next| next.joined && next.is_capital());
    }
    let plural = word.fold.ends_with(['s', 'x']);
    let articled =
        matches!(before, "les" | "des" | "aux" | "nous" | "ces" | "deux" | "d'" | "de" | "trois" | "entre");
    plural && (articled || class == Class::Group && !word.initial)
}

/// Finds the learned names again where the first look could not: names that are phrases in any case,
/// every name in headings in capitals and in articles written without any.
fn again(
    article: usize,
    body: &Body,
    learned: &Phrases<ActorKind>,
    phrasal: &Phrases<ActorKind>,
    accepted: &mut Vec<Accepted>,
    first: usize,
) {
    let mut new = Vec::new();
    let mut next = first;
    let mut at = 0;
    while at < body.own {
        while accepted.get(next).is_some_and(|found| found.candidate.to <= at) {
            next += 1;
        }
        if let Some(found) = accepted.get(next).filter(|found| found.candidate.from <= at) {
            // `Rivages libres`, of which the first look took `Rivages` alone.
            let (from, to) = (found.candidate.from, found.candidate.to);
            let free = accepted.get(next + 1).map_or(usize::MAX, |after| after.candidate.from);
            let longer = (from == at && found.candidate.known.is_none())
                .then(|| phrasal.longest(body, at, |_, length| at + length > to && at + length <= free))
                .flatten();
            at = to;
            if let Some((length, kind)) = longer {
                at = from + length;
                accepted[next] = again_at(article, body, from, at, *kind);
            }
            continue;
        }
        let word = &body.words[at];
        let free = accepted.get(next).map_or(usize::MAX, |found| found.candidate.from);
        let look = body.small || word.loud && word.is_capital();
        let found = phrasal
            .longest(body, at, |_, length| at + length <= free)
            .or_else(|| learned.longest(body, at, |_, length| look && at + length <= free));
        match found {
            Some((length, kind)) => {
                new.push(again_at(article, body, at, at + length, *kind));
                at += length;
            }
            None => at += 1,
        }
    }
    accepted.extend(new);
    accepted[first..].sort_by_key(|found| found.candidate.from);
}

/// The words `from..to` as a name that the dossier has elsewhere.
fn again_at(article: usize, body: &Body, from: usize, to: usize, kind: ActorKind) -> Accepted {
    let candidate = Candidate {
        from,
        to,
        span: body.span(from, to),
        key: key_of(&body.words[from..to]),
        known: None,
        weak: true,
        votes: Votes::default(),
        belief: Belief::default(),
        last_name: None,
    };
    Accepted { article, candidate, kind }
}
