//! The page's server, started and ended; what it refuses is tested beside its routes.

use super::Room;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Stdio};

/// A server that has said where it is.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(room: &Room, line: &str) -> Server {
        let mut child = room.command(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut address = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
        Server { child, address }
    }

    fn port(&self) -> &str {
        self.address.strip_prefix("http://127.0.0.1:").unwrap().split('/').next().unwrap()
    }

    /// Ends it as Ctrl-C does, and returns its exit code and all else that it said.
    #[cfg(unix)]
    fn interrupt(mut self) -> (i32, String, String) {
        let pid = self.child.id().to_string();
        assert!(std::process::Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let (mut stdout, mut stderr) = (String::new(), String::new());
        self.child.stdout.take().unwrap().read_to_string(&mut stdout).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code().unwrap(), stdout, stderr)
    }
}

#[test]
#[cfg(unix)]
fn the_address_is_all_that_stdout_gets_and_ctrl_c_ends_it() {
    let room = Room::new();
    let server = Server::start(&room, "serve --port 0 --no-open");
    assert!(server.address.contains("/?token=") && server.address.ends_with('\n'), "{}", server.address);
    let (code, stdout, stderr) = server.interrupt();
    assert_eq!((code, stdout.as_str()), (0, ""));
    assert!(stderr.contains("Ctrl-C"), "{stderr}");
}

#[test]
#[cfg(unix)]
fn a_port_that_is_taken_is_named() {
    let room = Room::new();
    let first = Server::start(&room, "serve --port 0 --no-open");
    let port = first.port().to_owned();
    let line = format!("serve --no-open --port {port}");
    room.run(&line).fails(&[&format!("port {port} is taken"), "--port"]);
    room.run(&format!("{line} --lang zh")).fails(&[&format!("端口 {port} 已被占用")]);
    assert_eq!(first.interrupt().0, 0);
    room.run("serve --port 70000").misused(&["--port", "70000"]);
}
