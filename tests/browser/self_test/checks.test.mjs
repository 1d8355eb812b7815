// The checks themselves: a good page passes all of them, and each of them fails on a page that is good but for one edit.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "../browser.mjs";
import { CHECKS, examine } from "../examine.mjs";

const good = await readFile(new URL("../fixture/good.html", import.meta.url), "utf8");
let browser;
let folder;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "safsim-browser-"));
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function failures(html, wanted) {
  const home = await mkdtemp(join(folder, "page-"));
  const file = join(home, "report.html");
  await writeFile(file, html);
  const visit = await examine(browser, file, join(home, "looks"), wanted);
  return { home, found: [...visit.failures] };
}

/** The good page with `old` replaced everywhere; an edit that changes nothing proves nothing. */
function edited(old, replacement) {
  assert.ok(good.includes(old), `the fixture has no ${old}`);
  return good.replaceAll(old, replacement);
}

/** The page with a policy that allows its style and script alone. Most edits change these, and are made without one. */
function policed(html) {
  const sources = (name) =>
    [...html.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))]
      .map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`)
      .join(" ");
  const policy = `default-src 'none'; style-src ${sources("style")}; script-src ${sources("script")}`;
  const meta = '<meta charset="utf-8">';
  assert.ok(html.includes(meta));
  return html.replace(meta, `${meta}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

test("a good page passes, and is drawn", async () => {
  const { home, found } = await failures(policed(good));
  assert.deepEqual(found, []);
  const drawn = await readdir(join(home, "looks"));
  assert.equal(drawn.filter((name) => /-(light|dark)-(1280|390)\.png$/.test(name)).length, 4, drawn.join());
  assert.equal(drawn.filter((name) => name.endsWith(".pdf")).length, 1, drawn.join());
});

test("a request to another file of the same folder is seen", async () => {
  const home = join(folder, "beside");
  await mkdir(home);
  await writeFile(join(home, "other.css"), "h1 { color: red; }");
  await writeFile(join(home, "report.html"), edited("<style>", '<link rel="stylesheet" href="other.css"><style>'));
  const visit = await examine(browser, join(home, "report.html"), home, ["network"]);
  assert.match([...visit.failures].join("\n"), /network: asks for file:.*other\.css/);
});

