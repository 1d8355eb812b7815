// node check.mjs [--out DIR] FOLDER...: opens every FOLDER/report.html in a browser and says all that is wrong with it.

import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launch } from "./browser.mjs";
import { examine } from "./examine.mjs";

/** Reports that are looked at side by side: a browser waits more than it works. */
const AT_ONCE = 2;

async function main(words) {
  let out = "looks";
  const at = words.indexOf("--out");
  if (at >= 0) [, out] = words.splice(at, 2);
  if (words.length === 0 || !out) {
    console.error("usage: node check.mjs [--out DIR] FOLDER...\n  each FOLDER holds a report.html; pictures of it go to DIR");
    return 2;
  }
  const isFile = (path) => stat(path).then((found) => found.isFile(), () => false);
  const browser = await launch();
  let wrong = 0;
  const one = async (folder) => {
    const file = join(folder, "report.html");
    if (!(await isFile(file))) {
      console.log(`${folder}: FAILED: it has no report.html`);
      wrong += 1;
      return;
    }
    const visit = await examine(browser, file, out);
    wrong += visit.failures.size;
    const lines = [`${folder}: ${visit.failures.size === 0 ? "fine" : `${visit.failures.size} failures`}`];
    lines.push(...[...visit.failures].map((failure) => `  FAILED ${failure}`), ...visit.notes.map((note) => `  note: ${note}`));
    console.log(lines.join("\n"));
  };
  const waiting = [...words];
  const work = async () => {
    while (waiting.length) await one(waiting.shift());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await browser.close();
  console.log(`pictures to look at: ${resolve(out)}`);
  console.log(wrong === 0 ? `browser: all ${words.length} reports are fine` : `browser: ${wrong} failures`);
  return wrong === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
