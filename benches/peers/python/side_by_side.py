"""Runs all peers in turn, several rounds, checks that they agree, and prints one table.

Agreement: for each figure of the outcome, the mean of a peer's rounds lies within four standard errors of that of the
reference loop (same rules, many seeds; the standard deviation of a single outcome is the reference's).
"""

import json
import statistics
import subprocess
import sys

REFERENCES = 20
FIELD = "target/peers/field.json"
# Mesa takes minutes where others take seconds: fewer months, which a rate does not mind.
SLOW_SHARE = 8


def outcomes(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def figures(outcome):
    flat = {}
    for name in ("enthusiasm", "trust", "position"):
        flat[name + " mean"], flat[name + " sd"] = outcome[name]
    return flat | {"vacant": outcome["vacant"], "collaboration": outcome["collaboration"]}


def disagreements(of_peer, references):
    found = []
    expected = [figures(o) for o in references]
    for name in expected[0]:
        values = [e[name] for e in expected]
        error = statistics.stdev(values) * (1 / len(of_peer) + 1 / len(values)) ** 0.5
        off = statistics.fmean(figures(o)[name] for o in of_peer) - statistics.fmean(values)
        if abs(off) > 4 * error + 1e-9:
            found.append(f"{name} off by {off:+.2g} (four standard errors: {4 * error:.2g})")
    return found


def main(sites, months, rounds):
    rust = lambda name, seed, m: ["target/release/peers", name, str(sites), str(m), str(seed)]
    python = lambda name, seed, m: [sys.executable, f"python/{name}_peer.py", FIELD, str(m), str(seed)]
    few = max(months // SLOW_SHARE, 2)
    commands = [
        (rust, "safsim", months), (rust, "krabmaga", months), (rust, "ixa", months), (python, "numba", months),
        (python, "mesa", few),
    ]
    found = {}
    for round_ in range(rounds):
        for make, name, m in commands:
            for outcome in outcomes(make(name, 1000 + round_, m)):
                found.setdefault(outcome["peer"], []).append(outcome)
    references = {m: [outcomes(rust("reference", seed, m))[0] for seed in range(REFERENCES)] for m in {months, few}}
    rate = {
        peer: [o["people"] * o["months"] / o["seconds"] / 1e6 for o in of_peer] for peer, of_peer in found.items()
    }
    print(f"{sites} sites, {found['safsim'][0]['people']} people, {months} months ({few} for Mesa), {rounds} rounds, one thread\n")
    print("| In | Million people's months a second of processor time: median (least to most) | Time beside safsim, median of rounds |")
    print("| --- | ---: | ---: |")
    agree = True
    for peer in sorted(rate, key=lambda p: -statistics.median(rate[p])):
        r = rate[peer]
        ratio = statistics.median(ours / theirs for ours, theirs in zip(rate["safsim"], r))
        print(f"| {peer} | {statistics.median(r):.2f} ({min(r):.2f} to {max(r):.2f}) | {ratio:.2f} |")
    print()
    for peer, of_peer in found.items():
        # Seeds move the draws only; safsim and the plain loop make the same ones in every round.
        seen = of_peer[:1] if peer in ("safsim", "plain loop") else of_peer
        off = disagreements(seen, references[of_peer[0]["months"]])
        agree = agree and not off
        print(f"{peer}: {'agrees in distribution' if not off else 'DISAGREES: ' + '; '.join(off)}")
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:4])))
