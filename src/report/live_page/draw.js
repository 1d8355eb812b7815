// Pictures as SVG: letters stay text, colours are told apart by almost everybody and by their brightness, lines also by their dashes.
const safsimDraw = (() => {
  const NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const SPACE = "http://www.w3.org/2000/svg";
  const light = { paper: "#ffffff", ink: "#1a1a1a", quiet: "#555555", line: "#d4d4d4", shade: "#f0f1f3", base: "#6a6a6a", mine: "#0072b2",
    stages: ["#f0e442", "#56b4e9", "#e69f00", "#0072b2", "#cfcfcf"], on: ["#1a1a1a", "#1a1a1a", "#1a1a1a", "#ffffff", "#1a1a1a"] };
  const dark = { paper: "#16181c", ink: "#ececec", quiet: "#b0b4ba", line: "#3c4047", shade: "#22262c", base: "#b4b4b4", mine: "#56b4e9",
    stages: ["#f0e442", "#56b4e9", "#e69f00", "#3f7fb5", "#5a5e66"], on: ["#1a1a1a", "#1a1a1a", "#1a1a1a", "#ffffff", "#ffffff"] };

  const make = (tag, attributes, ...inside) => {
    const element = document.createElementNS(SPACE, tag);
    for (const [key, value] of Object.entries(attributes)) { element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value); }
    for (const one of inside) { element.append(one); }
    return element;
  };
  const month = (start, index) => {
    const [year, first] = start.split("-").map(Number);
    const all = year * 12 + first - 1 + index;
    return { year: Math.floor(all / 12), month: all % 12, words: NAMES[((all % 12) + 12) % 12] + " " + Math.floor(all / 12),
      written: Math.floor(all / 12) + "-" + String((all % 12) + 1).padStart(2, "0") };
  };
  const ticks = (low, high, about) => {
    const raw = (high - low) / about;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw - 1e-12);
    const all = [];
    for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + step * 1e-6; value += step) { all.push(Math.abs(value) < step * 1e-9 ? 0 : value); }
    return all;
  };
  const plain = (value) => Number(value.toPrecision(6)).toLocaleString("en-GB");

  // A frame with its axes: x is months of the run. Returns the drawing and its two scales.
  const frame = (o) => {
    const c = o.colours;
    const { width, height } = o;
    const size = o.size || 13;
    const narrow = width < size * 40;
    const below = o.key || narrow;
    const longest = Math.max(4, ...(o.lines || []).map((line) => line.name.length + (o.at_end ? 5 : 0)));
    const right = o.right === undefined ? size * (below ? 1 : longest * .6 + 1) : o.right;
    const left = size * 4.2, top = size * 2.7, bottom = size * (2.2 + (below && o.lines ? 1.25 * Math.ceil(o.lines.length / 2) : 0));
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": o.alt, "font-family": "system-ui, sans-serif", "font-size": size, fill: c.ink, xmlns: SPACE });
    svg.append(make("rect", { x: 0, y: 0, width, height, fill: c.paper }));
    const x = (index) => left + (index / Math.max(1, o.setting.months)) * (width - left - right);
    const y = (value) => height - bottom - ((value - o.low) / (o.high - o.low || 1)) * (height - top - bottom);
    const { programme_start: from, programme_end: to } = o.setting;
    const inside = (index) => Math.min(Math.max(index, 0), o.setting.months);
    svg.append(make("rect", { x: x(inside(from)), y: top, width: Math.max(0, x(inside(to)) - x(inside(from))), height: height - top - bottom, fill: c.shade }));
    const label = make("text", { x: x(inside(from)) + 4, y: top - size * .4, "font-size": size * .92, fill: c.quiet });
    label.textContent = narrow ? o.programme : o.paying;
    svg.append(label);
    for (const value of ticks(o.low, o.high, Math.max(2, Math.floor((height - top - bottom) / 45)))) {
      svg.append(make("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), stroke: c.line, "stroke-width": 1 }));
      const text = make("text", { x: left - 6, y: y(value) + size * .35, "text-anchor": "end" });
      text.textContent = o.format(value);
      svg.append(text);
    }
    const unit = make("text", { x: 2, y: size, fill: c.quiet, "font-size": size * .92 });
    unit.textContent = o.unit;
    svg.append(unit);
    // Years are written out where there is room for the month.
    const year = x(12) - x(0);
    const every = year < size * 2.8 ? 24 : 12;
    const long = year * every / 12 >= size * 4.8;
    for (let index = 0; index < o.setting.months; index++) {
      const at = month(o.setting.start, index);
      if (at.month !== 0 || (at.year % (every / 12) !== 0)) { continue; }
      svg.append(make("line", { x1: x(index), x2: x(index), y1: height - bottom, y2: height - bottom + 5, stroke: c.quiet }));
      const text = make("text", { x: x(index), y: height - bottom + size * 1.5, "text-anchor": "middle" });
      text.textContent = long ? "Jan " + at.year : String(at.year);
      svg.append(text);
    }
    svg.append(make("line", { x1: left, x2: width - right, y1: height - bottom, y2: height - bottom, stroke: c.quiet }));
    return { svg, x, y, left, right, top, bottom, size, below };
  };
  // Only stretches in which both are known.
  const known = (values) => values.map((value, index) => [index, value]).filter(([, value]) => value !== null && value !== undefined);
  const path = (f, values) => known(values).map(([index, value], i) => (i ? "L" : "M") + f.x(index).toFixed(1) + " " + f.y(value).toFixed(1)).join("");
  const band = (f, low, high) => {
    const up = known(high), down = known(low).reverse();
    if (up.length < 2 || down.length < 2) { return ""; }
    return [...up, ...down].map(([index, value], i) => (i ? "L" : "M") + f.x(index).toFixed(1) + " " + f.y(value).toFixed(1)).join("") + "Z";
  };
  // Labels at the ends of lines, moved apart where they would lie on one another.
  const ends = (f, o, lines) => {
    const size_ = f.size;
    const all = lines.map((line) => ({ line, last: known(line.values).at(-1) })).filter((one) => one.last);
    for (const one of all) { one.y = f.y(one.last[1]); }
    if (!f.below) { all.sort((a, b) => a.y - b.y); }
    const gap = f.size * 1.25;
    for (let i = 1; i < all.length; i++) { all[i].y = Math.max(all[i].y, all[i - 1].y + gap); }
    const floor = o.height - f.bottom;
    for (let i = all.length - 1, least = floor; i >= 0; i--) { all[i].y = Math.min(all[i].y, least); least = all[i].y - gap; }
    all.forEach((one, i) => {
      if (f.below) {
        const at = { x: f.left + (i % 2) * (o.width - f.left) / 2, y: o.height - size_ * .4 - (Math.ceil(all.length / 2) - 1 - Math.floor(i / 2)) * gap };
        const sample = { x1: at.x, x2: at.x + size_ * 2.2, y1: at.y - size_ * .35, y2: at.y - size_ * .35, stroke: one.line.colour, "stroke-width": one.line.thin ? 1.6 : 2.6 };
        if (one.line.dash) { sample["stroke-dasharray"] = one.line.dash; }
        const text = make("text", { x: at.x + size_ * 2.8, y: at.y, fill: one.line.colour, "font-weight": 600, "font-size": size_ * .92 });
        text.textContent = one.line.name + (o.at_end ? " " + o.at_end(one.last[1]) : "");
        f.svg.append(make("line", sample), text);
        return;
      }
      const text = make("text", { x: o.width - f.right + 8, y: one.y + f.size * .35, fill: one.line.colour, "font-weight": 600 });
      text.textContent = one.line.name + (o.at_end ? " " + o.at_end(one.last[1]) : "");
      f.svg.append(text);
    });
  };
  const lines = (o) => {
    const values = o.lines.flatMap((line) => [...line.values, ...(line.low || []), ...(line.high || [])]).filter((value) => value !== null);
    const low = o.low === undefined ? Math.min(0, ...values) : o.low;
    const high = o.high === undefined ? Math.max(low + 1e-9, ...values) : o.high;
    const f = frame({ ...o, low, high: o.high === undefined ? ticks(low, high, 4).at(-1) < high ? high * 1.05 : high : high });
    for (const line of o.lines) {
      if (line.low) { f.svg.append(make("path", { d: band(f, line.low, line.high), fill: line.colour, "fill-opacity": .2 })); }
    }
    for (const line of o.lines) {
      const attributes = { d: path(f, line.values), fill: "none", stroke: line.colour, "stroke-width": line.thin ? 1.6 : 2.6, "stroke-linejoin": "round" };
      if (line.dash) { attributes["stroke-dasharray"] = line.dash; }
      f.svg.append(make("path", attributes));
    }
    ends(f, o, o.lines);
    return f.svg;
  };
  // Stages as a stack, one panel for each arm.
  const stacks = (o) => {
    const c = o.colours;
    const across = o.width >= 640 ? o.panels.length : 1;
    const each = { width: o.width / across, height: o.height };
    const svg = make("svg", { viewBox: `0 0 ${o.width} ${o.height * (o.panels.length / across)}`, role: "img", "aria-label": o.alt, "font-family": "system-ui, sans-serif", "font-size": o.size || 13, fill: c.ink, xmlns: SPACE });
    const most = Math.max(1, ...o.panels.flatMap((panel) => panel.stacked.at(-1)));
    o.panels.forEach((panel, place) => {
      const f = frame({ ...o, ...each, low: 0, high: most * 1.02, right: 12, unit: panel.name + ": initiatives", format: plain, alt: "" });
      f.svg.removeAttribute("role");
      f.svg.removeAttribute("aria-label");
      const zero = panel.stacked[0].map(() => 0);
      panel.stacked.forEach((upper, stage) => {
        f.svg.append(make("path", { d: band(f, stage ? panel.stacked[stage - 1] : zero, upper), fill: c.stages[stage], stroke: c.paper, "stroke-width": .7 }));
      });
      // Each stage is named where it is thickest.
      panel.stacked.forEach((upper, stage) => {
        const thick = upper.map((value, index) => value - (stage ? panel.stacked[stage - 1][index] : 0));
        const from = Math.floor(thick.length * .12), to = Math.ceil(thick.length * .84);
        const at = thick.slice(from, to).reduce((best, value, index, all) => (value > all[best] ? index : best), 0) + from;
        if (Math.abs(f.y(thick[at]) - f.y(0)) < f.size * 1.1) { return; }
        const middle = upper[at] - thick[at] / 2;
        const half = o.names[stage].length * f.size * .27;
        const x = Math.min(Math.max(f.x(at), f.left + half + 3), each.width - f.right - half - 3);
        const text = make("text", { x, y: f.y(middle) + f.size * .35, "text-anchor": "middle", fill: c.on[stage], "font-size": f.size * .92 });
        text.textContent = o.names[stage];
        f.svg.append(text);
      });
      f.svg.setAttribute("x", String((place % across) * each.width));
      f.svg.setAttribute("y", String(Math.floor(place / across) * each.height));
      f.svg.setAttribute("width", String(each.width));
      f.svg.setAttribute("height", String(each.height));
      svg.append(f.svg);
    });
    return svg;
  };
  // A difference with its interval beside zero, on a scale of its own.
  const interval = (difference, colours) => {
    const svg = make("svg", { viewBox: "0 0 144 24", "aria-hidden": "true" });
    const most = Math.max(Math.abs(difference.low ?? 0), Math.abs(difference.high ?? 0), Math.abs(difference.mean ?? 0)) || 1;
    const x = (value) => 72 + (value / most) * 64;
    svg.append(make("line", { x1: 72, x2: 72, y1: 2, y2: 22, stroke: colours.quiet, "stroke-width": 1 }));
    if (difference.low !== null && difference.high !== null) {
      svg.append(make("line", { x1: x(difference.low), x2: x(difference.high), y1: 12, y2: 12, stroke: colours.mine, "stroke-width": 4 }));
    }
    if (difference.mean !== null) { svg.append(make("circle", { cx: x(difference.mean), cy: 12, r: 4.5, fill: colours.mine })); }
    return svg;
  };
  return { light, dark, make, month, ticks, plain, lines, stacks, interval };
})();
