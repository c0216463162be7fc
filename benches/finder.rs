//! What a keystroke in the finder costs over 50,000 titles, and what narrowing saves.

use std::hint::black_box;
use std::sync::atomic::AtomicBool;

use criterion::{Criterion, criterion_group, criterion_main};
use recoupe::article::Article;
use recoupe::dossier::Dossier;
use recoupe::search::{Ask, Catalogue, Hits, Occurrences, Query, Search};
use recoupe::source::Decoded;

const WORDS: &[&str] = &[
    "l’Élysée",
    "dément",
    "report",
    "retraites",
    "grève",
    "port",
    "marins",
    "préfecture",
    "accord",
    "négociations",
    "inondations",
    "rentrée",
    "budget",
    "ministre",
    "maire",
    "enquête",
    "procès",
    "sécheresse",
    "tramway",
    "hôpital",
    "syndicat",
    "manifestation",
    "œuvre",
    "musée",
    "récolte",
    "séisme",
    "élections",
    "parlement",
    "usine",
    "fermeture",
    "réouverture",
    "ferry",
];

/// Titles of nine words from a linear congruential sequence, the same on every run.
fn titles(count: usize) -> Dossier {
    let mut state = 7u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(state >> 33) as usize % WORDS.len()]
    };
    let articles = (0..count).map(|number| {
        let title = (0..9).map(|_| word()).collect::<Vec<_>>().join(" ");
        let decoded = Decoded { text: title.clone(), encoding: "UTF-8".to_owned() };
        let mut article = Article::read(format!("{number}.txt"), String::new(), None, decoded);
        article.title = Some(title);
        article
    });
    Dossier { articles: articles.collect(), ..Dossier::default() }
}

fn run(search: &mut Search, catalogue: &Catalogue, line: &str) -> Option<Hits> {
    let query = Query::parse(line);
    search.run(catalogue, &Ask::new(&query), &AtomicBool::new(false))
}

fn finder(bench: &mut Criterion) {
    let dossier = titles(50_000);
    let catalogue = Catalogue::new(&dossier, []);
    let mut group = bench.benchmark_group("finder over 50,000 titles");
    for line in ["", "e", "elysee", "elsee", "grve prt", "'report !greve", "zzz"] {
        group.bench_function(format!("fresh {line:?}"), |bench| {
            bench.iter(|| run(&mut Search::default(), &catalogue, black_box(line)));
        });
    }
    group.bench_function("a word typed key by key", |bench| {
        bench.iter(|| {
            let mut search = Search::default();
            for end in 1..="tramway".len() {
                black_box(run(&mut search, &catalogue, &"tramway"[..end]));
            }
        });
    });
    group.bench_function("laying out", |bench| bench.iter(|| Catalogue::new(black_box(&dossier), [])));
    group.finish();

    let text = "La grève s’étend à l’Œuvre du port, dit la préfecture. ".repeat(2_000);
    bench.bench_function("one key of a search in 120 kB of text", |bench| {
        bench.iter(|| Occurrences::find(black_box(&text), "oeuvre du"));
    });
}

criterion_group!(benches, finder);
criterion_main!(benches);
