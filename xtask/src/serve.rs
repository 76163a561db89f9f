//! A static server for this machine alone: the app for `cargo xtask serve`, and for the end-to-end
//! tests, which also stop it to see the app without a network.
//!
//! One request a connection: when the server is gone, nothing answers any more.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    stopping: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
    accepting: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder under the path `base`, which begins and ends with `/`; port 0 takes a free one.
    pub fn start(folder: &Path, base: &str, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stopping);
        let asked = Arc::default();
        let site = Site {
            folder: folder.to_owned(),
            base: base.to_owned(),
            stopping: Arc::clone(&stopping),
            asked: Arc::clone(&asked),
        };
        let site = Arc::new(site);
        let accepting = thread::spawn(move || {
            for stream in listener.incoming() {
                if told.load(Ordering::SeqCst) {
                    break;
                }
                let site = Arc::clone(&site);
                // A browser that hangs up early is no concern of the server's.
                thread::spawn(move || stream.and_then(|stream| site.answer(&stream)).ok());
            }
        });
        Ok(Self { address, base: base.to_owned(), stopping, asked, accepting: Some(accepting) })
    }

    /// The address of the start page.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What it was asked for since the last look, the first lines of requests.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(accepting) = self.accepting.take() {
            // It only ends with the process.
            let _ = accepting.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection, so that the port is free when this returns.
        if TcpStream::connect(self.address).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            let _ = accepting.join();
        }
    }
}

struct Site {
    folder: PathBuf,
    base: String,
    stopping: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    fn answer(&self, mut stream: &TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let mut head = BufReader::new(stream.take(64 * 1024));
        let mut request = String::new();
        head.read_line(&mut request)?;
        // What is left unread would reset the connection when it closes.
        while head.read_line(&mut String::new())? > "\r\n".len() {}
        // Browsers open connections before they need them, and would ask a server that is gone.
        if self.stopping.load(Ordering::SeqCst) {
            return Ok(());
        }

        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(request.trim_end().to_owned());
        let file = self.file(&request).and_then(|path| Some((content_type(&path), fs::read(path).ok()?)));
        let (status, kind, body) = match file {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"There is no such page.".to_vec()),
        };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            body.len()
        )?;
        stream.write_all(&body)
    }

    /// The file that a request's first line asks for, never one outside the folder.
    fn file(&self, request: &str) -> Option<PathBuf> {
        let target = request.strip_prefix("GET ")?.split([' ', '?']).next()?;
        let path = Path::new(target.strip_prefix(&self.base)?);
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let file = self.folder.join(path);
        Some(if target.ends_with('/') { file.join("index.html") } else { file })
    }
}

/// The type that a file is sent as, by its ending.
pub(crate) fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(request: &str) -> Option<PathBuf> {
        let (folder, base) = ("/dist".into(), "/plan/".to_owned());
        Site { folder, base, stopping: Arc::default(), asked: Arc::default() }.file(request)
    }

    #[test]
    fn finds_files_under_the_base() {
        assert_eq!(asked("GET /plan/ HTTP/1.1\r\n"), Some("/dist/index.html".into()));
        assert_eq!(asked("GET /plan/a.js?x=1 HTTP/1.1\r\n"), Some("/dist/a.js".into()));
        assert_eq!(asked("GET /plan/en/ HTTP/1.1\r\n"), Some("/dist/en/index.html".into()));
    }

    #[test]
    fn stays_in_the_folder() {
        for target in ["/", "/plan", "/other/a.js", "/plan/../secret", "/plan//etc/passwd", "/plan/a/../../b"]
        {
            assert_eq!(asked(&format!("GET {target} HTTP/1.1\r\n")), None, "{target}");
        }
        assert_eq!(asked("POST /plan/ HTTP/1.1\r\n"), None);
        assert_eq!(asked(""), None);
    }

    #[test]
    fn serves_until_it_is_dropped() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("app.wasm"), "wasm")?;
        let server = Server::start(&folder, "/", 0)?;
        let address = server.address;

        let mut stream = TcpStream::connect(address)?;
        stream.write_all(b"GET /app.wasm HTTP/1.1\r\nHost: x\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        assert!(answer.contains("Content-Type: application/wasm\r\n"), "{answer}");
        assert!(answer.ends_with("\r\n\r\nwasm"), "{answer}");

        assert_eq!(server.asked(), ["GET /app.wasm HTTP/1.1"]);
        assert_eq!(server.asked(), Vec::<String>::new());
        drop(server);
        assert!(TcpStream::connect(address).is_err());
        fs::remove_dir_all(&folder)
    }
}
