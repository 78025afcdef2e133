//! `query` without a query: a prompt on a terminal, standard input elsewhere.

use std::io::Write;
use std::process::{Command, Stdio};

use super::run::{Place, Ran};

fn piped(place: &Place, words: &[&str], text: &str) -> Ran {
    let mut command = place.command(["query", "--graph"].iter().chain(words));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    Ran::from(child.wait_with_output().unwrap())
}

#[test]
fn without_a_terminal_the_query_comes_from_standard_input() {
    let place = Place::with_graph();
    let query = "# who\nASK {\n  actor:iran rel:supports actor:syria\n}\n";
    for graph in ["graph", "graph/graph.ttl"] {
        assert_eq!(piped(&place, &[graph], query).succeeds().out, "true\n");
        assert_eq!(piped(&place, &[graph, "--file", "-"], query).succeeds().out, "true\n");
    }
    piped(&place, &["graph"], "ASK {\n ?a ?b }\n").ends_with(1, &["syntax error at 2:8", "  |  ?a ?b }"]);
}

#[test]
fn an_empty_standard_input_is_wrong_usage() {
    let place = Place::with_graph();
    piped(&place, &["graph"], " \n").ends_with(2, &["no query", "<SPARQL>", "--name", "begins a session"]);
}

/// Talks with a command at a pseudo-terminal: sends each text, and waits for what is to be answered; what comes before the
/// prompt may be lost. A Ctrl-C that comes
/// before a query runs is lost, so that one without an answer is sent again.
const TALK: &str = r"
import os, pty, select, signal, sys, time
signal.alarm(300)
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
seen = b''
for step in sys.argv[1].split('\n'):
    send, wanted = [text.encode().decode('unicode_escape').encode() for text in step.split('\t')]
    os.write(terminal, send)
    end = time.monotonic() + 120
    while wanted not in seen:
        if time.monotonic() > end:
            sys.exit(f'{send!r} was not answered by {wanted!r} but by {seen!r}')
        if not select.select([terminal], [], [], 2)[0]:
            os.write(terminal, send if send == b'\x03' else b'')
            continue
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            sys.exit(f'after {send!r} it ended with {seen!r}')
    seen = seen[seen.index(wanted) + len(wanted):]
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
";

/// The exit of a session in which each text is answered so; none where no pseudo-terminal can be had.
fn talk(place: &Place, words: &[&str], steps: &[(&str, &str)]) -> Option<Ran> {
    let is_there = Command::new("python3").args(["-c", "import os, pty; os.waitstatus_to_exitcode"]).output();
    if !is_there.is_ok_and(|tried| tried.status.success()) {
        eprintln!("skipped: no python3 with pty");
        return None;
    }
    let steps: Vec<String> = steps.iter().map(|(send, wanted)| format!("{send}\t{wanted}")).collect();
    let mut command = Command::new("python3");
    command.args(["-c", TALK, &steps.join("\n"), env!("CARGO_BIN_EXE_aliansi"), "query", "--graph"]);
    command.args(words).current_dir(place.path("")).env("ALIANSI_HISTORY", place.path("state/history"));
    command.env("TERM", "xterm").stdin(Stdio::null());
    Some(Ran::from(command.output().unwrap()))
}

/// The line is left: it pastes no more in brackets.
const LEFT: &str = r"\x1b[?2004l";

/// Runs longer than anybody waits.
const ENDLESS: &str = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

#[test]
fn at_a_terminal_it_is_a_session() {
    let place = Place::with_graph();
    let endless = format!("{ENDLESS}\\r");
    let steps = [
        ("", "aliansi> "),
        // The query ends at the second line, and a tabulator completes the name.
        (r"SELECT ?who {\r", ""),
        (r"?who rel:supports actor:syr\x09 }\r", "1 row"),
        ("", "aliansi> "),
        (r"ASK { ?a re:supports ?b }\r", "did you mean rel:?"),
        (r"SELECT ?a {\r\r", "syntax error at 1:12"),
        // Ctrl-C leaves a line that is read; before the prompt it would be a signal.
        ("", "aliansi> "),
        (r"ASK { ?half\x03", LEFT),
        ("", "aliansi> "),
        // What runs is stopped, and the session goes on. Only once it runs is Ctrl-C a signal.
        (&endless, LEFT),
        (r"\x03", "stopped"),
        ("", "aliansi> "),
        (r".name supporters actor=syr\x09\r", "actor:iran"),
        (r"ASK {}\r", "true"),
        ("", "aliansi> "),
        (r"\x04", ""),
    ];
    let Some(ran) = talk(&place, &["graph"], &steps) else { return };
    ran.succeeds();
    let history = std::fs::read_to_string(place.path("state/history")).unwrap();
    assert!(history.contains("ASK { ?a re:supports ?b }") && !history.contains("half"), "{history}");
    // What was entered is there in the next session, which asks a file of RDF; the arrow goes up to it.
    let next = [("", "aliansi> "), (r"\x1b[A\r", "true"), (r".quit\r", "")];
    talk(&place, &["graph/graph.ttl"], &next).unwrap().succeeds();
}

#[test]
fn a_history_that_cannot_be_kept_ends_no_session() {
    let place = Place::with_graph();
    place.write("state", "a file where a folder should be");
    let steps =
        [("", "not remembered"), ("", "aliansi> "), (r"ASK {}\r", "true"), ("", "aliansi> "), (r"\x04", "")];
    if let Some(ran) = talk(&place, &["graph"], &steps) {
        ran.succeeds();
    }
}
