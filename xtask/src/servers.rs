//! Ordinary web servers, for testing the configurations in `docs/servers/`: Debian's packages, unpacked
//! into the user's cache. Nothing is installed into the system, and no service is started.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{process, project, tools};

/// A server with a documented configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx with its module for precompressed Brotli.
    Nginx,
    /// Caddy.
    Caddy,
}

/// What the documented configurations say, and a test puts its own in place of.
const FOLDER: &str = "/srv/quiz";

impl Server {
    /// Every server.
    pub const ALL: [Server; 2] = [Server::Nginx, Server::Caddy];

    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Server::Nginx => "nginx",
            Server::Caddy => "Caddy",
        }
    }

    /// Debian's packages. What else they need is part of every Debian.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Server::Nginx => &["nginx", "libnginx-mod-http-brotli-static"],
            Server::Caddy => &["caddy"],
        }
    }

    /// Its programs and modules, from the root of the system; the program comes first.
    const fn files(self) -> &'static [&'static str] {
        match self {
            Server::Nginx => &[
                "usr/sbin/nginx",
                "usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
            ],
            Server::Caddy => &["usr/bin/caddy"],
        }
    }

    /// The documented configuration, from the root of the project.
    #[must_use]
    pub const fn documented(self) -> &'static str {
        match self {
            Server::Nginx => "docs/servers/nginx.conf",
            Server::Caddy => "docs/servers/Caddyfile",
        }
    }

    fn home(self) -> Result<PathBuf> {
        let name = format!("debian-{}", self.name().to_lowercase());
        Ok(tools::cache()?.join(name))
    }
}

/// The folder under which a server's files are: the system's root, or where they were unpacked.
pub fn find(server: Server) -> Result<PathBuf> {
    let places = [PathBuf::from("/"), server.home()?];
    let whole = |place: &PathBuf| {
        let mut files = server.files().iter();
        files.all(|file| place.join(file).is_file())
    };
    let found = places.into_iter().find(whole);
    found.with_context(|| {
        format!(
            "{name} cannot be tested: it is not there. It is tested with Debian's packages: \
             apt-get install {packages}",
            name = server.name(),
            packages = server.packages().join(" ")
        )
    })
}

/// Finds a server; where it is missing on Debian, gets it.
pub fn ready(server: Server) -> Result<PathBuf> {
    if let Ok(found) = find(server) {
        return Ok(found);
    }
    if process::works("apt-get", &["--version"]) && process::works("dpkg-deb", &["--version"]) {
        println!(
            "Getting {} from Debian (once, a few seconds)…",
            server.packages().join(" and ")
        );
        unpack(server)?;
    }
    find(server)
}

/// Fetches the packages and unpacks them, completely or not at all.
fn unpack(server: Server) -> Result<()> {
    let home = server.home()?;
    let unfinished = home.with_extension(format!("unfinished-{}", std::process::id()));
    fs::create_dir_all(&unfinished)
        .with_context(|| format!("The folder {} could not be made", unfinished.display()))?;
    let unpacked = fetch(server, &unfinished).and_then(|()| {
        for package in project::files(&unfinished)? {
            let mut unpack = Command::new("dpkg-deb");
            unpack.arg("-x").arg(&package).arg(&unfinished);
            process::capture(&mut unpack, "")?;
            fs::remove_file(&package).context("A package could not be removed")?;
        }
        // Whoever comes second keeps what the first has unpacked.
        match fs::rename(&unfinished, &home) {
            Err(_) if home.is_dir() => Ok(()),
            moved => moved.with_context(|| format!("{} could not be moved", unfinished.display())),
        }
    });
    if unfinished.is_dir() {
        fs::remove_dir_all(&unfinished)
            .with_context(|| format!("{} could not be removed", unfinished.display()))?;
    }
    unpacked
}

