//! The `safsim` command: a thin roof over the library.

fn main() -> std::process::ExitCode {
    safsim::cli::start()
}
