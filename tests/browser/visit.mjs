// One report under examination: its text, its failures, and pages of the browser in which it is open.

import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** Window widths, in CSS pixels: a desk and a phone. */
export const DESK = 1280;
export const PHONE = 390;

export class Visit {
  /** What is wrong, each thing once: "check: text". */
  failures = new Set();
  /** What is worth knowing but not asserted. */
  notes = [];
  #check = "";
  #open = [];

  static async to(browser, file, out) {
    const path = resolve(file);
    const visit = new Visit();
    Object.assign(visit, { browser, out, path, url: pathToFileURL(path).href });
    visit.name = basename(dirname(path));
    visit.html = await readFile(path, "utf8");
    return visit;
  }

  /** Does one check and closes the pages that it opened; a check that breaks off has failed. */
  async during(check, work) {
    this.#check = check;
    try {
      await work(this);
    } catch (error) {
      this.fail(`could not be done: ${error.message.split("\n")[0]}`);
    }
    for (const context of this.#open.splice(0)) await context.close();
  }

  fail(text, check = this.#check) {
    this.failures.add(`${check}: ${text.replace(/\s+/g, " ").trim()}`);
  }

  note(text) {
    this.notes.push(text);
  }

  /** The report in a new window. Whatever asks for something else than the file itself, or complains
   * (unless the check is about that: `quiet`), is a failure. */
  async open({ width = DESK, scheme = "light", script = true, quiet = false } = {}) {
    const context = await this.browser.newContext({
      viewport: { width, height: width === PHONE ? 844 : 900 },
      colorScheme: scheme,
      javaScriptEnabled: script,
      reducedMotion: "reduce",
    });
    this.#open.push(context);
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (this.#isOwn(url)) return route.continue();
      this.fail(`asks for ${url.slice(0, 120)}`, "network");
      return route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("websocket", (socket) => this.fail(`asks for ${socket.url()}`, "network"));
    page.on("pageerror", (error) => this.fail(`exception: ${error.message}`, "console"));
    page.on("console", (message) => {
      if (message.type() === "error" && !quiet) this.fail(message.text(), "console");
    });
    page.on("dialog", (dialog) => {
      this.fail(`interrupts with "${dialog.message()}"`, "console");
      dialog.dismiss();
    });
    await page.goto(this.url, { waitUntil: "load" });
    return page;
  }

  #isOwn(url) {
    return url.split("#")[0] === this.url || url.startsWith("data:") || url.startsWith("blob:") || url === "about:blank";
  }
}

/** Opens every disclosure, so that what is inside can be looked at. */
export async function discloseAll(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}
