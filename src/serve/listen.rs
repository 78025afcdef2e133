//! Accepts connections until it is told to stop.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::State;
use super::app::app;
use super::connection::Connection;
use super::limits::Limits;

/// Answers on a listener until `stop` comes, then lets what runs end within [`Limits::grace`].
pub async fn serve(listener: TcpListener, state: Arc<State>, stop: impl Future<Output = ()>) {
    let limits = state.limits.clone();
    let router = app(state);
    let running = GracefulShutdown::new();
    let free = Arc::new(Semaphore::new(limits.connections.clamp(1, Semaphore::MAX_PERMITS)));
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            (stream, permit) = accept(&listener, &free) => converse(stream, permit, &router, &limits, &running),
        }
    }
    drop(listener);
    let _ended_or_not = tokio::time::timeout(limits.grace, running.shutdown()).await;
}

/// The next connection, when there is room for it.
async fn accept(listener: &TcpListener, free: &Arc<Semaphore>) -> (TcpStream, OwnedSemaphorePermit) {
    loop {
        let Ok(permit) = free.clone().acquire_owned().await else { std::future::pending().await };
        match listener.accept().await {
            Ok((stream, _)) => return (stream, permit),
            Err(error) => rest(&error).await,
        }
    }
}

/// A connection that was gone before it was accepted is no matter; other errors (no file descriptor left) need time.
async fn rest(error: &io::Error) {
    let is_gone = [io::ErrorKind::ConnectionAborted, io::ErrorKind::ConnectionReset].contains(&error.kind());
    if !is_gone {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn converse(
    stream: TcpStream,
    permit: OwnedSemaphorePermit,
    router: &Router,
    limits: &Limits,
    running: &GracefulShutdown,
) {
    // Small answers are not to wait for the acknowledgement of the one before.
    let _slower_without = stream.set_nodelay(true);
    let io = TokioIo::new(Connection::new(stream, limits.patience));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.patience)
        .max_buf_size(limits.head)
        .serve_connection(io, TowerToHyperService::new(router.clone()));
    let conversation = running.watch(connection);
    tokio::spawn(async move {
        // What goes wrong on a connection is the client's to see.
        let _ = conversation.await;
        drop(permit);
    });
}
