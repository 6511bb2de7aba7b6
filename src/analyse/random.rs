//! Chance that is the same everywhere.

/// A stream of pseudo-random numbers that depends on its seed alone: the
/// generator xorshift64\* of S. Vigna, "An experimental exploration of
/// Marsaglia's xorshift generators, scrambled" (ACM TOMS 42(4), 2016).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The stream of a seed. Neighbouring seeds give streams that have nothing
    /// to do with each other.
    pub fn new(seed: u64) -> Self {
        // The mixer of splitmix64; xorshift must not start at zero.
        let mut state = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Self((state ^ (state >> 31)).max(1))
    }

    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number from 0 up to but without 1.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An index below `length`, which is not zero.
    #[inline]
    pub fn below(&mut self, length: usize) -> usize {
        ((self.unit() * length as f64) as usize).min(length - 1)
    }

    /// Puts a slice into random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, slice: &mut [T]) {
        for last in (1..slice.len()).rev() {
            slice.swap(last, self.below(last + 1));
        }
    }
}
