//! How fast the actor stage is, on one core: a French dossier of invented events, in words a second, and the
//! time in which the built-in model is loaded.
//!
//! `cargo bench --bench actors` runs it.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::actors;
use recoupe::actors::features::Sheet;
use recoupe::actors::tagger::Tagger;
use recoupe::dossier::Dossier;

/// Sentences as outlets write them; the names in them change with the event.
const SENTENCES: [&str; 12] = [
    "La maire de {place}, {person}, a promis mardi que le pont rouvrirait avant la fin du mois de mars.",
    "Selon {last}, « personne n'avait signalé de fissure » avant la crue qui a emporté deux piles.",
    "Le président de la région, interrogé par Radio {place}, a demandé un rapport au ministère des Transports.",
    "L'Agence de surveillance des ouvrages d'art (ASOA) a envoyé trois ingénieurs sur place dès dimanche soir.",
    "{person}, porte-parole des pompiers, a précisé que quatorze familles avaient été relogées à l'école du bourg.",
    "À Paris, le gouvernement suit la situation de près, a indiqué l'Élysée dans un communiqué publié vers 18 heures.",
    "« Nous ne reprendrons le trafic que lorsque la sécurité sera garantie », a répété la société Viaduc Exploitation.",
    "Les habitants de {place} réclament depuis des années un second passage sur la rivière, rappelle Le Courrier.",
    "Le parquet de {place} a ouvert une enquête pour mise en danger de la vie d'autrui, confiée à la gendarmerie.",
    "M. {last} a rencontré lundi les élus de la vallée, dont la députée {person}, venue avec des ingénieurs suisses.",
    "L'Union européenne pourrait financer une partie des travaux, estimés à 12 millions d'euros par la commune.",
    "Dans la soirée, plusieurs centaines de personnes se sont rassemblées devant la mairie, sans incident notable.",
];

const PERSONS: [&str; 8] = [
    "Jeanne Morel",
    "Karim Haddad",
    "Anne Roussel",
    "Paul Ferrand",
    "Lucie Ortega",
    "Hugo Lemaire",
    "Inès Caron",
    "Dmytro Halenko",
];

const PLACES: [&str; 6] = ["Pontvert", "Lormiers", "Sainte-Orge", "Valcroix", "Montfaucher", "Rive-sur-Orge"];

/// Articles of forty sentences, each event told by ten of them.
fn generated(articles: usize) -> Dossier {
    let texts: Vec<(String, String)> = (0..articles)
        .map(|article| {
            let event = article / 10;
            let sentences: Vec<String> = (0..40)
                .map(|at| {
                    let turn = at * 7 + article * 3;
                    let person = PERSONS[(event + turn) % PERSONS.len()];
                    let last = person.split(' ').next_back().unwrap();
                    SENTENCES[turn % SENTENCES.len()]
                        .replace("{person}", person)
                        .replace("{last}", last)
                        .replace("{place}", PLACES[(event + turn / 5) % PLACES.len()])
                })
                .collect();
            let paragraphs: Vec<String> = sentences.chunks(4).map(|chunk| chunk.join(" ")).collect();
            (format!("{article:04}.txt"), format!("Le pont fermé\n\n{}", paragraphs.join("\n\n")))
        })
        .collect();
    Dossier::of_texts("bench", texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

fn words(dossier: &Dossier) -> u64 {
    dossier.articles.iter().map(|article| article.text.split_whitespace().count() as u64).sum()
}

fn stage(criterion: &mut Criterion) {
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let mut group = criterion.benchmark_group("actors");
    group.sample_size(20);
    for articles in [10, 100] {
        let dossier = generated(articles);
        group.throughput(Throughput::Elements(words(&dossier)));
        group.bench_function(format!("{articles} articles, words per second on one core"), |bencher| {
            bencher.iter(|| one_core.install(|| actors::find(black_box(&dossier.articles), &dossier.texts)));
        });
    }
    let dossier = generated(100);
    let tagger = Tagger::built_in().unwrap();
    group.throughput(Throughput::Elements(words(&dossier)));
    group.bench_function("features and tags alone", |bencher| {
        bencher.iter(|| {
            let tagged = dossier.articles.iter().zip(&dossier.texts).map(|(article, text)| {
                let sheet = Sheet::read(article, text, tagger.lexicon());
                tagger.tag(&sheet).names().len()
            });
            black_box(tagged.sum::<usize>())
        });
    });
    group.finish();
}

fn load(criterion: &mut Criterion) {
    criterion.bench_function("load the model", |bencher| {
        bencher.iter(|| {
            Tagger::read(
                black_box(include_bytes!("../assets/model/tagger.bin")),
                include_bytes!("../assets/model/words.bin"),
                include_bytes!("../assets/model/phrases.bin"),
            )
            .unwrap()
        });
    });
}

criterion_group!(benches, stage, load);
criterion_main!(benches);
