//! Precision, recall and their harmonic mean.

use serde_json::{Value, json};

/// Right answers, wrong ones, and those that are missing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missing: usize,
}

impl Score {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missing)
    }

    pub(crate) fn f1(self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.wrong + self.missing)
    }
}

/// 0 of 0 is all of it.
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// What a method reaches on a data set.
pub(crate) struct Row {
    pub(crate) dataset: String,
    pub(crate) method: &'static str,
    pub(crate) metrics: Vec<(&'static str, f64)>,
}

impl Row {
    pub(crate) fn new(dataset: &str, method: &'static str, score: Score) -> Self {
        Self {
            dataset: dataset.to_owned(),
            method,
            metrics: vec![
                ("precision", score.precision()),
                ("recall", score.recall()),
                ("f1", score.f1()),
            ],
        }
    }

    pub(crate) fn with(mut self, metric: &'static str, value: f64) -> Self {
        self.metrics.push((metric, value));
        self
    }

    pub(crate) fn json(&self) -> Value {
        let mut object = json!({ "dataset": self.dataset, "method": self.method });
        for (metric, value) in &self.metrics {
            object[*metric] = json!((value * 10_000.0).round() / 10_000.0);
        }
        object
    }
}
