//! How strongly two things that stand together are associated, by several
//! formulas.

use bookgraph::graph::Shrinkage;

/// How often two things stand in windows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counts {
    /// Windows that hold both.
    pub(crate) both: f64,
    /// Windows that hold the one.
    pub(crate) one: f64,
    /// Windows that hold the other.
    pub(crate) other: f64,
    /// All windows.
    pub(crate) all: f64,
}

impl Counts {
    /// E: the count that independence would give.
    pub(crate) fn expected(self) -> f64 {
        self.one * self.other / self.all
    }
}

/// A formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Association {
    /// c / (E + λ): this crate's, where λ is 1.
    Shrunk(f32),
    /// c.
    Count,
    /// c / √(n m), which G. Salton used.
    Cosine,
    /// c / (n + m − c).
    Jaccard,
    /// G. Bouma, "Normalized (pointwise) mutual information in collocation
    /// extraction" (GSCL 2009).
    Npmi,
    /// The log-likelihood ratio of T. Dunning (Computational Linguistics 19(1),
    /// 1993), negative where a pair is rarer than expected.
    LogLikelihood,
}

impl Association {
    /// All that are compared.
    pub(crate) const ALL: [Self; 8] = [
        Self::Shrunk(1.0),
        Self::Shrunk(2.0),
        Self::Shrunk(0.0),
        Self::Count,
        Self::Cosine,
        Self::Jaccard,
        Self::Npmi,
        Self::LogLikelihood,
    ];

    /// What it is called in a table.
    pub(crate) fn name(self) -> String {
        match self {
            Self::Shrunk(0.0) => "c/E".to_owned(),
            Self::Shrunk(lambda) => format!("c/(E+{lambda})"),
            Self::Count => "c".to_owned(),
            Self::Cosine => "cosine".to_owned(),
            Self::Jaccard => "Jaccard".to_owned(),
            Self::Npmi => "NPMI".to_owned(),
            Self::LogLikelihood => "G²".to_owned(),
        }
    }

    /// The strength of a pair; both of it stand somewhere.
    pub(crate) fn of(self, counts: Counts) -> f64 {
        let Counts {
            both,
            one,
            other,
            all,
        } = counts;
        match self {
            Self::Shrunk(lambda) => {
                let weight = Shrinkage(lambda).weight(both as f32, counts.expected() as f32);
                f64::from(weight)
            }
            Self::Count => both,
            Self::Cosine => both / (one * other).sqrt(),
            Self::Jaccard => both / (one + other - both),
            Self::Npmi if both == 0.0 => -1.0,
            Self::Npmi if both == all => 1.0,
            Self::Npmi => libm::log(both / counts.expected()) / -libm::log(both / all),
            Self::LogLikelihood => log_likelihood(counts),
        }
    }
}

fn log_likelihood(counts: Counts) -> f64 {
    let Counts {
        both,
        one,
        other,
        all,
    } = counts;
    let cell = |seen: f64, row: f64, column: f64| match seen > 0.0 {
        true => seen * libm::log(seen * all / (row * column)),
        false => 0.0,
    };
    let ratio = 2.0
        * (cell(both, one, other)
            + cell(one - both, one, all - other)
            + cell(other - both, all - one, other)
            + cell(all - one - other + both, all - one, all - other));
    if both < counts.expected() {
        -ratio
    } else {
        ratio
    }
}
