//! Who speaks in a dossier: claims grouped by their source.

use std::collections::{BTreeSet, HashMap};

use super::Dossier;
use crate::claims::Claim;
use crate::text::fold;

/// Who a claim is grouped under. It outlives a reload: actors go by their ids, not by their places.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// An actor, by its id.
    Actor(String),
    /// A source that is no actor, by its folded words: `les pompiers`.
    Written(String),
    /// Nobody is named.
    Unnamed,
}

/// One source and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Who.
    pub source: Source,
    /// Indices of its claims in the dossier, in order.
    pub claims: Vec<usize>,
    /// How many articles report it.
    pub outlets: usize,
}

/// The sources of a claim: several where they speak together.
pub fn sources(dossier: &Dossier, claim: &Claim) -> Vec<Source> {
    let actors: Vec<Source> = claim
        .speakers
        .iter()
        .filter_map(|&at| dossier.actors.get(at))
        .map(|actor| Source::Actor(actor.id.clone()))
        .collect();
    if !actors.is_empty() {
        return actors;
    }
    let text = dossier.articles.get(claim.article).map_or("", |article| article.text.as_str());
    let written = claim.speaker_text.map(|span| fold(span.of(text))).unwrap_or_default();
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    vec![if written.is_empty() { Source::Unnamed } else { Source::Written(written) }]
}

/// The claims of a source, as their indices in the dossier, in order.
pub fn claims_of<'a>(dossier: &'a Dossier, source: &'a Source) -> impl Iterator<Item = usize> + 'a {
    let actor = match source {
        Source::Actor(id) => dossier.actors.iter().position(|actor| actor.id == *id),
        Source::Written(_) | Source::Unnamed => None,
    };
    // Folding is dear, so a claim by an actor is told by the actor's place.
    let said = move |claim: &Claim| match (source, actor) {
        (Source::Actor(_), Some(actor)) => claim.speakers.contains(&actor),
        (Source::Actor(_), None) => false,
        _ => claim.speakers.is_empty() && sources(dossier, claim).contains(source),
    };
    dossier.claims.iter().enumerate().filter(move |(_, claim)| said(claim)).map(|(at, _)| at)
}

/// The name of a source as `claim`, one of its claims, gives it; none where nobody is named.
pub fn name<'a>(dossier: &'a Dossier, claim: &Claim, source: &Source) -> Option<&'a str> {
    match source {
        Source::Actor(id) => claim
            .speakers
            .iter()
            .filter_map(|&at| dossier.actors.get(at))
            .find(|actor| actor.id == *id)
            .map(|actor| actor.name.as_str()),
        Source::Written(_) => claim.speaker_text.map(|span| span.of(&dossier.articles[claim.article].text)),
        Source::Unnamed => None,
    }
}

/// Groups claims, given by their indices in order, under whoever says them: those who say most first,
/// then those whom most outlets report. Who is not named comes last.
pub fn of(dossier: &Dossier, claims: &[usize]) -> Vec<Voice> {
    let mut places: HashMap<Source, usize> = HashMap::new();
    let mut voices: Vec<Voice> = Vec::new();
    for &at in claims {
        for source in sources(dossier, &dossier.claims[at]) {
            let place = *places.entry(source).or_insert_with_key(|source| {
                voices.push(Voice { source: source.clone(), claims: Vec::new(), outlets: 0 });
                voices.len() - 1
            });
            voices[place].claims.push(at);
        }
    }
    for voice in &mut voices {
        let articles: BTreeSet<usize> = voice.claims.iter().map(|&at| dossier.claims[at].article).collect();
        voice.outlets = articles.len();
    }
    voices.sort_by_key(|voice| {
        let weight = (std::cmp::Reverse(voice.claims.len()), std::cmp::Reverse(voice.outlets));
        (voice.source == Source::Unnamed, weight, voice.claims.first().copied())
    });
    voices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken() -> Dossier {
        Dossier::of_texts(
            "digue",
            [
                (
                    "a.txt",
                    "La digue d’Orvelle\n\nLa digue tiendra, a assuré la préfète Jeanne Morel.\n\nJeanne \
                     Morel a promis des renforts. Les pompiers affirment que l’eau baisse.\n",
                ),
                (
                    "b.txt",
                    "La digue d’Orvelle\n\nLes renforts arriveront lundi, a indiqué Jeanne Morel.\n\n« \
                     L’eau baisse », disent les pompiers.\n",
                ),
            ],
        )
        .analyse(&|_| {})
    }

    #[test]
    fn who_says_most_comes_first() {
        let dossier = spoken();
        let all: Vec<usize> = (0..dossier.claims.len()).collect();
        let voices = of(&dossier, &all);
        let first = &voices[0];
        assert_eq!(name(&dossier, &dossier.claims[first.claims[0]], &first.source), Some("Jeanne Morel"));
        assert_eq!((first.claims.len(), first.outlets), (3, 2));
        assert_eq!(voices.iter().map(|voice| voice.claims.len()).sum::<usize>(), dossier.claims.len());
        assert!(
            voices.iter().all(|voice| claims_of(&dossier, &voice.source).eq(voice.claims.iter().copied()))
        );
    }

    #[test]
    fn a_source_without_a_name_is_one_whatever_its_capitals() {
        let dossier = spoken();
        let all: Vec<usize> = (0..dossier.claims.len()).collect();
        let firemen = of(&dossier, &all)
            .into_iter()
            .find(|voice| {
                name(&dossier, &dossier.claims[voice.claims[0]], &voice.source)
                    .is_some_and(|name| name.to_lowercase().contains("pompiers"))
            })
            .unwrap();
        assert_eq!(firemen.outlets, 2);
    }
}
