//! The core without a browser: one person a line in, one recommendation a line out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    native::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::io::{self, BufRead, Write};
    use std::process::ExitCode;

    use microneedling_quiz::text::Locale;
    use microneedling_quiz::{jsonl, protocol};

    const HELP: &str = "\
assess: recommendations as JSON Lines

Reads one person a line from standard input:
  {\"today\":\"2026-11-22\",\"answers\":{\"age\":34,\"areas-head\":[\"face\"],…}}
and writes one recommendation, or {\"error\":…}, a line.

  --questions   print every question with its options and what they feed
  --help        print this text
";

    pub(super) fn main() -> ExitCode {
        let argument = std::env::args_os().nth(1);
        let argument = argument.as_ref().map(|argument| argument.to_string_lossy());
        let done = match argument.as_deref() {
            None => lines(),
            Some("--questions") => questions(),
            Some("--help") => write!(io::stdout(), "{HELP}"),
            Some(other) => {
                let _ = write!(
                    io::stderr(),
                    "assess: there is no option `{other}`.\n\n{HELP}"
                );
                return ExitCode::from(2);
            }
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            // The reader has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(io::stderr(), "assess: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn lines() -> io::Result<()> {
        let mut out = io::stdout().lock();
        let mut input = io::stdin().lock();
        let mut bytes = Vec::new();
        while input.read_until(b'\n', &mut bytes)? > 0 {
            let line = String::from_utf8_lossy(&bytes);
            // Files that were saved on Windows often begin with a byte-order mark.
            let line = line.trim_start_matches('\u{feff}').trim();
            if !line.is_empty() {
                writeln!(out, "{}", jsonl::line(protocol(), line))?;
                out.flush()?;
            }
            bytes.clear();
        }
        Ok(())
    }

    fn questions() -> io::Result<()> {
        let mut out = io::stdout().lock();
        for question in jsonl::questions(protocol(), Locale::english()) {
            writeln!(out, "{}", serde_json::to_string(&question)?)?;
        }
        Ok(())
    }
}
