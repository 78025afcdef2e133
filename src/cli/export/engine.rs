//! Pictures by Graphviz, where it is installed.

use std::io::{self, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

/// Graphviz's own limit on large pictures is patience, so here is one.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(10);

/// What lays a picture out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Engine {
    /// This program: blocs side by side, labels clear of each other
    #[default]
    Builtin,
    /// Graphviz: in layers
    Dot,
    /// Graphviz: by springs, for large pictures
    Sfdp,
}

/// What Graphviz made, and what it said.
pub(super) struct Drawn {
    /// SVG.
    pub(super) picture: Vec<u8>,
    /// Its warnings.
    pub(super) messages: String,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Self::Builtin | Self::Dot => "dot",
            Self::Sfdp => "sfdp",
        }
    }

    /// Has Graphviz draw a diagram in DOT as SVG. An error if it is not installed, fails or takes minutes.
    pub(super) fn draw(self, diagram: Vec<u8>) -> anyhow::Result<Drawn> {
        let mut child = self.start()?;
        let input = child.stdin.take().context("Graphviz takes no input")?;
        let (output, errors) = (child.stdout.take(), child.stderr.take());
        let (status, picture, messages) = thread::scope(|scope| {
            // What Graphviz does not read since it has failed is no failure of ours: it says itself what is wrong.
            scope.spawn(move || { input }.write_all(&diagram).ok());
            let picture = scope.spawn(move || all(output));
            let messages = scope.spawn(move || all(errors));
            (wait(&mut child), joined(picture), joined(messages))
        });
        let messages = String::from_utf8_lossy(&messages?).trim().to_owned();
        match status? {
            Some(status) if status.success() => Ok(Drawn { picture: picture?, messages }),
            Some(status) => bail!("Graphviz failed ({status}): {messages}"),
            None => bail!(
                "Graphviz had not finished after {} s and was stopped: draw less (--top 30), or take --engine sfdp or builtin",
                PATIENCE.as_secs()
            ),
        }
    }

    fn start(self) -> anyhow::Result<Child> {
        let mut command = Command::new("dot");
        command.arg(format!("-K{}", self.name())).arg("-Tsvg");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => anyhow::anyhow!(
                "--engine {} needs Graphviz, whose program `dot` was not found: install it (https://graphviz.org/download), \
                 or leave --engine out, which needs nothing",
                self.name()
            ),
            _ => anyhow::Error::from(error).context("cannot start Graphviz's `dot`"),
        })
    }
}

fn all(pipe: Option<impl Read>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(mut pipe) = pipe {
        pipe.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn joined(reader: thread::ScopedJoinHandle<'_, io::Result<Vec<u8>>>) -> io::Result<Vec<u8>> {
    reader.join().unwrap_or_else(|_| Err(io::Error::other("what Graphviz wrote could not be read")))
}

/// Until it ends; nothing if it had to be stopped.
fn wait(child: &mut Child) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(GLANCE);
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}
