// The head of a report as a picture, for the README:
//
//     node tests/browser/picture.mjs out/six-sites/report.html docs/pictures/report.png

import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { launch } from "./browser.mjs";

const [file, picture] = process.argv.slice(2);
if (!picture) {
  console.error("usage: node picture.mjs REPORT.html PICTURE.png");
  process.exit(2);
}
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1120, height: 1180 }, colorScheme: "light" });
await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: "load" });
await page.screenshot({ path: picture });
await browser.close();
