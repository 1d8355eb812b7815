"""The kernel in Mesa: people are agents with their ties in a dictionary, activated stage by stage."""

import math
import sys
import time
from collections import defaultdict

import mesa

import field as fields

NEVER = 65535


def clamp(value, low=0.0, high=1.0):
    return low if value < low else high if value > high else value


class Actor(mesa.Agent):
    def __init__(self, model, own):
        super().__init__(model)
        self.__dict__.update(own)
        self.ties = {}
        self.left = False

    def weight(self):
        return self.position if self.vacancy == 0 else 0.0

    def look(self):
        self.seen_enthusiasm, self.seen_weight = self.enthusiasm, self.weight()
        if self.executive and self.vacancy == 0:
            leaders = self.model.leaders[self.organisation]
            leaders[0] += self.enthusiasm
            leaders[1] += 1

    def feel(self):
        r, model = self.model.rules, self.model
        floor_across = model.floors[self.site]
        pull = weight = 0.0
        for other, tie in self.ties.items():
            across, trust = tie
            w = trust * other.seen_weight
            pull += w * other.seen_enthusiasm
            weight += w
            floor = floor_across if across else r["trust_floor_inside"]
            trust = clamp(trust + r["trust_return"] * (floor - trust))
            tie[1] = trust
            if across:
                sums = model.across[self.site]
                sums[0] += trust
                sums[1] += 1
        if self.vacancy != 0:
            return
        e = self.enthusiasm
        contagion = r["contagion"] * (pull / weight - e) if weight > 0 else 0.0
        self.enthusiasm = clamp(e + contagion - r["disposition_pull"] * (e - self.disposition), -1.0, 1.0)
        total, number = model.leaders[self.organisation]
        cover = total / number if number else 0.0
        agency = r["agency_base"] + r["agency_leaders"] * max(cover, 0.0) + r["agency_risk"] * self.risk_taking
        self.agency += r["agency_rate"] * (clamp(agency) - self.agency)
        self.headroom += r["headroom_rate"] * (clamp(self.role_headroom) - self.headroom)
        self.tenure += 1.0
        self.novice *= r["novice_kept"]
        self.reposition()

    def reposition(self):
        earned = (0.35 if self.clinical else 0.0) + 0.35 * (1 - self.novice) + 0.30 * self.reputation
        self.position = 1 - (1 - self.hierarchical) * (1 - earned)

    def turn_over(self):
        r, random = self.model.rules, self.random
        if self.vacancy == 1:
            drawn = self.model.newcomers[self.role]
            self.risk_taking, self.disposition = drawn[random.randrange(len(drawn))]
            self.enthusiasm, self.agency, self.headroom = self.disposition, r["agency_base"], self.role_headroom
            self.reputation, self.tenure, self.novice, self.vacancy = 0.0, 0.0, 1.0, 0
            self.reposition()
        elif 1 < self.vacancy < NEVER:
            self.vacancy -= 1
        cynical = r["leave_cynical"] if self.enthusiasm < -0.3 else 1.0
        self.left = self.vacancy == 0 and random.random() < self.hazard * cynical
        if self.left:
            mean = r["vacancy"]
            more = math.floor(math.log(1 - random.random()) / math.log(mean / (1 + mean))) if mean > 0 else 0
            self.vacancy = 1 + min(max(more, 0), 120)

    def hand_over(self):
        r = self.model.rules
        floor_across = self.model.floors[self.site]
        for other, tie in self.ties.items():
            for _ in range(self.left + other.left):
                floor = floor_across if tie[0] else r["trust_floor_inside"]
                tie[1] = floor + r["inherited_trust"] * max(tie[1] - floor, 0.0)


class Field(mesa.Model):
    def __init__(self, start, seed):
        super().__init__(seed=seed)
        self.rules, self.places, self.newcomers = start["rules"], start["places"], start["newcomers"]
        actors = [Actor(self, own) for own in start["people"]]
        for actor, ties in zip(actors, start["ties"]):
            actor.ties = {actors[tie["to"]]: [tie["across"], tie["trust"]] for tie in ties}

    def find_floors(self):
        r = self.rules
        self.floors = [
            clamp(p["start_trust"] + r["trust_floor_norm"] * (p["collaboration"] - p["collaboration_at_start"]))
            for p in self.places
        ]

    def step(self):
        self.leaders = defaultdict(lambda: [0.0, 0])
        self.across = [[0.0, 0] for _ in self.places]
        self.find_floors()
        self.agents.do("look")
        self.agents.do("feel")
        for place, (total, number) in zip(self.places, self.across):
            trust = total / number if number else place["start_trust"]
            place["collaboration"] = clamp(
                place["collaboration"] + self.rules["norm_rate"] * (trust - place["collaboration"]))
        self.find_floors()
        self.agents.do("turn_over")
        self.agents.do("hand_over")


def main(path, months, seed):
    model = Field(fields.read(path), seed)
    start = time.process_time()
    for _ in range(months):
        model.step()
    seconds = time.process_time() - start
    actors = list(model.agents)
    in_post = [a for a in actors if a.vacancy == 0]
    fields.say(
        "Mesa", months, seconds, (a.enthusiasm for a in in_post), (a.position for a in in_post),
        (tie[1] for a in actors for tie in a.ties.values()), len(actors), len(in_post),
        [p["collaboration"] for p in model.places])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
