//! `aliansi serve`

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow, bail};
use axum::http::HeaderValue;
use tokio::net::TcpListener;

use super::console::{Console, print};
use super::input::Knowledge;
use crate::desk;
use crate::serve::{Hosts, Limits, Report, Snapshot, State, serve};

/// Bytes of stack of a thread: room for the deepest query. Memory is taken only as it is used.
const STACK: usize = 64 << 20;

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

    /// Address to listen on; one that others reach (0.0.0.0) lets everyone there read the graph,
    /// and with --edit change it
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,

    /// A further name that the server is called by, for example by a proxy in front; several times if there are several
    #[arg(long = "allow-host", value_name = "NAME", value_parser = host_name)]
    allowed: Vec<String>,

    /// Let the page reject, confirm and correct evidence, which is written to the folder's decisions.jsonl
    #[arg(long)]
    edit: bool,

    /// Seconds after which a query is ended
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    timeout: Duration,

    /// Most rows or triples of an answer; a longer one is refused, or breaks off if its beginning is sent already
    /// [default: no limit]
    #[arg(long, value_name = "N")]
    max_rows: Option<u64>,

    /// Queries that run at once; more wait [default: two for each core]
    #[arg(long, value_name = "N")]
    queries: Option<NonZeroUsize>,

    /// Connections that are open at once; more wait
    #[arg(long, value_name = "N", default_value_t = Limits::default().connections)]
    connections: usize,

    /// Seconds that a client may take to send its request or to go on reading, or leave its connection idle
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    patience: Duration,

    /// Most memory that one query may take, about, in MiB
    #[arg(long, value_name = "MIB", default_value_t = 512)]
    query_memory: u64,

    /// An origin whose pages may read answers, such as https://desk.example; * for all; several times if there are several
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    cors: Vec<HeaderValue>,

    /// Tell every request in a line on standard error: method, path, status, time; never what was asked
    #[arg(long)]
    log: bool,

    #[command(flatten)]
    knowledge: Knowledge,
}

fn origin(text: &str) -> Result<HeaderValue, String> {
    let is_origin = text.split_once("://").is_some_and(|(_, host)| !host.is_empty() && !host.contains('/'));
    let value = text.parse().ok().filter(|_| is_origin || text == "*");
    value.ok_or_else(|| "write scheme, host and port alone, such as https://desk.example, or *".to_owned())
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| (0.001..=1e6).contains(seconds));
    seconds
        .map(Duration::from_secs_f64)
        .ok_or_else(|| "write a number of seconds above 0, such as 60".to_owned())
}

/// A name or an address; its port does not count.
fn host_name(text: &str) -> Result<String, String> {
    let is_address = text.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
    let is_name = !text.is_empty() && !text.contains([':', '/', ' ']);
    let name = || text.to_owned();
    (is_address || is_name)
        .then(name)
        .ok_or_else(|| "write the name alone, such as graph.example, without scheme and port".to_owned())
}

pub(super) fn run(args: &Args, console: &Console) -> anyhow::Result<()> {
    if args.edit && !args.host.is_loopback() && args.allowed.is_empty() {
        bail!(
            "--edit with --host {} lets everyone who reaches this machine change the graph: leave --host out, or say by which \
             name you let them: --allow-host NAME",
            args.host
        );
    }
    let ontology = args.knowledge.ontology()?.into_owned();
    let snapshot = Snapshot::open(&args.graph, ontology.clone())?;
    snapshot.store.unindexed().inspect(|why| console.note(why));
    let decidable = if args.edit { desk::check_ontology(&args.graph, &ontology) } else { Ok(()) };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .thread_stack_size(STACK)
        .build()
        .context("cannot start the threads")?;
    runtime.block_on(async {
        let listener = listen(args).await?;
        let address = listener.local_addr()?;
        let hosts = Hosts::new(address, &args.allowed);
        let mut state = State::new(snapshot, ontology, hosts, args.edit, args.limits());
        (state.report, state.log, state.origins) = (report(console), args.log, args.cors.clone());
        greet(address, args, console);
        if let Err(error) = decidable {
            console.note(format_args!("warning: nothing can be decided on the page: {error}"));
        }
        let state = Arc::new(state);
        make_graphs(&state);
        serve(listener, state, stopped()).await;
        anyhow::Ok(())
    })?;
    // Whoever still computes is not waited for.
    runtime.shutdown_timeout(Duration::from_millis(100));
    Ok(())
}

/// The console is this thread's; the server speaks from all.
fn report(console: &Console) -> Report {
    if console.is_quiet() { Box::new(|_| {}) } else { Box::new(|line| print(line)) }
}

impl Args {
    fn limits(&self) -> Limits {
        let usual = Limits::default();
        let queries = self.queries.map_or(usual.queries, NonZeroUsize::get);
        let memory = Some(self.query_memory.saturating_mul(1 << 20));
        Limits {
            timeout: self.timeout,
            rows: self.max_rows,
            memory,
            queries,
            connections: self.connections,
            patience: self.patience,
            ..usual
        }
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
    let may = if args.edit { "to read and change" } else { "to read" };
    console.note(format_args!(
        "serving {} at http://{address}/ for {reach} {may}; Ctrl-C stops",
        args.graph.display()
    ));
}

/// The graphs for the API are made while SPARQL is answered already.
fn make_graphs(state: &Arc<State>) {
    let snapshot = state.served.now();
    tokio::task::spawn_blocking(move || drop(snapshot.graphs().map(drop)));
}

/// Comes with the first signal; the second ends the program at once.
async fn stopped() {
    let Ok(mut signals) = Signals::new() else { return std::future::pending().await };
    signals.next().await;
    tokio::spawn(async move {
        signals.next().await;
        std::process::exit(130);
    });
}

/// Ctrl-C, and where there is one, the signal by which a system ends a service.
struct Signals {
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { interrupt: signal(SignalKind::interrupt())?, terminate: signal(SignalKind::terminate())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
impl Signals {
    fn new() -> std::io::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}
