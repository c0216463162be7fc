//! The finder's engine on small dossiers, from typed line to hits.

use super::*;
use crate::actors::{Actor, ActorKind, Mention, MentionForm};
use crate::claims::{Claim, ClaimKind};
use crate::dossier::Index;

/// Two outlets on a harbour strike, with an actor and a claim put in by hand.
fn harbour() -> Dossier {
    let mut dossier = Dossier::of_texts(
        "port",
        [
            (
                "Le Phare.txt",
                "L’Élysée dément tout report\n\nLa maire Jeanne Morel a promis « un dialogue ouvert ». \
                 Les grévistes restent sur le quai.",
            ),
            (
                "Echo du Port.txt",
                "Ferries : l’Œuvre des marins appelle à l’aide\n\nÀ Sète, l’ÉTAT ne répond pas. Le sport \
                 est suspendu.",
            ),
        ],
    );
    let at = |words: &str| {
        let start = dossier.articles[0].text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let (morel, claim) = (at("Jeanne Morel"), at("« un dialogue ouvert »"));
    dossier.actors = vec![Actor {
        id: "jeanne-morel".into(),
        name: "Jeanne Morel".into(),
        kind: ActorKind::Person,
        gender: None,
        aliases: vec!["Mme Morel".into()],
        roles: Vec::new(),
        mentions: vec![Mention { article: 0, span: morel, form: MentionForm::Name }],
    }];
    dossier.claims = vec![Claim {
        id: "c1".into(),
        article: 0,
        span: claim,
        kind: ClaimKind::Direct,
        speakers: vec![0],
        speaker_text: Some(morel),
        cue: None,
        via: None,
        hedged: false,
    }];
    dossier.index = Index::new(&dossier);
    dossier
}

use crate::dossier::Dossier;

fn catalogue() -> Catalogue {
    let export = Command { id: "export", name: "Exporter la sélection", keys: "e" };
    let help = Command { id: "help", name: "Aide", keys: "?" };
    Catalogue::new(&harbour(), [export, help])
}

fn ask(catalogue: &Catalogue, line: &str, scope: Scope) -> Hits {
    let query = Query::parse(line);
    let ask = Ask { scope, ..Ask::new(&query) };
    Search::default().run(catalogue, &ask, &AtomicBool::new(false)).unwrap()
}

/// `kind: label with [what is lit up]`, best first.
fn found(line: &str) -> Vec<String> {
    let catalogue = catalogue();
    ask(&catalogue, line, Scope::All).shown.iter().map(|hit| drawn(&catalogue, hit)).collect()
}

fn drawn(catalogue: &Catalogue, hit: &Hit) -> String {
    let entry = catalogue.entry(hit.entry).unwrap();
    let label = catalogue.label(entry);
    let mut out = format!("{}: ", entry.kind.name());
    let mut at = 0;
    for span in &hit.highlights {
        out += &label[at..span.start];
        out += &format!("[{}]", span.of(label));
        at = span.end;
    }
    out + &label[at..]
}

#[test]
fn a_name_typed_without_accents_lights_up_as_printed() {
    assert_eq!(found("elysee"), ["article: L’[Élysée] dément tout report"]);
}

#[test]
fn ligatures_and_capitals_are_no_obstacle() {
    assert_eq!(found("oeuvre"), ["article: Ferries : l’[Œuvre] des marins appelle à l’aide"]);
    assert_eq!(found("'etat"), ["text: À Sète, l’[ÉTAT] ne répond pas."]);
}
