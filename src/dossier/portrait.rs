//! What the outlets make of one actor: who names it and who does not, what each says it is, what it
//! says and what is said of it.

use std::collections::{HashMap, HashSet};

use super::Dossier;
use crate::actors::{Actor, MentionForm, Role};
use crate::article::Span;
use crate::text::fold;

/// An actor as the outlets of a dossier show it.
#[derive(Debug, Clone, Default)]
pub struct Portrait<'a> {
    /// The outlets that name it, in the dossier's order.
    pub outlets: Vec<Naming<'a>>,
    /// The outlets that do not.
    pub silent: Vec<&'a str>,
    /// What it is said to be, as most outlets say it first; each with the outlets that do.
    pub roles: Vec<(&'a str, Vec<&'a str>)>,
}

/// What one outlet makes of an actor.
#[derive(Debug, Clone)]
pub struct Naming<'a> {
    /// The outlet.
    pub outlet: &'a str,
    /// How often it names the actor.
    pub mentions: usize,
    /// What it says the actor is, each once, in its order.
    pub roles: Vec<&'a str>,
    /// Where it first says so: the index of the article, and name and role together.
    pub apposition: Option<(usize, Span)>,
}

impl<'a> Portrait<'a> {
    /// The portrait of an actor of `dossier`, hidden or not.
    pub fn of(dossier: &'a Dossier, actor: &'a Actor) -> Self {
        let mut portrait = Self::default();
        let label = |article: usize| dossier.articles.get(article).map_or("", |page| page.label());
        let mut place: HashMap<&str, usize> = HashMap::new();
        for (article, mentions) in actor.counts() {
            let outlet = label(article);
            let at = *place.entry(outlet).or_insert_with(|| {
                portrait.outlets.push(Naming { outlet, mentions: 0, roles: Vec::new(), apposition: None });
                portrait.outlets.len() - 1
            });
            portrait.outlets[at].mentions += mentions;
        }
        let mut silent = HashSet::new();
        let labels = dossier.articles.iter().map(|article| article.label());
        portrait.silent =
            labels.filter(|outlet| !place.contains_key(outlet) && silent.insert(*outlet)).collect();
        let mut told: HashMap<String, usize> = HashMap::new();
        for role in &actor.roles {
            let outlet = label(role.article);
            let at = *told.entry(fold(&role.text)).or_insert_with(|| {
                portrait.roles.push((&role.text, Vec::new()));
                portrait.roles.len() - 1
            });
            let (text, outlets) = &mut portrait.roles[at];
            let new = !outlets.contains(&outlet);
            if new {
                outlets.push(outlet);
            }
            let Some(naming) = place.get(outlet).and_then(|at| portrait.outlets.get_mut(*at)) else {
                continue;
            };
            if new {
                naming.roles.push(text);
            }
            naming.apposition =
                naming.apposition.or_else(|| Some((role.article, beside(dossier, actor, role))));
        }
        portrait.roles.sort_by_key(|(_, outlets)| std::cmp::Reverse(outlets.len()));
        portrait
    }

    /// What it is, as most outlets say it.
    pub fn main_role(&self) -> Option<&'a str> {
        self.roles.first().map(|(text, _)| *text)
    }
}

/// A role with the name it stands beside, when that is in the same sentence.
fn beside(dossier: &Dossier, actor: &Actor, role: &Role) -> Span {
    let sentence = |byte: usize| dossier.texts.get(role.article).and_then(|text| text.sentence_at(byte));
    let here = sentence(role.span.start);
    let distance =
        |span: Span| span.start.saturating_sub(role.span.end).max(role.span.start.saturating_sub(span.end));
    actor
        .mentions
        .iter()
        .filter(|mention| mention.article == role.article && mention.form == MentionForm::Name)
        .map(|mention| mention.span)
        .filter(|span| here.is_some() && sentence(span.start) == here)
        .min_by_key(|span| distance(*span))
        .map_or(role.span, |name| name.join(role.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_what_most_outlets_say_and_each_tells_how() {
        let dossier = Dossier::of_texts(
            "Le port",
            [
                (
                    "a.txt",
                    "Le port\n\nHier, la maire Jeanne Morel a visité le port. Jeanne Morel est partie.",
                ),
                ("b.txt", "Le port\n\nHier, la ministre Jeanne Morel a visité le port avec les pompiers."),
                ("c.txt", "Le port\n\nHier, Jeanne Morel, maire, a visité le port avec les pompiers."),
                ("d.txt", "Le port\n\nPersonne ne viendra ce matin au port."),
            ],
        )
        .analyse(&|_| {});
        let actor = dossier.actors.iter().find(|actor| actor.name == "Jeanne Morel").unwrap();
        let portrait = Portrait::of(&dossier, actor);
        assert_eq!(portrait.main_role(), Some("maire"));
        let told: Vec<(&str, usize)> =
            portrait.outlets.iter().map(|naming| (naming.outlet, naming.mentions)).collect();
        assert_eq!(told, [("a", 2), ("b", 1), ("c", 1)]);
        assert_eq!(portrait.silent, ["d"]);
        let words: Vec<&str> = portrait
            .outlets
            .iter()
            .filter_map(|naming| naming.apposition)
            .map(|(article, span)| span.of(&dossier.articles[article].text))
            .collect();
        assert_eq!(words, ["maire Jeanne Morel", "ministre Jeanne Morel", "Jeanne Morel, maire"]);
    }
}
