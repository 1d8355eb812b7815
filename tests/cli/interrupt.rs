//! Ctrl-C ends everything within a second, whatever is being done, and says what is kept.

#![cfg(unix)]

use crate::program::{Home, Said, assert_same, contents, signal, wait_until};
use crate::small::town;
use std::time::{Duration, Instant};

/// What a busy machine may add to the second that is promised.
const BUSY: Duration = Duration::from_secs(2);

/// Waits until a folder is taken: before that there is nothing to lose, and the system ends the program.
fn begun(home: &Home, out: &str) {
    wait_until("no folder is taken", || home.path(out).join("UNFINISHED").exists());
}

/// Interrupts a call a while after it has taken the folder `out`; what it said, once it has ended in time.
fn interrupted(home: &Home, line: &str, out: &str, after: Duration, by: &str) -> Said {
    let mut child = home.start(line);
    if !out.is_empty() {
        begun(home, out);
    }
    std::thread::sleep(after);
    assert!(child.try_wait().unwrap().is_none(), "{line} was too fast");
    let began = Instant::now();
    signal(&child, by);
    let said = Said::by(child);
    assert!(began.elapsed() < Duration::from_secs(1) + BUSY, "{line} took {:?}", began.elapsed());
    assert_eq!(said.status, 1, "{line}: {}", said.err);
    assert!(said.err.contains("stopping within a second"), "{}", said.err);
    said
}

#[test]
fn a_replicate_in_progress_is_given_up() {
    let home = Home::new();
    // Half a minute a replicate: building alone takes several seconds.
    let line = "run workforce -n 3 --quiet --memory 40GB --out out --threads";
    for (after, by, threads) in [(300, "-INT", 2), (2500, "-TERM", 1), (6000, "-INT", 1)] {
        let said = interrupted(&home, &format!("{line} {threads}"), "out", Duration::from_millis(after), by);
        assert!(
            said.err.contains("error: interrupted") && said.err.contains("again") | said.err.contains("goes on"),
            "{}",
            said.err
        );
    }
    // One site of sixty thousand people, whose ties alone take long.
    home.write("crowd.toml", "name = \"crowd\"\n[[site]]\nname = \"a\"\npopulation = 1e7\n[[site.organisation]]\nkind = \"acute\"\nroles = { nurse = 60000 }\n");
    interrupted(
        &home,
        "run crowd.toml -n 2 --quiet --memory 40GB --out crowd",
        "crowd",
        Duration::from_millis(1500),
        "-INT",
    );
}

#[test]
fn long_phases_around_the_runs_end_too_and_nothing_is_lost() {
    let home = Home::new();
    // Nothing but a few runs; then tables, pictures and stories.
    let line = "run six-sites -n 8 --quiet --threads 1 --out out";
    home.done(&line.replace("--out out", "--out whole"));
    let mut stopped = 0;
    for after in [100, 400, 900, 1600] {
        let mut child = home.start(line);
        std::thread::sleep(Duration::from_millis(after));
        if child.try_wait().unwrap().is_some() {
            break;
        }
        let began = Instant::now();
        signal(&child, "-INT");
        let said = Said::by(child);
        assert!(began.elapsed() < Duration::from_secs(1) + BUSY, "{after}: {:?}", began.elapsed());
        assert!(said.status <= 0 || said.err.contains("interrupted"), "{after}: {said:?}");
        stopped += u32::from(said.status == 1);
    }
    assert!(stopped > 0, "it was too fast");
    home.done(line);
    assert_same(&home.path("whole"), &home.path("out"));
    home.write("town.toml", &town("town"));
    home.done("run town.toml -n 20 --quiet --out told");
    let before = contents(&home.path("told"));
    let said = interrupted(&home, "explain told -n 100000 --quiet", "", Duration::from_millis(1000), "-INT");
    assert!(said.err.contains("interrupted: nothing was written"), "{}", said.err);
    // The lock that it left is nobody's: the next command takes it away.
    home.done("report told");
    assert!(before == contents(&home.path("told")));
}

#[test]
fn a_second_interrupt_ends_it_at_once() {
    let home = Home::new();
    let child = home.start("run workforce -n 3 --quiet --memory 40GB --out out");
    begun(&home, "out");
    std::thread::sleep(Duration::from_millis(500));
    signal(&child, "-INT");
    std::thread::sleep(Duration::from_millis(50));
    let began = Instant::now();
    signal(&child, "-INT");
    let said = Said::by(child);
    assert_eq!(said.status, 1, "{said:?}");
    assert!(began.elapsed() < BUSY && !said.err.contains("interrupted"), "{said:?}");
}
