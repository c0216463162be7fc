//! What the outlets say an actor is, and descriptions that stand for one.
//!
//! `le président estonien X`, `X, porte-parole de l'Agence,` and `the Estonian president X` give X a
//! role. A description that stands alone (`le président estonien`, `la porte-parole`) leads back to
//! the one actor of the dossier whose role it is, whatever outlet gave it; where there are two, it
//! leads nowhere.

use std::collections::HashMap;

use super::alias::{Join, Joined};
use super::titles;
use super::words::Body;
use super::{Gender, names, states};
use crate::article::Span;

/// A name in place: its words, and the number of its actor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub from: usize,
    pub to: usize,
    pub actor: usize,
    pub person: bool,
    /// The key of the state it names, if it names one.
    pub state: Option<&'static str>,
}

impl Placed {
    /// What a title that belongs to it is a title of.
    fn owner(&self) -> String {
        self.state.map_or_else(|| format!("actor:{}", self.actor), str::to_owned)
    }
}

/// A title with what belongs to it.
#[derive(Debug, Clone)]
pub(super) struct Description {
    /// Index of the article.
    pub article: usize,
    /// The title with its complements, in bytes.
    pub role: Span,
    /// The same with its article, up to the first name in it.
    pub alone: Span,
    /// The title's key.
    key: String,
    /// Of which state, body or thing.
    of: Option<String>,
    /// The actor beside it, if it is an apposition.
    pub actor: Option<usize>,
    /// Gender, as the title shows it.
    pub gender: Option<Gender>,
    single: bool,
    /// Whether an adjective goes with it that names no state: `le président bordelais`.
    local: bool,
    definite: bool,
}

