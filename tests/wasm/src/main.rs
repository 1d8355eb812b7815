//! The digests of all studies on this machine, a line each.

fn main() {
    for study in 0..twin::studies() {
        println!("{:016x}", twin::digest(study));
    }
}
