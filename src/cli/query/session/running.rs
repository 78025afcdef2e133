//! A query that runs, and what stops it: Ctrl-C, or its time is over.

use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::anyhow;
use oxigraph::sparql::{CancellationToken, QueryEvaluationError};
use tokio::runtime::Builder;
use tokio::signal::ctrl_c;

use crate::store::{Answer, QueryError, Scope, Store};

/// Stops what runs at the moment, from any thread.
#[derive(Clone, Default)]
pub(super) struct Stop(Arc<Mutex<CancellationToken>>);

impl Stop {
    /// One that Ctrl-C asks for, as long as the program runs. Where that cannot be heard, Ctrl-C ends the program.
    pub(super) fn on_interrupt() -> Self {
        let stop = Self::default();
        let Ok(runtime) = Builder::new_current_thread().enable_io().build() else { return stop };
        // Begins to listen at once: a prompt gives back the signal to whom it found listening.
        runtime.block_on(async {
            tokio::select! { biased; _ = ctrl_c() => {}, () = std::future::ready(()) => {} }
        });
        let of_thread = stop.clone();
        thread::spawn(move || {
            while runtime.block_on(ctrl_c()).is_ok() {
                of_thread.stop();
            }
        });
        stop
    }

    fn stop(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).cancel();
    }

    /// What was stopped before is no more; what begins now can be.
    fn renew(&self) -> CancellationToken {
        let token = CancellationToken::new();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = token.clone();
        token
    }

    /// Answers a query, unless that is stopped or takes too long. The token says whether it was stopped since.
    ///
    /// # Errors
    /// Those of the query, and that it was stopped.
    pub(super) fn answer(
        &self,
        store: &Store,
        sparql: &str,
        limit: Option<Duration>,
    ) -> anyhow::Result<(Answer, CancellationToken)> {
        let scope = Scope { cancellation: self.renew(), ..Scope::default() };
        let (answer, is_late) = within(limit, &scope.cancellation, || store.query_within(sparql, &scope));
        match answer {
            Ok(answer) => Ok((answer, scope.cancellation)),
            Err(QueryError::Evaluation(QueryEvaluationError::Cancelled)) if is_late => {
                let seconds = limit.unwrap_or_default().as_secs_f64();
                Err(anyhow!("stopped after {seconds} s; .timeout gives a query more time"))
            }
            Err(QueryError::Evaluation(QueryEvaluationError::Cancelled)) => Err(anyhow!("stopped")),
            Err(error) => Err(error.into()),
        }
    }
}

/// Does a work, and cancels it when its time is over; says whether it was.
fn within<T>(limit: Option<Duration>, token: &CancellationToken, work: impl FnOnce() -> T) -> (T, bool) {
    let Some(limit) = limit else { return (work(), false) };
    let (done, ended) = channel::<()>();
    thread::scope(|scope| {
        let clock = scope.spawn(move || {
            let is_late = ended.recv_timeout(limit) == Err(RecvTimeoutError::Timeout);
            if is_late {
                token.cancel();
            }
            is_late
        });
        let result = work();
        drop(done);
        (result, clock.join().unwrap_or_default())
    })
}

/// A writer that fails once it is stopped.
pub(super) struct Stoppable<W> {
    pub(super) out: W,
    pub(super) token: CancellationToken,
}

impl<W: Write> Write for Stoppable<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.token.is_cancelled() { Err(io::Error::other("stopped")) } else { self.out.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Prefixes, of};
    use oxigraph::model::{GraphName, NamedNode, Quad};

    /// A store with a query that takes longer than any test.
    fn endless() -> (Store, &'static str) {
        let node = |nth: usize| NamedNode::new(format!("https://x.example/{nth}")).unwrap();
        let quads = (0..400).map(|nth| Quad::new(node(nth), node(0), node(nth + 1), GraphName::DefaultGraph));
        let store = of(quads, Prefixes::new(Vec::new())).unwrap();
        (store, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    }

    #[test]
    fn a_query_ends_when_its_time_is_over() {
        let (store, query) = endless();
        let stopped = Stop::default().answer(&store, query, Some(Duration::from_millis(50)));
        assert_eq!(
            stopped.err().unwrap().to_string(),
            "stopped after 0.05 s; .timeout gives a query more time"
        );
    }

    #[test]
    fn a_query_is_stopped_from_another_thread_and_the_next_is_answered() {
        let (store, query) = endless();
        let stop = Stop::default();
        thread::scope(|scope| {
            let asked = scope.spawn(|| stop.answer(&store, query, None).err().map(|error| error.to_string()));
            while !asked.is_finished() {
                thread::sleep(Duration::from_millis(20));
                stop.stop();
            }
            assert_eq!(asked.join().unwrap().as_deref(), Some("stopped"));
        });
        let (answer, _) = stop.answer(&store, "ASK {}", Some(Duration::from_secs(60))).unwrap();
        assert_eq!(answer, Answer::Truth(true));
    }
}
