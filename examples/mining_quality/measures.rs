//! Precision and recall of a ranked list of names.

use crate::gold::Gold;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// What one method reaches on one data set.
pub(crate) struct Measures {
    /// `P@n`: the share of the first n names that are gold. `R@n`: the share
    /// of the gold concepts among the first n names; `ceiling`, among all.
    values: Vec<(&'static str, f64)>,
    gold: usize,
    candidates: usize,
}

impl Measures {
    /// Measures a list; a name counts when it folds to a gold name, and a
    /// concept counts once for recall.
    pub(crate) fn of(names: &[String], gold: &Gold) -> Self {
        let hits: Vec<Option<usize>> = names.iter().map(|name| gold.concept(name)).collect();
        let first = |n: usize| &hits[..n.min(hits.len())];
        let precision =
            |n: usize| first(n).iter().flatten().count() as f64 / first(n).len().max(1) as f64;
        let recall = |n: usize| {
            let found: HashSet<usize> = first(n).iter().flatten().copied().collect();
            found.len() as f64 / gold.len.max(1) as f64
        };
        Self {
            values: vec![
                ("P@10", precision(10)),
                ("P@30", precision(30)),
                ("P@100", precision(100)),
                ("R@50", recall(50)),
                ("R@100", recall(100)),
                ("R@200", recall(200)),
                ("ceiling", recall(usize::MAX)),
            ],
            gold: gold.len,
            candidates: names.len(),
        }
    }

    /// The head of the table.
    pub(crate) fn heading() -> String {
        format!(
            "{:32} {:10} {:>5}  P@10  P@30 P@100  R@50 R@100 R@200  ceil candidates",
            "data set", "method", "gold"
        )
    }

    /// A row of the table.
    pub(crate) fn row(&self, dataset: &str, method: &str) -> String {
        let values: Vec<String> = self
            .values
            .iter()
            .map(|(_, value)| format!("{value:5.2}"))
            .collect();
        let (gold, candidates) = (self.gold, self.candidates);
        let values = values.join(" ");
        format!("{dataset:32} {method:10} {gold:5} {values} {candidates:10}")
    }

    /// One JSON object.
    pub(crate) fn json(&self, dataset: &str, method: &str) -> String {
        let mut object = Map::new();
        object.insert("dataset".into(), dataset.into());
        object.insert("method".into(), method.into());
        object.insert("gold".into(), self.gold.into());
        for (name, value) in &self.values {
            object.insert((*name).into(), (*value).into());
        }
        object.insert("candidates".into(), self.candidates.into());
        Value::Object(object).to_string()
    }
}
