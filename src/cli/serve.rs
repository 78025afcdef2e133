//! `aliansi serve`

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use tokio::net::TcpListener;

use super::console::Console;
use super::input::Knowledge;
use crate::serve::{Hosts, Limits, Snapshot, State, serve};

/// Serve a graph over HTTP: SPARQL, a JSON API, and a page to explore it
///
/// SPARQL is answered at /sparql as the SPARQL 1.1 Protocol says, the JSON API at /api (described in /api/openapi.json), the page at /.
/// The server listens on this machine alone unless --host says otherwise. A folder that is built again meanwhile is taken up.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  aliansi serve --graph graph
  curl 'http://127.0.0.1:8017/sparql' -H 'Accept: text/csv' --data-urlencode \\
    'query=SELECT ?a ?b { ?a rel:supports ?b } LIMIT 10'
  aliansi serve --graph graph --edit --port 9000

Stop it with Ctrl-C: running answers get a few seconds to end.")]
pub(super) struct Args {
    /// The graph folder
    #[arg(long, value_name = "DIR")]
    graph: PathBuf,

    /// Port to listen on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 8017)]
    port: u16,

    /// Address to listen on; one that others reach (0.0.0.0) lets everyone there read the graph
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,

    /// A further name that the server is called by, for example by a proxy in front; several times if there are several
    #[arg(long = "allow-host", value_name = "NAME")]
    allowed: Vec<String>,

    /// Let the page reject, confirm and correct evidence, which is written to the folder's decisions.jsonl
    #[arg(long)]
    edit: bool,

    /// Seconds after which a query is ended
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    timeout: Duration,

    /// Most rows or triples of an answer; longer ones are cut off [default: no limit]
    #[arg(long, value_name = "N")]
    max_rows: Option<u64>,

    /// Queries that run at once; more wait [default: two for each core]
    #[arg(long, value_name = "N")]
    queries: Option<NonZeroUsize>,

    #[command(flatten)]
    knowledge: Knowledge,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| (0.001..=1e6).contains(seconds));
    seconds
        .map(Duration::from_secs_f64)
        .ok_or_else(|| "write a number of seconds above 0, such as 60".to_owned())
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    let ontology = args.knowledge.ontology()?.into_owned();
    let snapshot = Snapshot::open(&args.graph, ontology.clone())?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("cannot start the threads")?;
    runtime.block_on(async {
        let listener = listen(args).await?;
        let address = listener.local_addr()?;
        let hosts = Hosts::new(address, &args.allowed);
        let state = Arc::new(State::new(snapshot, ontology, hosts, args.edit, args.limits()));
        greet(address, args, console);
        make_graphs(&state);
        serve(listener, state, stopped()).await;
        anyhow::Ok(())
    })?;
    // Whoever still computes is not waited for.
    runtime.shutdown_timeout(Duration::from_millis(100));
    Ok(())
}

impl Args {
    fn limits(&self) -> Limits {
        let usual = Limits::default();
        let queries = self.queries.map_or(usual.queries, NonZeroUsize::get);
        Limits { timeout: self.timeout, rows: self.max_rows, queries, ..usual }
    }
}

async fn listen(args: &Args) -> anyhow::Result<TcpListener> {
    let address = SocketAddr::new(args.host, args.port);
    TcpListener::bind(address).await.map_err(|error| {
        let next = match error.kind() {
            std::io::ErrorKind::AddrInUse => {
                "another program listens there: stop it, or take another port, --port 0 a free one"
            }
            std::io::ErrorKind::PermissionDenied => "ports below 1024 need rights: take a higher --port",
            std::io::ErrorKind::AddrNotAvailable => "the address is none of this machine: --host 127.0.0.1",
            _ => "try another --host or --port",
        };
        anyhow!("cannot listen on {address}: {error}; {next}")
    })
}

fn greet(address: SocketAddr, args: &Args, console: &Console) {
    let reach =
        if address.ip().is_loopback() { "this machine alone" } else { "everyone who reaches this machine" };
    console.note(format_args!(
        "serving {} at http://{address}/ for {reach}; Ctrl-C stops",
        args.graph.display()
    ));
}

/// The graphs for the API are made while SPARQL is answered already.
fn make_graphs(state: &Arc<State>) {
    let snapshot = state.served.now();
    tokio::task::spawn_blocking(move || drop(snapshot.graphs().map(drop)));
}

/// Ctrl-C, or the signal of a system that ends a service.
async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut ended) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            return drop(interrupted.await);
        };
        tokio::select! {
            _ = interrupted => {}
            _ = ended.recv() => {}
        }
    }
    #[cfg(not(unix))]
    drop(interrupted.await);
}
