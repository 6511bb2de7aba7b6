//! Numbers that look random and are the same on every machine.

/// A stream of numbers: xorshift64* of S. Vigna ("An experimental exploration of
/// Marsaglia's xorshift generators, scrambled", ACM TOMS 42, 2016).
pub(super) struct Random(u64);

impl Random {
    /// One stream for each seed and run.
    pub(super) fn new(seed: u64, run: u64) -> Self {
        let mut random = Self(mixed(mixed(seed).wrapping_add(run)).max(1));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// From the open interval (0, 1).
    pub(super) fn unit(&mut self) -> f64 {
        ((self.next() >> 12) as f64 + 0.5) / (1_u64 << 52) as f64
    }

    /// An index below `count`, which is not 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count - 1)
    }

    /// Two independent normal numbers of variance 1: G. Box and M. Muller
    /// (Ann. Math. Statist. 29, 1958).
    pub(super) fn normal(&mut self) -> (f64, f64) {
        let radius = (-2.0 * libm::log(self.unit())).sqrt();
        let (sin, cos) = libm::sincos(std::f64::consts::TAU * self.unit());
        (radius * cos, radius * sin)
    }
}

/// The finaliser of splitmix64, so that seeds that are near each other start
/// streams that are not.
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}
