//! HTTP/1.1 over one connection that stays open, as little of it as a load test needs.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

use crate::mix::Query;

/// So long nothing may come before the server counts as hung.
const PATIENCE: Duration = Duration::from_secs(120);

/// Why a request has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Failure {
    /// 503: the queue is full, or the query took too long.
    Busy,
    /// Another status than 200.
    Status(u16),
    /// The body ended before its end.
    Cut,
    /// No connection, or none any more.
    Connection,
    /// What came is no HTTP.
    Garbage,
}

/// Where a server listens.
pub struct Address {
    pub socket: SocketAddr,
    host: String,
    path: String,
}

impl Address {
    /// Of `http://HOST:PORT/PATH`.
    pub fn parse(url: &str) -> Self {
        let rest = url.strip_prefix("http://").expect("--url begins with http://");
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let socket = host.to_socket_addrs().unwrap().next().unwrap();
        Self { socket, host: host.to_owned(), path: format!("/{path}") }
    }
}

/// A client with one connection, opened when it is needed.
pub struct Client<'a> {
    address: &'a Address,
    stream: Option<BufReader<TcpStream>>,
    line: Vec<u8>,
    request: String,
}

/// What of an answer's head tells where the answer ends.
struct Head {
    status: u16,
    length: Option<usize>,
    is_chunked: bool,
    closes: bool,
}

impl<'a> Client<'a> {
    pub fn new(address: &'a Address) -> Self {
        Self { address, stream: None, line: Vec::new(), request: String::new() }
    }

    /// Bytes of the answer's body.
    pub fn ask(&mut self, query: &Query) -> Result<usize, Failure> {
        self.write_request(query);
        let outcome = self.exchange();
        // A connection whose answer was not read to its end is of no more use.
        if matches!(outcome, Err(Failure::Cut | Failure::Connection | Failure::Garbage)) {
            self.stream = None;
        }
        outcome
    }

    /// Goes away with the request half sent (0), sent (1), or a part of the answer read (2).
    pub fn ask_and_leave(&mut self, query: &Query, when: usize) -> Result<usize, Failure> {
        self.write_request(query);
        self.stream = None;
        let mut stream = self.connect()?;
        let sent = if when == 0 { self.request.len() / 2 } else { self.request.len() };
        let mut read = 0;
        let mut left = || -> std::io::Result<()> {
            stream.get_mut().write_all(&self.request.as_bytes()[..sent])?;
            if when == 2 {
                read = stream.read(&mut [0; 4096])?;
            }
            stream.get_mut().shutdown(Shutdown::Both)
        };
        left().map(|()| read).map_err(|_| Failure::Connection)
    }

    fn write_request(&mut self, query: &Query) {
        self.request.clear();
        let _ = write!(self.request, "GET {}?query=", self.address.path);
        encode(&query.text, &mut self.request);
        let _ = write!(
            self.request,
            " HTTP/1.1\r\nHost: {}\r\nAccept: {}\r\n\r\n",
            self.address.host, query.accept
        );
    }

    fn connect(&self) -> Result<BufReader<TcpStream>, Failure> {
        let stream = TcpStream::connect(self.address.socket).map_err(|_| Failure::Connection)?;
        stream.set_nodelay(true).map_err(|_| Failure::Connection)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|_| Failure::Connection)?;
        Ok(BufReader::with_capacity(64 << 10, stream))
    }

    fn exchange(&mut self) -> Result<usize, Failure> {
        if self.stream.is_none() {
            self.stream = Some(self.connect()?);
        }
        let stream = self.stream.as_mut().ok_or(Failure::Connection)?;
        stream.get_mut().write_all(self.request.as_bytes()).map_err(|_| Failure::Connection)?;
        let head = Head::read(stream, &mut self.line)?;
        let bytes = head.read_body(stream, &mut self.line)?;
        if head.closes {
            self.stream = None;
        }
        match head.status {
            200 => Ok(bytes),
            503 => Err(Failure::Busy),
            status => Err(Failure::Status(status)),
        }
    }
}

/// As the value of a query parameter.
fn encode(text: &str, to: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => to.push(byte as char),
            b' ' => to.push('+'),
            _ => drop(write!(to, "%{byte:02X}")),
        }
    }
}

impl Head {
    fn read(stream: &mut impl BufRead, line: &mut Vec<u8>) -> Result<Self, Failure> {
        let first = next_line(stream, line, Failure::Connection)?;
        let status = first.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
        let status = status.ok_or(Failure::Garbage)?;
        let mut head = Self { status, length: None, is_chunked: false, closes: false };
        loop {
            let field = next_line(stream, line, Failure::Cut)?;
            if field.is_empty() {
                return Ok(head);
            }
            let (name, value) = field.split_once(':').ok_or(Failure::Garbage)?;
            head.take(name, value.trim());
        }
    }

    fn take(&mut self, name: &str, value: &str) {
        if name.eq_ignore_ascii_case("content-length") {
            self.length = value.parse().ok();
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            self.is_chunked = value.eq_ignore_ascii_case("chunked");
        } else if name.eq_ignore_ascii_case("connection") {
            self.closes = value.eq_ignore_ascii_case("close");
        }
    }

    /// Bytes of the body, without the sizes of its chunks.
    fn read_body(&self, stream: &mut impl BufRead, line: &mut Vec<u8>) -> Result<usize, Failure> {
        if !self.is_chunked {
            let length = self.length.ok_or(Failure::Garbage)?;
            return skip(stream, length).map(|()| length);
        }
        let mut whole = 0;
        loop {
            let size = next_line(stream, line, Failure::Cut)?;
            let size = size.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16).map_err(|_| Failure::Garbage)?;
            skip(stream, size + 2)?;
            if size == 0 {
                return Ok(whole);
            }
            whole += size;
        }
    }
}

/// A line without its end.
fn next_line<'l>(
    stream: &mut impl BufRead,
    line: &'l mut Vec<u8>,
    failure: Failure,
) -> Result<&'l str, Failure> {
    line.clear();
    stream.read_until(b'\n', line).map_err(|_| failure)?;
    let text = line.strip_suffix(b"\r\n").ok_or(failure)?;
    std::str::from_utf8(text).map_err(|_| Failure::Garbage)
}

fn skip(stream: &mut impl BufRead, mut bytes: usize) -> Result<(), Failure> {
    while bytes > 0 {
        let there = stream.fill_buf().map_err(|_| Failure::Cut)?.len().min(bytes);
        if there == 0 {
            return Err(Failure::Cut);
        }
        stream.consume(there);
        bytes -= there;
    }
    Ok(())
}
