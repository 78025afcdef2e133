//! By which names the server may be called.
//!
//! A page of somebody else's may lead its own name to this machine (DNS rebinding) and would then be let in by the browser:
//! so a server that listens on this machine alone answers to its own names alone.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, Uri, header, uri::Authority};

/// By which names the server may be called.
#[derive(Debug, Clone)]
pub struct Hosts {
    /// What this machine calls itself; only with the server's own port.
    own: Vec<String>,
    port: u16,
    /// With any port, since a proxy in front has its own. None: any name.
    allowed: Option<Vec<String>>,
}

impl Hosts {
    /// A server on this machine alone is called `localhost` or by its address; one that the network reaches, by any name,
    /// unless `allowed` gives some. Names are without a port.
    pub fn new(address: SocketAddr, allowed: &[String]) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned).into_iter();
        let is_open = !address.ip().is_loopback() && allowed.is_empty();
        let allowed = allowed.iter().map(|name| name.to_lowercase()).collect();
        Self {
            own: own.chain([name_of(address.ip())]).collect(),
            port: address.port(),
            allowed: (!is_open).then_some(allowed),
        }
    }

    /// Whether a request calls the server by one of its names.
    pub fn is_called(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let Some(allowed) = &self.allowed else { return true };
        let Some(called) = authority(headers, uri) else { return false };
        let name = called.host().to_lowercase();
        let is_own_port = called.port_u16().unwrap_or(80) == self.port;
        allowed.contains(&name) || self.own.contains(&name) && is_own_port
    }
}

/// Whether a request that a page sent comes from a page of this server: its `Origin` is what the server was called. A request
/// without an `Origin` comes from no page, or does not say so.
pub fn is_own_origin(headers: &HeaderMap, uri: &Uri) -> bool {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    let origin =
        origin.and_then(|origin| origin.split_once("://")).filter(|(scheme, _)| scheme.starts_with("http"));
    let called = authority(headers, uri);
    matches!((origin, called), (Some((_, host)), Some(called)) if called.as_str().eq_ignore_ascii_case(host))
}

/// What the server was called: an address in absolute form says it before `Host` does (RFC 9112, 3.2.2).
pub(super) fn authority(headers: &HeaderMap, uri: &Uri) -> Option<Authority> {
    if let Some(authority) = uri.authority() {
        return Some(authority.clone());
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next().filter(|_| hosts.next().is_none())?;
    host.to_str().ok()?.parse().ok().filter(|authority: &Authority| !authority.as_str().contains('@'))
}

fn name_of(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_called(hosts: &Hosts, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        hosts.is_called(&headers, &Uri::from_static("/sparql"))
    }

    #[test]
    fn a_server_of_this_machine_alone_has_its_own_names_and_port() {
        let hosts = Hosts::new("127.0.0.1:8017".parse().unwrap(), &["graph.example".to_owned()]);
        for host in [
            "localhost:8017",
            "LOCALHOST:8017",
            "127.0.0.1:8017",
            "[::1]:8017",
            "graph.example",
            "graph.example:443",
        ] {
            assert!(is_called(&hosts, host), "{host}");
        }
        let hosts = Hosts::new("10.1.2.3:8017".parse().unwrap(), &["10.1.2.3".to_owned()]);
        assert!(is_called(&hosts, "10.1.2.3") && is_called(&hosts, "10.1.2.3:443"));
        for host in [
            "evil.example:8017",
            "localhost",
            "localhost:80",
            "127.0.0.1",
            "localhost.evil.example:8017",
            "a@localhost:8017",
            "",
        ] {
            assert!(!is_called(&hosts, host), "{host}");
        }
        assert!(!hosts.is_called(&HeaderMap::new(), &Uri::from_static("/")));
        assert!(!hosts.is_called(&HeaderMap::new(), &Uri::from_static("http://evil.example:8017/")));
    }

    #[test]
    fn a_server_that_the_network_reaches_has_any_name_unless_some_are_allowed() {
        let address = "0.0.0.0:8017".parse().unwrap();
        assert!(is_called(&Hosts::new(address, &[]), "desk.example"));
        let hosts = Hosts::new(address, &["graph.example".to_owned()]);
        assert!(is_called(&hosts, "graph.example") && is_called(&hosts, "localhost:8017"));
        assert!(!is_called(&hosts, "desk.example"));
    }

    #[test]
    fn an_origin_is_the_servers_own_when_it_is_what_the_server_was_called() {
        let is_own = |origin: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "localhost:8017".parse().unwrap());
            headers.insert(header::ORIGIN, origin.parse().unwrap());
            is_own_origin(&headers, &Uri::from_static("/api/decisions"))
        };
        assert!(is_own("http://localhost:8017"));
        for origin in
            ["http://localhost", "http://evil.example", "null", "localhost:8017", "ftp://localhost:8017"]
        {
            assert!(!is_own(origin), "{origin}");
        }
        assert!(!is_own_origin(&HeaderMap::new(), &Uri::from_static("/")));
    }
}
