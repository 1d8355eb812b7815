//! Answers requests on this machine: a line of standard input each, a line of standard output each.

use std::io::BufRead;

fn main() {
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        println!("{}", safsim_module::answered(&line));
    }
}
