//! A server that runs for a test, and a client of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::fable::fable;
use crate::run::Place;

/// A server of the graph of a place; it ends with this.
pub struct Server {
    pub place: Place,
    process: Child,
    port: u16,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub body: Vec<u8>,
}

impl Server {
    /// A server of the fable's graph that only reads.
    pub fn start() -> Self {
        Self::of(fable(), &[])
    }

    /// A server that takes decisions.
    pub fn editing() -> Self {
        Self::of(fable(), &["--edit"])
    }

    pub fn of(place: Place, options: &[&str]) -> Self {
        let serve = ["serve", "--graph", "graph", "--ontology", "fable", "--port", "0"];
        let mut process = place.command(serve.iter().chain(options)).stderr(Stdio::piped()).spawn().unwrap();
        let mut greeting = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        greeting.read_line(&mut line).unwrap();
        let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.unwrap_or_else(|| panic!("no address in {line}")).parse().unwrap();
        // Whatever else it says is read, so that it never waits for that.
        std::thread::spawn(move || std::io::copy(&mut greeting, &mut std::io::sink()));
        let server = Self { place, process, port };
        server.wait_until_ready();
        server
    }

    fn wait_until_ready(&self) {
        let end = Instant::now() + Duration::from_secs(60);
        while self.send("GET", "/api", &[], b"").status == 503 {
            assert!(Instant::now() < end, "the graphs are never made");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What the server calls itself.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends a request of its own connection.
    pub fn send(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let mut head =
            format!("{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n", self.port);
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &format!("Content-Length: {}\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }

    /// The JSON of an address, which must answer.
    pub fn json(&self, target: &str) -> Value {
        let answer = self.send("GET", target, &[], b"");
        assert_eq!(answer.status, 200, "{target}: {}", answer.text());
        assert!(answer.headers.contains("content-type: application/json"), "{}", answer.headers);
        answer.json()
    }

    /// The problem of an address that must not answer.
    pub fn problem(&self, target: &str, status: u16) -> Value {
        let answer = self.send("GET", target, &[], b"");
        answer.is_problem(status)
    }

    /// Sends a decision as the page does.
    pub fn decide(&self, decision: &Value) -> Answer {
        let headers = [("Content-Type", "application/json"), ("Origin", &self.origin())];
        self.send("POST", "/api/decisions", &headers, decision.to_string().as_bytes())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let headers = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = headers.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, headers: headers.to_lowercase(), body: bytes[end + 4..].to_vec() }
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }

    /// It is a problem with this status, whole and as RFC 9457 has it.
    pub fn is_problem(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        assert!(self.headers.contains("content-type: application/problem+json"), "{}", self.headers);
        let problem = self.json();
        assert_eq!(problem["status"], status);
        assert!(
            ["title", "detail", "hint"].iter().all(|field| !problem[*field].as_str().unwrap().is_empty())
        );
        problem
    }
}

/// The texts in a field of each record of a list.
pub fn all<'v>(list: &'v Value, field: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().map(|record| record[field].as_str().unwrap()).collect()
}
