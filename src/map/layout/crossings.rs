//! Which lines cross which.

use super::problem::Problem;
use super::segment::Segment;

/// A bit for every pair of lines, and how many cross each. A move of one box
/// changes the rows of its lines.
pub(super) struct Crossings {
    /// Words of a row.
    words: usize,
    rows: Vec<u64>,
    count: Vec<u32>,
    /// One row for each line of the box that is moved.
    next_rows: Vec<u64>,
    next_count: Vec<u32>,
}

impl Crossings {
    pub(super) fn new(problem: &Problem, segments: &[Segment]) -> Self {
        let words = segments.len().div_ceil(64);
        let most = problem.lines_at.iter().map(Vec::len).max().unwrap_or(0);
        let mut crossings = Self {
            words,
            rows: Vec::with_capacity(segments.len() * words),
            count: Vec::with_capacity(segments.len()),
            next_rows: vec![0; most.max(1) * words],
            next_count: vec![0; most.max(1)],
        };
        for (line, segment) in segments.iter().enumerate() {
            let count = crossings.propose(problem, segments, (0, line), segment);
            crossings.count.push(count);
            crossings.rows.extend(&crossings.next_rows[..words]);
        }
        crossings
    }

    /// How many lines cross a line.
    pub(super) fn of(&self, line: usize) -> u32 {
        self.count[line]
    }

    /// How many would cross one of the lines of a box, its `turn`th. Lines that
    /// share a box with it don't.
    pub(super) fn propose(
        &mut self,
        problem: &Problem,
        segments: &[Segment],
        (turn, line): (usize, usize),
        segment: &Segment,
    ) -> u32 {
        let (a, b) = (problem.lines[line].a, problem.lines[line].b);
        let row = &mut self.next_rows[turn * self.words..(turn + 1) * self.words];
        let mut count = 0;
        for ((word, segments), lines) in row
            .iter_mut()
            .zip(segments.chunks(64))
            .zip(problem.lines.chunks(64))
        {
            *word = 0;
            for (bit, (other, ends)) in segments.iter().zip(lines).enumerate() {
                let apart = ends.a != a && ends.a != b && ends.b != a && ends.b != b;
                if apart && segment.crosses(other) {
                    *word |= 1 << bit;
                }
            }
            count += word.count_ones();
        }
        self.next_count[turn] = count;
        count
    }

    /// Takes over what was proposed last for all lines of a box.
    pub(super) fn commit(&mut self, problem: &Problem, node: usize) {
        for (turn, &line) in problem.lines_at[node].iter().enumerate() {
            for word in 0..self.words {
                let next = self.next_rows[turn * self.words + word];
                let old = self.rows[line * self.words + word];
                self.rows[line * self.words + word] = next;
                let mut changed = old ^ next;
                while changed != 0 {
                    let bit = changed.trailing_zeros() as usize;
                    changed &= changed - 1;
                    let other = word * 64 + bit;
                    self.rows[other * self.words + line / 64] ^= 1 << (line % 64);
                    match next >> bit & 1 {
                        1 => self.count[other] += 1,
                        _ => self.count[other] -= 1,
                    }
                }
            }
            self.count[line] = self.next_count[turn];
        }
    }

    /// All crossings, each once.
    pub(super) fn total(&self) -> u32 {
        self.count.iter().sum::<u32>() / 2
    }
}