/// Every title phrase of a body; `placed` are the names in it, in order.
pub(super) fn describe(article: usize, body: &Body, placed: &[Placed]) -> Vec<Description> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < body.own {
        match description_at(article, body, placed, at) {
            Some((description, to)) => {
                found.push(description);
                at = to.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

fn name_from(placed: &[Placed], at: usize) -> Option<&Placed> {
    placed.binary_search_by_key(&at, |name| name.from).ok().and_then(|index| placed.get(index))
}

fn name_to(placed: &[Placed], at: usize) -> Option<&Placed> {
    placed.binary_search_by_key(&at, |name| name.to).ok().and_then(|index| placed.get(index))
}

/// The longest title that starts at word `at`, with its number of words.
fn title_at(body: &Body, at: usize) -> Option<(usize, &'static titles::Title)> {
    let mut phrase = String::new();
    let mut best = None;
    for length in 1..=titles::longest() {
        let Some(word) = body.words.get(at + length - 1).filter(|word| length == 1 || word.joined) else {
            break;
        };
        if !phrase.is_empty() && !phrase.ends_with('\'') {
            phrase.push(' ');
        }
        phrase.push_str(&word.fold);
        if let Some(title) = titles::look_up(&phrase).filter(|title| !title.honorific) {
            best = Some((length, title));
        }
    }
    best
}

fn description_at(article: usize, body: &Body, placed: &[Placed], at: usize) -> Option<(Description, usize)> {
    if !body.words[at].is_word() || name_from(placed, at).is_some_and(|name| name.to > at + 1) {
        return None;
    }
    let (length, title) = title_at(body, at)?;
    // A French `son` is a possessive, not the English kin of that spelling.
    if title.key == "son" && !body.language.is_english() {
        return None;
    }
    // `son homologue` says what somebody is to another, not what he is.
    if title.key == "homologue" || title.key == "counterpart" {
        return None;
    }
    let mut of = None;
    let mut from = at;
    if body.language.is_english() {
        (from, of) = premodifier(body, placed, at);
    }
    let mut to = at + length;
    let mut first_name_inside = None;
    let mut local = false;
    for _ in 0..4 {
        let open = bracket_end(body, to);
        let Some((end, complement, name)) = complement(body, placed, open, title) else { break };
        // `La conseillère du président estonien Karel Ilves`: the name is the president's.
        if is_of_title(body, open) && name_from(placed, end).is_some_and(|name| name.person) {
            break;
        }
        local |= complement.is_none();
        of = of.or(complement);
        first_name_inside = first_name_inside.or(name.then_some(open));
        to = end;
    }
    if title.relation && first_name_inside.is_none() {
        return None;
    }
    let actor = beside(body, placed, from, to);
    let before = body.before(from, 1);
    let definite = matches!(before, "le" | "la" | "l'" | "the" | "du" | "au");
    let start = if matches!(before, "le" | "la" | "l'" | "the") { from - 1 } else { from };
    let alone_to = first_name_inside.unwrap_or(to);
    let former =
        matches!(before, "ancien" | "ancienne" | "ex" | "futur" | "future" | "former" | "late" | "feu");
    Some((
        Description {
            article,
            role: body.span(from, to),
            alone: body.span(start, alone_to),
            key: if former { format!("{before} {}", title.key) } else { title.key.clone() },
            of,
            actor,
            gender: title.gender.or(match before {
                "la" => Some(Gender::Feminine),
                "le" => Some(Gender::Masculine),
                _ => None,
            }),
            single: title.single,
            local,
            definite: definite && !former,
        },
        to,
    ))
}

/// An English nationality or owner before the title: `Estonian president`, `Estonia's president`.
fn premodifier(body: &Body, placed: &[Placed], at: usize) -> (usize, Option<String>) {
    let before = body.before(at, 1);
    if let Some(key) = states::adjective_of(before) {
        return (at - 1, Some(format!("state:{key}")));
    }
    // `The council leader`: what he leads belongs to the office.
    if at > 0
        && body.words[at].joined
        && (names::is_organisation_noun(before) || names::is_force_noun(before))
    {
        return (at - 1, Some(before.to_owned()));
    }
    let end = if matches!(before, "'s" | "'") { at.saturating_sub(1) } else { at };
    match name_to(placed, end).filter(|name| !name.person) {
        Some(name) => (name.from, Some(name.owner())),
        None => (at, None),
    }
}

/// One adjective or complement that starts at `at`: where it ends, of what it is, and whether a name
/// stands in it.
fn complement(
    body: &Body,
    placed: &[Placed],
    at: usize,
    title: &titles::Title,
) -> Option<(usize, Option<String>, bool)> {
    let word = body.words.get(at).filter(|word| word.joined)?;
    if !word.is_capital()
        && let Some(key) = states::adjective_of(&word.fold)
    {
        return Some((at + 1, Some(format!("state:{key}")), false));
    }
    let link = word.fold.as_str();
    if !matches!(link, "de" | "d'" | "du" | "des" | "of" | "for" | "aux" | "a") {
        let adjective = word.is_word()
            && !word.is_capital()
            && [
                "al", "ale", "ain", "aine", "aire", "ant", "ante", "adjoint", "adjointe", "en", "enne", "if",
                "ive", "ue", "iste", "ois", "oise", "ais", "aise",
            ]
            .iter()
            .any(|ending| word.fold.ends_with(ending))
            && word.fold.len() > 4
            && !titles::is_no_adjective(&word.fold)
            && !names::is_never(&word.fold);
        return adjective.then_some((at + 1, None, false));
    }
    // The verb in `le maire a la parole`, which folds to the same letter, is one byte shorter.
    let field = matches!(link, "a" | "aux") && word.span.len() > 1 && takes_field(&title.key);
    let mut noun = at + 1;
    while matches!(body.next(noun), "la" | "le" | "l'" | "les" | "the") {
        noun += 1;
    }
    if let Some(name) = name_from(placed, noun) {
        if name.person || matches!(link, "a" | "aux") && !field {
            return None;
        }
        return Some((name.to, Some(name.owner()), true));
    }
    let head = body.words.get(noun).filter(|word| word.joined && word.is_word())?;
    let known = noun > at + 1 || link == "aux";
    // `Historien de l'art`, whose field is a word that starts no name.
    let art =
        body.next(noun - 1) == "l'" && !matches!(head.fold.as_str(), "autre" | "un" | "une" | "ensemble");
    if matches!(link, "a" | "aux") && !(field && known)
        || names::is_never(&head.fold) && !head.is_capital() && !(field && known || art)
    {
        return None;
    }
    let mut end = noun + 1;
    let mut of = head.fold.clone();
    while let Some(next) =
        body.words.get(end).filter(|word| word.joined && word.is_word() && !word.is_capital())
    {
        if let Some(key) = states::adjective_of(&next.fold) {
            let stands = names::is_force_noun(&head.fold) || titles::is_title(&head.fold);
            return Some((
                end + 1,
                Some(if stands && !titles::is_title(&head.fold) {
                    format!("state:{key}")
                } else {
                    format!("{of} state:{key}")
                }),
                false,
            ));
        }
        let adjective = ["al", "ale", "ique"].iter().any(|ending| next.fold.ends_with(ending));
        if !adjective || titles::is_no_adjective(&next.fold) {
            break;
        }
        of.push(' ');
        of.push_str(&next.fold);
        end += 1;
    }
    Some((end, Some(of), false))
}

/// Whether the complement at `at` is somebody else's title: `du président`.
fn is_of_title(body: &Body, at: usize) -> bool {
    matches!(body.next(at), "de" | "d'" | "du" | "of")
        && (at + 1..at + 3).any(|at| titles::look_up(body.next(at)).is_some_and(|title| !title.honorific))
}

/// Whether the field of the office follows with `à`: `conseillère à la sécurité`, `adjoint aux sports`.
fn takes_field(title: &str) -> bool {
    ["conseiller", "adjoint", "delegue", "secretaire d'etat", "commissaire", "attache", "haut-commissaire"]
        .iter()
        .any(|office| title.contains(office))
}

/// Where a party in brackets ends that stands inside a title: `députée (PS) de la Drôme`.
fn bracket_end(body: &Body, at: usize) -> usize {
    if body.next(at) != "(" {
        return at;
    }
    (at + 2..at + 5).find(|at| body.next(*at) == ")").map_or(at, |close| close + 1)
}

/// The person named beside the title phrase `from..to`: right behind it, behind a comma, or before one.
fn beside(body: &Body, placed: &[Placed], from: usize, to: usize) -> Option<usize> {
    let person = |name: &&Placed| name.person;
    let honorific = |at: usize| {
        let word = body.next(at);
        let title = titles::look_up(word).is_some_and(|title| title.honorific);
        if title && body.next(at + 1) == "." { at + 2 } else { at + usize::from(title) }
    };
    // `L'avocate des parents Morel` is none of them.
    let relatives = matches!(body.before(to, 2), "des" | "aux" | "les")
        && body.before(to, 1).strip_suffix('s').is_some_and(titles::is_title);
    if !relatives
        && body.words.get(to).is_some_and(|word| word.joined)
        && let Some(name) = name_from(placed, honorific(to)).filter(person)
    {
        return Some(name.actor);
    }
    let closes = |at: usize| {
        body.words.get(at).is_none_or(|word| {
            !word.joined
                || matches!(
                    word.fold.as_str(),
                    "," | "."
                        | ")"
                        | "("
                        | ";"
                        | ":"
                        | "-"
                        | "–"
                        | "—"
                        | "qui"
                        | "dont"
                        | "et"
                        | "who"
                        | "and"
                )
        })
    };
    if body.next(to) == ","
        && let Some(name) = name_from(placed, to + 1).filter(person).filter(|name| closes(name.to))
    {
        return Some(name.actor);
    }
    let mut comma = from;
    if matches!(
        body.before(comma, 1),
        "le" | "la" | "l'" | "the" | "a" | "an" | "un" | "une" | "ancien" | "ancienne" | "former"
    ) {
        comma -= 1;
    }
    if matches!(body.before(comma, 1), "le" | "la" | "l'" | "the" | "a" | "an") {
        comma -= 1;
    }
    // Without an article it belongs to the name before the comma, whatever comes behind.
    if matches!(body.before(comma, 1), "," | "(") && (closes(to) || comma == from) {
        return name_to(placed, comma - 1).filter(person).map(|name| name.actor);
    }
    None
}

/// How much less sure a description is that more than one actor of the dossier would fit, or that
/// says too little to tell.
const ELSEWHERE: f32 = 0.9;

/// Who holds which title, by all the outlets.
#[derive(Debug, Default)]
pub(super) struct Holders {
    by_title: HashMap<String, Offices>,
    /// Whom descriptions stand for, by all that it hangs on: an article asks the same again and again.
    answers: HashMap<Question, Option<(usize, Joined)>>,
}

/// What a description asks that stands alone: article, title, of what, the gender shown, and whether one
/// holds it at a time, it is told apart by an adjective, and it is definite.
type Question = (usize, String, Option<String>, Option<Gender>, [bool; 3]);

/// Of one title: of which state, body or thing which actor holds it, and in which article it says so.
type Offices = HashMap<Option<String>, Vec<(usize, usize)>>;

impl Holders {
    /// Gathers the appositions.
    pub fn new(descriptions: &[Description]) -> Self {
        let mut holders = Self::default();
        for found in descriptions {
            if let Some(actor) = found.actor {
                let offices = holders.by_title.entry(found.key.clone()).or_default();
                let list = offices.entry(found.of.clone()).or_default();
                if list.last() != Some(&(actor, found.article)) {
                    list.push((actor, found.article));
                }
            }
        }
        holders
    }

    /// The one actor that `description`, standing alone, stands for, if the dossier settles it, and why.
    ///
    /// What names its state or body, or is held by one at a time, may be settled by any outlet; a bare
    /// `le directeur` only where its article names that one person of that office, and less surely.
    pub fn resolve(
        &mut self,
        description: &Description,
        gender: impl Fn(usize) -> Option<Gender>,
        named: impl Fn(usize) -> bool,
    ) -> Option<(usize, Joined)> {
        let Description { article, key, of, gender: shown, single, local, definite, .. } = description;
        let question = (*article, key.clone(), of.clone(), *shown, [*single, *local, *definite]);
        if let Some(answer) = self.answers.get(&question) {
            return *answer;
        }
        let answer = self.answer(description, gender, named);
        self.answers.insert(question, answer);
        answer
    }

    fn answer(
        &self,
        description: &Description,
        gender: impl Fn(usize) -> Option<Gender>,
        named: impl Fn(usize) -> bool,
    ) -> Option<(usize, Joined)> {
        if description.actor.is_some()
            || !(description.definite || description.of.is_some() && description.single)
        {
            return None;
        }
        let agrees = |actor: usize| {
            gender(actor).zip(description.gender).is_none_or(|(gender, shown)| gender == shown)
        };
        let fits = |title: &str| {
            titles::same(title, &description.key)
                || description.key == "ministre" && title.starts_with("ministre ")
        };
        let titles = self.by_title.iter().filter(|(title, _)| fits(title));
        let lists = titles.flat_map(|(_, offices)| match &description.of {
            Some(_) => offices.get(&description.of).into_iter().collect(),
            None => offices.values().collect::<Vec<_>>(),
        });
        let agreeing: Vec<(usize, usize)> =
            lists.flatten().copied().filter(|(actor, _)| agrees(*actor)).collect();
        let only = |mut actors: Vec<usize>| {
            actors.sort_unstable();
            actors.dedup();
            (actors.len() == 1).then(|| actors[0])
        };
        let here = only(
            agreeing
                .iter()
                .filter(|(actor, article)| *article == description.article || named(*actor))
                .map(|(actor, _)| *actor)
                .collect(),
        );
        let by = match &description.of {
            Some(of) if of.contains("state:") => Join::Nationality,
            _ => Join::Apposition,
        };
        if here.is_none() && agreeing.is_empty() && description.of.is_none() {
            return self.by_broader(description, agrees, named);
        }
        if description.of.is_some() || description.single && !description.local {
            let anywhere = only(agreeing.iter().map(|(actor, _)| *actor).collect());
            let less = by.confidence() * ELSEWHERE;
            anywhere.map(|actor| (actor, by.into())).or(here.map(|actor| (actor, Joined::at(by, less))))
        } else {
            here.map(|actor| (actor, Joined::at(by, by.confidence() * ELSEWHERE)))
        }
    }
}

impl Holders {
    /// The one person of the article whose office a word for many offices may stand for: `l'élue` where
    /// the mayor is the only one of them.
    fn by_broader(
        &self,
        description: &Description,
        agrees: impl Fn(usize) -> bool,
        named: impl Fn(usize) -> bool,
    ) -> Option<(usize, Joined)> {
        let narrower = self.by_title.iter().filter(|(title, _)| titles::is_broader(&description.key, title));
        let mut actors: Vec<usize> = narrower
            .flat_map(|(_, offices)| offices.values().flatten())
            .filter(|(actor, article)| (*article == description.article || named(*actor)) && agrees(*actor))
            .map(|(actor, _)| *actor)
            .collect();
        actors.sort_unstable();
        actors.dedup();
        let [actor] = actors[..] else { return None };
        Some((actor, Joined::at(Join::Apposition, Join::Apposition.confidence() * ELSEWHERE)))
    }
}

/// Whether a word of `body` before `at` is an honorific that shows a gender (`Mme`, `M.`).
pub(super) fn honorific_gender(body: &Body, at: usize) -> Option<Gender> {
    let title = match body.before(at, 1) {
        "." => titles::look_up(&format!("{}.", body.before(at, 2)))
            .or_else(|| titles::look_up(body.before(at, 2))),
        word => titles::look_up(word),
    };
    title.and_then(|title| title.gender)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The council of a town, in which everybody is called alike.
    fn councillor(of: &str, actor: Option<usize>) -> Description {
        Description {
            article: 0,
            role: Span::default(),
            alone: Span::default(),
            key: "conseiller".to_owned(),
            of: Some(of.to_owned()),
            actor,
            gender: None,
            single: false,
            local: false,
            definite: true,
        }
    }

    /// Whom each description stands for that names no actor, told within half a minute.
    fn resolved(descriptions: Vec<Description>) -> Vec<Option<usize>> {
        let (sender, receiver) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut holders = Holders::new(&descriptions);
            let alone = descriptions.iter().filter(|description| description.actor.is_none());
            let answers = alone.map(|asked| Some(holders.resolve(asked, |_| None, |_| true)?.0));
            sender.send(answers.collect()).unwrap();
        });
        receiver.recv_timeout(std::time::Duration::from_secs(30)).expect("it never comes to an end")
    }

    #[test]
    fn a_hundred_thousand_offices_are_held_by_as_many() {
        let towns = (0..100_000).map(|town| format!("orvelle{town}"));
        let held = towns.clone().enumerate().map(|(actor, town)| councillor(&town, Some(actor)));
        let answers = resolved(held.chain(towns.map(|town| councillor(&town, None))).collect());
        assert!(answers.iter().enumerate().all(|(actor, answer)| *answer == Some(actor)));
    }

    #[test]
    fn one_office_of_a_hundred_thousand_holders_is_nobodys() {
        let held = (0..100_000).map(|actor| councillor("orvelle", Some(actor)));
        let answers = resolved(held.chain((0..100_000).map(|_| councillor("orvelle", None))).collect());
        assert!(answers.len() == 100_000 && answers.iter().all(Option::is_none));
    }
}
