//! What is asked wrongly is told with what would be right.

use crate::server::Server;

#[test]
fn a_wrong_parameter_is_named_with_what_is_allowed() {
    let server = Server::start();
    let told = [
        ("/api/network?relation=suports", "`relation=suports`", "did you mean `supports`?"),
        ("/api/network?status=denid", "`status=denid`", "did you mean `denied`?"),
        ("/api/network?level=planet", "`level=planet`", "give one of state, actor"),
        ("/api/network?min_confidence=2", "`min_confidence=2`", "from 0 to 1"),
        ("/api/network?min_confidence=NaN", "`min_confidence=NaN`", "from 0 to 1"),
        ("/api/network?actors=2001", "`actors=2001`", "from 1 to 2000"),
        ("/api/network?ties=0", "`ties=0`", "from 1 to 10000"),
        ("/api/network?around=bordura", "`around=bordura`", "did you mean borduria?"),
        ("/api/edges?relaton=supports", "no parameter `relaton`", "did you mean `relation`?"),
        ("/api/edges?offset=-1", "`offset=-1`", "whole number from 0"),
        ("/api/edges?actor=nobody", "`actor=nobody`", "search for it"),
        ("/api/actors?limit=20&limit=30", "`limit` is given twice", "once"),
        ("/api/ties?actors=borduria,nobody", "`actors=nobody`", "search for it"),
        ("/api/timeline?from=", "`from=`", "2026-01"),
        ("/api/actors?limit=", "`limit=`", "from 1 to 1000"),
        ("/api/timeline?from=yesterday", "`from=yesterday`", "2026-01"),
        ("/api/timeline?from=2026&to=2025", "is after", "exchange"),
        ("/api/evidence", "`claim` is missing", "/api/evidence?claim=ID"),
        ("/api/actors/%FF", "UTF-8", "percent-encoded"),
    ];
    for (target, detail, hint) in told {
        let problem = server.problem(target, 400);
        assert!(problem["detail"].as_str().unwrap().contains(detail), "{target}: {problem}");
        assert!(problem["hint"].as_str().unwrap().contains(hint), "{target}: {problem}");
    }
}

#[test]
fn addresses_and_methods_that_are_none_are_problems_too() {
    let server = Server::start();
    server.problem("/api/nothing", 404);
    server.problem("/api/actors/a/b", 404);
    let answer = server.send("DELETE", "/api/actors", &[], b"");
    answer.is_problem(405);
    assert!(answer.headers.contains("allow: get"), "{}", answer.headers);
    let answer = server.send("GET", "/api/decisions", &[], b"");
    answer.is_problem(405);
    assert!(answer.headers.contains("allow: post"), "{}", answer.headers);
    let answer = server.send("HEAD", "/api/actors", &[], b"");
    assert_eq!((answer.status, answer.body.len()), (200, 0));
}
