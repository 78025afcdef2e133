//! A small HTTP client that can misbehave.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// What a server answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The body came to the end that its length or its last chunk tells.
    pub is_whole: bool,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn has_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{:?}\n{}", self.headers, String::from_utf8_lossy(&self.body));
        self
    }

    /// The status is this, and the text holds each of the words.
    pub fn refuses(self, status: u16, words: &[&str]) -> Self {
        let answer = self.has_status(status);
        for word in words {
            assert!(answer.text().contains(word), "`{word}` is not in:\n{}", answer.text());
        }
        answer
    }
}

/// A request, written out.
pub struct Request {
    line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Request {
    pub fn new(method: &str, target: &str) -> Self {
        Self { line: format!("{method} {target} HTTP/1.1"), headers: Vec::new(), body: Vec::new() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn body(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        let length = self.body.len().to_string();
        let typed = if kind.is_empty() { self } else { self.header("Content-Type", kind) };
        typed.header("Content-Length", &length)
    }

    fn bytes(&self, address: SocketAddr) -> Vec<u8> {
        let mut head = format!("{}\r\n", self.line);
        if !self.headers.iter().any(|(name, _)| name == "Host") {
            head += &format!("Host: {address}\r\n");
        }
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += "Connection: close\r\n\r\n";
        [head.as_bytes(), &self.body].concat()
    }

    pub fn send(&self, address: SocketAddr) -> Answer {
        exchange(address, &self.bytes(address))
    }
}

/// Connects; reads wait for half a minute at most.
pub fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(30))).unwrap();
    stream
}

/// Sends bytes and reads until the server closes.
pub fn exchange(address: SocketAddr, bytes: &[u8]) -> Answer {
    let mut stream = connect(address);
    // A server that has heard enough may have closed already; what it said is still there to be read.
    let _ = stream.write_all(bytes);
    answer(&read(&mut stream))
}

/// All that comes until the other side closes or breaks off.
pub fn read(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    bytes
}

/// The answer that the bytes begin with.
pub fn answer(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("no answer in {:?}", String::from_utf8_lossy(bytes)));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers: Vec<(String, String)> = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let (body, is_whole) = body(&bytes[end + 4..], &headers);
    Answer { status, headers, body, is_whole }
}

fn body(bytes: &[u8], headers: &[(String, String)]) -> (Vec<u8>, bool) {
    let header =
        |name: &str| headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str());
    if header("transfer-encoding") == Some("chunked") {
        return chunks(bytes);
    }
    let length = header("content-length").map_or(bytes.len(), |length| length.parse().unwrap());
    (bytes[..bytes.len().min(length)].to_vec(), bytes.len() >= length)
}

/// What the chunks hold, and whether the last of them came.
fn chunks(mut bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(line) = bytes.windows(2).position(|window| window == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..line]).unwrap(), 16).unwrap();
        let rest = &bytes[line + 2..];
        body.extend_from_slice(&rest[..length.min(rest.len())]);
        if length == 0 {
            return (body, true);
        }
        if rest.len() < length + 2 {
            return (body, false);
        }
        bytes = &rest[length + 2..];
    }
    (body, false)
}

/// A text as an address or a form writes it.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
