// Whether an address names a setting, and not a place in the page.
const safsimIsLink = (fragment) => { const parts = new URLSearchParams(fragment.replace(/^#/, "")); return ["set", "seed", "futures", "model"].some((one) => parts.has(one)); };
// All that the part does, from the moment at which it is wanted: a page of its own begins it at once, a report when it is asked to.
const safsimLive = () => {
  const byId = (id) => document.getElementById("live" + (id ? "-" + id : ""));
  const root = byId("");
  const data = JSON.parse(byId("data").textContent);
  const { make, month, plain, lines, stacks, interval } = safsimDraw;
  const panel = data.panel;
  const knobs = panel.groups.flatMap((group) => group.knobs);
  const el = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key.startsWith("on")) { element.addEventListener(key.slice(2), value); } else if (value === true) { element.setAttribute(key, ""); } else if (value !== false && value !== null && value !== undefined) { element.setAttribute(key, value); }
    }
    element.append(...inside.filter((one) => one !== null && one !== undefined));
    return element;
  };
  const copy = (value) => JSON.parse(JSON.stringify(value));
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  // Headings below that of the page, or of the report's section.
  const heading = (depth, text) => el("h" + (depth + (data.alone ? 0 : 2)), { class: "live-h" + depth }, text);

  // ---- the program, in a worker if there may be one, else here in small steps
  let call = null;
  const unpacked = async () => {
    const letters = atob(byId("module").textContent.trim());
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  const inWorker = (bytes) => new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([data.worker], { type: "text/javascript" }));
    let worker;
    try { worker = new Worker(address); } catch (error) { reject(error); return; }
    const waiting = new Map();
    let last = 0;
    worker.onerror = (event) => { event.preventDefault(); reject(new Error("no worker")); for (const one of waiting.values()) { one.reject(new Error("the program stopped")); } };
    worker.onmessage = ({ data: { id, answer, broken } }) => {
      if (id === 0) { if (broken) { reject(new Error(broken)); } else { resolve(ask); } return; }
      const one = waiting.get(id);
      waiting.delete(id);
      if (broken) { one.reject(new Error(broken)); } else { one.resolve(answer); }
    };
    const ask = (request) => new Promise((done, failed) => { waiting.set(++last, { resolve: done, reject: failed }); worker.postMessage({ id: last, request }); });
    worker.postMessage({ id: 0, module: bytes });
  });
  const here = async (bytes) => {
    const session = await safsimSession(bytes);
    return (request) => new Promise((resolve, reject) => setTimeout(() => { try { resolve(session(request)); } catch (error) { reject(error); } }, 0));
  };
  const start = async () => {
    const bytes = await unpacked();
    try { return await inWorker(bytes); } catch { root.dataset.worker = "none"; return here(bytes); }
  };
  const ask = async (request) => JSON.parse(await call(JSON.stringify(request)));

  // ---- what is set
  // What came with the page: its name, what it asks, its values. In a report that is known when the program has looked at the scenario.
  let loaded = data.first && data.first.loaded;
  let scenario = data.scenario;
  // What mine is held against: the scenario as it is, or the first arm of a comparison.
  let held = { set: {}, same_money: false };
  const nothing = () => ({ set: {}, same_money: false, seed: loaded.seed, futures: Math.min(200, Math.max(20, loaded.replicates)) });
  let state = loaded && nothing();
  let past = [], future = [];
  let before = null, flipped = false;
  let group = "all";
  let result = data.first && data.first.run, budget = null;
  const arm = (one) => ({ set: Object.entries(one.set), same_money: false });
  const arms = () => {
    const mine = { ...arm(state), same_money: state.same_money };
    if (!before) { return { baseline: arm(held), mine }; }
    const was = arm(before);
    return flipped ? { baseline: arm(state), mine: was } : { baseline: was, mine: { ...mine, same_money: false } };
  };
  const names = () => (before ? (flipped ? ["after", "before"] : ["before", "after"]) : ["baseline", "mine"]);
  const commit = (change) => {
    const was = copy(state);
    change(state);
    if (same(was, state)) { return; }
    past.push(was);
    future = [];
    leaveReplay();
    changed();
  };
  const leaveReplay = () => { before = null; flipped = false; };
  const changed = () => { shape(); writeLink(); dirty = true; pump(); };

  // ---- running: few futures first, then more
  let dirty = false, running = false, done = 0, counts = [0, 0], perRun = 45, broken = false;
  const pump = async () => {
    if (running || !call || broken) { return; }
    running = true;
    root.dataset.settled = "false";
    try {
      for (;;) {
        if (dirty) {
          dirty = false;
          say(state.same_money ? "Looking for the award that spends the same money …" : "Running the new setting …");
          const answer = await ask({ ask: "arms", seed: state.seed, ...arms() });
          if (dirty) { continue; }
          if (answer.mistakes) { note("This cannot be set together", answer.mistakes); say("The pictures are those of the last setting that could be run."); break; }
          note();
          counts = answer.done;
          budget = answer.budget;
          done = 0;
          root.dataset.same = String(answer.same);
        }
        if (done >= state.futures) { break; }
        const lacking = counts.map((count) => (count < state.futures ? 1 : 0)).reduce((a, b) => a + b, 0) || 1;
        const room = done === 0 ? 130 : 320;
        const least = Math.min(...counts);
        const more = Math.max(done === 0 ? 2 : 1, Math.floor(room / (perRun * lacking)));
        const wanted = Math.min(state.futures, Math.max(done, least) + (done === 0 && least >= 20 ? 0 : more));
        const runs = counts.map((count) => Math.max(0, wanted - count)).reduce((a, b) => a + b, 0);
        const began = performance.now();
        const answer = await ask({ ask: "run", replicates: wanted, group });
        const took = performance.now() - began;
        if (runs > 0) { perRun = .5 * perRun + .5 * Math.max(2, took / runs); root.dataset.run = perRun.toFixed(1); }
        if (answer.mistakes) { note("This cannot be run", answer.mistakes); break; }
        counts = counts.map((count) => Math.max(count, wanted));
        done = answer.replicates;
        if (dirty) { continue; }
        result = answer;
        draw();
        if (done >= state.futures || !byId("initiative").options.length) { await fillInitiatives(); }
      }
    } catch (error) {
      broken = true;
      note("The program in this page stopped", { text: String(error && error.message || error) + "\nReload the page to go on." + (data.alone ? " What you set stands in its address." : ""), list: [] });
    }
    running = false;
    if (dirty && !broken) { pump(); } else { root.dataset.settled = "true"; }
  };

  // ---- words, which a field may have its own for
  const t = (written) => (loaded.words && loaded.words[written]) || written;
  const LABELS = {
    survived_horizon: "Still alive at the end, of those alive when the money ended", survived_24: "Still alive two years after the money",
    alive_at_programme_end: "Initiatives alive when the money ended", alive_at_horizon: "Initiatives alive at the end", absorbed: "Business as usual at the end",
    ended_in_programme: "Ended before the money did", initiative_months: "Months of life, all initiatives together", trust_final: "Trust between organisations, last month",
    enthusiasm_programme_end: "Enthusiasm when the money ended", perceived_success_final: "Success as local people see it, last month",
    official_success_final: "Success as the nation claims it, last month", money_given: "Money paid", money_spent: "Money spent",
  };
  const figureName = (figure) => (LABELS[figure.name] && t(LABELS[figure.name])) || figure.meaning.replace(/\.$/, "");
  const amount = (unit, value) => {
    if (value === null) { return "–"; }
    if (unit === "share") { return (100 * value).toFixed(1) + " %"; }
    if (unit === "thousand pounds") { return t("£") + (value / 1000).toFixed(2) + " m"; }
    if (unit === "initiatives") { return value.toFixed(1); }
    if (unit === "months") { return plain(Math.round(value)); }
    return value.toFixed(3);
  };
  const difference = (unit, value) => {
    if (value === null) { return "–"; }
    const size = Math.abs(value);
    const text = unit === "share" ? (100 * size).toFixed(1) : unit === "thousand pounds" ? (size / 1000).toFixed(2) : unit === "initiatives" ? size.toFixed(1) : unit === "months" ? plain(Math.round(size)) : size.toFixed(3);
    return (/[1-9]/.test(text) ? (value > 0 ? "+" : "−") : "") + text;
  };
  const say = (text) => { byId("state").textContent = text; };
  const note = (title, mistakes, id) => {
    const box = byId(id || "note");
    box.replaceChildren();
    box.hidden = !title;
    if (!title) { return; }
    box.append(el("strong", {}, title));
    if (mistakes.list && mistakes.list.length) {
      const list = el("ul");
      for (const one of mistakes.list.slice(0, 20)) {
        const place = one.line ? "line " + one.line + ": " : "";
        list.append(el("li", {}, place + one.message, ...one.hints.map((hint) => el("div", {}, "→ " + hint)), ...one.why.map((why) => el("div", { class: "live-quiet" }, why))));
      }
      box.append(list, el("details", {}, el("summary", {}, "As the terminal shows it"), el("pre", { tabindex: "0" }, mistakes.text)));
    } else { box.append(el("pre", { tabindex: "0" }, mistakes.text)); }
    box.append(el("button", { type: "button", onclick: () => note(null, null, id) }, "Close"));
  };
  const answer = () => {
    const figures = result.differences ? result.differences.figures : [];
    const figure = figures.find((one) => one.name === "survived_horizon") || figures.find((one) => one.name.startsWith("survived_"));
    const box = byId("answer");
    const all = done >= state.futures;
    say(call ? `${result.replicates} of ${state.futures} futures${all ? "" : ", more are coming"}. Seed ${state.seed}.` : `${result.replicates} futures, run when this page was made. The program is being unpacked …`);
    if (!figure || figure.mine === null) {
      const alive = figures.find((one) => one.name.startsWith("alive_at_horizon") || one.name.startsWith("alive_"));
      box.replaceChildren(el("p", {}, el("strong", {}, alive && alive.mine !== null ? `${amount("initiatives", alive.mine)} initiatives are alive at the end of the run.` : "Nothing can be said of who outlives the money.")),
        el("p", {}, "The run does not go on beyond the programme, or no initiative was alive when its money ended."));
      return;
    }
    const [base, mine] = names();
    const when = result.differences.after_months === null ? "at the end of the run" : result.differences.after_months + " months after the money";
    const unchanged = root.dataset.same !== "false";
    const first = unchanged
      ? `Of the initiatives alive when the money ended, ${amount("share", figure.mine)} are still alive ${when}.`
      : `Of the initiatives alive when the money ended, ${amount("share", figure.mine)} are still alive ${when} (${mine}), against ${amount("share", figure.baseline)} (${base}).`;
    let second = "Mine is still the same as the baseline: turn a knob.";
    if (!unchanged) {
      const { mean, low, high } = figure.difference;
      const range = low === null ? "" : ` (95 % interval ${difference("share", low)} to ${difference("share", high)})`;
      second = figure.told
        ? `The same futures, with your setting: ${difference("share", mean)} percentage points${range}. In ${Math.round(100 * figure.same_way)} % of futures it goes that way.`
        : `No clear difference: ${difference("share", mean)} percentage points${range}.`;
    }
    const money = budget ? `The award was scaled so that mine spends as much as the baseline${budget.met ? "" : ", which could not quite be reached"}.` : null;
    box.replaceChildren(el("p", {}, el("strong", {}, first)), el("p", {}, second + (money ? " " + money : "")));
  };

  // ---- pictures
  const theme = () => document.documentElement.dataset.theme;
  const isDark = () => (theme() ? theme() === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const palette = () => (isDark() && !matchMedia("print").matches ? safsimDraw.dark : safsimDraw.light);
  const percent = (value) => Math.round(100 * value) + " %";
  const stagesOf = (one) => {
    const mean = (name) => one.courses[name].mean.map((value) => value ?? 0);
    const beginning = mean("proposed").map((value, i) => value + mean("implementing")[i]);
    const order = [mean("absorbed"), mean("operating"), beginning, mean("scaled_back"), mean("ended")];
    let sum = order[0].map(() => 0);
    return order.map((values) => (sum = sum.map((value, i) => value + values[i])));
  };
  const STAGES = ["business as usual", "operating", "beginning", "scaled back", "ended"];
  // In the order of the stack.
  const inOrder = (c) => ({ ...c, stages: [c.stages[3], c.stages[1], c.stages[0], c.stages[2], c.stages[4]], on: [c.on[3], c.on[1], c.on[0], c.on[2], c.on[4]] });
  const both = () => root.dataset.same === "false";
  const pair = (pick, c, thin) => {
    const [base, mine] = names();
    const one = (place, name, colour, dash) => ({ ...pick(result.arms[place]), name, colour, dash, thin });
    return both() ? [one(0, base, c.base, "7 5"), one(1, mine, c.mine)] : [one(1, "baseline and mine", c.mine)];
  };
  const common = (width, height, c) => ({ width, height, colours: c, setting: loaded.setting, size: 13, paying: t("the programme pays"), programme: t("programme") });
  const survivalPicture = (width, height, c, size) => lines({ ...common(width, height, c), size: size || 13, low: 0, high: 1, unit: "share still alive", format: percent, at_end: percent,
    alt: pictureWords("survival"), lines: pair((one) => ({ values: one.survival.share, low: one.survival.low, high: one.survival.high }), c) });
  const coursePicture = (width, height, c, list, unit, format, alt, bands, key) => {
    const c2 = c;
    const made = list.flatMap(([metric, name, thin, limits]) => pair((one) => ({ values: one.courses[metric].mean, ...(bands && limits !== false ? { low: one.courses[metric].low, high: one.courses[metric].high } : {}) }), c2, thin)
      .map((line) => ({ ...line, name: both() ? `${name}, ${line.name}` : name, dash: thin ? (line.dash ? "2 4" : "12 3 3 3") : line.dash })));
    return lines({ ...common(width, height, c), unit, format, alt, key, lines: made });
  };
  const pictureWords = (which) => {
    const last = (values) => values.filter((value) => value !== null).at(-1);
    const [base, mine] = names();
    if (which !== "survival") { return which; }
    const end = result.arms.map((one) => last(one.survival.share));
    const words = end.map((value) => (value === undefined ? "unknown" : percent(value)));
    return "Share of initiatives still alive, month by month" + (group === "all" ? "" : " (" + group.replace(/^\w+:/, "") + ")") + ": at the end " + (both() ? `${words[0]} ${base}, ${words[1]} ${mine}` : words[1]);
  };
  const put = (id, draw) => {
    const box = byId(id);
    const width = Math.max(280, Math.min(900, box.clientWidth || 700));
    box.replaceChildren(draw(width, Math.round(Math.max(220, Math.min(380, width * .5)))));
  };
  const draw = () => {
    const c = palette();
    answer();
    put("survival", (w, h) => survivalPicture(w, h, c));
    const end = month(loaded.setting.start, loaded.setting.months - 1);
    byId("c-survival").textContent = `All initiatives that have begun${group === "all" ? "" : " (" + byId("group").selectedOptions[0].textContent + ")"}, to the end of ${end.words}. The band is the 95 % interval of the average over ${result.replicates} futures; it narrows as more are run.`;
    put("stages", (w, h) => stacks({ ...common(w, h, inOrder(c)), names: STAGES.map(t), alt: "Initiatives by stage, month by month, for each arm", unit: "",
      panels: (both() ? [0, 1] : [1]).map((place) => ({ name: both() ? names()[place] : "baseline and mine", stacked: stagesOf(result.arms[place]) })) }));
    put("trust", (w, h) => coursePicture(w, h, c, [["trust_across", t("trust")], ["member_enthusiasm", t("enthusiasm"), true, false]], t("trust") + " 0 to 1, " + t("enthusiasm") + " −1 to 1", (v) => v.toFixed(1), "Trust across organisations and enthusiasm, month by month", true));
    put("success", (w, h) => coursePicture(w, h, c, [["official_success", "claimed"], ["perceived_success", "seen", true]], "index", (v) => v.toFixed(1), "Success as claimed and as seen, month by month", false));
    put("money", (w, h) => coursePicture(w, h, c, [["money_given", "paid"], ["money_spent", "spent", true]], t("thousand pounds a month"), plain, "Programme money paid and spent, month by month", false, true));
    table();
    for (const one of listeners) { one.postMessage({ safsim: "results", ...report() }, "*"); }
  };
  const table = () => {
    const [base, mine] = names();
    const c = palette();
    const figures = result.differences ? result.differences.figures : [];
    const head = el("thead", {}, el("tr", {}, ...[["Figure", ""], [base, "live-number"], [mine, "live-number"], ["difference", "live-number"], ["95 % interval", ""], ["same way in", "live-number"]].map(([text, kind]) => el("th", { scope: "col", class: kind || null }, text))));
    const row = (figure) => {
      const { mean, low, high } = figure.difference;
      const range = low === null ? "" : `${difference(figure.unit, low)} to ${difference(figure.unit, high)}`;
      return el("tr", { class: figure.told ? null : "live-unsure" }, el("th", { scope: "row" }, figureName(figure)), el("td", { class: "live-number" }, amount(figure.unit, figure.baseline)), el("td", { class: "live-number" }, amount(figure.unit, figure.mine)),
        el("td", { class: "live-number" }, both() ? difference(figure.unit, mean) + (figure.unit === "share" ? " points" : figure.unit === "thousand pounds" ? " " + t("£") + "m" : "") : "–"), el("td", { class: "live-range" }, ...(both() ? [interval(figure.difference, c), range] : ["–"])), el("td", { class: "live-number" }, both() && figure.same_way !== null ? Math.round(100 * figure.same_way) + " %" : "–"));
    };
    byId("differences").replaceChildren(head, el("tbody", {}, ...figures.map(row)));
    const sees = result.differences ? result.differences.evaluator_sees : null;
    byId("c-differences").textContent = both()
      ? `Mine minus the baseline in ${result.replicates} pairs of the same future. Points are percentage points. Rows in grey are not told apart from chance. "Same way" is the share of single futures that go the way of the average.` + (sees === null ? "" : ` Who sees one history only would have told the two apart in ${Math.round(100 * sees)} % of them.`)
      : "As soon as a knob is turned, each row shows mine minus the baseline, over the same futures.";
  };

  // ---- knobs
  const current = (knob) => (knob.key in state.set ? state.set[knob.key] : loaded.values[knob.key]);
  const shown = (knob, value) => {
    if (value === null || value === undefined) { return "as in the scenario"; }
    if (typeof value === "boolean") { return value ? "yes" : "no"; }
    if (typeof value === "number") { return knob.form === "percent" ? Math.round(100 * value) + " %" : plain(value) + (knob.unit ? " " + knob.unit : ""); }
    if (Array.isArray(value)) { return "a course over time"; }
    if (knob.words && knob.words[value]) { return knob.words[value]; }
    return /^\d{4}-\d{2}$/.test(value) ? monthWords(value) : String(value);
  };
  const monthWords = (written) => { const [year, at] = written.split("-").map(Number); return month("0001-01", (year - 1) * 12 + at - 1).words; };
  const set = (key, value) => commit((one) => { delete one.set[key]; if (value !== undefined) { one.set[key] = value; } });
  // While a slider is moved nothing is written into the history; that comes when it is let go.
  let moving = null;
  const move = (key, value) => {
    if (!moving) { moving = copy(state); leaveReplay(); }
    delete state.set[key];
    state.set[key] = value;
    mark();
    dirty = true;
    pump();
  };
  const letGo = () => {
    const was = moving;
    moving = null;
    if (was && !same(was, state)) { past.push(was); future = []; shape(); writeLink(); }
  };
  let serial = 0;
  const slider = (id, low, high, step, value, words, onmove) => {
    const range = el("input", { type: "range", id, min: low, max: high, step, "aria-valuetext": words(value) });
    range.value = String(value);
    range.addEventListener("input", () => { range.setAttribute("aria-valuetext", words(Number(range.value))); onmove(Number(range.value)); });
    range.addEventListener("change", letGo);
    return range;
  };
  const fix = (value) => Number(value.toFixed(6));
  const control = (knob) => {
    const id = "live-k" + serial++;
    const kinds = knob.takes.map((one) => one.kind);
    const number = kinds.find((kind) => kind === "number" || kind === "whole" || kind === "month");
    const words = knob.takes.filter((one) => one.kind === "words").flatMap((one) => one.words);
    const holder = el("div", { class: "live-knob", "data-key": knob.key });
    const value = el("output", { class: "live-value", for: id });
    const back = el("button", { type: "button", class: "live-back", hidden: true, "aria-label": "undo this, back to the scenario's: " + knob.label, onclick: () => set(knob.key, undefined) }, "undo this");
    const parts = [];
    let picker = null, range = null;
    if (words.length || knob.choices.length || kinds.includes("flag")) {
      picker = el("select", { id });
      picker.append(el("option", { value: "" }, "as in the scenario"));
      for (const word of words) { picker.append(el("option", { value: JSON.stringify(word) }, knob.words[word] || word)); }
      for (const choice of knob.choices) { picker.append(el("option", { value: JSON.stringify(choice.value) }, choice.label)); }
      if (kinds.includes("flag")) { picker.append(el("option", { value: "true" }, "yes"), el("option", { value: "false" }, "no")); }
      if (number) { picker.append(el("option", { value: "#" }, number === "month" ? "in a month of its own" : "set it")); }
      picker.addEventListener("change", () => {
        if (picker.value === "#") { range.dispatchEvent(new Event("input")); letGo(); } else { set(knob.key, picker.value === "" ? undefined : JSON.parse(picker.value)); }
      });
      parts.push(picker);
    }
    const fromNumber = (at) => (number === "month" ? month(loaded.setting.start, at).written : fix(at));
    const toNumber = (one) => {
      if (number !== "month") { return typeof one === "number" ? one : null; }
      if (typeof one !== "string" || !/^\d{4}-\d{2}$/.test(one)) { return null; }
      const [year, at] = one.split("-").map(Number), [y0, m0] = loaded.setting.start.split("-").map(Number);
      return (year - y0) * 12 + at - m0;
    };
    if (number) {
      const isMonth = number === "month";
      const low = isMonth ? 0 : knob.low, high = isMonth ? loaded.setting.months - 1 : knob.high, step = isMonth ? 1 : knob.step;
      const from = toNumber(loaded.values[knob.key]);
      const at = from ?? (isMonth ? Math.round((loaded.setting.programme_start + loaded.setting.programme_end) / 2) : fix((low + high) / 2));
      range = slider(picker ? id + "r" : id, Math.min(low, at), Math.max(high, at), step, at, (n) => shown(knob, fromNumber(n)), (n) => move(knob.key, fromNumber(n)));
      if (picker) { range.setAttribute("aria-label", knob.label); }
      parts.push(range);
    }
    const cards = knob.findings || [];
    const card = el("details", { class: "live-card" }, el("summary", {}, "What is this?"), el("p", {}, knob.meaning || ""));
    if (knob.watch) { card.append(el("p", {}, el("strong", {}, "What to watch. "), knob.watch)); }
    if (cards.length) {
      card.append(el("p", {}, el("strong", {}, "Reported. "), cards[0].reported, el("span", { class: "live-quiet" }, ` [${cards[0].source}; ${cards[0].id}]`)));
      card.append(el("p", {}, el("strong", {}, "The model. "), cards.map((one) => `${one.id}, ${one.title.charAt(0).toLowerCase() + one.title.slice(1)}: ${one.verdict}`).join("; ") + "."));
    }
    if (knob.source) { card.append(el("p", {}, `Plausible from ${plain(knob.low)} to ${plain(knob.high)} ${knob.unit}; ${knob.source}.`)); }
    if (!knob.source && number && number !== "month") { card.append(el("p", {}, `The slider goes from ${shown(knob, knob.low)} to ${shown(knob, knob.high)}. In a scenario file: ${knob.key}.`)); } else { card.append(el("p", {}, `In a scenario file: ${knob.key}.`)); }
    holder.append(el("div", { class: "live-row" }, el("label", { for: id }, knob.label), value, back), ...parts, card);
    const refresh = () => {
      const now = current(knob);
      const isSet = knob.key in state.set;
      holder.classList.toggle("live-changed", isSet);
      back.hidden = !isSet;
      const choice = isSet ? knob.choices.find((one) => same(one.value, now)) : null;
      value.textContent = choice ? choice.label : shown(knob, now);
      value.hidden = Boolean(picker) && !(range && toNumber(now) !== null);
      if (picker) {
        const written = JSON.stringify(now);
        picker.options[0].textContent = loaded.values[knob.key] === null || loaded.values[knob.key] === undefined ? "as in the scenario" : "as in the scenario: " + shown(knob, loaded.values[knob.key]);
        picker.value = !isSet ? "" : [...picker.options].some((option) => option.value === written) ? written : number ? "#" : "";
        if (range) { range.hidden = toNumber(now) === null; }
      }
      if (range) { const at = toNumber(now); if (at !== null && document.activeElement !== range) { range.value = String(at); } if (at !== null) { range.setAttribute("aria-valuetext", shown(knob, now)); } }
    };
    return { holder, refresh, key: knob.key };
  };
  let controls = [], refreshRest = () => {};
  const mark = () => { for (const one of controls) { one.refresh(); } };
  const parameterKnob = (one) => ({ ...one, takes: [{ kind: "number" }], step: fix(Number(((one.high - one.low) / 40).toPrecision(2))) || .001, choices: [], words: {}, findings: [] });
  // On a narrow screen one group is open, so that what comes of it is not far below.
  const section = (name, title) => el("details", { class: "live-group", "data-group": name, role: "group", "aria-label": title, open: name === "money" || matchMedia("(min-width: 56.01rem)").matches }, el("summary", {}, title));
  const build = () => {
    const form = byId("knobs");
    serial = 0;
    controls = [];
    const add = (knob, place) => { const made = control(knob); controls.push(made); place.append(made.holder); };
    const presets = [{ scenario: loaded.name, question: "", regimes: loaded.regimes }, ...panel.presets].filter((one) => one.regimes.length && (one.scenario !== loaded.name || one.regimes === loaded.regimes || !loaded.regimes.length));
    const chooser = el("select", { id: "live-preset" }, el("option", { value: "" }, "choose a ready-made setting"));
    presets.forEach((one, i) => {
      const list = el("optgroup", { label: one.scenario });
      one.regimes.forEach((regime, j) => { if (regime.set.length) { list.append(el("option", { value: `${i}/${j}` }, regime.name)); } });
      if (list.children.length) { chooser.append(list); }
    });
    const told = el("p", { class: "live-quiet" });
    chooser.addEventListener("change", () => {
      if (!chooser.value) { return; }
      const [i, j] = chooser.value.split("/").map(Number);
      const regime = presets[i].regimes[j];
      told.textContent = regime.description;
      commit((one) => { one.set = Object.fromEntries(regime.set); one.same_money = regime.same_money; });
    });
    const top = el("div", { class: "live-knob" }, el("label", { for: "live-preset" }, "Regimes that others have thought of"), chooser, told);
    const money = el("input", { type: "checkbox", id: "live-same", onchange: () => commit((one) => { one.same_money = money.checked; }) });
    form.replaceChildren(top);
    for (const group of panel.groups) {
      const set_ = section(group.name, group.title);
      group.knobs.filter((knob) => knob.first).forEach((knob) => add(knob, set_));
      if (group.name === "money") { set_.append(el("div", { class: "live-knob" }, money, " ", el("label", { for: "live-same" }, "The same money in all as the baseline"))); }
      const rest = el("details", {}, el("summary", {}, "More"));
      group.knobs.filter((knob) => !knob.first).forEach((knob) => add(knob, rest));
      if (rest.children.length > 1) { set_.append(rest); }
      form.append(set_);
      if (group.name === "people") { form.append(shocks()); }
    }
    form.append(chance(), parameters(), others());
    refreshRest = () => { money.checked = state.same_money; if (!Object.keys(state.set).length) { chooser.value = ""; told.textContent = ""; } restShown.forEach((one) => one()); };
  };
  const restShown = [];
  const shocks = () => {
    const base = Array.isArray(loaded.shocks) ? loaded.shocks : [];
    const box = section("shocks", "Shocks");
    const list = el("ul");
    const kind = el("select", { id: "live-shock" }, ...panel.shocks.map((one) => el("option", { value: one.kind }, one.label)));
    const does = el("p", { class: "live-quiet" });
    const months = { now: Math.round((loaded.setting.programme_start + loaded.setting.programme_end) / 2), hard: .5 };
    const when = el("output", { class: "live-value", for: "live-when" }), hard = el("output", { class: "live-value", for: "live-hard" });
    const at = (index) => month(loaded.setting.start, index);
    const told = () => { when.textContent = at(months.now).words; hard.textContent = Math.round(100 * months.hard) + " %"; does.textContent = panel.shocks.find((one) => one.kind === kind.value).does; };
    kind.addEventListener("change", told);
    const range = (id, low, high, step, value, words, key) => slider(id, low, high, step, value, words, (n) => { months[key] = n; told(); });
    const now = () => (state.set.shock === undefined ? base : state.set.shock);
    const put_ = (entries) => set("shock", same(entries, base) ? undefined : entries);
    const own = el("input", { type: "checkbox", id: "live-own", onchange: () => put_([...(own.checked ? base : []), ...extra()]) });
    const hasOwn = () => base.length > 0 && same(now().slice(0, base.length), base);
    const extra = () => (hasOwn() ? now().slice(base.length) : now().filter((one) => !base.some((other) => same(one, other))));
    const add = () => {
      const row = panel.shocks.find((one) => one.kind === kind.value);
      const entry = { kind: kind.value, month: at(months.now).written, scope: "members", magnitude: fix(months.hard) };
      if (row.lasts) { entry.duration = 6; }
      put_([...now(), entry]);
    };
    if (base.length) { box.append(el("div", { class: "live-knob" }, own, " ", el("label", { for: "live-own" }, `The scenario's own ${base.length}`))); }
    box.append(list, el("div", { class: "live-knob" }, el("label", { for: "live-shock" }, "Add one, for all members"), kind, does,
      el("div", { class: "live-row" }, el("label", { for: "live-when" }, "When"), when), range("live-when", 0, loaded.setting.months - 1, 1, months.now, (n) => at(n).words, "now"),
      el("div", { class: "live-row" }, el("label", { for: "live-hard" }, "How hard"), hard), range("live-hard", 0, 1, .05, months.hard, (n) => Math.round(100 * n) + " %", "hard"),
      el("button", { type: "button", id: "live-add", onclick: add }, "Add this shock")));
    restShown.length = 0;
    restShown.push(() => {
      own.checked = hasOwn();
      const more = extra();
      list.hidden = !more.length;
      list.replaceChildren(...more.map((one) => el("li", {}, `${(panel.shocks.find((row) => row.kind === one.kind) || { label: one.kind }).label}, ${one.month ? monthWords(one.month) : "by chance"}${one.magnitude === undefined ? "" : ", " + Math.round(100 * one.magnitude) + " %"} `,
        el("button", { type: "button", class: "live-back", onclick: () => { const left = [...now()]; left.splice(left.findIndex((other) => same(one, other)), 1); put_(left); } }, "remove"))));
    });
    told();
    return box;
  };
  const chance = () => {
    const seed = el("input", { type: "search", id: "live-seed", inputmode: "numeric", size: "8", onchange: () => { const n = Number(seed.value); if (Number.isSafeInteger(n) && n >= 0) { commit((one) => { one.seed = n; }); } else { seed.value = String(state.seed); } } });
    const futures = el("select", { id: "live-futures", onchange: () => commit((one) => { one.futures = Number(futures.value); }) }, ...[20, 50, 100, 200, 500].map((n) => el("option", { value: n }, String(n))));
    restShown.push(() => { seed.value = String(state.seed); if (![...futures.options].some((one) => Number(one.value) === state.futures)) { futures.append(el("option", { value: state.futures }, String(state.futures))); } futures.value = String(state.futures); });
    const box = section("chance", "Chance");
    box.append(el("div", { class: "live-row live-knob" }, el("label", { for: "live-seed" }, "Seed: the number from which all chance is drawn"), seed),
      el("div", { class: "live-row live-knob" }, el("label", { for: "live-futures" }, "Futures"), futures));
    return box;
  };
  const parameters = () => {
    const rows = panel.parameters;
    const search = el("input", { type: "search", id: "live-search", placeholder: "trust, money, turnover …" });
    const list = el("div");
    const made = new Map();
    const find = () => {
      const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      const found = rows.filter((row) => row.key in state.set || (words.length && words.every((word) => (row.label + " " + row.meaning).toLowerCase().includes(word)))).slice(0, 12);
      list.replaceChildren(...found.map((row) => {
        if (!made.has(row.key)) { const one = control(parameterKnob(row)); made.set(row.key, one); controls.push(one); }
        made.get(row.key).refresh();
        return made.get(row.key).holder;
      }));
    };
    search.addEventListener("input", find);
    restShown.push(() => { if (!list.contains(document.activeElement)) { find(); } });
    const box = section("parameters", `All ${rows.length} numbers of the model`);
    box.append(el("div", { class: "live-knob" }, el("label", { for: "live-search" }, "Find"), " ", search, list));
    return box;
  };
  const others = () => {
    const box = section("others", "Also set");
    const list = el("ul");
    box.append(list);
    restShown.push(() => {
      const known = new Set([...knobs.map((knob) => knob.key), ...panel.parameters.map((row) => row.key), "shock"]);
      const rest = Object.entries(state.set).filter(([key]) => !known.has(key));
      box.hidden = !rest.length;
      list.replaceChildren(...rest.map(([key, value]) => el("li", {}, el("code", {}, `${key} = ${JSON.stringify(value)}`), " ", el("button", { type: "button", class: "live-back", onclick: () => set(key, undefined) }, "remove"))));
    });
    return box;
  };
  const shape = () => {
    mark();
    refreshRest();
    byId("undo").disabled = !past.length;
    byId("redo").disabled = !future.length;
    byId("reset").disabled = same(state.set, held.set) && !state.same_money;
    byId("replay").disabled = !past.length && !before;
    byId("replay").setAttribute("aria-pressed", String(Boolean(before)));
    byId("replay").textContent = before ? "Back to the baseline" : "Replay the last change";
    byId("flip").hidden = !before;
    const [base, mine] = names();
    byId("arm").options[0].textContent = mine;
    byId("arm").options[1].textContent = base;
  };

  // ---- the bar
  const step = (from, to) => { if (!from.length) { return; } to.push(copy(state)); state = from.pop(); leaveReplay(); changed(); };
  byId("undo").addEventListener("click", () => step(past, future));
  byId("redo").addEventListener("click", () => step(future, past));
  byId("reset").addEventListener("click", () => commit((one) => { one.set = copy(held.set); one.same_money = false; }));
  byId("replay").addEventListener("click", () => { if (before) { leaveReplay(); } else if (past.length) { before = past.at(-1); flipped = false; } changed(); });
  byId("flip").addEventListener("click", () => { flipped = !flipped; changed(); });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || /^(search|text)$/.test(event.target.type || "")) { return; }
    const key = event.key.toLowerCase();
    if (key === "z") { event.preventDefault(); if (event.shiftKey) { step(future, past); } else { step(past, future); } }
    if (key === "y") { event.preventDefault(); step(future, past); }
  });

  // ---- the link
  const fragment = () => {
    const parts = new URLSearchParams();
    for (const [key, value] of Object.entries(state.set)) { parts.append("set", key + "=" + JSON.stringify(value)); }
    if (state.same_money) { parts.append("same_money", "1"); }
    parts.append("seed", String(state.seed));
    parts.append("futures", String(state.futures));
    parts.append("scenario", loaded.name);
    parts.append("model", String(data.model));
    return "#" + parts.toString();
  };
  let written = "";
  const writeLink = () => { written = fragment(); if (data.alone) { try { history.replaceState(null, "", written); } catch { /* an address that must not change */ } } };
  const readLink = (text) => {
    if (!safsimIsLink(text)) { return false; }
    const parts = new URLSearchParams(text.replace(/^#/, ""));
    const next = nothing();
    const odd = [];
    for (const one of parts.getAll("set")) {
      const at = one.indexOf("=");
      let value = one.slice(at + 1);
      try { value = JSON.parse(value); } catch { /* a word without quotes, as --set takes it */ }
      if (at > 0 && value !== null) { next.set[one.slice(0, at)] = value; } else { odd.push(one); }
    }
    next.same_money = parts.get("same_money") === "1";
    const whole = (name, least) => { const n = Number(parts.get(name)); return parts.has(name) && Number.isSafeInteger(n) && n >= least ? n : null; };
    next.seed = whole("seed", 0) ?? next.seed;
    next.futures = Math.min(2000, whole("futures", 1) ?? next.futures);
    if (!same(state, next)) { past.push(copy(state)); future = []; }
    state = next;
    leaveReplay();
    const said = [];
    if (parts.has("model") && parts.get("model") !== String(data.model)) { said.push(`This link was made with model ${parts.get("model")}; this page holds model ${data.model}. The same setting may give other numbers.`); }
    if (parts.has("scenario") && parts.get("scenario") !== loaded.name) { said.push(`It was made for the scenario ${parts.get("scenario")}; this page holds ${loaded.name}.`); }
    if (odd.length) { said.push("Not understood: " + odd.join(", ")); }
    linkWords = said.join("\n");
    return true;
  };
  let linkWords = "";
  const tellLink = () => { if (linkWords) { note("About this link", { text: linkWords, list: [] }, "linked"); linkWords = ""; } };
  window.addEventListener("hashchange", () => { if (loaded && location.hash !== written && readLink(location.hash)) { changed(); setTimeout(tellLink, 600); } });
  byId("link").addEventListener("click", async () => {
    const address = location.href.split("#")[0] + fragment();
    try { await navigator.clipboard.writeText(address); say("The link is on the clipboard: it opens this file with this setting."); } catch { note("The link", { text: address, list: [] }, "linked"); }
  });

  // ---- take away
  const save = (name, blob) => {
    const address = URL.createObjectURL(blob);
    const link = el("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };
  const asText = (svg) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(svg) + "\n";
  // By an address that only a script can make: pictures in addresses are forbidden.
  const asPng = (svg, width, height) => new Promise((resolve, reject) => {
    const picture = new Image();
    const address = URL.createObjectURL(new Blob([asText(svg)], { type: "image/svg+xml" }));
    picture.onload = () => {
      const canvas = el("canvas", { width, height });
      canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
    };
    picture.onerror = () => reject(new Error("no picture"));
    picture.src = address;
  });
  const wrapped = (text, most) => text.split(" ").reduce((all, word) => { const last = all.at(-1); if (last && (last + " " + word).length <= most) { all[all.length - 1] = last + " " + word; } else { all.push(word); } return all; }, []);
  const slide = () => {
    const c = safsimDraw.light;
    const svg = make("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: "0 0 1600 900", width: 1600, height: 900, "font-family": "system-ui, sans-serif", fill: c.ink });
    svg.append(make("rect", { x: 0, y: 0, width: 1600, height: 900, fill: c.paper }));
    const write = (text, x, y, size, extra) => { const one = make("text", { x, y, "font-size": size, ...extra }); one.textContent = text; svg.append(one); };
    const [title, rest] = [...byId("answer").querySelectorAll("p")].map((one) => one.textContent);
    wrapped(title, 70).forEach((line, i) => write(line, 60, 80 + i * 44, 36, { "font-weight": 600 }));
    const picture = survivalPicture(1480, 560, c, 24);
    picture.setAttribute("x", "60"); picture.setAttribute("y", "170"); picture.setAttribute("width", "1480"); picture.setAttribute("height", "560");
    svg.append(picture);
    wrapped(rest, 100).forEach((line, i) => write(line, 60, 775 + i * 32, 26, {}));
    const settings = Object.keys(state.set).length ? Object.entries(state.set).map(([key, value]) => `${key} = ${JSON.stringify(value)}`).join("; ") : "the scenario as it is";
    write(`${loaded.name}: ${settings}`.slice(0, 130), 60, 850, 18, { fill: c.quiet });
    write(`safsim ${data.version}, model ${data.model}; ${result.replicates} futures, seed ${state.seed}. A model, not a forecast.`, 60, 878, 18, { fill: c.quiet });
    return svg;
  };
  const take = {
    toml: async () => { const answer = await ask({ ask: "toml", replicates: result.replicates }); if (answer.mistakes) { note("This cannot be written", answer.mistakes); return; }
      const heads = `# Made by the live page of safsim ${data.version} (model ${data.model}). The same numbers: safsim compare THIS-FILE\n`;
      save(loaded.name + "-mine.toml", new Blob([heads + answer.toml], { type: "application/toml" })); },
    csv: async () => { const answer = await ask({ ask: "csv", group }); if (!answer.mistakes) { save(loaded.name + "-mine.csv", new Blob([answer.csv], { type: "text/csv" })); } },
    svg: async () => save(loaded.name + "-survival.svg", new Blob([asText(survivalPicture(900, 450, safsimDraw.light))], { type: "image/svg+xml" })),
    png: async () => save(loaded.name + "-survival.png", await asPng(survivalPicture(900, 450, safsimDraw.light), 1800, 900)),
    slide: async () => save(loaded.name + "-slide.png", await asPng(slide(), 1600, 900)),
  };
  byId("take").addEventListener("click", (event) => { const which = event.target.dataset && event.target.dataset.take; if (which) { take[which]().catch((error) => note("This could not be made", { text: String(error.message), list: [] })); byId("take").open = false; } });
  byId("take").addEventListener("keydown", (event) => { if (event.key === "Escape") { byId("take").open = false; byId("take").querySelector("summary").focus(); } });

  // ---- another scenario
  const title = () => { byId("title").textContent = loaded.name; byId("question").textContent = loaded.question; byId("arms").hidden = true; };
  const load = async (name, text) => {
    const answer = await ask({ ask: "load", name, text });
    if (answer.mistakes) { note(`${name} cannot be run`, answer.mistakes); return false; }
    loaded = answer;
    scenario = text;
    held = { set: {}, same_money: false };
    state = nothing();
    past = []; future = []; group = "all";
    leaveReplay();
    title();
    build(); fillGroups(); note();
    if (answer.warnings) { note("It can be run; what may not be meant", { text: answer.warnings, list: [] }); }
    root.dataset.same = "true";
    byId("story").replaceChildren();
    done = 0; counts = [0, 0]; perRun = 45;
    changed();
    return true;
  };
  const whenFree = async (work) => { while (running) { await new Promise((resolve) => setTimeout(resolve, 20)); } running = true; try { return await work(); } finally { running = false; if (dirty) { pump(); } } };
  const fromFile = async (file) => { if (file && call && loaded) { const text = await file.text(); state.futures = Math.min(state.futures, done || 1); await whenFree(() => load(file.name, text)); } };
  byId("file").addEventListener("change", () => { fromFile(byId("file").files[0]).finally(() => { byId("file").value = ""; }); });
  for (const kind of ["dragenter", "dragover"]) { root.addEventListener(kind, (event) => { event.preventDefault(); root.classList.add("live-drop"); }); }
  root.addEventListener("dragleave", (event) => { if (!root.contains(event.relatedTarget)) { root.classList.remove("live-drop"); } });
  root.addEventListener("drop", (event) => { event.preventDefault(); root.classList.remove("live-drop"); fromFile(event.dataTransfer.files[0]); });

  // ---- groups, and why
  const fillGroups = () => {
    const chooser = byId("group");
    chooser.replaceChildren(el("option", { value: "all" }, t("all initiatives")));
    if (loaded.setting.sites.length > 1) { chooser.append(el("optgroup", { label: "one place" }, ...loaded.setting.sites.map((name) => el("option", { value: "site:" + name }, name)))); }
    chooser.append(el("optgroup", { label: "one kind" }, ...loaded.setting.kinds.map((kind) => el("option", { value: "kind:" + kind.name }, kind.label))));
  };
  byId("group").addEventListener("change", () => { group = byId("group").value; done = 0; pump(); });
  const fillInitiatives = async () => {
    const answer = await ask({ ask: "fates" });
    if (answer.mistakes) { return; }
    const chooser = byId("initiative");
    const chosen = chooser.value;
    const bySite = new Map();
    for (const one of answer.fates) { if (!bySite.has(one.site)) { bySite.set(one.site, []); } bySite.get(one.site).push(one); }
    const lived = (one, arm_) => (one.began[arm_] ? Math.round((100 * one.lived[arm_]) / one.began[arm_]) : 0);
    chooser.replaceChildren(...[...bySite].map(([site, all]) => el("optgroup", { label: site }, ...all.sort((a, b) => lived(a, 1) - lived(b, 1)).map((one) => el("option", { value: site + "/" + one.name }, `${one.name} (lives in ${lived(one, 1)} % of futures)`)))));
    if (chosen) { chooser.value = chosen; }
    if (!chooser.value && chooser.options.length) { chooser.selectedIndex = 0; }
  };
  byId("tell").addEventListener("click", async () => {
    const story = byId("story");
    story.replaceChildren(el("p", { class: "live-quiet" }, "The same futures are being played again …"));
    byId("tell").disabled = true;
    try {
      const answer = await ask({ ask: "why", arm: Number(byId("arm").value), initiative: byId("initiative").value, over: 20 });
      if (answer.mistakes) { story.replaceChildren(el("pre", {}, answer.mistakes.text)); return; }
      const months = el("dl", { class: "live-months" }, ...answer.months.flatMap(([when, text]) => [el("dt", {}, /^\d{4}-\d{2}$/.test(when) ? monthWords(when) : when), el("dd", {}, text)]));
      const told = answer.changes.filter((one) => !one.same);
      story.replaceChildren(heading(3, answer.title), el("p", {}, answer.answer), el("p", { class: "live-quiet" }, answer.of), months,
        told.length ? heading(3, "The same future, one thing changed at a time") : "", el("ul", {}, ...told.map((one) => el("li", { class: one.keeps ? "live-keeps" : null }, `${one.change}: ${one.outcome}. ${one.parting}`))),
        ...answer.odds.map((text) => el("p", {}, text)), el("p", { class: "live-quiet" }, answer.limits));
    } catch (error) { story.replaceChildren(el("p", {}, "The story could not be told: " + error.message)); } finally { byId("tell").disabled = false; }
  });

  // ---- the tour, made from the first lesson
  const tour = [
    ["question", "Predict first", "A national programme pays for three years and stops. Of 100 initiatives that are alive when the money ends, how many are left four years later? Write a number down before you look."],
    ["survival", "Read the curve", "The line is the share still alive, month by month. In the grey stretch the programme pays. The steepest fall is often not in the month in which the money stops: services are run down first, and end later."],
    ["c-survival", "How sure is the average?", "The band is the interval of the average. It narrows as more futures are run. Ten times as many futures make it about three times as narrow."],
    ["differences", "Two arms, the same futures", "The baseline and mine go through the same luck, so that a difference is what you changed, and nothing else. Grey rows cannot be told from chance."],
    ["[data-key='programme.funding.horizon']", "Turn a knob", "This step makes the money known for the whole programme instead of year by year. Look at the answer above, then at the table.", () => commit((one) => { one.set["programme.funding.horizon"] = "whole"; })],
    ["replay", "See it again", "Undo goes back. \"Replay the last change\" holds before against after, on the same draws."],
    ["why", "Why did this one die?", "Averages hide stories. Choose an initiative: what happened to it, month by month, and what would have kept it?"],
    ["link", "Take it with you", "The link holds your setting, and nothing else. \"Take away\" gives a scenario file that runs to the same numbers on the command line, a table, a picture and a slide."],
  ];
  let stop = -1, pointed = null;
  const showStep = (at) => {
    const box = byId("step");
    if (pointed) { pointed.classList.remove("live-pointed"); pointed = null; }
    stop = at;
    box.hidden = at < 0 || at >= tour.length;
    if (box.hidden) { byId("tour").focus(); return; }
    const [id, head, text, act] = tour[at];
    if (act && !act.done) { act(); }
    pointed = id.startsWith("[") ? root.querySelector(id) : byId(id);
    const holding = pointed && pointed.closest("details.live-group");
    if (holding) { holding.open = true; }
    if (pointed && pointed.getClientRects().length) { pointed.classList.add("live-pointed"); pointed.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" }); }
    const next = el("button", { type: "button", onclick: () => showStep(at + 1) }, at + 1 < tour.length ? "Next" : "Done");
    box.replaceChildren(el("p", { class: "live-quiet" }, `${at + 1} of ${tour.length}`), heading(2, head), el("p", {}, text),
      el("p", {}, at > 0 ? el("button", { type: "button", onclick: () => showStep(at - 1) }, "Back") : "", " ", next, " ", el("button", { type: "button", onclick: () => showStep(-1) }, "End the tour")));
    next.focus({ preventScroll: true });
  };
  byId("tour").addEventListener("click", () => showStep(0));
  byId("step").addEventListener("keydown", (event) => { if (event.key === "Escape") { showStep(-1); } });

  // ---- other pages: course platforms
  const listeners = new Set();
  const report = () => ({ scenario: loaded.name, model: data.model, set: Object.entries(state.set), same_money: state.same_money, seed: state.seed, futures: result.replicates, wanted: state.futures, link: fragment(), figures: result.differences ? result.differences.figures : [] });
  window.addEventListener("message", (event) => {
    const asked = event.data;
    if (!asked || typeof asked !== "object" || typeof asked.safsim !== "string" || !event.source || event.source === window || !loaded) { return; }
    if (asked.safsim === "listen") { listeners.add(event.source); }
    if (asked.safsim === "reset") { commit((one) => { one.set = copy(held.set); one.same_money = false; }); }
    if (asked.safsim === "set" && Array.isArray(asked.set)) {
      commit((one) => {
        for (const [key, value] of asked.set.filter((pair_) => Array.isArray(pair_) && typeof pair_[0] === "string")) { delete one.set[key]; if (value !== null && value !== undefined) { one.set[key] = copy(value); } }
        if (typeof asked.same_money === "boolean") { one.same_money = asked.same_money; }
        if (Number.isSafeInteger(asked.seed) && asked.seed >= 0) { one.seed = asked.seed; }
        if (Number.isSafeInteger(asked.futures) && asked.futures >= 1) { one.futures = Math.min(2000, asked.futures); }
      });
    }
    event.source.postMessage({ safsim: "state", id: asked.id ?? null, ...report() }, "*");
  });

  // ---- begin
  const present = () => {
    byId("pictures").hidden = false;
    byId("bar").hidden = false;
    byId("knobs").hidden = false;
    root.querySelector(".live-layout").classList.add("live-ready");
    root.dataset.same = "true";
    build();
    fillGroups();
    const linked = readLink(location.hash);
    shape();
    return linked;
  };
  // The first two arms of a comparison, as its report has them.
  const compared = () => {
    const [first, second] = loaded.regimes;
    held = { set: Object.fromEntries(first.set), same_money: false };
    state = { ...state, set: Object.fromEntries(second.set), same_money: second.same_money };
    byId("arms").textContent = `The baseline is the arm “${first.name}”; mine begins as “${second.name}”. Other arms stand among the regimes. Knobs show what mine is set to.`;
    byId("arms").hidden = false;
  };
  const begin = async () => {
    let linked = false;
    if (loaded) {
      byId("static").hidden = true;
      linked = present();
      draw();
      performance.mark("safsim-first-picture");
    } else { say("The program is being unpacked …"); }
    try {
      if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") { throw new Error("this browser is too old to run the program (it needs WebAssembly and DecompressionStream)"); }
      call = await start();
      const answer_ = await ask({ ask: "load", name: data.name, text: scenario });
      if (answer_.mistakes) { throw Object.assign(new Error(answer_.mistakes.text), { title: "This scenario cannot be run in a page" }); }
      if (!loaded) {
        loaded = answer_;
        state = nothing();
        title();
        if (data.compared && loaded.regimes.length > 1) { compared(); }
        linked = present();
      }
    } catch (error) {
      note(error.title || "The program does not run in this browser", { text: error.message + (data.alone ? "\nThe pictures are those of the scenario as it is." : ""), list: [] });
      say(data.alone ? "The pictures were made together with this page; its knobs do nothing here." : "The rest of the report does not need it.");
      byId("knobs").hidden = true;
      return;
    }
    root.dataset.ready = "true";
    performance.mark("safsim-ready");
    if (linked) { shape(); }
    dirty = true;
    await pump();
    tellLink();
  };
  const redraw = () => { if (result) { draw(); } };
  let width = root.clientWidth;
  new ResizeObserver(() => { if (Math.abs(root.clientWidth - width) > 8) { width = root.clientWidth; redraw(); } }).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  window.addEventListener("beforeprint", redraw);
  window.addEventListener("afterprint", redraw);
  begin();
};