/** What is edited, the check that must fail, what it must say. */
const BROKEN = [
  ["a picture from elsewhere", "<h2", '<img alt="" src="https://example.org/a.png"><h2', "network", /asks for https:\/\/example\.org\/a\.png/],
  ["a script that calls home", "<script>", '<script>fetch("https://example.org/x").catch(() => {});', "network", /asks for https:\/\/example\.org\/x/],
  ["a late call", "<script>", '<script>setTimeout(() => navigator.sendBeacon("https://example.org/y"), 100);', "network", /asks for https:\/\/example\.org\/y/],
  ["a connection made ahead", "<style>", '<link rel="preconnect" href="https://example.org"><style>', "network", /would ask for something: <link href/],
  ["a font that is not yet needed", "<style>", '<style>@font-face { font-family: x; src: url("x.woff2"); }', "network", /would ask for something: <style>/],
  ["an exception", "<script>", "<script>setTimeout(() => nothing.at.all);", "size", /console: exception: nothing is not defined/],
  ["a complaint", "<script>", '<script>console.error("lost");', "size", /console: lost/],
  ["a tag that is not closed", "</h1>", "", "markup", /h1/],
  ["the same id twice", 'id="shown"', 'id="tip"', "markup", /no-dup-id/],
  ["a caption in the middle", "<details>\n<summary>Numbers", "<figcaption>x</figcaption><details>\n<summary>Numbers", "markup", /figcaption/],
  ["no language", '<html lang="en">', "<html>", "accessibility", /html-has-lang/],
  ["grey on grey", "--ink: #1a1a1a", "--ink: #bbbbbb", "accessibility", /light, 390 px: .*color-contrast/],
  ["grey on grey in the dark", "--ink: #eeeeee", "--ink: #333333", "accessibility", /dark, 1280 px: .*color-contrast/],
  ["a select without a label", '<label>Site <select data-filter="site">', '<label>Site</label><select data-filter="site">', "accessibility", /select-name/],
  ["a picture that is too wide", ".wide { overflow-x: auto; }", "", "phone", /scrolls sideways as it opens: \d+ px on a screen of 390.*<svg/],
  ["a table that is too wide", "<p>A fixture,", '<p style="width: 700px">A fixture,', "phone", /scrolls sideways with every disclosure open/],
  ["a page for desks", "width=device-width, ", "", "phone", /viewport/],
  ["enlarging forbidden", "initial-scale=1", "initial-scale=1, user-scalable=no", "phone", /forbids enlarging/],
  ["a picture without a message", '<p class="message">North has twice as many</p>', "", "phone", /figure 1 does not say above it what is to be seen/],
  ["a message beside the screen", '<p class="message">', '<p class="message" style="margin-left: 600px; width: 90px">', "phone", /has its message beside the screen: "North/],
  ["letters that are too small for a phone", 'viewBox="0 0 300 60"', 'viewBox="0 0 1500 300"', "phone", /has letters \d\.\d px high: "2 and 1"/],
  ["letters beside a picture for a phone", '<text x="10" y="40">', '<text x="290" y="40">', "phone", /has letters beside the screen: "2 and 1"/],
  ["an empty sheet", "</main>", `<div style="break-before: page; height: 9px"></div><p style="break-before: page">${"The end. ".repeat(9)}</p></main>`, "paper", /page \d of \d is empty/],
  ["a heading at the foot of a sheet", "</main>", `<h2 id="last">Last of all</h2><p style="break-before: page">${"The end. ".repeat(9)}</p></main>`, "paper", /page \d of \d ends with a heading: Lastofall/],
  ["a summary out of reach", "<summary>What ran", '<summary tabindex="-1">What ran', "keyboard", /Tab does not reach <summary> "What ran"/],
  ["a link out of reach, inside", 'href="https://example.org/source"', 'tabindex="-1" href="https://example.org/source"', "keyboard", /Tab does not reach <a> "from here" \(disclosures open\)/],
  ["a filter out of reach", '<select data-filter="kind">', '<select data-filter="kind" tabindex="-1">', "keyboard", /Tab does not reach <select>/],
  ["no outline", ":focus-visible { outline: 3px solid var(--mark); }", ":focus { outline: none; }", "keyboard", /does not show the focus: <summary> "What ran"/],
  ["an outline that is not seen", "3px solid var(--mark)", "3px solid transparent", "keyboard", /does not show the focus: <a>/],
  ["Enter is taken", "<script>", '<script>document.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());', "keyboard", /Enter does not open "What ran"/],
  ["a section that a script shows", '<h2 id="places">', '<section hidden id="late"><h2>Late</h2></section><script>document.getElementById("late").hidden = false;</script><h2 id="places">', "without_script", /is hidden without scripts: <section/],
  ["a text that a script writes", '<h2 id="places">', '<p id="late"></p><script>document.getElementById("late").textContent = "The answer is late";</script><h2 id="places">', "without_script", /cannot be read without scripts: "The answer is late"/],
  ["no tip", 'id="tip"', 'id="tap"', "hover", /no element with id "tip"/],
  ["a tip that is no tooltip", ' role="tooltip"', "", "hover", /role=tooltip/],
  ["the wrong text", "tip.textContent = spot.dataset.spot", 'tip.textContent = "something"', "hover", /pointing at "north.*shows "something"/],
  ["a text that stays", 'else hide();\n});\ndocument.addEventListener("focusin"', '\n});\ndocument.addEventListener("focusin"', "hover", /stays when the pointer has gone/],
  ["a text that Escape does not hide", '"Escape"', '"F1"', "hover", /Escape does not hide/],
  ["no text for the keyboard", '"focusin"', '"click"', "hover", /the focus on "north/],
  ["a text beyond the edge", "#tip { position: fixed;", "#tip { position: fixed; margin-left: 3000px;", "hover", /sticks out/],
  ["a spot under a cover", "</svg>", '<rect style="fill: #00557f" width="640" height="128"/></svg>', "hover", /cannot be pointed at/],
  ["nothing hidden", "one.hidden =", "one.title =", "filter", /leaves others shown/],
  ["too much hidden", "one.hidden =", "one.hidden = true ||", "filter", /hides what belongs to it/],
  ["a wrong number", "count + ", '"99" + ', "filter", /names none of the numbers/],
  ["nothing said", ' aria-live="polite"', "", "filter", /nothing with aria-live/],
  ["a site that cannot be chosen", '<option value="south">south</option>', "", "filter", /site "south" cannot be chosen/],
  ["a choice of nothing", '<option value="advice">', '<option value="sport">x</option><option value="advice">', "filter", /"sport" can be chosen, but nothing carries it/],
  ["no way back", "s.value && ", "", "filter", /all of site does not bring everything back/],
  ["no filter", 'select data-filter="site"', "select", "filter", /there is no select\[data-filter="site"\]/],
  ["a regime that nobody chose", "one.hidden = !", "one.title = !", "side_by_side", /"Sizes" shows old, new instead of new/],
  ["two regimes the wrong way round", "right !== left", "false", "side_by_side", /shows old, new instead of new, old/],
  ["two regimes at different heights", ".two { display: flex; }", "", "side_by_side", /not show them at the same height/],
  ["a picture without a role", ' role="img"', "", "figures", /svg without role=img/],
  ["a name that leads nowhere", 'aria-labelledby="first-name"', 'aria-labelledby="second-name"', "figures", null],
  ["a picture without a name", 'Two bars, of 2 and 1 initiatives', "", "figures", /svg without a name/],
  ["letters that are outlines", '<text x="20" y="20">initiatives</text>', '<path d="m0 0h9"/>', "figures", /without a letter that can be found/],
  ["letters that nobody sees", '<text x="20" y="20">initiatives', '<text x="20" y="20" visibility="hidden">initiatives', "figures", /not seen: initiatives/],
  ["no caption", "<figcaption>North has more initiatives than south.</figcaption>", "", "figures", /has no figcaption/],
  ["no table", "table>", "div>", "figures", /no table behind a disclosure/],
  ["a head without scope", '<th scope="col">site', "<th>site", "figures", /th without scope/],
  ["a picture outside any figure", "<h2 ", '<svg role="img"><title>x</title></svg><h2 ', "figures", /outside any figure/],
  ["no picture at all", "figure", "section", "figures", /there is no figure/],
  ["a program that nothing starts", "</body>", '<script type="text/plain" id="live-module"></script></body>', "try_it", /the button that starts it/],
  ["a page that cannot be mailed", "</main>", `<p>${"long ".repeat(2_000_000)}</p></main>`, "size", /10\.0 MB: at most 10/],
];

describe("a page that is good but for one edit", { concurrency: 6 }, () => {
  for (const [what, old, replacement, check, says] of BROKEN) {
    test(`${check} sees ${what}`, async () => {
      const { found } = await failures(edited(old, replacement), [check]);
      // An edit without words is harmless, and must be taken as that.
      if (says === null) assert.deepEqual(found, []);
      else assert.match(found.join("\n"), says);
    });
  }
});

/** A page with a program, and a policy that lets it run. */
const MODULE = '<script type="text/plain" id="live-module"></script>';
const held = (html) => html.replace("</body>", `${MODULE}</body>`).replace(/(script-src [^;"]*)/, "$1 'wasm-unsafe-eval'; worker-src blob:; img-src blob:;");

/** What is edited in the page with a policy, how, and what `policy` must say. */
const LAX = [
  ["no policy", (html) => html.replace(/<meta http-equiv="Content.*>/, ""), /there is no Content-Security-Policy/],
  ["a policy without an end", (html) => html.replace("default-src 'none'; ", ""), /does not begin with nothing.*does not stop a picture/s],
  ["any script", (html) => html.replace(/script-src '[^']*'/, "script-src 'unsafe-inline'"), /allows more.*a script in a name.*in an attribute/s],
  ["scripts in addresses", (html) => html.replace("script-src ", "script-src data: "), /a script in an address/],
  ["any style", (html) => html.replace(/style-src '[^']*'/, "style-src 'unsafe-inline'"), /a style in a name/],
  ["pictures", (html) => html.replace("'none';", "'none'; img-src data:;"), /a picture from elsewhere/],
  ["a program where there is none", (html) => html.replace("script-src ", "script-src 'wasm-unsafe-eval' "), /allows more/],
  ["more than a program", (html) => held(html).replace("script-src ", "script-src 'unsafe-eval' "), /allows more/],
  ["a program that may not run", (html) => html.replace("</body>", `${MODULE}</body>`), /holds the program, and does not allow 'wasm-unsafe-eval'/],
];

describe("a page whose policy is lax", { concurrency: 6 }, () => {
  for (const [what, edit, says] of LAX) {
    test(`policy sees ${what}`, async () => {
      const { found } = await failures(edit(policed(good)), ["policy"]);
      assert.match(found.join("\n"), says);
    });
  }

  test("what a policy stops of the page's own is a failure", async () => {
    const { found } = await failures(policed(good).replace("<script>", "<script> "), ["size"]);
    assert.match(found.join("\n"), /console: .*Content Security Policy/);
  });
});

test("every check has been seen to fail", () => {
  const seen = new Set(["policy"]); // above
  for (const check of BROKEN.filter(([, , , , says]) => says).map(([, , , check]) => check)) seen.add(check);
  const other = ["looks"]; // draws; fails only if the browser cannot
  assert.deepEqual(Object.keys(CHECKS).filter((name) => !seen.has(name) && !other.includes(name)), []);
});
