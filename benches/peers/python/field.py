"""The field that `peers field` writes, and the outcome in which all peers have to agree."""

import json
import statistics


def read(path):
    with open(path) as file:
        return json.load(file)


def moments(values):
    values = list(values)
    return [statistics.fmean(values), statistics.pstdev(values)]


def say(peer, months, seconds, enthusiasm, position, trust, people, in_post, collaboration):
    print(json.dumps({
        "peer": peer, "people": people, "months": months, "seconds": seconds,
        "enthusiasm": moments(enthusiasm), "position": moments(position), "trust": moments(trust),
        "vacant": 1 - in_post / people, "collaboration": statistics.fmean(collaboration),
    }), flush=True)
