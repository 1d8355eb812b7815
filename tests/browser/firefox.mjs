// node --experimental-websocket firefox.mjs FILE: opens a live page in Firefox, moves a slider, undoes it, and says what is wrong. By WebDriver BiDi, which
// Firefox speaks by itself. Without a Firefox it says so, and that is all.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const FIREFOX = process.env.FIREFOX || ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
const AWARD = "[data-key='programme.funding.award'] input[type=range]";

async function begin(profile) {
  const child = spawn(FIREFOX, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile, "about:blank"], { env: { ...process.env, HOME: profile }, stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((done, failed) => {
    let said = "";
    child.stderr.on("data", (data) => {
      said += data;
      const found = said.match(/WebDriver BiDi listening on (ws:\S+)/);
      if (found) done(found[1]);
    });
    child.on("exit", () => failed(new Error(`Firefox ended: ${said.slice(-300)}`)));
    setTimeout(() => failed(new Error(`Firefox does not listen: ${said.slice(-300)}`)), 60_000).unref();
  });
  const socket = new WebSocket(address + "/session");
  await new Promise((done, failed) => { socket.onopen = done; socket.onerror = () => failed(new Error("no session")); });
  const waiting = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(data);
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (one) { if (answer.type === "error") one.failed(new Error(answer.message)); else one.done(answer.result); }
  };
  const ask = (method, params = {}) => new Promise((done, failed) => { waiting.set(++last, { done, failed }); socket.send(JSON.stringify({ id: last, method, params })); });
  await ask("session.new", { capabilities: {} });
  return { child, ask };
}

async function main([file, picture]) {
  if (!FIREFOX) {
    console.log("firefox: there is none here; FIREFOX names one");
    return 0;
  }
  const profile = await mkdtemp(join(tmpdir(), "safsim-firefox-"));
  const { child, ask } = await begin(profile);
  const wrong = [];
  try {
    const { contexts } = await ask("browsingContext.getTree");
    const context = contexts[0].context;
    await ask("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } }).catch(() => {});
    await ask("browsingContext.navigate", { context, url: pathToFileURL(resolve(file)).href + "#seed=1&futures=12", wait: "complete" });
    const said = async (expression) => {
      const { result, exceptionDetails } = await ask("script.evaluate", { expression, target: { context }, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    };
    const quiet = () => said(`new Promise((done) => setTimeout(function look() { if (document.getElementById("live").dataset.settled === "true") { done(true); } else { setTimeout(look, 50); } }, 100))`);
    const answer = () => said(`document.getElementById("live-answer").textContent`);
    await said(`new Promise((done, failed) => { const end = Date.now() + 60000; (function look() { if (document.getElementById("live").dataset.ready) { done(true); } else if (Date.now() > end) { failed(new Error(document.getElementById("live-note").textContent)); } else { setTimeout(look, 50); } })(); })`);
    await quiet();
    const [state, before, worker] = [await said(`document.getElementById("live-state").textContent`), await answer(), await said(`String(document.getElementById("live").dataset.worker)`)];
    if (!state.startsWith("12 of 12 futures")) wrong.push(`says "${state}"`);
    if (worker !== "undefined") wrong.push("it does not run in a worker");
    await said(`{ const range = document.querySelector("${AWARD}"); range.value = "1"; range.dispatchEvent(new Event("input", { bubbles: true })); range.dispatchEvent(new Event("change", { bubbles: true })); }`);
    await quiet();
    const after = await answer();
    if (!after.includes("(baseline)")) wrong.push(`after a move it answers "${after}"`);
    if (picture) await writeFile(picture, Buffer.from((await ask("browsingContext.captureScreenshot", { context, origin: "document" })).data, "base64"));
    await said(`document.getElementById("live-undo").click()`);
    await quiet();
    if ((await answer()) !== before) wrong.push("undo does not bring back the answer before");
    console.log(`${file}: in Firefox ${wrong.length ? "" : "fine; "}${before} | ${after}`);
  } catch (error) {
    wrong.push(error.message);
  }
  const ended = new Promise((done) => child.once("exit", done));
  child.kill();
  await ended;
  await rm(profile, { recursive: true, force: true });
  wrong.forEach((what) => console.log(`  FAILED firefox: ${what}`));
  return wrong.length ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));
