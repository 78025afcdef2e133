//! So many queries run at once, so many more wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Lets so many queries run at once and so many more wait.
pub struct Queue {
    running: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
}

/// The right to run a query, given back when dropped.
pub struct Turn(#[expect(dead_code, reason = "held for its drop")] OwnedSemaphorePermit);

impl Queue {
    /// At least one query runs at once.
    pub fn new(running: usize, most_waiting: usize) -> Self {
        let running = Arc::new(Semaphore::new(running.clamp(1, Semaphore::MAX_PERMITS)));
        Self { running, waiting: AtomicUsize::new(0), most_waiting }
    }

    /// Waits for its turn. None: too many wait already, or the turn did not come in time.
    pub async fn turn(&self, at_most: Duration) -> Option<Turn> {
        if let Ok(permit) = self.running.clone().try_acquire_owned() {
            return Some(Turn(permit));
        }
        let _place = Place::take(&self.waiting, self.most_waiting)?;
        let permit = tokio::time::timeout(at_most, self.running.clone().acquire_owned()).await;
        permit.ok()?.ok().map(Turn)
    }
}

/// A place among those who wait; also who goes away gives it back.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(waiting: &'a AtomicUsize, most: usize) -> Option<Self> {
        if waiting.fetch_add(1, Ordering::Relaxed) < most {
            return Some(Self(waiting));
        }
        waiting.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_finds_no_place_is_sent_away_at_once_and_the_next_runs_when_one_has_ended() {
        let queue = Queue::new(1, 1);
        let long = Duration::from_secs(60);
        let first = queue.turn(long).await.unwrap();
        assert!(queue.turn(Duration::from_millis(1)).await.is_none(), "its turn did not come");
        let second = queue.turn(long);
        tokio::pin!(second);
        assert!(tokio::time::timeout(Duration::from_millis(1), &mut second).await.is_err());
        assert!(queue.turn(long).await.is_none(), "the one place is taken");
        drop(first);
        assert!(second.await.is_some());
    }
}
