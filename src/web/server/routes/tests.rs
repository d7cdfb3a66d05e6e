//! Every route refuses whoever lacks anything.

use super::*;
use crate::web::server::connections;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;
use tokio::net::TcpListener;

/// Connections at once.
const MOST: usize = 40;
const HERE: &str = "127.0.0.1";

/// A server for one test: its port and token.
struct Server {
    port: u16,
    token: String,
}

/// Runs a server in a thread of its own until the test is over.
fn server() -> Server {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
        runtime.block_on(async {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            let guard = Guard::new(listener.local_addr().unwrap().port()).unwrap();
            send.send(guard.address()).unwrap();
            let served = Arc::new(Served::new(guard));
            connections::serve(listener, router(served), MOST).await
        });
    });
    let address = receive.recv().unwrap();
    let (host, token) = address.strip_prefix("http://127.0.0.1:").unwrap().split_once("/?token=").unwrap();
    Server { port: host.parse().unwrap(), token: token.to_owned() }
}

impl Server {
    fn host(&self) -> String {
        format!("{HERE}:{}", self.port)
    }

    fn cookie(&self) -> String {
        format!("melon-{}={}", self.port, self.token)
    }

    /// What all headers are when everything is right.
    fn right(&self) -> Vec<(&'static str, String)> {
        vec![("Host", self.host()), ("Origin", format!("http://{}", self.host())), ("Cookie", self.cookie())]
    }

    /// The whole response to one request.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, String)], body: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = body.len();
        let request =
            format!("{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}");
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response
    }

    /// Asks a question, whose answer is not waited for.
    fn begin(&self, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        let headers: String = self.right().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(stream, "POST /answer HTTP/1.1\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        stream
    }

    fn status(&self, method: &str, path: &str, headers: &[(&str, String)]) -> u16 {
        self.ask(method, path, headers, "{}").split(' ').nth(1).unwrap().parse().unwrap()
    }

    /// The right headers with one of them otherwise, or left out.
    fn but(&self, name: &'static str, value: Option<&str>) -> Vec<(&'static str, String)> {
        let others = self.right().into_iter().filter(|(own, _)| *own != name);
        others.chain(value.map(|value| (name, value.to_owned()))).collect()
    }
}

/// Whether the response begins within that time.
fn has_begun(stream: &mut TcpStream, within: Duration) -> bool {
    stream.set_read_timeout(Some(within)).unwrap();
    matches!(stream.read(&mut [0; 64]), Ok(n) if n > 0)
}

#[test]
fn every_route_refuses_a_wrong_host_origin_token_and_method() {
    let server = server();
    let all: Vec<Route> = routes().collect();
    assert!(all.len() > 10 && all.iter().any(|route| route.method == Method::POST));
    for Route { path, method, .. } in all {
        let status = |headers: &[(&str, String)]| server.status(method.as_str(), path, headers);
        assert_eq!(status(&server.right()), 200, "{path}");
        let port = server.port;
        for host in ["evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", &format!("localhost:{port}")] {
            assert_eq!(status(&server.but("Host", Some(host))), 421, "{path}, Host {host}");
        }
        let origins = [
            "null",
            "file://",
            "http://evil.example",
            "http://127.0.0.1",
            "https://127.0.0.1",
            &format!("http://localhost:{port}"),
        ];
        for origin in origins {
            assert_eq!(status(&server.but("Origin", Some(origin))), 403, "{path}, Origin {origin}");
        }
        for site in ["cross-site", "same-site"] {
            let headers = [server.right(), vec![("Sec-Fetch-Site", site.to_owned())]].concat();
            assert_eq!(status(&headers), 403, "{path}, from {site}");
        }
        let wrong = format!("melon-{port}={}", "0".repeat(server.token.len()));
        for cookie in [None, Some(""), Some(wrong.as_str()), Some(server.token.as_str())] {
            assert_eq!(status(&server.but("Cookie", cookie)), 401, "{path}, Cookie {cookie:?}");
        }
        for other in ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"].iter().filter(|m| **m != method.as_str()) {
            assert_eq!(server.status(other, path, &server.right()), 405, "{other} {path}");
        }
        if method == Method::POST {
            assert_eq!(status(&server.but("Origin", None)), 403, "{path} without Origin");
        }
    }
}

#[test]
fn what_is_no_route_is_guarded_too() {
    let server = server();
    assert_eq!(server.status("GET", "/../Cargo.toml", &server.right()), 404);
    assert_eq!(server.status("GET", "/etc/passwd", &server.right()), 404);
    assert_eq!(server.status("GET", "/etc/passwd", &server.but("Cookie", None)), 401);
}

#[test]
fn the_address_gives_a_cookie_that_no_other_site_can_send_and_no_header_lets_others_read() {
    let server = server();
    let host = [("Host", server.host())];
    let first = server.ask("GET", &format!("/?token={}", server.token), &host, "");
    let head = first.split("\r\n\r\n").next().unwrap().to_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(head.contains(&format!("set-cookie: {}; path=/; httponly; samesite=strict", server.cookie())), "{head}");
    assert!(
        head.contains("content-security-policy: default-src 'self';") && !head.contains("access-control"),
        "{head}"
    );
    assert_eq!(server.status("GET", "/?token=0", &host), 401);
    assert_eq!(server.status("GET", &format!("/main.js?token={}", server.token), &host), 401);
}

