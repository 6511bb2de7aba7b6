//! Normal numbers, which are mostly near 0 and sometimes far.

use crate::analyse::Random;

/// Two independent normal numbers of variance 1: G. Box and M. Muller, "A note
/// on the generation of random normal deviates" (Ann. Math. Statist. 29, 1958).
pub(super) fn normal(random: &mut Random) -> (f64, f64) {
    let radius = (-2.0 * libm::log(1.0 - random.unit())).sqrt();
    let (sin, cos) = libm::sincos(std::f64::consts::TAU * random.unit());
    (radius * cos, radius * sin)
}
