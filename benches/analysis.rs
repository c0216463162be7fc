//! How fast articles are analysed: the demo, stage by stage, and generated dossiers of many articles.
//!
//! `cargo bench --bench analysis` runs it. The generated articles are made of invented words, so that
//! nobody's text is needed: each tells thirty of a few hundred facts, half of them in changed words,
//! which is about how several hundred outlets report one week.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use recoupe::align;
use recoupe::demo;
use recoupe::dossier::{Coverage, Dossier, Index};

fn words(dossier: &Dossier) -> u64 {
    dossier.articles.iter().map(|article| article.text.split_whitespace().count() as u64).sum()
}

fn aligned(dossier: &Dossier) -> usize {
    align::align(dossier.material()).matches.len()
}

fn pipeline(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("demo");
    group.throughput(Throughput::Elements(words(&demo::load())));
    group.bench_function("load", |bencher| bencher.iter(demo::load));
    group.bench_function("analyse, words per second", |bencher| {
        bencher.iter_batched(demo::load, |dossier| dossier.analyse(&|_| {}), BatchSize::SmallInput);
    });
    group.finish();
    let dossier = demo::load().analyse(&|_| {});
    let mut group = criterion.benchmark_group("demo, after loading");
    group.bench_function("align", |bencher| bencher.iter(|| aligned(black_box(&dossier))));
    group.bench_function("index", |bencher| bencher.iter(|| Index::new(black_box(&dossier))));
    group.bench_function("coverage", |bencher| bencher.iter(|| Coverage::new(black_box(&dossier))));
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
