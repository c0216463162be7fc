//! Who a source is: from the words that name it to actors of the dossier.

use std::collections::HashMap;
use std::ops::Range;

use super::Principal;
use super::groups;
use super::lexicon::class;
use super::words::Reading;
use crate::actors::{Actor, ActorKind, Gender, states, titles};
use crate::article::Span;
use crate::text::fold;

/// A mention of an actor in one article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub span: Span,
    pub actor: usize,
}

/// The mentions of every article, each list by position.
pub(super) fn mentions_by_article(articles: usize, actors: &[Actor]) -> Vec<Vec<Named>> {
    let mut lists = vec![Vec::new(); articles];
    for (actor, found) in actors.iter().enumerate() {
        for mention in &found.mentions {
            if let Some(list) = lists.get_mut(mention.article) {
                list.push(Named { span: mention.span, actor });
            }
        }
    }
    for list in &mut lists {
        list.sort_by_key(|named| named.span);
    }
    lists
}

/// A source that has been looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Speaker {
    /// The actors it stands for; empty for an anonymous source.
    pub actors: Vec<usize>,
    pub gender: Option<Gender>,
    pub plural: bool,
}

/// What has been learnt of the dossier's actors, for all articles.
pub(super) struct Cast<'a> {
    pub actors: &'a [Actor],
    /// Folded roles and the actor that holds each, where only one does.
    roles: HashMap<String, Option<usize>>,
    /// Folded first nouns of the names of bodies: `comité`, and whose they are.
    heads: HashMap<String, Vec<usize>>,
}

impl<'a> Cast<'a> {
    pub fn new(actors: &'a [Actor]) -> Self {
        let mut roles: HashMap<String, Option<usize>> = HashMap::new();
        let mut heads: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, actor) in actors.iter().enumerate() {
            for role in &actor.roles {
                roles
                    .entry(fold(&role.text))
                    .and_modify(|known| {
                        if *known != Some(index) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(index));
            }
            if actor.kind == ActorKind::Organisation {
                for name in actor.names() {
                    let folded = fold(name);
                    if let Some((head, _)) = folded.split_once(' ') {
                        let list = heads.entry(head.to_owned()).or_default();
                        if !list.contains(&index) {
                            list.push(index);
                        }
                    }
                }
            }
        }
        Self { actors, roles, heads }
    }
}

/// The speakers of one article, in the order they spoke.
pub(super) struct Stage<'a> {
    pub cast: &'a Cast<'a>,
    pub mentions: &'a [Named],
    history: Vec<Speaker>,
    /// Who spoke last, a newspaper or an agency as well.
    latest: Option<Speaker>,
    /// The person a sentence without claims was about, until somebody speaks.
    topic: Option<Speaker>,
    /// Folded nouns by which speakers were called: `le comité` is whoever was called so last.
    called: HashMap<String, Vec<usize>>,
    /// Spokespersons, and the body that each speaks for.
    offices: HashMap<usize, Principal>,
    /// The newspaper, channel or agency that was a source last: `le journal`.
    medium: Option<usize>,
}

impl<'a> Stage<'a> {
    /// How far ahead of a pronoun its person may be named, in bytes.
    const AHEAD: usize = 300;

    pub fn new(cast: &'a Cast<'a>, mentions: &'a [Named]) -> Self {
        Self {
            cast,
            mentions,
            history: Vec::new(),
            latest: None,
            topic: None,
            called: HashMap::new(),
            offices: HashMap::new(),
            medium: None,
        }
    }