/// Four are trained at once and a fifth waits: whatever is short is answered meanwhile, and whoever
/// goes makes room.
#[test]
fn trainings_do_not_keep_short_questions_waiting() {
    let server = server();
    let with = r#"{"text": "TEXT", "preset": "tiny", "iters": 50000, "resume": null, "prompt": "x"}"#;
    let with = with.replace("TEXT", &"the melon is ripe. ".repeat(60));
    let body = format!(r#"{{"lang": "en", "ask": "train", "with": {with}}}"#);
    let begin = || server.begin(&body);
    let mut four: Vec<TcpStream> = (0..4).map(|_| begin()).collect();
    assert!(four.iter_mut().all(|stream| has_begun(stream, Duration::from_secs(60))), "four are trained");
    let mut fifth = begin();
    assert!(!has_begun(&mut fifth, Duration::from_millis(500)), "no more than four at once");
    let quick = r#"{"lang": "en", "ask": "tour-screens"}"#;
    let report = r#"{"lang": "en", "ask": "report", "with": {"table": {"builtin": "melons"}, "task": "classify"}}"#;
    for question in [quick, report] {
        let asked = server.ask("POST", "/answer", &server.right(), question);
        assert!(asked.contains(r#""event":"done""#), "{asked}");
    }
    four.pop();
    assert!(has_begun(&mut fifth, Duration::from_secs(60)), "whoever goes makes room");
}

/// Sixty classes by sixty columns that go together: one fit takes long. Two are made at once and a third question
/// waits; when whoever asked for the two has gone, they end and it has its turn.
#[test]
fn a_long_fit_ends_when_whoever_asked_has_gone() {
    let server = server();
    let row = |row: usize| {
        let walk = (0..60).scan(0, |sum, column| {
            *sum += (row * 7919 + column * 104_729 + row * column * 31) % 201;
            Some(sum.to_string())
        });
        format!("{},c{}", walk.collect::<Vec<_>>().join(","), row * 37 % 60)
    };
    let head: String = (0..60).map(|column| format!("x{column},")).collect();
    let text: String = (0..4000).map(|at| format!("\\n{}", row(at))).collect();
    let table = format!(r#"{{"csv": {{"name": "walks.csv", "text": "{head}kind{text}"}}}}"#);
    let report = |table: &str| {
        let body = format!(r#"{{"lang": "en", "ask": "report", "with": {{"table": {table}, "task": "classify"}}}}"#);
        server.begin(&body)
    };
    let mut two = [report(&table), report(&table)];
    assert!(two.iter_mut().all(|stream| has_begun(stream, Duration::from_secs(120))), "two are made");
    let mut third = report(r#"{"builtin": "melons"}"#);
    assert!(!has_begun(&mut third, Duration::from_millis(500)), "no more than two at once");
    drop(two);
    assert!(has_begun(&mut third, Duration::from_secs(120)), "whoever goes makes room");
}

#[test]
fn an_answer_comes_as_events_and_a_flood_is_refused() {
    let server = server();
    let asked = server.ask("POST", "/answer", &server.right(), r#"{"lang": "en", "ask": "tour-screens"}"#);
    assert!(asked.contains("text/event-stream") && asked.contains(r#"data: {"event":"done""#), "{asked}");
    let wrong = server.ask("POST", "/answer", &server.right(), "not JSON");
    assert!(wrong.contains(r#""event":"error""#), "{wrong}");
    let headers: String = server.right().iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
    write!(stream, "POST /answer HTTP/1.1\r\n{headers}Content-Length: {}\r\n\r\n", LARGEST_BODY + 1).unwrap();
    // The server may answer, and close, before it has read all.
    let piece = vec![b' '; 1 << 16];
    let _ = (0..=LARGEST_BODY / piece.len()).try_for_each(|_| stream.write_all(&piece));
    let mut response = [0; 12];
    let n = stream.read(&mut response).unwrap_or(0);
    assert!(n == 0 || response.starts_with(b"HTTP/1.1 413"), "{:?}", String::from_utf8_lossy(&response));
}

/// More connections than there is room for, of which none says what it wants: they are closed, and others have their turn.
#[test]
fn who_says_nothing_does_not_keep_the_others_out() {
    let server = server();
    let silent = || {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: 1").unwrap();
        stream
    };
    let mut silent: Vec<TcpStream> = (0..MOST + 10).map(|_| silent()).collect();
    let asked = server.ask("POST", "/answer", &server.right(), r#"{"lang": "en", "ask": "tour-screens"}"#);
    assert!(asked.contains(r#""event":"done""#), "{asked}");
    silent[0].set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut rest = Vec::new();
    assert!(silent[0].read_to_end(&mut rest).is_ok(), "the first one is closed");
}
