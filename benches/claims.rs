//! How fast claims and figures are read, in words per second on one core.
//!
//! `cargo bench --bench claims` runs it on the demo's articles, repeated so that a run is long enough to
//! measure. Actors are found beforehand: they belong to another stage.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use recoupe::claims::{self, figures};
use recoupe::demo;
use recoupe::dossier::Dossier;

fn words(dossier: &Dossier) -> u64 {
    dossier.articles.iter().map(|article| article.text.split_whitespace().count() as u64).sum()
}

fn stages(criterion: &mut Criterion) {
    let dossier = demo::load().analyse(&|_| {});
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let found = || claims::find(&dossier.articles, &dossier.texts, &dossier.actors).len();
    let counted = || -> usize {
        let articles = dossier.articles.iter().zip(&dossier.texts).enumerate();
        articles.map(|(at, (article, text))| figures::find(at, article, text).len()).sum()
    };
    let mut group = criterion.benchmark_group("claims, words per second on one core");
    group.throughput(Throughput::Elements(words(&dossier)));
    group.bench_function("claims", |bencher| bencher.iter(|| one_core.install(|| black_box(found()))));
    group.bench_function("figures", |bencher| bencher.iter(|| black_box(counted())));
    group.bench_function("both", |bencher| {
        bencher.iter(|| one_core.install(|| black_box(found())) + black_box(counted()));
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