    /// The mentions that overlap `span`.
    pub fn mentions_in(&self, span: Span) -> &'a [Named] {
        let from = self.mentions.partition_point(|named| named.span.end <= span.start);
        let to = self.mentions.partition_point(|named| named.span.start < span.end);
        self.mentions.get(from..to).unwrap_or_default()
    }

    /// The last one who spoke.
    pub fn last(&self) -> Option<&Speaker> {
        self.latest.as_ref()
    }

    /// Remembers who spoke.
    pub fn spoke(&mut self, reading: &Reading, words: &Range<usize>, speaker: &Speaker) {
        if let [actor] = speaker.actors.as_slice()
            && let Some(head) = head(reading, words)
            // `un des experts, Karim Haddad` does not make him `les experts`.
            && !reading.is(words.start, class::PLURAL | class::NUMBER)
        {
            let name = fold(reading.low(head));
            self.called.insert(name, vec![*actor]);
        }
        self.history.push(speaker.clone());
        self.latest = Some(speaker.clone());
        self.topic = None;
    }

    /// Remembers a medium that was a source: a pronoun behind it means somebody else.
    pub fn reported_by(&mut self, speaker: &Speaker) {
        if let [actor] = speaker.actors.as_slice() {
            self.medium = Some(*actor);
        }
        self.latest = Some(speaker.clone());
    }

    /// The name of a relay written in `words`.
    pub fn relay(&self, reading: &Reading, words: &Range<usize>) -> String {
        let span = reading.span(words);
        // A mention of part of the words only is somebody else: `Le Matin | du Rhin`.
        let mentions = self.mentions_in(span);
        let first = words.clone().find(|&at| !reading.is(at, class::DETERMINER)).unwrap_or(words.start);
        let first = reading.word(first).map_or(span.start, |word| word.span.start);
        let covers = |named: &Named| named.span.start <= first && named.span.end >= span.end;
        let whole = |actor: usize| mentions.iter().any(|named| named.actor == actor && covers(named));
        match self.named(reading, words, span).first() {
            Some(&actor) if whole(actor) => self.cast.actors[actor].name.clone(),
            _ => span.of(reading.text).to_owned(),
        }
    }

    /// Remembers that `actor` speaks for `body`.
    pub fn speaks_for(&mut self, actor: usize, body: Principal) {
        self.offices.insert(actor, body);
    }

    /// The body that `actor` was said to speak for.
    pub fn spoken_for(&self, actor: usize) -> Option<Principal> {
        self.offices.get(&actor).cloned()
    }

    /// Takes note of somebody who is about to speak: the subject before a colon.
    pub fn notice(&mut self, reading: &Reading, words: &Range<usize>) {
        let speaker = self.resolve(reading, words);
        if !speaker.actors.is_empty() {
            self.latest = Some(speaker.clone());
            self.history.push(speaker);
        }
    }

    /// Takes note of somebody without a name that a sentence is about: `Une riveraine va plus loin. Elle…`
    pub fn notice_nobody(&mut self, reading: &Reading, words: &Range<usize>) {
        let person = head(reading, words).is_some_and(|head| {
            let noun = reading.low(head);
            reading.is(head, class::PERSON) || titles::is_title(&fold(noun))
        });
        if person && matches!(reading.low(words.start), "un" | "une" | "a" | "an") {
            self.topic = Some(self.resolve(reading, words));
        }
    }

    /// Takes note of the person or persons a sentence is about.
    pub fn notice_people(&mut self, reading: &Reading, words: &Range<usize>) {
        let speaker = self.resolve(reading, words);
        let person = |&actor: &usize| self.cast.actors[actor].kind == ActorKind::Person;
        // `Les experts du Comité ont rendu leur avis. Ils…` speak for the body.
        if !speaker.actors.is_empty() && (speaker.plural || speaker.actors.iter().all(person)) {
            self.topic = Some(speaker);
        }
    }

    /// Whether the words name a person.
    pub fn names_person(&self, reading: &Reading, words: &Range<usize>) -> bool {
        let named = self.mentions_in(reading.span(words));
        named.iter().any(|named| self.cast.actors[named.actor].kind == ActorKind::Person)
    }

    /// Forgets whom the last sentence was about: a verb that goes on with a speech has its speaker.
    pub fn go_on(&mut self) {
        self.topic = None;
    }

    /// Looks up the source written in `words`.
    pub fn resolve(&self, reading: &Reading, words: &Range<usize>) -> Speaker {
        let span = reading.span(words);
        let first = reading.word(words.start);
        if words.len() == 1
            && first.is_some_and(|word| {
                is_hidden_pronoun(&word.low)
                    || word.inverted
                    || (word.is(class::SUBJECT | class::STRONG) && !word.is(class::DETERMINER))
            })
        {
            return self.pronoun(reading, words.start);
        }
        if let Some(actor) = self.one_of_two(reading, words) {
            let gender = self.cast.actors[actor].gender;
            return Speaker { actors: vec![actor], gender, plural: false };
        }
        let plural = words.clone().any(|at| reading.low(at) == "et" || reading.low(at) == "and")
            || first.is_some_and(|word| {
                word.is(class::PLURAL)
                    || (word.is(class::NUMBER) && !word.is(class::DETERMINER))
                    || word.kind == crate::text::TokenKind::Number
            })
            || names_many(reading, words);
        let gender = self.written_gender(reading, words).or_else(|| {
            first.and_then(|word| {
                if word.is(class::FEMININE) {
                    Some(Gender::Feminine)
                } else if word.is(class::MASCULINE) {
                    Some(Gender::Masculine)
                } else {
                    None
                }
            })
        });
        let latter = groups::is_latter(reading, words.start);
        let mut actors = if latter { Vec::new() } else { self.named(reading, words, span) };
        if actors.is_empty() && !plural && (latter || self.points_back(reading, words)) {
            actors.extend(self.person_before(span.start, gender));
        }
        let mut speaker = Speaker { actors, gender, plural };
        if let [actor] = speaker.actors.as_slice()
            && let Some(gender) = self.cast.actors[*actor].gender
        {
            speaker.gender = Some(gender);
        }
        speaker
    }

    /// Whose `le communiqué` is: the body that the last speaker speaks for, else that speaker.
    fn issuer(&self) -> Vec<usize> {
        let Some([actor]) = self.latest.as_ref().map(|speaker| speaker.actors.as_slice()) else {
            return Vec::new();
        };
        let body = self.offices.get(actor).map(|body| fold(&body.name));
        let named = body.and_then(|body| {
            self.cast.actors.iter().position(|actor| actor.names().any(|name| fold(name) == body))
        });
        vec![named.unwrap_or(*actor)]
    }

    /// `la première`, `le second`: one of the two who spoke together last.
    fn one_of_two(&self, reading: &Reading, words: &Range<usize>) -> Option<usize> {
        let which = match reading.low(words.end.checked_sub(1)?) {
            "premier" | "première" | "former" => 0,
            "second" | "seconde" | "latter" => 1,
            _ => return None,
        };
        if words.len() != 2 || !reading.is(words.start, class::DEFINITE) {
            return None;
        }
        let pair = self.history.iter().rev().take(6).find(|speaker| speaker.actors.len() == 2)?;
        pair.actors.get(which).copied()
    }

    /// The gender that the noun shows where the article does not: `l'élue`, `l'avocat`.
    fn written_gender(&self, reading: &Reading, words: &Range<usize>) -> Option<Gender> {
        if reading.low(words.start) != "l'" {
            return None;
        }
        let noun = reading.low(head(reading, words)?);
        let person = |word: &str| reading.lexicon.classes(word) & class::PERSON != 0;
        if noun.strip_suffix('e').is_some_and(person) {
            Some(Gender::Feminine)
        } else if person(&format!("{noun}e")) {
            Some(Gender::Masculine)
        } else {
            None
        }
    }

    fn named(&self, reading: &Reading, words: &Range<usize>, span: Span) -> Vec<usize> {
        let mentions = self.mentions_in(span);
        // Those that `de` hangs on another noun say whose, not who.
        let (heads, complements): (Vec<&Named>, Vec<&Named>) =
            mentions.iter().partition(|named| !self.is_complement(reading, words, named));
        // `Paul Hamon (Parti du centre) et Lise Petit`: brackets tell whose.
        let in_brackets = |named: &&Named| {
            let at = reading.words.partition_point(|word| word.span.start < named.span.start);
            at > words.start && reading.low(at - 1) == "("
        };
        // `un salarié de la Compagnie des eaux (CDE)` is not the company.
        let owned = |named: &&Named| complements.iter().any(|other| other.actor == named.actor);
        let outside: Vec<&Named> = heads.iter().copied().filter(|named| !in_brackets(named)).collect();
        let heads = if outside.is_empty() { heads } else { outside };
        let heads: Vec<&Named> =
            heads.into_iter().filter(|named| !(in_brackets(named) && owned(named))).collect();
        if !heads.is_empty() {
            let mut actors: Vec<usize> = Vec::new();
            let best =
                heads.iter().map(|named| rank(self.cast.actors[named.actor].kind)).min().unwrap_or_default();
            let together = words.clone().any(|at| matches!(reading.low(at), "et" | "and"));
            for named in heads {
                let kind = rank(self.cast.actors[named.actor].kind);
                if (together || kind == best) && !actors.contains(&named.actor) {
                    actors.push(named.actor);
                }
            }
            if !together {
                actors.truncate(1);
            }
            return actors;
        }
        let Some(head) = head(reading, words) else { return Vec::new() };
        let bare = fold(Span::new(reading.words[head].span.start, span.end).of(reading.text));
        if let Some(Some(actor)) = self.cast.roles.get(&bare) {
            return vec![*actor];
        }
        let speaks_for =
            reading.is(head, class::DOCUMENT) || (reading.is(head, class::MEMBER) && words.len() > 1);
        if speaks_for
            && let Some(owner) = complements.iter().find(|named| {
                reading.is(head, class::DOCUMENT)
                    || self.cast.actors[named.actor].kind == ActorKind::Organisation
            })
        {
            return vec![owner.actor];
        }
        // `le journal`, `la chaîne`: the one that was cited last.
        let alone = words.len() == 2 && reading.is(words.start, class::DEFINITE);
        if let Some(medium) = self.medium.filter(|_| alone && reading.is(head, class::MEDIUM)) {
            return vec![medium];
        }
        if alone && reading.is(head, class::ISSUED) {
            return self.issuer();
        }
        let noun = fold(reading.low(head));
        let body = match self.cast.heads.get(&noun).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        };
        if !complements.is_empty() {
            // `un comité de la Ligue` is the one body whose name says so.
            let name = body.map(|body| fold(&self.cast.actors[body].name)).unwrap_or_default();
            let owned = complements.iter().any(|named| name.contains(&fold(named.span.of(reading.text))));
            return body.filter(|_| owned).into_iter().collect();
        }
        if let Some(state) = self.state_spoken_for(reading, words, head) {
            return vec![state];
        }
        if let Some(actors) = self.called.get(&noun) {
            return actors.clone();
        }
        if let Some(body) = body {
            return vec![body];
        }
        self.bearer(reading, words, head, &bare).into_iter().collect()
    }

    /// `le gouvernement norvanien` speaks for its state, where no such government is an actor.
    fn state_spoken_for(&self, reading: &Reading, words: &Range<usize>, head: usize) -> Option<usize> {
        if !reading.is(head, class::GOVERNMENT) {
            return None;
        }
        let key = (head + 1..words.end).find_map(|at| states::adjective_of(&fold(reading.low(at))))?;
        self.cast.actors.iter().position(|actor| {
            actor.kind == ActorKind::Place && states::key_of(&fold(&actor.name)) == Some(key)
        })
    }

    /// Whoever spoke last and bears the title that stands alone in `words`: `le chef de l'État`. For
    /// `les experts`, the body that spoke last.
    fn bearer(&self, reading: &Reading, words: &Range<usize>, head: usize, bare: &str) -> Option<usize> {
        let own = matches!(reading.low(words.start), "ses" | "leurs") && reading.is(head, class::MEMBER);
        if head == words.start || !(own || reading.is(words.start, class::DEFINITE)) {
            return None;
        }
        let one = |speaker: &Speaker| match speaker.actors.as_slice() {
            [actor] => Some(*actor),
            _ => None,
        };
        let mut spoken = self.history.iter().rev().take(30).filter_map(one);
        if reading.is(head, class::MEMBER) {
            // `le rapporteur public` is somebody else's.
            if words.len() > 2 && !reading.is(words.start, class::PLURAL) {
                return None;
            }
            return spoken.find(|&actor| self.cast.actors[actor].kind == ActorKind::Organisation);
        }
        let key = &titles::look_up(bare)?.key;
        spoken.find(|&actor| {
            self.cast.actors[actor].roles.iter().any(|role| {
                let role = fold(&role.text);
                let first = role.split(' ').next().unwrap_or_default();
                [role.as_str(), first]
                    .into_iter()
                    .filter_map(titles::look_up)
                    .any(|title| titles::same(&title.key, key))
            })
        })
    }

    fn is_complement(&self, reading: &Reading, words: &Range<usize>, named: &Named) -> bool {
        let at = reading.words.partition_point(|word| word.span.start < named.span.start);
        // `Ukraine's air force spokesman`.
        let behind = reading.words.partition_point(|word| word.span.start < named.span.end);
        if behind + 1 < words.end && matches!(reading.low(behind), "'s" | "’s") {
            return true;
        }
        if at <= words.start {
            return false;
        }
        let mut before = at - 1;
        // `les avocats de M. Verdeil`.
        if before > words.start && reading.is(before, class::TITLE) && !reading.is(before, class::LINK) {
            before -= 1;
        }
        if before > words.start && reading.is(before, class::DETERMINER) && !reading.is(before, class::LINK) {
            before -= 1;
        }
        // `un porte-parole du groupe Helvor`: a body is named behind its noun, and both hang on `de`.
        let noun = reading
            .word(before)
            .is_some_and(|word| !word.capital && (word.is_open() || word.is(class::NOUN)));
        if before > words.start + 1 && noun && self.cast.actors[named.actor].kind != ActorKind::Person {
            before -= 1;
            if reading.is(before, class::DETERMINER) && !reading.is(before, class::LINK) {
                before -= 1;
            }
        }
        before >= words.start && reading.is(before, class::LINK | class::PREPOSITION)
    }

    /// Whether words mean a person spoken of before: `cette ancienne institutrice`, `la gagnante`. Bodies
    /// and titles are looked up by their names instead.
    fn points_back(&self, reading: &Reading, words: &Range<usize>) -> bool {
        let Some(head) = head(reading, words) else { return false };
        let body = reading.is(head, class::NOUN & !class::PERSON)
            || !self.mentions_in(reading.span(words)).is_empty();
        let demonstrative = matches!(reading.low(words.start), "ce" | "cet" | "cette");
        let definite = reading.is(words.start, class::DEFINITE) && words.len() <= 3;
        // `the 22-year-old`, `le trentenaire`.
        let person = reading.is(head, class::PERSON) || reading.low(head).ends_with("-year-old");
        !body && (demonstrative || definite && person)
    }

    /// The person of that gender named last before byte `before`.
    fn person_before(&self, before: usize, gender: Option<Gender>) -> Option<usize> {
        let end = self.mentions.partition_point(|named| named.span.start < before);
        self.mentions[..end].iter().rev().take(12).map(|named| named.actor).find(|&actor| {
            let actor = &self.cast.actors[actor];
            actor.kind == ActorKind::Person
                && (gender.is_none() || actor.gender.is_none() || actor.gender == gender)
        })
    }

    /// The last speaker that a pronoun agrees with, else the last person named before it.
    fn pronoun(&self, reading: &Reading, at: usize) -> Speaker {
        let Some(word) = reading.word(at) else { return Speaker::default() };
        let hidden = is_hidden_pronoun(&word.low);
        let plural = matches!(
            word.low.as_str(),
            "leurs" | "leur" | "les" | "ils" | "elles" | "eux" | "they" | "them" | "ceux-ci" | "celles-ci"
        );
        let gender = if hidden {
            None
        } else if word.is(class::FEMININE) {
            Some(Gender::Feminine)
        } else if word.is(class::MASCULINE) {
            Some(Gender::Masculine)
        } else {
            None
        };
        // `Celui-ci` is whoever was named last, not whoever spoke last.
        if matches!(word.low.as_str(), "celui-ci" | "celle-ci") {
            let actors: Vec<usize> = self.person_before(word.span.start, gender).into_iter().collect();
            if !actors.is_empty() {
                return Speaker { actors, gender, plural };
            }
        }
        let thing = word.low == "it";
        let fits = |actor: usize| (self.cast.actors[actor].kind != ActorKind::Person) == thing;
        let agrees = |speaker: &&Speaker| {
            let kind = !reading.lexicon.english || plural || speaker.actors.iter().all(|&actor| fits(actor));
            kind && speaker.plural == plural
                && match (gender, speaker.gender) {
                    (Some(wanted), Some(has)) => wanted == has || plural,
                    // `l'entourage du maire` is hardly `elle`.
                    (Some(_), None) => plural || !speaker.actors.is_empty(),
                    _ => true,
                }
        };
        if let Some(speaker) = self.topic.iter().chain(self.history.iter().rev().take(12)).find(agrees) {
            return speaker.clone();
        }
        let byte = word.span.start;
        let before = self.mentions.partition_point(|named| named.span.start < byte);
        let person = self.mentions[..before].iter().rev().take(12).find(|named| {
            let actor = &self.cast.actors[named.actor];
            let wanted = if plural || thing { ActorKind::Organisation } else { ActorKind::Person };
            // `ils` is a body only where its name is a plural: `les Républicains`.
            let many = !plural || {
                let at = reading.words.partition_point(|word| word.span.start < named.span.start);
                at > 0 && reading.is(at - 1, class::PLURAL)
            };
            many && actor.kind == wanted
                && (gender.is_none() || actor.gender.is_none() || actor.gender == gender)
        });
        // `D'après elle, rien ne presse. Anne Roussel…`: with nobody before it, it points ahead.
        let ahead = || {
            self.mentions[before..].iter().take(3).find(|named| {
                let actor = &self.cast.actors[named.actor];
                let near = named.span.start < byte + Self::AHEAD;
                near && !plural
                    && !hidden
                    && !thing
                    && actor.kind == ActorKind::Person
                    && (actor.gender.is_none() || actor.gender == gender)
            })
        };
        let person = person.or_else(|| if before == 0 { ahead() } else { None });
        Speaker { actors: person.map(|named| named.actor).into_iter().collect(), gender, plural }
    }
}