fn fetch(server: Server, into: &Path) -> Result<()> {
    let download = || {
        let mut apt = Command::new("apt-get");
        apt.current_dir(into).args(["download", "--quiet"]);
        process::capture(apt.args(server.packages()), "")
    };
    if download().is_ok() {
        return Ok(());
    }
    // What apt knows of is older than what its servers have. Only root may tell it.
    let mut update = Command::new("apt-get");
    process::capture(update.args(["update", "--quiet"]), "")
        .with_context(|| format!("{} could not be had from Debian", server.name()))?;
    download().map(drop)
}

/// A running server. Dropping it ends it.
#[derive(Debug)]
pub struct Running {
    address: String,
    child: Child,
    // Its settings and whatever it writes, until it has ended.
    _place: tempfile::TempDir,
}

impl Running {
    /// Its address, with a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts a server with its documented configuration, in which nothing but the folder and the address is
/// another. Only this computer reaches it, and it needs no rights.
pub fn start(server: Server, folder: &Path) -> Result<Running> {
    let programs = find(server)?;
    let place = tempfile::tempdir().context("There is no place for the server's settings")?;
    let port = {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("No port is free")?;
        free.local_addr().context("No local address")?.port()
    };
    let documented = project::read(&project::root().join(server.documented()))?;
    let folder = folder
        .to_str()
        .filter(|folder| !folder.contains([' ', ';', '"', '{']))
        .context("A folder with such a name cannot stand in a configuration")?;
    let mut settings = put(&documented, FOLDER, folder)?;
    let at = place.path().display().to_string();
    let [program, modules @ ..] = server.files() else {
        bail!("There is no program");
    };
    let mut command = Command::new(programs.join(program));
    match server {
        Server::Nginx => {
            settings = put(
                &settings,
                "listen 80;",
                &format!("listen 127.0.0.1:{port};"),
            )?;
            let site = place.path().join("site.conf");
            project::write(&site, settings)?;
            let around = around_nginx(&programs, modules, &at);
            project::write(&place.path().join("nginx.conf"), around)?;
            command.args(["-p", &at, "-e", "stderr", "-c", "nginx.conf"]);
        }
        Server::Caddy => {
            let address = format!("http://127.0.0.1:{port} {{");
            settings = put(&settings, "quiz.example {", &address)?;
            let around = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{settings}");
            let file = place.path().join("Caddyfile");
            project::write(&file, around)?;
            command.args(["run", "--adapter", "caddyfile", "--config"]);
            command.arg(&file);
            command
                .env("XDG_DATA_HOME", &at)
                .env("XDG_CONFIG_HOME", &at);
        }
    }
    let log = fs::File::create(place.path().join("log")).context("No log")?;
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .with_context(|| format!("{} could not be started", server.name()))?;
    let mut running = Running {
        address: format!("http://127.0.0.1:{port}/"),
        child,
        _place: place,
    };
    wait_for(&mut running, server, port)?;
    Ok(running)
}

/// What a system's own settings are around those of a site.
fn around_nginx(programs: &Path, modules: &[&str], at: &str) -> String {
    let mut around = format!("daemon off;\nmaster_process off;\npid {at}/pid;\n");
    for module in modules {
        let module = programs.join(module);
        around.push_str(&format!("load_module {};\n", module.display()));
    }
    around.push_str("events {}\nhttp {\n");
    for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
        around.push_str(&format!("{kind}_temp_path {at}/{kind};\n"));
    }
    around.push_str("include site.conf;\n}\n");
    around
}

fn put(settings: &str, documented: &str, here: &str) -> Result<String> {
    if settings.matches(documented).count() < 1 {
        bail!("The documented configuration should say “{documented}”");
    }
    // Comments name the folder, too.
    Ok(settings.replace(documented, here))
}

const PATIENCE: Duration = Duration::from_secs(20);

fn wait_for(running: &mut Running, server: Server, port: u16) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        let ended = running.child.try_wait().context("No child")?;
        if ended.is_some() || Instant::now() > deadline {
            let log = running._place.path().join("log");
            let said = fs::read_to_string(log).unwrap_or_default();
            bail!("{} did not start:\n{}", server.name(), said.trim_end());
        }
        thread::sleep(Duration::from_millis(15));
    }
    Ok(())
}
