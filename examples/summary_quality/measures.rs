//! What a method reaches on a data set.

use crate::dataset::{Dataset, Document};
use crate::methods::Method;
use crate::rouge::{f1, rouge_l, rouge_n, units};

/// A summary of so many sentences, and of so many letters, is held against the gold.
const SENTENCES: usize = 3;
const LETTERS: usize = 200;

/// The names of the measures, in order.
const NAMES: [&str; 10] = [
    "sentence_f1",
    "rouge_1_3_sentences",
    "rouge_2_3_sentences",
    "rouge_l_3_sentences",
    "rouge_1_200_letters",
    "rouge_2_200_letters",
    "rouge_l_200_letters",
    "rouge_1_gold_length",
    "rouge_2_gold_length",
    "rouge_l_gold_length",
];

/// Means over the documents of a data set; `None` where the gold has none.
pub(crate) struct Measures([Option<f64>; NAMES.len()]);

impl Measures {
    pub(crate) fn of(dataset: &Dataset, method: Method) -> Self {
        let rows = dataset
            .documents
            .iter()
            .map(|document| of_document(document, method));
        let rows: Vec<[Option<f64>; NAMES.len()]> = rows.collect();
        let mean = |column: usize| {
            let values: Vec<f64> = rows.iter().filter_map(|row| row[column]).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        };
        Self(std::array::from_fn(mean))
    }

    /// A row of the table.
    pub(crate) fn row(&self, method: Method) -> String {
        let cells = self.0.iter().map(|value| match value {
            Some(value) => format!("{value:>7.3}"),
            None => format!("{:>7}", "–"),
        });
        format!("  {:<10}{}", method.name(), cells.collect::<String>())
    }

    /// An object with every measure by its name.
    pub(crate) fn json(&self, dataset: &Dataset, method: Method) -> String {
        let mut object = serde_json::Map::new();
        object.insert("dataset".to_owned(), dataset.name.clone().into());
        object.insert("documents".to_owned(), dataset.documents.len().into());
        object.insert("method".to_owned(), method.name().into());
        for (name, value) in NAMES.iter().zip(self.0) {
            let rounded = value.map(|value| (value * 10_000.0).round() / 10_000.0);
            object.insert((*name).to_owned(), rounded.into());
        }
        serde_json::Value::Object(object).to_string()
    }
}

/// The head of a data set's table.
pub(crate) fn header(dataset: &Dataset) -> String {
    let sentences: usize = dataset.documents.iter().map(|it| it.sentences.len()).sum();
    format!(
        "{}: {} texts, {:.1} sentences each\n  {:<10}{:>7}  ROUGE-1, -2, -L: {SENTENCES} sentences, \
         {LETTERS} letters, length of the gold",
        dataset.name,
        dataset.documents.len(),
        sentences as f64 / dataset.documents.len() as f64,
        "",
        "F1"
    )
}

fn of_document(document: &Document, method: Method) -> [Option<f64>; NAMES.len()] {
    let gold = units(&document.gold);
    let order = method.choose(&document.sentences, document.sentences.len());
    let sentence_f1 = document.chosen.as_ref().map(|chosen| {
        let made = method.choose(&document.sentences, chosen.len());
        let shared = made.iter().filter(|index| chosen.contains(index)).count();
        f1(shared, made.len(), chosen.len())
    });
    let of_three = order.iter().copied().take(SENTENCES).collect();
    let of_letters = within(document, &order, LETTERS);
    let of_gold = within(document, &order, document.gold.chars().count());
    let rouge = |mut chosen: Vec<usize>| {
        chosen.sort_unstable();
        let texts: Vec<&str> = chosen
            .iter()
            .map(|&i| document.sentences[i].as_str())
            .collect();
        let made = units(&texts.join(" "));
        [
            rouge_n(&made, &gold, 1),
            rouge_n(&made, &gold, 2),
            rouge_l(&made, &gold),
        ]
    };
    let [three, letters, length] = [of_three, of_letters, of_gold].map(rouge);
    let mut values = [sentence_f1; NAMES.len()];
    for (slot, value) in values[1..]
        .iter_mut()
        .zip([three, letters, length].concat())
    {
        *slot = Some(value);
    }
    values
}

/// The sentences, best first, that fit into so many letters; one at least.
fn within(document: &Document, order: &[usize], most: usize) -> Vec<usize> {
    let mut taken = Vec::new();
    let mut used = 0;
    for &index in order {
        let letters = document.sentences[index].chars().count();
        if used + letters <= most || taken.is_empty() {
            taken.push(index);
            used += letters;
        }
    }
    taken
}
