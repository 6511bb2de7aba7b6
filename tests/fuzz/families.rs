//! Inputs of one piece, over and over, in which a loop in a loop shows: the time of twice
//! as much is to be about twice the time.

use super::run::{LONGEST, cpu_time};
use super::shapes::Shape;
use super::targets::make;
use std::time::Duration;

/// Twice as much may take so many times as long: caches and threads have their say.
const GROWTH: f64 = 3.2;
/// Less than this is not measured well.
const MEASURABLE: Duration = Duration::from_millis(40);
/// So many bytes, and twice as many.
const BYTES: usize = if cfg!(debug_assertions) { 24 } else { 96 } * 1024;

/// Measures a shape; says when it grows too fast.
pub(super) fn measure(shape: &Shape) -> Option<String> {
    let mut read = make(shape.0);
    let mut time = |bytes: usize| {
        let input = shape.of_length(bytes);
        let once = |_| {
            let started = cpu_time();
            read(input.as_bytes());
            cpu_time() - started
        };
        (0..3).map(once).min().expect("three times")
    };
    let (half, whole) = (time(BYTES), time(2 * BYTES));
    let growth = whole.as_secs_f64() / half.as_secs_f64().max(1e-6);
    let wrong = (whole > MEASURABLE && growth > GROWTH) || whole > LONGEST;
    wrong.then(|| format!("{}: {half:?}, {whole:?}", shape.name()))
}
