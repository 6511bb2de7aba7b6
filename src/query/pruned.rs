//! A query without a concept that is gone.

use super::language::{Expr, Node};
use super::redirected::{NamedLibrary, alone, ids};
use super::scope::Scope;
use std::ops::Range;

/// What is left of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pruned {
    /// It does not ask for the concept, or cannot be read.
    Same,
    /// It asks for the rest: one of several alternatives is gone, or one exception.
    Rest(String),
    /// Nothing could be found by it any more.
    Nothing,
}

/// What is left of a query when a concept, by its id, is found nowhere: `pond or hut`
/// without the hut asks for `pond`, and so does `pond -hut`.
pub fn pruned(query: &str, library: NamedLibrary<'_>, gone: &str) -> Pruned {
    let scope = Scope::new(library.library, library.names);
    let Ok(node) = scope.parse(query) else {
        return Pruned::Same;
    };
    let pruner = Pruner {
        query,
        library,
        gone,
    };
    let mut cuts = Vec::new();
    match pruner.prune(&node, &mut cuts) {
        Left::All if cuts.is_empty() => Pruned::Same,
        Left::All => {
            let mut rest = query.to_owned();
            cuts.sort_by_key(|cut: &Range<usize>| std::cmp::Reverse(cut.start));
            for cut in cuts {
                rest.replace_range(cut, "");
            }
            Pruned::Rest(rest.trim().to_owned())
        }
        Left::Nothing | Left::Everything => Pruned::Nothing,
    }
}

/// What a part of a query finds now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// What it found, but for what was cut out of it.
    All,
    Nothing,
    Everything,
}

struct Pruner<'a> {
    query: &'a str,
    library: NamedLibrary<'a>,
    gone: &'a str,
}

impl Pruner<'_> {
    fn prune(&self, node: &Node, cuts: &mut Vec<Range<usize>>) -> Left {
        match &node.expr {
            Expr::Words(words) => {
                let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
                let library = self.library;
                let mut names = library.names.cut(&texts).into_iter();
                let gone =
                    names.any(|(_, name)| self.is_gone(&ids(library.library, &name.concepts)));
                if gone { Left::Nothing } else { Left::All }
            }
            Expr::Field { field, value } if field.names_a_concept() => {
                match self.is_gone(&alone(value, self.library)) {
                    true => Left::Nothing,
                    false => Left::All,
                }
            }
            Expr::Quoted(_) | Expr::Field { .. } => Left::All,
            Expr::Group(inner) => self.prune(inner, cuts),
            Expr::Not(inner) => match self.prune(inner, cuts) {
                Left::All => Left::All,
                Left::Nothing => Left::Everything,
                Left::Everything => Left::Nothing,
            },
            Expr::Near(first, others) => {
                let others = others.iter().map(|(_, other)| other);
                let mut all = std::iter::once(&**first).chain(others);
                let whole = all.all(|it| self.prune(it, &mut Vec::new()) == Left::All);
                if whole { Left::All } else { Left::Nothing }
            }
            Expr::All(parts) => self.parts(parts, Left::Everything, Left::Nothing, cuts),
            Expr::Any(parts) => self.parts(parts, Left::Nothing, Left::Everything, cuts),
        }
    }

    /// Parts of which those that say nothing are cut out, and one may decide all.
    fn parts(
        &self,
        parts: &[Node],
        idle: Left,
        deciding: Left,
        cuts: &mut Vec<Range<usize>>,
    ) -> Left {
        let mut inside = Vec::new();
        let left: Vec<Left> = parts
            .iter()
            .map(|part| self.prune(part, &mut inside))
            .collect();
        if left.contains(&deciding) {
            return deciding;
        }
        let Some(first) = left.iter().position(|it| *it == Left::All) else {
            return idle;
        };
        cuts.extend(inside);
        for (index, part) in parts.iter().enumerate() {
            if left[index] == Left::All {
                continue;
            }
            // What goes takes the word with it that joins it to a part that stays.
            cuts.push(match index < first {
                true => self.whole(part).start..self.whole(&parts[index + 1]).start,
                false => self.whole(&parts[index - 1]).end..self.whole(part).end,
            });
        }
        Left::All
    }

    /// Where a part stands, with the brackets around it.
    fn whole(&self, part: &Node) -> Range<usize> {
        let Range { mut start, mut end } = part.span;
        loop {
            let (before, after) = (&self.query[..start], &self.query[end..]);
            let opening = before.trim_end().char_indices().next_back();
            let closing = after.trim_start().chars().next();
            match (opening, closing) {
                (Some((at, '(' | '（')), Some(mark @ (')' | '）'))) => {
                    start = at;
                    end += after.len() - after.trim_start().len() + mark.len_utf8();
                }
                _ => return start..end,
            }
        }
    }

    fn is_gone(&self, ids: &[String]) -> bool {
        matches!(ids, [one] if one == self.gone)
    }
}
