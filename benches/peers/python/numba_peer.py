"""The kernel in numba: loops over arrays, compiled; one thread."""

import sys
import time

import numba
import numpy as np

import field as fields

NEVER = 65535


@numba.njit
def month(first, to, across, trust, site, organisation, role, executive, clinical, hierarchical, hazard, role_headroom,
          risk, disposition, e, agency, headroom, reputation, tenure, novice, position, vacancy, start_trust,
          collaboration, collaboration_at_start, newcomers, r, seen, weight, left, leaders, leading, sums, numbers):
    (contagion, pull_back, trust_return, inside, norm, norm_rate, agency_base, agency_leaders, agency_risk, agency_rate,
     headroom_rate, inherited, leave_cynical, mean_vacancy, novice_kept) = r
    people = e.size
    leaders[:] = 0.0
    leading[:] = 0.0
    sums[:] = 0.0
    numbers[:] = 0.0
    for i in range(people):
        seen[i] = e[i]
        weight[i] = position[i] if vacancy[i] == 0 else 0.0
        if executive[i] and vacancy[i] == 0:
            leaders[organisation[i]] += e[i]
            leading[organisation[i]] += 1.0
    for i in range(people):
        s = site[i]
        floor_across = min(max(start_trust[s] + norm * (collaboration[s] - collaboration_at_start[s]), 0.0), 1.0)
        pull = 0.0
        total = 0.0
        for k in range(first[i], first[i + 1]):
            w = trust[k] * weight[to[k]]
            pull += w * seen[to[k]]
            total += w
            floor = floor_across if across[k] else inside
            trust[k] = min(max(trust[k] + trust_return * (floor - trust[k]), 0.0), 1.0)
            if across[k]:
                sums[s] += trust[k]
                numbers[s] += 1.0
        if vacancy[i] == 0:
            moved = contagion * (pull / total - seen[i]) if total > 0 else 0.0
            e[i] = min(max(seen[i] + moved - pull_back * (seen[i] - disposition[i]), -1.0), 1.0)
            o = organisation[i]
            cover = leaders[o] / leading[o] if leading[o] > 0 else 0.0
            wanted = agency_base + agency_leaders * max(cover, 0.0) + agency_risk * risk[i]
            agency[i] += agency_rate * (min(max(wanted, 0.0), 1.0) - agency[i])
            headroom[i] += headroom_rate * (min(max(role_headroom[i], 0.0), 1.0) - headroom[i])
            tenure[i] += 1.0
            novice[i] *= novice_kept
            earned = (0.35 if clinical[i] else 0.0) + 0.35 * (1 - novice[i]) + 0.30 * reputation[i]
            position[i] = 1 - (1 - hierarchical[i]) * (1 - earned)
    for s in range(collaboration.size):
        mean = sums[s] / numbers[s] if numbers[s] > 0 else start_trust[s]
        collaboration[s] = min(max(collaboration[s] + norm_rate * (mean - collaboration[s]), 0.0), 1.0)
    for i in range(people):
        if vacancy[i] == 1:
            j = np.random.randint(newcomers.shape[1])
            risk[i] = newcomers[role[i], j, 0]
            disposition[i] = newcomers[role[i], j, 1]
            e[i] = disposition[i]
            agency[i] = agency_base
            headroom[i] = role_headroom[i]
            reputation[i] = 0.0
            tenure[i] = 0.0
            novice[i] = 1.0
            vacancy[i] = 0
            earned = 0.35 if clinical[i] else 0.0
            position[i] = 1 - (1 - hierarchical[i]) * (1 - earned)
        elif 1 < vacancy[i] < NEVER:
            vacancy[i] -= 1
        cynical = leave_cynical if e[i] < -0.3 else 1.0
        left[i] = vacancy[i] == 0 and np.random.random() < hazard[i] * cynical
        if left[i]:
            more = 0.0
            if mean_vacancy > 0:
                more = np.floor(np.log(1 - np.random.random()) / np.log(mean_vacancy / (1 + mean_vacancy)))
            vacancy[i] = 1 + int(min(max(more, 0.0), 120.0))
    for i in range(people):
        s = site[i]
        floor_across = min(max(start_trust[s] + norm * (collaboration[s] - collaboration_at_start[s]), 0.0), 1.0)
        for k in range(first[i], first[i + 1]):
            for _ in range(int(left[i]) + int(left[to[k]])):
                floor = floor_across if across[k] else inside
                trust[k] = floor + inherited * max(trust[k] - floor, 0.0)


@numba.njit
def seed_numba(seed):
    np.random.seed(seed)


def main(path, months, seed):
    start = fields.read(path)

    def arrays():
        people, places = start["people"], start["places"]
        column = lambda name, kind: np.array([p[name] for p in people], dtype=kind)
        floats = ["hierarchical", "hazard", "role_headroom", "risk_taking", "disposition", "enthusiasm", "agency",
                  "headroom", "reputation", "tenure", "novice", "position"]
        flat = [tie for ties in start["ties"] for tie in ties]
        first = np.cumsum([0] + [len(ties) for ties in start["ties"]])
        organisations = sum(p["organisations"] for p in places)
        n = len(people)
        return [
            first, np.array([t["to"] for t in flat]), np.array([t["across"] for t in flat]),
            np.array([t["trust"] for t in flat]), column("site", np.int64), column("organisation", np.int64),
            column("role", np.int64), column("executive", np.bool_), column("clinical", np.bool_),
            *[column(name, np.float64) for name in floats], column("vacancy", np.int64),
            np.array([p["start_trust"] for p in places]), np.array([p["collaboration"] for p in places]),
            np.array([p["collaboration_at_start"] for p in places]), np.array(start["newcomers"]),
            tuple(start["rules"].values()), np.zeros(n), np.zeros(n), np.zeros(n, dtype=np.bool_),
            np.zeros(organisations), np.zeros(organisations), np.zeros(len(places)), np.zeros(len(places)),
        ]

    month(*arrays())  # compiled before the clock starts
    now = arrays()
    seed_numba(seed)
    begun = time.process_time()
    for _ in range(months):
        month(*now)
    seconds = time.process_time() - begun
    trust, e, position, vacancy, collaboration = now[3], now[14], now[20], now[21], now[23]
    in_post = vacancy == 0
    fields.say("numba", months, seconds, e[in_post].tolist(), position[in_post].tolist(), trust.tolist(), e.size,
               int(in_post.sum()), collaboration.tolist())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
