//! Where boxes and lines are, in rows.

use super::super::geometry::Point;
use super::problem::Problem;

/// The centre of every box.
pub(super) struct Places {
    pub(super) x: Vec<f32>,
    pub(super) y: Vec<f32>,
}

impl Places {
    pub(super) fn new(at: &[Point]) -> Self {
        Self {
            x: at.iter().map(|place| place.x as f32).collect(),
            y: at.iter().map(|place| place.y as f32).collect(),
        }
    }

    #[inline]
    pub(super) fn get(&self, node: usize) -> Spot {
        Spot {
            x: self.x[node],
            y: self.y[node],
        }
    }

    #[inline]
    pub(super) fn set(&mut self, node: usize, to: Spot) {
        (self.x[node], self.y[node]) = (to.x, to.y);
    }

    pub(super) fn points(&self) -> Vec<Point> {
        let both = self.x.iter().zip(&self.y);
        both.map(|(&x, &y)| Spot { x, y }.point()).collect()
    }
}

/// A place, as precise as annealing needs it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spot {
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Spot {
    #[inline]
    pub(super) fn of(point: Point) -> Self {
        Self {
            x: point.x as f32,
            y: point.y as f32,
        }
    }

    #[inline]
    pub(super) fn point(self) -> Point {
        Point::new(f64::from(self.x), f64::from(self.y))
    }
}

/// A line from one place to another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stretch {
    pub(super) from: Spot,
    pub(super) to: Spot,
}

impl Stretch {
    #[inline]
    pub(super) fn length(&self) -> f32 {
        let (dx, dy) = (self.to.x - self.from.x, self.to.y - self.from.y);
        (dx * dx + dy * dy).sqrt()
    }
}

/// Both ends of every line.
pub(super) struct Stretches {
    pub(super) from: Places,
    pub(super) to: Places,
}

impl Stretches {
    pub(super) fn new(problem: &Problem, at: &[Point]) -> Self {
        let ends = |end: fn(&super::problem::Line) -> usize| {
            let ends = problem.lines.iter().map(|line| at[end(line)]);
            Places::new(&ends.collect::<Vec<_>>())
        };
        Self {
            from: ends(|line| line.a),
            to: ends(|line| line.b),
        }
    }

    #[inline]
    pub(super) fn get(&self, line: usize) -> Stretch {
        Stretch {
            from: self.from.get(line),
            to: self.to.get(line),
        }
    }

    #[inline]
    pub(super) fn set(&mut self, line: usize, stretch: Stretch) {
        self.from.set(line, stretch.from);
        self.to.set(line, stretch.to);
    }
}
