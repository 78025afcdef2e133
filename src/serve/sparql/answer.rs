//! Writes an answer as it is found: from the thread that finds it, through a channel that holds little, to the client.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use hyper::body::Frame;
use oxigraph::sparql::CancellationToken;
use thiserror::Error;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use super::negotiation::content_type;
use super::refusal::Refusal;
use crate::memory;

/// Bytes of an answer that are sent at once. A shorter answer is sent whole, with its length.
const CHUNK: usize = 64 << 10;

/// Chunks that wait to be sent: with them, the query waits for the client.
const WAITING: usize = 2;

/// How an answer begins.
pub(super) struct Head {
    content_type: &'static str,
    rest: Rest,
}

/// What follows the head.
enum Rest {
    Whole(Vec<u8>),
    Chunks(mpsc::Receiver<Part>),
}

/// A piece of an answer. An answer without its end is none.
enum Part {
    Piece(Bytes),
    End,
}

/// The answer broke off.
#[derive(Debug, Error)]
#[error("the answer broke off")]
struct BrokenOff;

/// Where the thread that finds an answer writes it.
pub(super) struct Writer {
    buffer: Vec<u8>,
    content_type: &'static str,
    head: Option<oneshot::Sender<Result<Head, Refusal>>>,
    chunks: Option<mpsc::Sender<Part>>,
    pace: Pace,
}

/// How long a client may take.
#[derive(Clone)]
pub(super) struct Pace {
    /// When the answer must have been sent.
    pub(super) deadline: Instant,
    /// For so long it may take nothing.
    pub(super) patience: Duration,
    /// Where time passes.
    pub(super) clock: Handle,
}

impl Writer {
    pub(super) fn new(head: oneshot::Sender<Result<Head, Refusal>>, pace: Pace) -> Self {
        Self { buffer: Vec::new(), content_type: "", head: Some(head), chunks: None, pace }
    }

    /// Says in which format the answer will be.
    pub(super) fn set_content_type(&mut self, content_type: &'static str) {
        self.content_type = content_type;
    }

    /// Ends the answer.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let rest = std::mem::take(&mut self.buffer);
        match self.head.take() {
            Some(head) => send_head(head, self.content_type, Rest::Whole(rest)),
            None => {
                self.send(Part::Piece(rest.into()))?;
                self.send(Part::End)
            }
        }
    }

    /// Says why there is no answer, if none has begun; else the answer breaks off.
    pub(super) fn refuse(self, refusal: Refusal) {
        if let Some(head) = self.head {
            // Who has gone away need not know.
            let _ = head.send(Err(refusal));
        }
    }

    fn send_chunk(&mut self) -> io::Result<()> {
        if let Some(head) = self.head.take() {
            let (chunks, receiver) = mpsc::channel(WAITING);
            self.chunks = Some(chunks);
            send_head(head, self.content_type, Rest::Chunks(receiver))?;
        }
        let full = std::mem::replace(&mut self.buffer, Vec::with_capacity(CHUNK));
        memory::handed_over(full.capacity());
        self.send(Part::Piece(full.into()))
    }

    fn send(&self, part: Part) -> io::Result<()> {
        let Some(chunks) = &self.chunks else { return Err(io::ErrorKind::NotConnected.into()) };
        match chunks.try_send(part) {
            Ok(()) => Ok(()),
            Err(mpsc::error::TrySendError::Closed(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(mpsc::error::TrySendError::Full(part)) => self.pace.send(chunks, part),
        }
    }
}

impl Pace {
    /// Waits for a client that is slower than the query.
    fn send(&self, chunks: &mpsc::Sender<Part>, part: Part) -> io::Result<()> {
        let at_most = self.deadline.min(Instant::now() + self.patience);
        let sent = self.clock.block_on(async { tokio::time::timeout_at(at_most, chunks.send(part)).await });
        match sent {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(io::ErrorKind::BrokenPipe.into()),
            Err(_) => Err(io::ErrorKind::TimedOut.into()),
        }
    }
}

fn send_head(
    head: oneshot::Sender<Result<Head, Refusal>>,
    content_type: &'static str,
    rest: Rest,
) -> io::Result<()> {
    head.send(Ok(Head { content_type, rest })).map_err(|_| io::ErrorKind::BrokenPipe.into())
}

impl io::Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.buffer.extend_from_slice(bytes);
        if self.buffer.len() >= CHUNK {
            self.send_chunk()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Ends a query when nobody waits for it any more.
pub(super) struct Wanted(pub(super) CancellationToken);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

impl Head {
    /// The answer. A query that has not ended by the deadline is ended then, and when the client goes away.
    pub(super) fn into_response(self, wanted: Wanted, deadline: Instant) -> Response {
        let body = match self.rest {
            Rest::Whole(bytes) => Body::from(bytes),
            Rest::Chunks(chunks) => {
                Body::new(Chunks { chunks, _alarm: Alarm::set(wanted.0.clone(), deadline), _wanted: wanted })
            }
        };
        ([(header::CONTENT_TYPE, content_type(self.content_type))], body).into_response()
    }
}

/// Ends a query at a time, unless it is dropped before.
struct Alarm(tokio::task::JoinHandle<()>);

impl Alarm {
    fn set(token: CancellationToken, deadline: Instant) -> Self {
        Self(tokio::spawn(async move {
            tokio::time::sleep_until(deadline).await;
            token.cancel();
        }))
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The body of an answer that comes in pieces.
struct Chunks {
    chunks: mpsc::Receiver<Part>,
    _alarm: Alarm,
    _wanted: Wanted,
}

impl hyper::body::Body for Chunks {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        self.chunks.poll_recv(context).map(|part| match part {
            Some(Part::Piece(bytes)) => Some(Ok(Frame::data(bytes))),
            Some(Part::End) => None,
            None => Some(Err(BrokenOff)),
        })
    }
}