/// `une centaine de médecins`, `la plupart des élus`, `une source` not.
fn names_many(reading: &Reading, words: &Range<usize>) -> bool {
    let noun = reading.low(words.start + 1);
    let crowd =
        noun.ends_with("aine") || matches!(noun, "plupart" | "majorité" | "poignée" | "dozen" | "number");
    words.len() > 3 && crowd && matches!(reading.low(words.start + 2), "de" | "d'" | "des" | "of")
}

/// Whether a word stands for the source in `à ses yeux`, `à l'en croire`; alone, it is no noun group.
fn is_hidden_pronoun(word: &str) -> bool {
    matches!(word, "ses" | "son" | "leur" | "leurs" | "l'" | "les")
}

/// Persons speak before bodies, bodies before states.
fn rank(kind: ActorKind) -> u8 {
    match kind {
        ActorKind::Person => 0,
        ActorKind::Organisation => 1,
        ActorKind::Place => 2,
        ActorKind::Event | ActorKind::Other => 3,
    }
}

/// The head noun of a group: the first word that is no article or number.
pub(super) fn head(reading: &Reading, words: &Range<usize>) -> Option<usize> {
    words.clone().find(|&at| {
        reading.word(at).is_some_and(|word| {
            word.kind == crate::text::TokenKind::Word
                && !word.is(class::DETERMINER | class::NUMBER | class::LINK | class::TITLE)
        })
    })
}
