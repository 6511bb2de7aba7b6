//! Arithmetic over rows of numbers that a processor does several at a time.
//!
//! A row is worked through without a jump and without a sum from one number to the
//! next, so that the compiler uses vector instructions; it does the same operations in
//! the same order on every machine.

/// The larger of two numbers. Unlike [`f32::max`] it doesn't ask whether one is none,
/// which vector instructions can't answer in one step.
#[inline]
pub(super) fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The smaller of two numbers.
#[inline]
pub(super) fn smaller(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// A number, or 0.
#[inline]
pub(super) fn only_if(condition: bool, value: f32) -> f32 {
    if condition { value } else { 0.0 }
}

/// The sum of a row, in eight sums side by side.
#[inline]
pub(super) fn sum(row: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (eights, rest) = row.as_chunks::<8>();
    for eight in eights {
        for (sum, value) in sums.iter_mut().zip(eight) {
            *sum += value;
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    let all = ((a + e) + (c + g)) + ((b + f) + (d + h));
    rest.iter().fold(all, |all, value| all + value)
}

/// Puts a new row in the place of an old one, and what that changes into the sums of its
/// columns.
#[inline]
pub(super) fn replace(old: &mut [f32], new: &[f32], sums: &mut [f32]) {
    for ((old, &new), sum) in old.iter_mut().zip(new).zip(sums) {
        *sum += new - *old;
        *old = new;
    }
}
