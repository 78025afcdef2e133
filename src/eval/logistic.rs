//! Logistic regression drawn towards weights that are thought before: Newton's method, always the same steps.

/// More than enough: each step about doubles the right digits.
const STEPS: usize = 30;

/// What is expected of a weight before any row is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Prior {
    pub(super) weight: f64,
    /// How firmly, more than 0: the inverse of the variance.
    pub(super) firmness: f64,
}

/// Values, the outcome, and how often the row counts.
pub(super) type Row<const N: usize> = ([f64; N], bool, f64);

/// The weights that make rows of values and outcomes most probable, under the priors (maximum a posteriori).
pub(super) fn fit<const N: usize>(rows: &[Row<N>], priors: &[Prior; N]) -> [f64; N] {
    let mut weights = priors.map(|prior| prior.weight);
    for _ in 0..STEPS {
        let (slope, curve) = slope_and_curve(rows, priors, &weights);
        let step = solved(curve, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step);
    }
    weights
}

type Square<const N: usize> = [[f64; N]; N];

/// First derivatives of the log posterior, and the negative of the second ones.
fn slope_and_curve<const N: usize>(
    rows: &[Row<N>],
    priors: &[Prior; N],
    weights: &[f64; N],
) -> ([f64; N], Square<N>) {
    let (mut slope, mut curve) = ([0.0; N], [[0.0; N]; N]);
    for at in 0..N {
        slope[at] = priors[at].firmness * (priors[at].weight - weights[at]);
        curve[at][at] = priors[at].firmness;
    }
    for (values, right, times) in rows {
        let log_odds: f64 = weights.iter().zip(values).map(|(weight, value)| weight * value).sum();
        let likely = crate::ontology::reliability::probability(log_odds);
        let missing = f64::from(u8::from(*right)) - likely;
        for at in 0..N {
            slope[at] += times * values[at] * missing;
            for other in 0..N {
                curve[at][other] += times * likely * (1.0 - likely) * values[at] * values[other];
            }
        }
    }
    (slope, curve)
}

/// `x` of `matrix · x = vector`, for a symmetric, positive definite matrix, by elimination.
fn solved<const N: usize>(mut matrix: Square<N>, mut vector: [f64; N]) -> [f64; N] {
    for at in 0..N {
        for below in at + 1..N {
            let factor = matrix[below][at] / matrix[at][at];
            let pivot = matrix[at];
            matrix[below].iter_mut().zip(pivot).for_each(|(cell, above)| *cell -= factor * above);
            vector[below] -= factor * vector[at];
        }
    }
    let mut solution = [0.0; N];
    for at in (0..N).rev() {
        let known: f64 = (at + 1..N).map(|later| matrix[at][later] * solution[later]).sum();
        solution[at] = (vector[at] - known) / matrix[at][at];
    }
    solution
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prior(weight: f64, firmness: f64) -> Prior {
        Prior { weight, firmness }
    }

    #[test]
    fn without_rows_the_prior_stands() {
        assert_eq!(fit(&[], &[prior(0.5, 1.0), prior(-2.0, 3.0)]), [0.5, -2.0]);
    }

    #[test]
    fn shares_become_log_odds() {
        let rows: Vec<_> = (0..800).map(|at| ([1.0, f64::from(at % 2)], at % 8 != 0, 1.0)).collect();
        // Of even rows 3 in 4 are right, of odd ones all: the second weight grows until its prior holds it.
        let [every, odd] = fit(&rows, &[prior(0.0, 1e-9), prior(0.0, 0.01)]);
        assert!((every - 3_f64.ln()).abs() < 0.01, "{every}");
        assert!((3.0..20.0).contains(&odd), "{odd}");
    }

    #[test]
    fn a_system_is_solved() {
        let [x, y] = solved([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]);
        assert!((x - 1.0 / 11.0).abs() < 1e-12 && (y - 7.0 / 11.0).abs() < 1e-12);
    }
}
