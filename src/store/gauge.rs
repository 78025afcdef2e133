//! Ends a query that is no more wanted or holds too much.
//!
//! The evaluator looks at its cancellation token for each statement that it reads. A product of three patterns reads few and
//! combines them for hours, and a nested one first collects them in memory. What every combination does is to clone terms: so
//! the terms themselves are counted ([`grown`], [`shrunk`]), and every thousandth looks whether to go on. A clone cannot fail,
//! so the query ends by unwinding, which [`Gauge::run`] turns into an error.
//!
//! What it holds beside terms (texts inside expressions, keys of `ORDER BY`, what aggregates keep) the program's allocator
//! counts, if it is a [`Counting`](crate::memory::Counting) one.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use oxigraph::sparql::{CancellationToken, QueryEvaluationError};
use thiserror::Error;

use crate::memory;

/// Bytes that a term takes in a row of the evaluator, with its part of the row's own.
pub(super) const TERM: i64 = 32;

/// Terms between two looks.
const STEPS: u32 = 1024;

/// So many bytes at once are worth a look of their own.
const LARGE: i64 = 64 << 10;

thread_local! {
    static HELD: Cell<i64> = const { Cell::new(0) };
    static STEPS_LEFT: Cell<u32> = const { Cell::new(STEPS) };
    static RUNNING: RefCell<Option<Rc<Gauge>>> = const { RefCell::new(None) };
}

/// How much a query holds, and until when it is wanted.
pub(super) struct Gauge {
    cancellation: CancellationToken,
    /// Bytes.
    most: i64,
    held: Cell<i64>,
    /// What its thread held before it.
    before: i64,
}

/// The query would hold more than it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("it needs more than {} MiB of memory: ask for less, for example with more patterns that share a variable, or without ORDER BY or DISTINCT", .0 >> 20)]
pub struct TooMuch(i64);

/// Why a query unwinds.
enum Stop {
    Cancelled,
    TooMuch(TooMuch),
}

impl Gauge {
    /// A query that may hold so many bytes, and that this thread answers.
    pub(super) fn new(cancellation: CancellationToken, most: Option<u64>) -> Rc<Self> {
        let most = most.map_or(i64::MAX, |most| i64::try_from(most).unwrap_or(i64::MAX));
        Rc::new(Self { cancellation, most, held: Cell::new(0), before: memory::held() })
    }

    /// Does a piece of the query's work. After an error the query must not be worked on.
    pub(super) fn run<T>(self: &Rc<Self>, work: impl FnOnce() -> T) -> Result<T, QueryEvaluationError> {
        let _entered = Entered::new(self);
        catch_unwind(AssertUnwindSafe(work)).map_err(|payload| match payload.downcast::<Stop>() {
            Ok(stop) => match *stop {
                Stop::Cancelled => QueryEvaluationError::Cancelled,
                Stop::TooMuch(cause) => QueryEvaluationError::Unexpected(cause.into()),
            },
            Err(mistake) => resume_unwind(mistake),
        })
    }

    fn look(&self) {
        let stop = if self.cancellation.is_cancelled() {
            Stop::Cancelled
        } else if HELD.get().max(memory::held() - self.before) > self.most {
            Stop::TooMuch(TooMuch(self.most))
        } else {
            return;
        };
        // While it unwinds, nothing looks.
        RUNNING.take();
        // Unlike a panic this says nothing on standard error.
        resume_unwind(Box::new(stop));
    }
}

/// The query that this thread works on; before and after it may be another.
struct Entered {
    outer: Option<Rc<Gauge>>,
    outer_held: i64,
    gauge: Rc<Gauge>,
}

impl Entered {
    fn new(gauge: &Rc<Gauge>) -> Self {
        let outer = RUNNING.replace(Some(gauge.clone()));
        Self { outer, outer_held: HELD.replace(gauge.held.get()), gauge: gauge.clone() }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        RUNNING.set(self.outer.take());
        self.gauge.held.set(HELD.replace(self.outer_held));
    }
}

/// A query holds so many bytes more. Unwinds if it is to end.
#[inline]
pub(super) fn grown(bytes: i64) {
    HELD.set(HELD.get() + bytes);
    let left = STEPS_LEFT.get() - 1;
    STEPS_LEFT.set(left);
    if left == 0 || bytes > LARGE {
        look();
    }
}

/// A query holds so many bytes less.
#[inline]
pub(super) fn shrunk(bytes: i64) {
    HELD.set(HELD.get() - bytes);
}

#[cold]
fn look() {
    STEPS_LEFT.set(STEPS);
    let running = RUNNING.with_borrow(Clone::clone);
    if let Some(gauge) = running {
        gauge.look();
    }
}
